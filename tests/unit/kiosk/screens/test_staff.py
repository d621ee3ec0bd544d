import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.staff import OWNER_PAGES, STAFF_PAGES, StaffScreen
from kiosk.staff.facts import PaintingRow, Rank
from kiosk.theme import measure, px_per_mm
from kiosk.widgets.choice import Chip
from kiosk.widgets.pin_pad import DONE
from kiosk.widgets.tabs import Tab
from tests.longer import Longer, misfits, too_small
from tests.staffroom import open_board, open_pages, staff_screen

SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768), (3840, 2160)]


@pytest.fixture
def screen(dressed, qtbot: QtBot) -> StaffScreen:
    return staff_screen(qtbot, (1080, 1920), 32)


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

    assert open_pages(screen) == ["paintings"]


def test_a_shown_page_is_told(screen: StaffScreen) -> None:
    told = []
    screen.page_shown.connect(told.append)
    for name in OWNER_PAGES:
        QTest.mouseClick(screen.tabs.tab(name), Qt.MouseButton.LeftButton)
        assert open_pages(screen) == [name]
    screen.open_for(Rank.OWNER)

    assert told == [*OWNER_PAGES, "paintings"]


def test_back_tells(screen: StaffScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.left):
        QTest.mouseClick(screen.back, Qt.MouseButton.LeftButton)


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
    assert open_pages(screen) == ["pin"]

    pad = screen.pin_panel.new_pin.pad
    QTest.keyClicks(pad, "4711")
    QTest.keyClick(pad, Qt.Key.Key_Return)
    with qtbot.waitSignal(screen.pin_change_wanted) as told:
        for name in ("4", "7", "1", "1", DONE):
            QTest.mouseClick(pad.key(name), Qt.MouseButton.LeftButton)

    assert told.args == [rank, "4711"]
    assert open_pages(screen) == ["system"]


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
        assert open_pages(screen) != ["pin"]

    assert told == []


def test_closing_is_asked_once_more(screen: StaffScreen, qtbot: QtBot) -> None:
    told = []
    screen.close_wanted.connect(lambda: told.append(True))
    screen.tabs.tab("system").click()
    QTest.mouseClick(screen.system.close_kiosk, Qt.MouseButton.LeftButton)
    assert told == []
    QTest.mouseClick(screen.close_panel.cancel, Qt.MouseButton.LeftButton)
    assert open_pages(screen) == ["system"]

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
    wanted = [*tabs, *open_board(screen).page.stops(), screen.back]
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

    assert open_pages(screen) == ["today"]
    assert screen.focusWidget() is screen.tabs.tab("today")


def test_a_focus_is_seen_and_scrolled_to(screen: StaffScreen) -> None:
    rows = [PaintingRow(f"p/{n}", f"Painting {n}", "Pack", True) for n in range(20)]
    screen.set_paintings(rows)
    line = screen.paintings.line("p/19")
    plain = line.switch.grab().toImage()
    screen.back.setFocus()
    QTest.keyClick(screen.back, Qt.Key.Key_Backtab)

    assert screen.focusWidget() is line.switch
    assert line.switch.grab().toImage() != plain
    board = open_board(screen)
    top = line.mapTo(board, line.rect().topLeft()).y()
    assert 0 <= top < board.height() - line.height() // 2


@pytest.mark.parametrize("diagonal_in", [15, 32])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_words_fit_and_fingers_hit(
    dressed, qtbot: QtBot, size: tuple[int, int], diagonal_in: int
) -> None:
    longer = Longer()
    QCoreApplication.installTranslator(longer)
    try:
        screen = staff_screen(qtbot, size, diagonal_in)
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


def _takes_focus(stop: QWidget) -> bool:
    if isinstance(stop, Tab | Chip) and not stop.isChecked():
        # Of things that exclude each other Qt lets Tab reach the chosen one only;
        # from there arrows lead to the others.
        return False
    return stop.isVisible() and stop.isEnabled()


def test_pages_are_arranged_when_they_come_to_the_front(
    screen: StaffScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.tabs.tab("health").click()
    arranged = []
    for name in ("paintings", "today", "health", "settings", "system"):
        page = getattr(screen, name)
        arrange = page.arrange

        def note(width, metrics, name=name, arrange=arrange):
            arranged.append(name)
            return arrange(width, metrics)

        monkeypatch.setattr(page, "arrange", note)
    screen.say("Saved.")
    screen.paintings.grown.emit()
    screen.retranslate()
    assert set(arranged) == {"health"}

    arranged.clear()
    screen.tabs.tab("paintings").click()
    screen.tabs.tab("health").click()
    screen.tabs.tab("paintings").click()
    assert arranged == ["paintings"]
