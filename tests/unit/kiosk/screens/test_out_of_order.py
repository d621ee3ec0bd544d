import itertools
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.screens.maintenance import MaintenanceScreen
from kiosk.screens.out_of_order import OutOfOrderScreen
from kiosk.screens.resting import RestingScreen
from kiosk.theme import px_per_mm
from tests.wordy import WordyLanguage

SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768), (3840, 2160)]
LONG = ("Please ask at the till, where somebody will gladly help you. " * 9)[:300]
HOSTILE = "<img src='x'>\u202e\0\n%s {0} & " + "w" * 250


@pytest.fixture
def make(dressed, qtbot: QtBot) -> Callable[..., OutOfOrderScreen]:
    def make(
        size: tuple[int, int] = (1080, 1920), inches: float = 32
    ) -> OutOfOrderScreen:
        screen = OutOfOrderScreen(px_per_mm(size, inches))
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        return screen

    return make


def test_says_calmly_that_it_comes_back(make) -> None:
    screen = make()

    assert screen.heading.text() == "This kiosk takes a short rest."
    assert screen.promise.text() == "It will be back by itself."


def test_the_venues_words_stand_alone(make) -> None:
    screen = make()
    screen.show_words("Please ask at the till.")
    assert screen.heading.text() == "Please ask at the till."
    assert screen.promise.text() == ""

    screen.show_words("")
    assert screen.heading.text() == "This kiosk takes a short rest."


@pytest.mark.parametrize("words", ["   ", "\u202e\0", "\n\n"])
def test_words_without_a_letter_are_none(make, words: str) -> None:
    screen = make()
    screen.show_words(words)

    assert screen.heading.text() == "This kiosk takes a short rest."


def test_hostile_words_are_plain_text(make) -> None:
    screen = make()
    screen.show_words(HOSTILE)

    assert screen.heading.text().startswith("<img src='x'> %s {0} & ww")


CASES = list(itertools.product(SIZES, (10, 14, 32), ("", LONG, HOSTILE, "x" * 5000)))


@pytest.mark.parametrize(("size", "inches", "words"), CASES)
def test_everything_fits(make, size, inches: float, words: str) -> None:
    screen = make(size, inches)
    screen.show_words(words)

    assert_fits(screen)
    assert "".join("".join(screen.heading.lines).split()) == "".join(
        screen.heading.text().split()
    )


def assert_fits(screen: RestingScreen) -> None:
    places = [screen.heading.geometry()]
    if screen.promise.text():
        places.append(screen.promise.geometry())
    frame = screen._frame
    air = frame._air_px()
    places.append(frame.geometry().adjusted(air, air, -air, -air))
    for number, place in enumerate(places):
        assert screen.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:number])


@pytest.mark.parametrize("kind", [OutOfOrderScreen, MaintenanceScreen])
def test_speaks_the_language_that_comes(
    kind: type[RestingScreen], dressed: QApplication, qtbot: QtBot
) -> None:
    screen = kind(2.7)
    qtbot.addWidget(screen)
    screen.resize(1080, 1920)
    screen.show()
    before = screen.heading.text()
    translator = WordyLanguage()
    dressed.installTranslator(translator)
    dressed.processEvents()
    during = screen.heading.text()
    dressed.removeTranslator(translator)
    dressed.processEvents()

    assert during != before == screen.heading.text()
