"""Invented figures for the staff area, and the screen filled with them."""

from datetime import datetime

from pytestqt.qtbot import QtBot

from kiosk.screens.staff import StaffScreen
from kiosk.screens.staff_pages.board import Board
from kiosk.staff.facts import (
    Condition,
    ErrorLine,
    HealthFact,
    PaintingRow,
    Rank,
    SettingRow,
    TodayFigures,
    Topic,
)
from kiosk.staff.pack_facts import (
    DraftFacts,
    DraftRow,
    FoundRow,
    OfferRow,
    PackRow,
    ProblemRow,
    Report,
    Standing,
)
from kiosk.theme import px_per_mm

PAINTINGS = [
    PaintingRow("p/0", "Gentleman with a ruff", "Studio", shown=True),
    PaintingRow("p/1", "Lady", "Studio", shown=True),
    PaintingRow(
        "q/0", "Self-Portrait in a Straw Hat after Rubens", "Masters", shown=False
    ),
]
SETTINGS = [
    SettingRow("visit.auto_shutter", value=False),
    SettingRow("visit.hints", "one", ("one", "all", "off")),
    SettingRow("visit.countdown_s", 3, (), 1, 10),
    SettingRow("visit.most_retakes", 0, (), 0, 50),
    SettingRow("visit.idle_s", 45, (), 15, 60, "VERNISSAGE_VISIT__IDLE_S"),
    SettingRow("visit.language", "en", ("en", "ru", "de", "fr", "es")),
    SettingRow(
        "camera.source",
        "",
        ("", "camera:1", "camera:HD Webcam", "demo", "rtsp://camera.local/hall"),
    ),
]
TODAY = TodayFigures(
    145, 98, 12, 31, 2, 44, 71.4, {"p/0": 3, "p/1": 7}, (0,) * 9 + (5,) * 15
)
FACTS = [
    HealthFact(Topic.CAMERA, Condition.GOOD, "1280 x 720, 30/s"),
    HealthFact(Topic.DISK, Condition.WATCH, "1.2 GB", "The disk is almost full."),
    HealthFact(Topic.BOT, Condition.BAD, "", "No link is configured."),
]
ERRORS = [
    ErrorLine(datetime(2026, 11, 22, 14, 3), "<b>The camera</b> stopped. " * 4)  # noqa: DTZ001 (as the wall shows)
]
PACKS = [
    PackRow(
        "guild",
        "Masters of the Guild of Saint Luke",
        "2026.11",
        "Gemäldegalerie Alte Meister, Dresden",
        112,
        shown=True,
        installed=True,
        previous="2026.10",
    ),
    PackRow("studio", "The studio", "1", "", 7, shown=False, installed=False),
]
OFFERS = [
    OfferRow("/s/0", "KINGSTON", "Town museum", "", 48, Standing.PICTURES),
    OfferRow("/s/a", "KINGSTON", "The town museum", "1", 12, Standing.NEW),
    OfferRow("/s/b", "KINGSTON", "Guild", "3", 112, Standing.OTHER_VERSION),
    OfferRow("/s/c", "KINGSTON", "The studio", "", 7, Standing.SAME_VERSION),
    OfferRow(
        "/s/d",
        "KINGSTON",
        "broken",
        "",
        0,
        Standing.UNREADABLE,
        "pack.toml: is not TOML: invalid value. Correct it there, or write it again.",
    ),
]
DRAFT = DraftFacts(
    (
        DraftRow("1921-14.jpg", "The miller's daughter", "Anna Ebert, 1884"),
        DraftRow(
            "old/1934-02.jpg",
            "1934 02",
            "",
            "Has no row in the spreadsheet; its title is made of its name. Add a row "
            "for it, or take the picture out of the folder.",
            Condition.WATCH,
        ),
        *(DraftRow(f"more-{n}.jpg", f"More {n}") for n in range(20)),
    ),
    (
        ProblemRow(
            False,
            "list.xlsx, row 3",
            "names the file '1934-20.jpg', which is not in the folder.",
            "Did you mean '1934-02.jpg'? Write it so, or put the picture into the "
            "folder.",
        ),
    ),
)
MADE = (
    DraftRow("a.jpg", "The notary", "Anna Ebert", "", Condition.GOOD),
    DraftRow("b.jpg", "Summer", "Karl Busch, 1911", "", Condition.BAD, "town/b"),
)
FOUND = [
    FoundRow("met:1", "Young Woman with a Water Pitcher", "Vermeer, c. 1662", "met"),
    FoundRow("aic:2", "Self-Portrait", "", "aic"),
]
REPORT = Report(
    "The town museum",
    installed=False,
    sentence="The disk is full. Make room on it and try again.",
    problems=(
        ProblemRow(
            True,
            "pack.toml, paintings.lady.image",
            "is 'a.jpg', but there is no such file in the pack.",
            "Put it there, or correct the name.",
        ),
    )
    * 14,
)
FOLDERS = [("Documents", "/home/kiosk/Documents"), ("Stick", "/media/kiosk/STICK")]


def staff_screen(qtbot: QtBot, size: tuple[int, int], diagonal_in: int) -> StaffScreen:
    """The screen as the owner sees it, on a monitor of a size."""
    screen = StaffScreen(px_per_mm(size, diagonal_in))
    qtbot.addWidget(screen)
    screen.set_paintings(PAINTINGS)
    screen.set_today(TODAY, {"p/1": "The Lady"})
    screen.set_health(FACTS, ERRORS)
    screen.set_settings(SETTINGS)
    screen.set_folders(FOLDERS)
    screen.open_for(Rank.OWNER)
    screen.resize(*size)
    with qtbot.waitActive(screen):
        screen.show()
    return screen


def open_pages(screen: StaffScreen) -> list[str]:
    """Names of the pages that can be seen."""
    return [name for name, board in screen._boards.items() if board.isVisible()]


def open_board(screen: StaffScreen) -> Board:
    """Where the open page is."""
    return screen._boards[open_pages(screen)[0]]
