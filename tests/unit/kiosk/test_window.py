import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.window import KioskWindow

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> KioskWindow:
    """A locked window on the whole screen."""
    window = KioskWindow(windowed=False)
    qtbot.addWidget(window, before_close_func=lambda one: one.lock(locked=False))
    window.open()
    window.lock(locked=True)
    return window


@pytest.fixture
def plain(dressed: QApplication, qtbot: QtBot) -> KioskWindow:
    window = KioskWindow(windowed=True)
    qtbot.addWidget(window)
    window.open()
    return window


def test_on_a_kiosk_it_fills_the_screen_without_frame_and_cursor(window) -> None:
    assert window.isFullScreen()
    assert window.size() == window.screen().size()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor


def test_the_cursor_is_hidden_on_every_screen_in_it(window) -> None:
    screen = QWidget()
    window.addWidget(screen)
    assert screen.cursor().shape() is Qt.CursorShape.BlankCursor


def test_on_a_desk_it_is_a_plain_window_that_fits(plain) -> None:
    assert not plain.isFullScreen()
    assert plain.screen().geometry().contains(plain.rect())
    assert plain.cursor().shape() is not Qt.CursorShape.BlankCursor


def test_it_can_stand_for_a_screen(dressed, qtbot) -> None:
    window = KioskWindow(windowed=True)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.resized) as told:
        window.open((1080, 1920))

    assert window.size().toTuple() == (1080, 1920)
    assert told.args == [QSize(1080, 1920)]


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F4, ALT),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_no_key_leaves_a_locked_window(window, qtbot, key, modifier) -> None:
    with qtbot.assertNotEmitted(window.closed):
        qtbot.keyClick(window, key, modifier)

    assert window.isVisible()
    assert window.isFullScreen()


def test_a_wish_to_close_is_ignored_while_locked(window, qtbot) -> None:
    """Alt+F4, the task bar and the end of a Windows session all ask this way."""
    with qtbot.assertNotEmitted(window.closed):
        assert not window.close()

    assert window.isVisible()


def test_staff_leave_whatever_holds(window, qtbot) -> None:
    with qtbot.waitSignal(window.closed):
        window.leave()

    assert not window.isVisible()


def test_escape_leaves_until_it_is_locked(window, qtbot) -> None:
    window.lock(locked=False)
    assert window.isVisible()
    assert not window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    with qtbot.waitSignal(window.closed):
        qtbot.keyClick(window, Qt.Key.Key_Escape)

    assert not window.isVisible()


def test_a_plain_window_is_never_locked(plain, qtbot) -> None:
    plain.lock(locked=True)
    assert not plain.locked
    assert plain.isVisible()
    with qtbot.waitSignal(plain.closed):
        plain.close()


def test_locked_it_comes_back_from_being_minimised(window, qtbot) -> None:
    window.showMinimized()
    qtbot.waitUntil(lambda: window.isFullScreen() and not window.isMinimized())


def test_locked_it_comes_back_from_being_made_small(window, qtbot) -> None:
    window.showNormal()
    qtbot.waitUntil(window.isFullScreen)


def test_locked_it_covers_what_covers_it(window, qtbot, monkeypatch) -> None:
    window._come_back.setInterval(10)
    monkeypatch.setattr("kiosk.window.OFFSCREEN", "a platform with an order")
    raised = []
    monkeypatch.setattr(window, "raise_", lambda: raised.append("raised"))
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    qtbot.waitUntil(lambda: len(raised) > 1)
    window.lock(locked=False)
    raised.clear()
    qtbot.wait(40)
    assert raised == []


def test_unlocked_it_may_stay_minimised(plain, qtbot) -> None:
    plain.showMinimized()
    qtbot.wait(30)
    assert plain.isMinimized()


def test_nothing_can_be_dropped_on_it(window) -> None:
    assert not window.acceptDrops()
    data = QMimeData()
    data.setText("file:///etc/passwd")
    drag = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    drag.ignore()
    QApplication.sendEvent(window, drag)
    assert not drag.isAccepted()


def test_no_menu_opens_on_it_or_on_a_screen_in_it(window) -> None:
    screen = QWidget()
    window.addWidget(screen)
    asked = []
    window.contextMenuEvent = lambda event: asked.append("menu")
    place = QPointF(9, 9).toPoint()
    for widget in (window, screen):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place)
        QApplication.sendEvent(widget, event)
    assert asked == []
    assert QApplication.activePopupWidget() is None
