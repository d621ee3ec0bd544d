from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.staff import OWNER_PAGES, STAFF_PAGES, StaffScreen
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
from kiosk.theme import measure, px_per_mm
from kiosk.widgets.choice import Chip
from kiosk.widgets.pin_pad import DONE
from kiosk.widgets.tabs import Tab
from tests.longer import Longer, misfits, too_small

SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768), (3840, 2160)]
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
    SettingRow("camera.source", "", ("", "1", "rtsp://camera.local/hall/stream")),
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
    ErrorLine(datetime(2026, 11, 22, 14, 3), "<b>The camera</b> stopped. " * 4)  # noqa: DTZ001
]
FOLDERS = [("Documents", "/home/kiosk/Documents"), ("Stick", "/media/kiosk/STICK")]


@pytest.fixture
def screen(dressed, qtbot: QtBot) -> StaffScreen:
    return _made(qtbot, (1080, 1920), 32)


def test_staff_see_four_pages_and_the_owner_five(screen: StaffScreen) -> None:
    assert screen.tabs.names == OWNER_PAGES

    screen.open_for(Rank.STAFF)
    assert screen.tabs.names == STAFF_PAGES
    screen.tabs.tab("system").click()
    assert screen.system.maintenance.isVisible()
    assert screen.system.close_kiosk.isVisible()
    for hidden in ("bundle", "owner_pin", "staff_pin", "folders"):
        assert not getattr(screen.system, hidden).isVisible()


def test_a_page_that_a_rank_may_not_see_is_left(screen: StaffScreen) -> None:
    screen.tabs.tab("settings").click()
    screen.set_rank(Rank.STAFF)

    assert _open_pages(screen) == ["paintings"]


def test_a_shown_page_is_told(screen: StaffScreen) -> None:
    told = []
    screen.page_shown.connect(told.append)
    for name in OWNER_PAGES:
        QTest.mouseClick(screen.tabs.tab(name), Qt.MouseButton.LeftButton)
        assert _open_pages(screen) == [name]
    screen.open_for(Rank.OWNER)

    assert told == [*OWNER_PAGES, "paintings"]


def test_back_tells(screen: StaffScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.left):
        QTest.mouseClick(screen.back, Qt.MouseButton.LeftButton)


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

    assert screen.today.numbers == ["145", "98", "12", "31", "2", "44", "1:11"]
    assert screen.today.bars.counts == TODAY.visits_by_hour
    assert [line.accessibleName() for line in ranked] == ["The Lady: 7", "p/0: 3"]
    screen.set_today(TodayFigures(), {})
    assert screen.today.numbers == ["0"] * 6 + ["\u2013"]
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
        ("camera.source", lambda control: control.chip("1"), "1"),
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
    assert line("camera.source").control.chip("1").text() == "Camera 1"
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


def test_maintenance_and_the_log_bundle(screen: StaffScreen, qtbot: QtBot) -> None:
    screen.tabs.tab("system").click()
    system = screen.system
    with qtbot.waitSignal(screen.maintenance_toggled) as told:
        QTest.mouseClick(system.maintenance, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    screen.set_maintenance(False)
    assert not system.maintenance.isChecked()

    QTest.mouseClick(
        system.folders.chip("/media/kiosk/STICK"), Qt.MouseButton.LeftButton
    )
    with qtbot.waitSignal(screen.bundle_wanted) as told:
        QTest.mouseClick(system.bundle, Qt.MouseButton.LeftButton)
    assert told.args == ["/media/kiosk/STICK"]

    screen.set_folders([])
    assert not system.bundle.isEnabled()
    assert misfits(screen) == []


@pytest.mark.parametrize("rank", list(Rank))
def test_a_pin_is_changed_in_a_panel(
    screen: StaffScreen, qtbot: QtBot, rank: Rank
) -> None:
    screen.tabs.tab("system").click()
    system = screen.system
    button = system.owner_pin if rank is Rank.OWNER else system.staff_pin
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert _open_pages(screen) == ["pin"]

    pad = screen.pin_panel.new_pin.pad
    QTest.keyClicks(pad, "4711")
    QTest.keyClick(pad, Qt.Key.Key_Return)
    with qtbot.waitSignal(screen.pin_change_wanted) as told:
        for name in ("4", "7", "1", "1", DONE):
            QTest.mouseClick(pad.key(name), Qt.MouseButton.LeftButton)

    assert told.args == [rank, "4711"]
    assert _open_pages(screen) == ["system"]


def test_a_panel_can_be_left_and_forgets(screen: StaffScreen) -> None:
    told = []
    screen.pin_change_wanted.connect(lambda *args: told.append(args))
    pad = screen.pin_panel.new_pin.pad
    for leave in (
        lambda: QTest.keyClick(pad, Qt.Key.Key_Escape),
        screen.pin_panel.cancel.click,
        screen.tabs.tab("today").click,
    ):
        screen.system.pin_asked.emit(Rank.STAFF)
        QTest.keyClicks(pad, "4711")
        QTest.keyClick(pad, Qt.Key.Key_Return)
        leave()
        assert _open_pages(screen) != ["pin"]

    assert told == []


def test_closing_is_asked_once_more(screen: StaffScreen, qtbot: QtBot) -> None:
    told = []
    screen.close_wanted.connect(lambda: told.append(True))
    screen.tabs.tab("system").click()
    QTest.mouseClick(screen.system.close_kiosk, Qt.MouseButton.LeftButton)
    assert told == []
    QTest.mouseClick(screen.close_panel.cancel, Qt.MouseButton.LeftButton)
    assert _open_pages(screen) == ["system"]

    QTest.mouseClick(screen.system.close_kiosk, Qt.MouseButton.LeftButton)
    QTest.mouseClick(screen.close_panel.sure, Qt.MouseButton.LeftButton)
    assert told == [True]


def test_what_happened_is_said_and_goes(screen: StaffScreen, qtbot: QtBot) -> None:
    screen._quiet.setInterval(10)
    screen.say("Saved.")
    assert screen._said.text() == "Saved."

    qtbot.waitUntil(lambda: screen._said.text() == "")


@pytest.mark.parametrize("name", OWNER_PAGES)
def test_the_tab_key_reaches_everything_in_order(
    screen: StaffScreen, name: str
) -> None:
    screen.tabs.tab(name).click()
    tabs = [screen.tabs.tab(other) for other in OWNER_PAGES]
    wanted = [*tabs, *_open_board(screen).page.stops(), screen.back]
    wanted = [stop for stop in wanted if _takes_focus(stop)]
    assert wanted[0] is screen.tabs.tab(name)
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached = [wanted[0]]
    while len(reached) < len(wanted):
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
        reached.append(screen.focusWidget())

    assert reached == wanted


def test_arrows_open_the_next_tab(screen: StaffScreen) -> None:
    tab = screen.tabs.tab("paintings")
    tab.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tab, Qt.Key.Key_Right)

    assert _open_pages(screen) == ["today"]
    assert screen.focusWidget() is screen.tabs.tab("today")


