from types import SimpleNamespace

import pytest

from kiosk.errors import PackError
from kiosk.packs import transfer
from kiosk.packs.store import PackStore
from tests.storeroom import MakePack, Rewrite, all_in


def test_a_full_disk_is_told_before_anything_is_copied(
    make_pack: MakePack, store: PackStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = SimpleNamespace(free=1000)
    monkeypatch.setattr(transfer.shutil, "disk_usage", lambda _: usage)

    with pytest.raises(PackError, match="no room for the"):
        store.install(make_pack("old"))
    assert all_in(store.folder) == [".lock"]


def test_a_picture_that_is_far_too_large_is_named(
    make_pack: MakePack, store: PackStore
) -> None:
    folder = make_pack("old")
    with (folder / "lord.png").open("wb") as file:
        file.truncate(2_000_000_000)

    with pytest.raises(PackError, match=r"'lord\.png' has 2,000 MB"):
        store.install(folder)
    assert all_in(store.folder) == [".lock"]


def test_accents_spelt_apart_are_installed_as_the_list_spells_them(
    make_pack: MakePack, store: PackStore, rewrite: Rewrite
) -> None:
    folder = make_pack("old")
    (folder / "lady.png").rename(folder / "e\u0301té.png")
    rewrite(folder, '"lady.png"', '"été.png"')

    (lady, _) = store.install(folder).pack.paintings

    assert lady.image.name == "été.png"
    assert lady.image.is_file()
