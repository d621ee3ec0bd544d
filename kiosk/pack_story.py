"""From a folder of pictures and a spreadsheet to the chooser, painted into pictures.

Everything is the real thing: pictures and spreadsheet lie on what stands for a stick,
the pack is made and installed by touching the staff's screen, and chosen by touching
the visitors'. For the README.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import cv2
import xlsxwriter

from kiosk.current import CurrentSettings
from kiosk.flow import State
from kiosk.packs.library import open_library, packs_folder
from kiosk.packs.making.draft import draft_pack
from kiosk.packs.making.writing import head_for, write_pack
from kiosk.packs.manifest import Pack
from kiosk.packs.preparations import Preparations
from kiosk.packs.previews import preview_of
from kiosk.packs.stock import Stock
from kiosk.packs.store import PackStore
from kiosk.qt import open_application
from kiosk.rehearsal.house import House
from kiosk.rehearsal.tour import make_folder
from kiosk.rehearsal.walk import Walk
from kiosk.sheet import Hanging, paint_sheet
from pipeline.backends import open_engine
from pipeline.images import write_image
from pipeline.types import SizePx

SIZE_PX: SizePx = (1280, 800)
PIN = "2749"
HEADINGS = ("file", "title", "title:de", "artist", "year", "rights")
NEW = (
    ("1921-14", "The miller's daughter", "Die Müllerstochter", "Anna Ebert", "1884"),
    ("1921-15", "The notary", "Der Notar", "Anna Ebert", "1886"),
    ("1934-02", "Friends at the theatre", "Freunde im Theater", "unknown", "c. 1900"),
    ("1934-07", "Summer", "Sommer", "Karl Busch", "1911"),
)
OLD = (
    ("a", "Girl in a turban", "Mädchen mit Turban", "unknown", "c. 1670"),
    ("b", "The old painter", "Der alte Maler", "unknown", "c. 1660"),
    ("c", "Woman in gold", "Frau in Gold", "unknown", "1907"),
)
_PICTURES = ("lady", "gentleman", "pair", "garden", "turban", "baroque", "gold")
"""The studio's pictures that stand for those rows, in their order."""


def paint_story(folder: Path) -> Iterator[Path]:
    """Make a pack, install it and choose from it.

    Args:
        folder: Where the pictures go; made if it is not there.

    Yields:
        The previews of the paintings, the staff's page with the pictures on a stick,
        with the pack that they will be and after its installation, and what visitors
        choose from at the next start.

    Raises:
        KioskError: If the folder cannot be used or the visit does not get on.
        EngineError: If the engine cannot be used.
    """
    make_folder(folder)
    application = open_application(offscreen=True)
    with tempfile.TemporaryDirectory() as own:
        here = Path(own)
        _make("House", OLD, here, here / "builtin" / "house")
        stick = here / "USB stick"
        finished = here / "finished"
        _make("Town museum", NEW, here, finished / "Town museum")
        shutil.copytree(here / "Town museum", stick / "Town museum")
        (pack,) = open_library(finished).packs
        path = folder / "pack-previews.jpg"
        sheet = paint_sheet(_previews(pack, here / "prepared"))
        size_px = SIZE_PX[0], round(SIZE_PX[0] * sheet.shape[0] / sheet.shape[1])
        write_image(path, cv2.resize(sheet, size_px, interpolation=cv2.INTER_AREA))
        yield path
        with _stands_for_a_stick(stick):
            yield from _installed(here, stick / "Town museum", folder)
        yield from _chosen(here, folder)
        application.processEvents()


def _make(name: str, rows: Sequence[tuple[str, ...]], here: Path, target: Path) -> None:
    """Make a pack as a curator does: pictures, a workbook, the maker."""
    pictures = here / name
    pictures.mkdir()
    titles = pictures / "list.xlsx"
    with xlsxwriter.Workbook(titles) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, [*row, "public domain"])
            studio = _PICTURES[(*NEW, *OLD).index(row)]
            picture = packs_folder() / "studio" / f"{studio}.jpg"
            shutil.copy(picture, pictures / f"{row[0]}.jpg")
    write_pack(draft_pack(pictures, titles), head_for(pictures), target)


def _previews(pack: Pack, prepared: Path) -> list[Hanging]:
    preparations = Preparations(open_engine, prepared)
    return [Hanging(preview_of(one, preparations), one) for one in pack.paintings]


@contextmanager
def _stands_for_a_stick(folder: Path) -> Iterator[None]:
    """Let a folder be the Documents of whoever runs the kiosk, where it looks too."""
    before = os.environ.get("XDG_DOCUMENTS_DIR")
    os.environ["XDG_DOCUMENTS_DIR"] = str(folder)
    try:
        yield
    finally:
        del os.environ["XDG_DOCUMENTS_DIR"]
        if before is not None:
            os.environ["XDG_DOCUMENTS_DIR"] = before


def _installed(here: Path, source: Path, folder: Path) -> Iterator[Path]:
    """Staff find the pictures on the stick, and make and install a pack of them."""
    with _house(here) as house:
        walk, app = Walk(house), house.app
        house.until(lambda: app.complete, "the paintings")
        walk.staff_door()
        walk.type_pin(PIN)
        walk.reach(State.STAFF)
        staff = app.stage.staff
        walk.tap(staff.tabs.tab("paintings"))
        walk.tap(staff.paintings.bring)
        found, page = staff.pack_pages.bring, staff.pack_pages.making
        house.until(lambda: str(source) in found.paths, "the pictures on the stick")
        yield _shot(house, folder / "pack-stick.jpg")
        walk.tap(found.line(str(source)).install)
        house.until(lambda: len(page.names) == len(NEW), "the draft of the pack")
        last = page.drafts.line(page.names[-1])
        house.until(lambda: last.thumb.complete, "the small pictures")
        yield _shot(house, folder / "pack-making.jpg")
        walk.tap(page.make)
        house.until(
            lambda: any(one.pack_id == "town-museum" for one in app.exhibition.all),
            "the new paintings",
        )
        house.until(lambda: not page.report.isHidden(), "the end of the installation")
        yield _shot(house, folder / "pack-installed.jpg")


def _chosen(here: Path, folder: Path) -> Iterator[Path]:
    """A visitor finds the new paintings before those that were there."""
    with _house(here) as house:
        walk, app = Walk(house), house.app
        house.until(lambda: app.complete, "the paintings")
        house.until(lambda: app.headcount.complete, "the room in each painting")
        walk.begin()
        walk.agree()
        yield _shot(house, folder / "pack-chooser.jpg")


def _house(here: Path) -> House:
    data = here / "data"
    stock = Stock(PackStore(data / "packs"), here / "builtin")
    settings = CurrentSettings.usual(here / "settings.toml")
    library = stock.open()
    return House(settings, library, data, SIZE_PX, staff_pin=PIN, stock=stock)


def _shot(house: House, path: Path) -> Path:
    house.wait(0.8)
    write_image(path, house.picture())
    return path
