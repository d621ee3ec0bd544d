from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.screens.thanks import ThanksScreen
from kiosk.theme import px_per_mm
from kiosk.widgets.fitted import FittedLabel

Make = Callable[..., ThanksScreen]
SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768)]
SCREENS = [(size, inches) for size in SIZES for inches in (10, 32)]
ENGLISH = (
    "Thank you.",
    "Your picture is deleted.",
    "Enjoy the museum.",
    "The frame is empty again: nothing of you remains here.",
    "Touch to go on",
)
WORDS = {
    "ru": (
        "Спасибо.",
        "Ваш портрет удалён.",
        "Приятной прогулки по музею!",
        "Рама снова пуста: здесь от вас ничего не осталось.",
        "Коснитесь, чтобы продолжить",
    ),
    "de": (
        "Vielen Dank.",
        "Ihr Bild ist gelöscht.",
        "Viel Freude im Museum.",
        "Der Rahmen ist wieder leer: Von Ihnen bleibt hier nichts zurück.",
        "Zum Fortfahren berühren",
    ),
    "fr": (
        "Merci.",
        "Votre portrait est effacé.",
        "Bonne visite du musée.",
        "Le cadre est vide à nouveau : il ne reste rien de vous ici.",
        "Touchez pour continuer",
    ),
    "es": (
        "Gracias.",
        "Su retrato se ha borrado.",
        "Disfrute del museo.",
        "El marco vuelve a estar vacío: aquí no queda nada de usted.",
        "Toque para continuar",
    ),
}


class Words(QTranslator):
    def __init__(self, code: str) -> None:
        super().__init__()
        self._words = dict(zip(ENGLISH, WORDS[code], strict=True))

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1) -> str:
        return self._words.get(source, source)


@pytest.fixture
def speak(dressed: QApplication) -> Iterator[Callable[[str], None]]:
    installed: list[Words] = []

    def install(code: str) -> None:
        installed.append(Words(code))
        dressed.installTranslator(installed[-1])
        dressed.processEvents()

    yield install
    for translator in installed:
        dressed.removeTranslator(translator)


@pytest.fixture
def make(dressed, qtbot: QtBot) -> Make:
    def make(size: tuple[int, int], diagonal_in: int = 32) -> ThanksScreen:
        screen = ThanksScreen(px_per_mm(size, diagonal_in))
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        return screen

    return make


def test_thanks_or_says_that_it_is_deleted(make: Make) -> None:
    screen = make(SIZES[0])
    screen.show_thanks(deleted=True)
    assert screen._heading.text() == "Your picture is deleted."
    screen.show_thanks(deleted=False)
    assert screen._heading.text() == "Thank you."
    assert screen.accessibleName() == "Thank you."


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_a_touch_anywhere_goes_on_at_once(
    make: Make, qtbot: QtBot, size: tuple[int, int]
) -> None:
    screen = make(size)
    places = [QPoint(5, 5), QPoint(size[0] // 2, size[1] // 3)]
    places += [label.geometry().center() for label in _labels(screen)]
    places.append(screen._hint.geometry().center())
    touched: list[None] = []
    screen.touched.connect(lambda: touched.append(None))

    for number, place in enumerate(places, start=1):
        target = screen.childAt(place) or screen
        at = target.mapFrom(screen, place)
        qtbot.mousePress(target, Qt.MouseButton.LeftButton, pos=at)
        assert len(touched) == number
        qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=at)
        assert len(touched) == number


@pytest.mark.parametrize(("size", "diagonal_in"), SCREENS, ids=str)
def test_fits_in_every_language(
    make: Make, speak, size: tuple[int, int], diagonal_in: int
) -> None:
    screen = make(size, diagonal_in)
    for code in ("en", *WORDS):
        if code in WORDS:
            speak(code)
        for deleted in (False, True):
            screen.show_thanks(deleted=deleted)
            words = WORDS.get(code, ENGLISH)
            assert screen._heading.text() == words[1 if deleted else 0]
            assert screen._hint.text() == words[4]
            _assert_whole(screen)


@pytest.mark.parametrize(("size", "diagonal_in"), SCREENS, ids=str)
def test_the_hint_is_large_enough(
    make: Make, size: tuple[int, int], diagonal_in: int
) -> None:
    screen = make(size, diagonal_in)
    touch_px = screen._metrics().touch_px

    assert min(screen._hint.width(), screen._hint.height()) >= touch_px
    assert screen._hint.y() > size[1] // 2


def test_thanks_stands_in_the_frame(make: Make) -> None:
    screen = make(SIZES[0])
    frame = screen._frame.frame_rect().translated(screen._frame.pos())

    assert frame.contains(screen._heading.geometry())
    assert frame.contains(screen._wish.geometry())
    assert not frame.intersects(screen._remains.geometry())


def _labels(screen: ThanksScreen) -> list[FittedLabel]:
    return [screen._heading, screen._wish, screen._remains]


def _assert_whole(screen: ThanksScreen) -> None:
    for label in _labels(screen):
        assert " ".join(label.lines) == label.text()
        measure = QFontMetricsF(label.set_in).horizontalAdvance
        assert max(map(measure, label.lines)) <= label.width()
    places = [w.geometry() for w in (*_labels(screen), screen._hint)]
    for number, place in enumerate(places):
        assert screen.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:number])
