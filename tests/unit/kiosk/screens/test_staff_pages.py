import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.staff import StaffScreen
from kiosk.staff.facts import Condition, PaintingRow, SettingRow, TodayFigures
from tests.longer import misfits
from tests.staffroom import PAINTINGS, TODAY, open_board, staff_screen


@pytest.fixture
def screen(dressed, qtbot: QtBot) -> StaffScreen:
    return staff_screen(qtbot, (1080, 1920), 32)


def test_paintings_are_switched_and_moved(screen: StaffScreen) -> None:
    told = []
    screen.paintings_changed.connect(lambda *args: told.append(args))
    line = screen.paintings.line("p/0")
    QTest.mouseClick(line.switch, Qt.MouseButton.LeftButton)
    assert told[-1] == (["p/0", "p/1", "q/0"], ["p/0", "q/0"])

    QTest.mouseClick(line.down, Qt.MouseButton.LeftButton)
    assert told[-1] == (["p/1", "p/0", "q/0"], ["p/0", "q/0"])
    assert line.y() > screen.paintings.line("p/1").y()


def test_the_keyboard_follows_a_painting_that_moves(screen: StaffScreen) -> None:
    line = screen.paintings.line("q/0")
    line.up.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(line.up, Qt.Key.Key_Space)
    assert screen.focusWidget() is line.up

    QTest.keyClick(line.up, Qt.Key.Key_Return)
    assert screen.paintings.keys == ["q/0", "p/0", "p/1"]
    assert screen.focusWidget() is line.down
    assert not line.up.isEnabled()


def test_many_paintings_are_listed_on_sheets(screen: StaffScreen) -> None:
    rows = [PaintingRow(f"p/{n}", f"Painting {n}", "Pack", True) for n in range(500)]
    wanted: list[list[str]] = []
    told: list[tuple[list[str], list[str]]] = []
    page = screen.paintings
    page.pictures_wanted.connect(wanted.append)
    page.paintings_changed.connect(lambda *args: told.append(args))
    screen.set_paintings(rows)
    assert len(page._lines) == 20
    assert wanted[-1] == [f"p/{n}" for n in range(20)]

    page.line("p/19").down.click()
    assert wanted[-1][:2] == ["p/19", "p/21"]
    page.turner.previous.click()
    assert [line.key for line in page._lines][-1] == "p/20"
    page.line("p/20").switch.click()
    assert told[-1] == (page.keys, ["p/20"])
    assert page.keys[18:22] == ["p/18", "p/20", "p/19", "p/21"]


def test_the_last_painting_cannot_be_switched_off(screen: StaffScreen) -> None:
    told = []
    for key in ("p/0", "p/1"):
        line = screen.paintings.line(key)
        QTest.mouseClick(line.switch, Qt.MouseButton.LeftButton)
        screen.paintings_changed.connect(lambda *args: told.append(args))

    assert screen.paintings.line("p/1").shown
    assert told == []
    assert "At least one painting" in screen._said.text()
    assert misfits(screen) == []


def test_the_same_paintings_keep_their_lines_and_others_go(screen: StaffScreen) -> None:
    line = screen.paintings.line("p/1")
    screen.set_paintings([PAINTINGS[1]])

    assert screen.paintings.line("p/1") is line
    assert screen.paintings.keys == ["p/1"]
    screen.set_paintings([])
    assert screen.paintings.keys == []
    assert "No pack" in screen.paintings._intro.text()


