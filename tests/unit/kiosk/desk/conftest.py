"""What tests of the pages about packs share: the real pages, a store, a stick."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject

import kiosk.desk.parcels
from kiosk.desk.parcels import Parcels
from kiosk.desk.stockroom import Stockroom
from kiosk.language import Languages
from kiosk.packs.stock import Stock
from kiosk.packs.store import PackStore
from kiosk.screens.staff import StaffScreen
from kiosk.settings.kinds import LANGUAGES
from kiosk.tasks import Tasks
from tests.sitters import PACK


@pytest.fixture
def pack_on_stick(
    make_pack: Callable[[str], Path], tmp_path: Path
) -> Callable[[str, str], Path]:
    """Put a pack of a name and version on the stick."""

    def make(name: str, version: str = "1") -> Path:
        stick = tmp_path / "STICK"
        stick.mkdir(exist_ok=True)
        folder = make_pack(f"{name}-{version}").rename(stick / f"{name}-{version}")
        text = f'version = "{version}"\n{PACK.format(name=name)}'
        (folder / "pack.toml").write_text(text)
        return folder

    return make


@pytest.fixture
def depot(
    dressed: object, qtbot, sitters: Path, tmp_path: Path, monkeypatch
) -> Iterator[SimpleNamespace]:
    """The pages, who serves them, and the sticks that are plugged in."""
    screen, owner, tasks = StaffScreen(2.0), QObject(), Tasks()
    qtbot.addWidget(screen)
    screen.resize(540, 960)
    stock = Stock(PackStore(tmp_path / "store"), sitters)
    languages = Languages("en", LANGUAGES, owner)
    pages, sticks = screen.pack_pages, []
    monkeypatch.setattr(kiosk.desk.parcels, "plugged_in", lambda: tuple(sticks))
    monkeypatch.setattr(kiosk.desk.parcels, "pack_folders", lambda: ())
    stockroom = Stockroom(pages, stock, languages, tasks, owner)
    parcels = Parcels(pages, stock, languages, tasks, owner)
    said: list[str] = []
    stockroom.said.connect(said.append)
    yield SimpleNamespace(
        screen=screen,
        packs=pages.packs,
        bring=pages.bring,
        remove=pages.remove,
        stock=stock,
        store=stock.store,
        stockroom=stockroom,
        parcels=parcels,
        sticks=sticks,
        said=said,
        until=lambda happened: qtbot.waitUntil(happened, timeout=10_000),
    )
    parcels.end()
    tasks.close()
