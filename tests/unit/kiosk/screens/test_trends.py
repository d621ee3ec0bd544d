import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.charts.board import Board, Section, Tile
from kiosk.charts.values import Bar, Bars, Columns
from kiosk.screens.staff import StaffScreen
from tests.longer import misfits
from tests.staffroom import FOLDERS, open_pages, staff_screen

BOARD = Board(
    "1 November 2026 to 28 November 2026, compared with the 28 days before",
    tuple(Tile(f"{n},234", f"Visits with a portrait {n}", "+12.5%") for n in range(8)),
    (
        Section(
            "Visits", Columns(("1", "2"), (3.0, 4.0), (1.0, 2.0), ("a", "b")), 60.0
        ),
        Section("Languages", Bars((Bar("German", 3.0, "75%"),)), 40.0, half=True),
        Section("Failures", None, 40.0, "Nothing in this range.", half=True),
    ),
    lambda number: f"{number:g}",
)


@pytest.fixture(params=[(1080, 1920), (1920, 1080)])
def screen(dressed, qtbot: QtBot, request: pytest.FixtureRequest) -> StaffScreen:
    screen = staff_screen(qtbot, request.param, 32)
    screen.set_trends(BOARD)
    screen.today.ranges.chip("28").click()
    return screen


def test_figures_and_charts_fit_and_change(screen: StaffScreen) -> None:
    trends = screen.trends
    assert trends.numbers == [f"{n},234" for n in range(8)]
    assert [panel.view is None for panel in trends.panels] == [False, False, True]
    assert misfits(screen) == []
    bottoms = [panel.geometry().bottom() for panel in trends.panels]
    assert bottoms == sorted(bottoms) or trends.panels[1].y() == trends.panels[2].y()

    screen.set_trends(Board("", BOARD.tiles[:1], (), BOARD.say))
    assert trends.numbers == ["0,234"]
    assert trends.panels == []


def test_narrow_charts_stand_beside_each_other_where_there_is_room(
    screen: StaffScreen,
) -> None:
    left, right = screen.trends.panels[1:]
    wide = screen.width() > screen.height()

    assert (left.y() == right.y()) is wide
    assert left.geometry().intersects(right.geometry()) is False


def test_a_range_is_chosen(screen: StaffScreen) -> None:
    shown: list[str] = []
    screen.page_shown.connect(shown.append)
    QTest.mouseClick(screen.trends.ranges.chip("365"), Qt.MouseButton.LeftButton)
    assert screen.trends.ranges.days == 365
    assert open_pages(screen) == ["trends"]
    assert screen.tabs.tab("today").isChecked()

    QTest.mouseClick(screen.trends.ranges.chip("today"), Qt.MouseButton.LeftButton)
    assert open_pages(screen) == ["today"]
    assert screen.today.ranges.chosen == "today"
    assert shown == ["trends", "today"]


def test_figures_are_wanted_once_until_they_are_written(screen: StaffScreen) -> None:
    wanted: list[tuple[str, int]] = []
    screen.trends.figures_wanted.connect(lambda *given: wanted.append(given))
    screen.trends.write.click()
    screen.trends.set_writing(writing=True)
    screen.trends.write.click()
    assert wanted == [(FOLDERS[0][1], 28)]

    screen.trends.set_writing(writing=False)
    assert screen.trends.write.isEnabled()
    screen.set_folders([])
    assert not screen.trends.write.isEnabled()
