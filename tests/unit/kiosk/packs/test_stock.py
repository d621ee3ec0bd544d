"""A running kiosk hears of changes, and keeps the files that it may be showing."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.packs import library as library_module
from kiosk.packs import stock as stock_module
from kiosk.packs.stock import Stock
from kiosk.packs.store import PackStore
from tests.sitters import PACK

MakePack = Callable[[str], Path]


@pytest.fixture
def builtin(tmp_path: Path, make_pack: MakePack) -> Path:
    make_pack("own")
    return tmp_path / "packs"


def new_pack(tmp_path: Path, builtin: Path, version: str = "1") -> Path:
    """The pack ``guest`` in some version, with the pictures of ``own``."""
    folder = tmp_path / f"guest-{version}"
    folder.mkdir()
    text = f'version = "{version}"\n{PACK.format(name="guest")}'
    (folder / "pack.toml").write_text(text)
    for picture in ("lady.png", "lord.png"):
        (folder / picture).write_bytes((builtin / "own" / picture).read_bytes())
    return folder


def test_only_a_change_is_news(tmp_path: Path, builtin: Path, store: PackStore) -> None:
    stock = Stock(store, builtin)
    assert [pack.id for pack in stock.open().packs] == ["own"]
    assert stock.news() is None

    PackStore(store.folder).install(new_pack(tmp_path, builtin))
    news = stock.news()
    assert news is not None
    assert [pack.id for pack in news.packs] == ["guest", "own"]
    assert stock.news() is None

    for change in (
        lambda other: other.disable("own"),
        lambda other: other.order(("own", "guest")),
        lambda other: other.remove("guest"),
    ):
        change(PackStore(store.folder))
        assert stock.news() is not None
    stock.let_go()


def test_the_next_day_is_news(
    builtin: Path, store: PackStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    stock = Stock(store, builtin)
    stock.open()
    tomorrow = datetime.now().astimezone() + timedelta(days=1)

    class Calendar:
        @staticmethod
        def now() -> datetime:
            return tomorrow

    monkeypatch.setattr(stock_module, "datetime", Calendar)
    assert stock.news() is not None
    assert stock.news() is None
    stock.let_go()


def test_what_is_shown_stays_until_the_kiosk_clears_it_up(
    tmp_path: Path, builtin: Path, store: PackStore
) -> None:
    store.install(new_pack(tmp_path, builtin))
    stock = Stock(store, builtin)
    image = stock.open().packs[0].paintings[0].image

    PackStore(store.folder).remove("guest")
    assert image.is_file()
    stock.clear_up()
    assert not image.exists()

    PackStore(store.folder).install(new_pack(tmp_path, builtin, "2"))
    news = stock.news()
    assert news is not None
    image = news.packs[0].paintings[0].image
    stock.let_go()
    PackStore(store.folder).remove("guest")
    assert not image.exists()


def test_a_second_kiosk_neither_holds_nor_clears_up(
    tmp_path: Path, builtin: Path, store: PackStore
) -> None:
    store.install(new_pack(tmp_path, builtin))
    first, second = Stock(store, builtin), Stock(store, builtin)
    image = first.open().packs[0].paintings[0].image
    assert len(second.open().packs) == 2

    store.remove("guest")
    second.clear_up()
    assert image.is_file()
    first.let_go()
    second.clear_up()
    assert not image.exists()
    second.let_go()


def test_a_folder_that_cannot_be_made_is_no_reason_not_to_open(
    tmp_path: Path, builtin: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    stock = Stock(PackStore(tmp_path / "file" / "store"), builtin)
    assert [pack.id for pack in stock.open().packs] == ["own"]
    assert stock.news() is None
    stock.clear_up()


def test_a_licence_that_ends_and_a_first_day_take_effect_at_midnight(
    tmp_path: Path, builtin: Path, store: PackStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now().astimezone()
    today, tomorrow = now.date(), now.date() + timedelta(days=1)
    folder = new_pack(tmp_path, builtin)
    text = (folder / "pack.toml").read_text()
    lady, _, lord = text.partition('id = "lord"')
    ends = f'rights = {{ kind = "licensed", until = {today} }}\n'
    lady = lady.replace('id = "lady"', f'{ends}id = "lady"')
    begins = f'valid_from = {tomorrow}\nid = "lord"'
    (folder / "pack.toml").write_text(f"{lady}{begins}{lord}")
    store.install(folder)
    stock = Stock(store, builtin)
    keys = [one.key for one in stock.open().paintings]
    assert (keys[0], "guest/lord" in keys) == ("guest/lady", False)

    class Calendar:
        @staticmethod
        def now() -> datetime:
            return now + timedelta(days=1)

    monkeypatch.setattr(stock_module, "datetime", Calendar)
    monkeypatch.setattr(library_module, "datetime", Calendar)
    news = stock.news()
    assert news is not None
    assert [one.key for one in news.paintings if one.pack_id == "guest"] == [
        "guest/lord"
    ]
    stock.let_go()