def test_thumbnails_are_shown_whenever_they_come(screen: StaffScreen) -> None:
    image = QImage(30, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#3060f0"))
    screen.set_thumbnail("p/1", image)
    screen.set_thumbnail("unknown", image)
    screen.set_thumbnail("p/0", QImage())
    screen.set_today(TODAY, {})

    thumb = screen.paintings.line("p/1").thumb
    assert thumb.grab().toImage().pixelColor(9, 9) == QColor("#3060f0")
    assert not screen.paintings.line("p/0").thumb.complete


def test_today_shows_its_figures_with_the_most_portraits_first(
    screen: StaffScreen,
) -> None:
    screen.tabs.tab("today").click()
    ranked = screen.today._ranked

    assert screen.today.numbers == ["145", "98", "0", "12", "31", "2", "44", "1:11"]
    assert screen.today.chart.chart.wholes == TODAY.visits_by_hour
    assert [line.accessibleName() for line in ranked] == ["The Lady: 7", "p/0: 3"]
    screen.set_today(TodayFigures(), {})
    assert screen.today.numbers == ["0"] * 7 + ["\u2013"]
    assert misfits(screen) == []


def test_health_says_by_sign_and_word(screen: StaffScreen) -> None:
    lines = screen.health.lines

    assert [line.sign.condition for line in lines] == list(Condition)
    assert lines[1].accessibleName() == (
        "Disk. Warning. 1.2 GB. The disk is almost full."
    )
    pictures = []
    for line in lines:
        grey = line.sign.grab().toImage().convertToFormat(QImage.Format.Format_Mono)
        pictures.append(grey)
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


@pytest.mark.parametrize(
    ("name", "touch", "value"),
    [
        ("visit.auto_shutter", lambda control: control, True),
        ("visit.hints", lambda control: control.chip("all"), "all"),
        ("visit.countdown_s", lambda control: control.more, 4),
        ("visit.language", lambda control: control.chip("de"), "de"),
        ("camera.source", lambda control: control.chip("camera:1"), "camera:1"),
    ],
)
def test_settings_are_changed(
    screen: StaffScreen, qtbot: QtBot, name: str, touch, value: object
) -> None:
    screen.tabs.tab("settings").click()
    control = touch(screen.settings.line(name).control)
    with qtbot.waitSignal(screen.setting_changed) as told:
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)

    assert told.args == [name, value]
    assert type(told.args[1]) is type(value)


def test_settings_are_said_in_words(screen: StaffScreen) -> None:
    line = screen.settings.line

    assert line("visit.most_retakes").control.accessibleDescription() == "No limit"
    assert line("visit.countdown_s").control.accessibleDescription() == "3 s"
    assert line("camera.source").control.chip("").text() == "First camera"
    cameras = line("camera.source").control
    assert cameras.chip("camera:1").text() == "Camera 1"
    assert cameras.chip("camera:HD Webcam").text() == "HD Webcam"
    assert cameras.chip("demo").text() == "Demonstration"
    assert line("visit.language").control.chip("ru").text() == "Русский"


def test_a_setting_that_a_variable_decides_is_shut(screen: StaffScreen) -> None:
    screen.tabs.tab("settings").click()
    line = screen.settings.line("visit.idle_s")
    told = []
    screen.setting_changed.connect(lambda *args: told.append(args))
    QTest.mouseClick(line.control.more, Qt.MouseButton.LeftButton)

    assert told == []
    assert "VERNISSAGE_VISIT__IDLE_S" in line._fixed.text()


def test_showing_settings_anew_tells_nothing(screen: StaffScreen) -> None:
    told = []
    screen.setting_changed.connect(lambda *args: told.append(args))
    line = screen.settings.line("visit.hints")
    screen.set_settings([SettingRow("visit.hints", "off", ("one", "all", "off"))])
    assert screen.settings.line("visit.hints") is line
    assert line.control.chosen == "off"

    screen.set_settings([SettingRow("visit.hints", "all", ("one", "all"))])
    screen.set_settings([SettingRow("other.words", "unchangeable")])
    assert told == []
    assert screen.settings.line("other.words").control.text() == "unchangeable"


def test_a_finger_scrolls_and_switches_nothing(
    screen: StaffScreen, qtbot: QtBot
) -> None:
    rows = [PaintingRow(f"p/{n}", f"Painting {n}", "Pack", True) for n in range(40)]
    screen.set_paintings(rows)
    screen.resize(700, 780)  # within the offscreen screen, or touches go astray
    told = []
    screen.paintings_changed.connect(lambda *args: told.append(args))
    board = open_board(screen)
    viewport, finger = board.viewport(), QTest.createTouchDevice()
    line = screen.paintings.line("p/2")
    start = line.switch.mapTo(viewport, line.switch.rect().center())
    QTest.touchEvent(viewport, finger).press(0, start, viewport).commit()
    place = start
    for _ in range(10):
        QTest.qWait(8)
        place.setY(place.y() - 40)
        QTest.touchEvent(viewport, finger).move(0, place, viewport).commit()
    QTest.touchEvent(viewport, finger).release(0, place, viewport).commit()

    qtbot.waitUntil(lambda: board.verticalScrollBar().value() > 150)
    assert told == []
