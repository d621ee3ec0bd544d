import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.screens.setup import SetupScreen
from kiosk.theme import measure, px_per_mm
from kiosk.widgets.languages import LanguageButton
from kiosk.widgets.pin_pad import DONE
from tests.longer import Longer, misfits, too_small

SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768), (3840, 2160)]
CODES = ["en", "ru", "de", "fr", "es"]
REFUSAL = "This PIN is too easy to guess. Choose one without a row of neighbours."


@pytest.fixture
def screen(dressed, qtbot: QtBot) -> SetupScreen:
    screen = SetupScreen(px_per_mm((1080, 1920), 32))
    qtbot.addWidget(screen)
    screen.set_languages(CODES, "en")
    screen.resize(1080, 1920)
    with qtbot.waitActive(screen):
        screen.show()
    return screen


def test_the_same_pin_twice_is_chosen(screen: SetupScreen, qtbot: QtBot) -> None:
    _type(screen, "4711")
    with qtbot.waitSignal(screen.pin_chosen) as told:
        _type(screen, "4711")

    assert told.args == ["4711"]


def test_a_keyboard_alone_is_enough(screen: SetupScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.pin_chosen) as told:
        for _ in range(2):
            QTest.keyClicks(screen, "4711")
            QTest.keyClick(screen, Qt.Key.Key_Return)
    assert told.args == ["4711"]

    screen.later.setFocus()
    with qtbot.waitSignal(screen.skipped):
        QTest.keyClick(screen.later, Qt.Key.Key_Return)


def test_a_refused_pin_is_explained_and_asked_for_again(screen: SetupScreen) -> None:
    screen.set_refused(REFUSAL)
    words = [screen.new_pin._note.text(), screen.new_pin._asks.text()]

    assert words == [REFUSAL, "Choose a PIN for the owner"]
    assert misfits(screen) == []


def test_it_can_be_left_for_later_and_says_what_that_means(
    screen: SetupScreen, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.skipped):
        QTest.mouseClick(screen.later, Qt.MouseButton.LeftButton)

    assert "Escape" in screen._without.text()


def test_a_language_is_told(screen: SetupScreen, qtbot: QtBot) -> None:
    german = next(b for b in screen.findChildren(LanguageButton) if b.code == "de")
    with qtbot.waitSignal(screen.language_chosen) as told:
        QTest.mouseClick(german, Qt.MouseButton.LeftButton)

    assert told.args == ["de"]


@pytest.mark.parametrize("diagonal_in", [15, 32])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_words_fit_and_fingers_hit(
    dressed, qtbot: QtBot, size: tuple[int, int], diagonal_in: int
) -> None:
    longer = Longer()
    QCoreApplication.installTranslator(longer)
    try:
        screen = SetupScreen(px_per_mm(size, diagonal_in))
        qtbot.addWidget(screen)
        screen.set_languages(CODES, "ru")
        screen.resize(*size)
        screen.show()
        touch_px = measure(*size, px_per_mm(size, diagonal_in)).touch_px
        assert misfits(screen) == []
        assert too_small(screen, touch_px) == []
        screen.set_refused(REFUSAL)
        assert misfits(screen) == []
    finally:
        QCoreApplication.removeTranslator(longer)


def _type(screen: SetupScreen, pin: str) -> None:
    for name in (*pin, DONE):
        QTest.mouseClick(screen.new_pin.pad.key(name), Qt.MouseButton.LeftButton)
