import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.window import KioskWindow


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> KioskWindow:
    window = KioskWindow(windowed=True)
    qtbot.addWidget(window)
    window.open()
    return window


def test_on_a_kiosk_it_fills_the_screen_without_frame_and_cursor(
    dressed: QApplication, qtbot: QtBot
) -> None:
    window = KioskWindow(windowed=False)
    qtbot.addWidget(window)
    window.open()

    assert window.isFullScreen()
    assert window.size() == window.screen().size()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor


def test_on_a_desk_it_is_a_plain_window_that_fits(window: KioskWindow) -> None:
    assert not window.isFullScreen()
    assert window.screen().geometry().contains(window.rect())
    assert window.cursor().shape() is not Qt.CursorShape.BlankCursor


def test_it_can_stand_for_a_screen(dressed: QApplication, qtbot: QtBot) -> None:
    window = KioskWindow(windowed=True)
    qtbot.addWidget(window)
    window.open((1080, 1920))

    assert window.size().toTuple() == (1080, 1920)


def test_escape_leaves(window: KioskWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isVisible()


@pytest.mark.parametrize(
    ("key", "by"),
    [
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_Up, -1),
    ],
)
def test_arrows_choose(window: KioskWindow, qtbot: QtBot, key: Qt.Key, by: int) -> None:
    with qtbot.waitSignal(window.step_wanted) as told:
        qtbot.keyClick(window, key)

    assert told.args == [by]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_take_the_portrait(
    window: KioskWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    with qtbot.waitSignal(window.shutter_wanted):
        qtbot.keyClick(window, key)
