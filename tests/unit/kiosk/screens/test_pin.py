import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.pin import PinScreen
from kiosk.theme import measure, px_per_mm
from kiosk.widgets.pin_pad import DONE, PinPad
from tests.longer import Longer, misfits, too_small

SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768), (3840, 2160)]
CLOSED = "No PIN was ever chosen. Close the kiosk with Escape and start it again."


@pytest.fixture
def screen(dressed, qtbot: QtBot) -> PinScreen:
    screen = PinScreen(px_per_mm((1080, 1920), 32))
    qtbot.addWidget(screen)
    screen.resize(1080, 1920)
    with qtbot.waitActive(screen):
        screen.show()
    return screen


def test_a_pin_is_told(screen: PinScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.pin_entered) as told:
        for name in ("4", "7", "1", "1", DONE):
            QTest.mouseClick(screen.pad.key(name), Qt.MouseButton.LeftButton)

    assert told.args == ["4711"]


def test_a_keyboard_types_at_once(screen: PinScreen, qtbot: QtBot) -> None:
    assert screen.focusWidget() is screen.pad

    with qtbot.waitSignal(screen.pin_entered) as told:
        QTest.keyClicks(screen, "4711")
        QTest.keyClick(screen, Qt.Key.Key_Return)

    assert told.args == ["4711"]


def test_cancel_and_escape_lead_back(screen: PinScreen) -> None:
    told = []
    screen.cancelled.connect(lambda: told.append(True))
    QTest.mouseClick(screen.cancel, Qt.MouseButton.LeftButton)
    QTest.keyClick(screen.pad, Qt.Key.Key_Escape)
    screen.cancel.setFocus()
    QTest.keyClick(screen.cancel, Qt.Key.Key_Return)

    assert len(told) == 3


def test_a_wrong_pin_is_said_until_the_next_is_begun(screen: PinScreen) -> None:
    screen.set_wrong()
    assert screen._words.text() == "That PIN is wrong. Please try again."
    assert screen._sign.isVisible()

    QTest.keyClicks(screen.pad, "1")
    assert "wrong" not in screen._words.text()
    assert not screen._sign.isVisible()


def test_waiting_shuts_the_pad_and_ends(screen: PinScreen, qtbot: QtBot) -> None:
    screen.set_wait(30)
    assert "30 s" in screen._words.text()
    assert not screen.pad.isEnabled()
    QTest.keyClick(screen.cancel, Qt.Key.Key_Escape)

    screen.set_wait(0)
    assert screen.pad.isEnabled()
    with qtbot.waitSignal(screen.pin_entered):
        QTest.keyClicks(screen, "4711")
        QTest.keyClick(screen, Qt.Key.Key_Return)


def test_without_a_pin_only_the_sentence_and_the_way_back_are_left(
    screen: PinScreen, qtbot: QtBot
) -> None:
    screen.set_closed(CLOSED)
    assert screen._words.text() == CLOSED
    assert not screen.pad.isVisible()
    with qtbot.waitSignal(screen.cancelled):
        QTest.keyClick(screen.cancel, Qt.Key.Key_Escape)

    screen.reset()
    assert screen.pad.isVisible()
    assert screen.pad.isEnabled()


def test_resetting_forgets_what_was_typed(screen: PinScreen) -> None:
    told = []
    screen.pin_entered.connect(told.append)
    QTest.keyClicks(screen.pad, "4711")
    screen.reset()
    QTest.keyClick(screen.pad, Qt.Key.Key_Return)

    assert told == []


@pytest.mark.parametrize("diagonal_in", [15, 32])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_words_fit_and_fingers_hit(
    dressed, qtbot: QtBot, size: tuple[int, int], diagonal_in: int
) -> None:
    longer = Longer()
    QCoreApplication.installTranslator(longer)
    try:
        screen = PinScreen(px_per_mm(size, diagonal_in))
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        touch_px = measure(*size, px_per_mm(size, diagonal_in)).touch_px
        for say in (
            screen.reset,
            screen.set_wrong,
            lambda: screen.set_wait(3600),
            lambda: screen.set_closed(2 * CLOSED),
        ):
            say()
            assert misfits(screen) == []
            assert too_small(screen, touch_px) == []
    finally:
        QCoreApplication.removeTranslator(longer)


def test_the_pad_is_within_reach_in_a_high_window(screen: PinScreen) -> None:
    pad: PinPad = screen.pad

    assert pad.geometry().center().y() > screen.height() // 2
