"""Figures on the real page and on a stick, out of a real log."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from kiosk.current import CurrentSettings
from kiosk.desk.figures import FiguresDesk
from kiosk.exhibition import Exhibition
from kiosk.language import Languages
from kiosk.packs.library import open_library
from kiosk.screens.staff import StaffScreen
from kiosk.settings.read import load_or_default
from kiosk.storage.recorder import SessionLog
from kiosk.tasks import Tasks
from tests.made_up import fill


class Room:
    """The staff's screen with a desk for figures, and a log of visits until today."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.stick = qtbot, folder / "stick"
        self.stick.mkdir()
        now = datetime.now()  # noqa: DTZ005 - as the wall shows
        fill(folder / "data", 3, 20, 1, f"{now.replace(day=1):%Y-%m-%d}")
        self.owner, self.tasks = QObject(), Tasks()
        settings = CurrentSettings(load_or_default(folder / "none.toml")[0])
        languages = Languages("en", settings.now.visit.languages)
        self.log = SessionLog(folder / "data", engine="mesh", kiosk_version="1")
        self.screen = StaffScreen(2.0)
        qtbot.addWidget(self.screen)
        self.screen.resize(540, 960)
        self.screen.set_folders([("Stick", str(self.stick))])
        self.desk = FiguresDesk(
            self.screen,
            settings,
            Exhibition(open_library(), None),
            languages,
            self.log,
            folder / "data",
            self.tasks,
            self.owner,
        )
        self.said: list[str] = []
        self.screen.say = self.said.append

    def close(self) -> None:
        self.tasks.close()
        self.log.close()

    def settle(self) -> None:
        """Wait until everything that was asked for is done."""
        done: list[object] = []
        self.tasks.run(lambda: True, done.append, done.append)
        self.qtbot.waitUntil(lambda: bool(done), timeout=30_000)


@pytest.fixture
def room(dressed, qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    made = Room(qtbot, tmp_path)
    yield made
    made.close()


def test_the_page_is_filled_when_it_is_opened(room: Room) -> None:
    room.screen.today.ranges.chip("28").click()
    room.settle()
    four_weeks = room.screen.trends.numbers
    room.screen.trends.ranges.chip("365").click()
    room.settle()

    assert int(four_weeks[0]) >= 0
    assert int(room.screen.trends.numbers[0]) > 0
    assert len(room.screen.trends.panels) == 9


def test_staff_leave_with_a_spreadsheet_and_a_report(room: Room) -> None:
    room.screen.today.ranges.chip("365").click()
    room.screen.trends.write.click()
    room.settle()

    names = sorted(path.suffix for path in room.stick.iterdir())
    assert names == [".pdf", ".xlsx"]
    (book,) = room.stick.glob("vernissage-kiosk-*.xlsx")
    assert CalamineWorkbook.from_path(book).sheet_names[0] == "Overview"
    assert "Writing… 100 %" in room.said
    assert room.said[-1].startswith("Written: vernissage-kiosk-")
    assert room.screen.trends.write.isEnabled()


def test_a_stick_that_was_pulled_is_said(room: Room) -> None:
    room.stick.rmdir()
    room.screen.trends.write.click()
    room.settle()

    assert "There is no folder" in room.said[-1]
    assert room.screen.trends.write.isEnabled()


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="such a user writes anywhere",
)
def test_a_stick_that_is_write_protected_is_said(room: Room) -> None:
    room.stick.chmod(0o500)
    room.screen.trends.write.click()
    room.settle()

    assert "write-protected" in room.said[-1]
    assert list(room.stick.iterdir()) == []