def test_a_focus_is_seen_and_scrolled_to(screen: StaffScreen) -> None:
    rows = [PaintingRow(f"p/{n}", f"Painting {n}", "Pack", True) for n in range(40)]
    screen.set_paintings(rows)
    line = screen.paintings.line("p/39")
    plain = line.switch.grab().toImage()
    screen.back.setFocus()
    QTest.keyClick(screen.back, Qt.Key.Key_Backtab)

    assert screen.focusWidget() is line.switch
    assert line.switch.grab().toImage() != plain
    board = _open_board(screen)
    top = line.mapTo(board, line.rect().topLeft()).y()
    assert 0 <= top < board.height() - line.height() // 2


def test_a_finger_scrolls_and_switches_nothing(
    screen: StaffScreen, qtbot: QtBot
) -> None:
    rows = [PaintingRow(f"p/{n}", f"Painting {n}", "Pack", True) for n in range(40)]
    screen.set_paintings(rows)
    screen.resize(700, 780)  # within the offscreen screen, or touches go astray
    told = []
    screen.paintings_changed.connect(lambda *args: told.append(args))
    board = _open_board(screen)
    viewport, finger = board.viewport(), QTest.createTouchDevice()
    line = screen.paintings.line("p/4")
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


@pytest.mark.parametrize("diagonal_in", [15, 32])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_words_fit_and_fingers_hit(
    dressed, qtbot: QtBot, size: tuple[int, int], diagonal_in: int
) -> None:
    longer = Longer()
    QCoreApplication.installTranslator(longer)
    try:
        screen = _made(qtbot, size, diagonal_in)
        touch_px = measure(*size, px_per_mm(size, diagonal_in)).touch_px
        for name in (*OWNER_PAGES, "pin", "close"):
            screen._open(name)
            screen.say("Written: vernissage-log-2026-11-22-18-50-12.zip")
            assert (name, misfits(screen)) == (name, [])
            assert (name, too_small(screen, touch_px)) == (name, [])
    finally:
        QCoreApplication.removeTranslator(longer)


def test_a_change_of_language_is_followed(screen: StaffScreen) -> None:
    longer = Longer()
    screen.tabs.tab("settings").click()
    QCoreApplication.installTranslator(longer)
    try:
        QCoreApplication.sendPostedEvents()
        assert screen.back.text().startswith("Back to visitors ")
        assert screen.settings.line("visit.hints")._title.text() != (
            "Hints during the pose"
        )
        assert misfits(screen) == []
    finally:
        QCoreApplication.removeTranslator(longer)


def _made(qtbot: QtBot, size: tuple[int, int], diagonal_in: int) -> StaffScreen:
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


def _open_pages(screen: StaffScreen) -> list[str]:
    return [name for name, board in screen._boards.items() if board.isVisible()]


def _open_board(screen: StaffScreen):
    return screen._boards[_open_pages(screen)[0]]


def _takes_focus(stop: QWidget) -> bool:
    if isinstance(stop, Tab | Chip) and not stop.isChecked():
        # Of things that exclude each other Qt lets Tab reach the chosen one only;
        # from there arrows lead to the others.
        return False
    return stop.isVisible() and stop.isEnabled()
