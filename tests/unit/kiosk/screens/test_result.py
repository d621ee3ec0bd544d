import itertools
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.arrangement import arrange
from kiosk.screens.result import ResultScreen
from kiosk.theme import px_per_mm
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.fitted import FittedLabel
from kiosk.widgets.hung import HungPicture
from tests.wordy import WordyLanguage

PlainImage = Callable[[int, int, str], QImage]
SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768), (3840, 2160)]
BLUE, RED = QColor("#3060f0"), QColor("#c02020")


@pytest.fixture
def make(dressed, qtbot: QtBot) -> Callable[..., ResultScreen]:
    def make(size: tuple[int, int] = (1080, 1920), inches: float = 32) -> ResultScreen:
        screen = ResultScreen(px_per_mm(size, inches))
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        screen.set_reduced_motion(reduced=True)
        return screen

    return make


@pytest.fixture
def screen(make, plain_image: PlainImage) -> ResultScreen:
    screen = make()
    _show(screen, plain_image)
    return screen


@pytest.fixture
def longer(dressed: QApplication) -> Iterator[None]:
    translator = WordyLanguage()
    dressed.installTranslator(translator)
    yield
    dressed.removeTranslator(translator)


def test_shows_the_portrait_and_the_small_original(screen: ResultScreen) -> None:
    assert _colour(screen, screen.picture) == BLUE
    assert _colour(screen, screen.original) == RED
    portrait, small = screen.picture.picture_rect(), screen.original.picture_rect()
    assert portrait.height() > 3 * small.height()


def test_the_portrait_hangs_where_it_lived(screen: ResultScreen) -> None:
    place = arrange(screen.size(), screen._metrics()).picture

    assert _framed(screen.picture).center() == place.center()


@pytest.mark.parametrize("held", ["picture", "original"])
def test_holding_either_shows_the_original_until_it_is_let_go(
    screen: ResultScreen, held: str
) -> None:
    widget = getattr(screen, held)
    before = screen.picture.picture_rect()

    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
    assert _colour(screen, screen.picture) == RED
    assert screen.picture.picture_rect() == before
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=QPoint(-40, -40))
    assert _colour(screen, screen.picture) == BLUE


def test_the_pictures_change_softly(screen: ResultScreen, qtbot: QtBot) -> None:
    screen.set_reduced_motion(reduced=False)
    shares = []
    screen.picture._fade.valueChanged.connect(shares.append)

    screen.picture.compare(original=True)
    qtbot.waitUntil(lambda: screen.picture.share == 1.0)
    assert any(0.0 < share < 1.0 for share in shares)
    screen.picture.compare(original=False)
    qtbot.waitUntil(lambda: screen.picture.share == 0.0)


def test_the_shadow_is_not_the_picture(screen: ResultScreen) -> None:
    QTest.mousePress(screen.picture, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))

    assert _colour(screen, screen.picture) == BLUE


def test_a_second_finger_leaves_no_original_behind(
    screen: ResultScreen, device: QPointingDevice, qtbot: QtBot
) -> None:
    on_picture = _framed(screen.picture).center()
    on_button = screen.keep.geometry().center()
    kept = []
    screen.keep_pressed.connect(lambda: kept.append(True))

    QTest.touchEvent(screen, device).press(0, on_picture).commit()
    assert _colour(screen, screen.picture) == RED
    QTest.touchEvent(screen, device).stationary(0).press(1, on_button).commit()
    QTest.touchEvent(screen, device).release(0, on_picture).stationary(1).commit()
    assert _colour(screen, screen.picture) == BLUE
    QTest.touchEvent(screen, device).release(1, on_button).commit()

    assert _colour(screen, screen.picture) == BLUE
    assert not screen.keep.isDown()
    with qtbot.waitSignal(screen.keep_pressed):
        QTest.touchEvent(screen, device).press(2, on_button).commit()
        QTest.touchEvent(screen, device).release(2, on_button).commit()


def test_a_first_finger_elsewhere_leaves_no_original_behind(
    screen: ResultScreen, device: QPointingDevice
) -> None:
    on_picture = _framed(screen.picture).center()
    on_wall = QPoint(screen.width() - 4, 4)

    QTest.touchEvent(screen, device).press(0, on_wall).commit()
    QTest.touchEvent(screen, device).stationary(0).press(1, on_picture).commit()
    QTest.touchEvent(screen, device).release(0, on_wall).stationary(1).commit()
    QTest.touchEvent(screen, device).release(1, on_picture).commit()

    assert _colour(screen, screen.picture) == BLUE


def test_a_screen_that_goes_lets_go(screen: ResultScreen) -> None:
    centre = screen.original.rect().center()
    QTest.mousePress(screen.original, Qt.MouseButton.LeftButton, pos=centre)
    screen.hide()
    screen.show()

    assert _colour(screen, screen.picture) == BLUE


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("keep", "keep_pressed"),
        ("again", "again_pressed"),
        ("other", "other_pressed"),
        ("leave", "left"),
    ],
)
def test_buttons_tell(
    screen: ResultScreen, qtbot: QtBot, name: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(screen, signal)):
        qtbot.mouseClick(getattr(screen, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("tries", "again", "words"),
    [(None, True, ""), (3, True, "Tries left: 3"), (0, False, "")],
)
def test_tells_how_often_it_can_be_tried(
    make, plain_image: PlainImage, tries: int | None, again: bool, words: str
) -> None:
    screen = make()
    _show(screen, plain_image, tries)

    assert screen.again.isVisible() is again
    assert screen._tries.text() == words


CASES = list(
    itertools.product(SIZES, (14, 32), (None, 3, 0), ((800, 1000), (1600, 1000)))
)


@pytest.mark.parametrize(("size", "inches", "tries", "picture"), CASES)
@pytest.mark.usefixtures("longer")
def test_everything_fits_in_long_words(
    make, plain_image: PlainImage, size, inches, tries, picture
) -> None:
    screen = make(size, inches)
    _show(screen, plain_image, tries, picture)
    touch_px = screen._metrics().touch_px

    places = [_framed(screen.picture), _framed(screen.original)]
    for label in screen.findChildren(FittedLabel):
        assert not label.text() or not label.lines[-1].endswith("…")
        places.append(label.geometry())
    for button in screen.findChildren(WordButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= touch_px
            assert not any(line.endswith("…") for line in button._lines()[0])
            places.append(button.geometry())
    _stand_apart(screen, [place for place in places if not place.isEmpty()])
    assert min(places[1].width(), places[1].height()) >= touch_px


def test_forgetting_leaves_nothing(screen: ResultScreen) -> None:
    screen.picture.compare(original=True)
    screen.forget()

    for picture in (screen.picture, screen.original):
        assert not _images(picture)
        assert picture.picture_rect().isEmpty()
    assert _colour(screen, screen.picture) not in (BLUE, RED)


@pytest.fixture
def device(dressed) -> QPointingDevice:
    return QTest.createTouchDevice()


def _show(
    screen: ResultScreen,
    plain_image: PlainImage,
    tries_left: int | None = None,
    size: tuple[int, int] = (800, 1000),
) -> None:
    portrait, original = (plain_image(*size, c.name()) for c in (BLUE, RED))
    screen.show_portrait(portrait, original, tries_left)


def _framed(picture: HungPicture) -> QRect:
    return picture.frame_rect().translated(picture.pos())


def _colour(screen: QWidget, picture: HungPicture) -> QColor:
    middle = picture.geometry().center()
    return screen.grab(QRect(middle, middle)).toImage().pixelColor(0, 0)


def _images(picture: HungPicture) -> list[QImage]:
    return [value for value in vars(picture).values() if isinstance(value, QImage)]


def _stand_apart(screen: QWidget, places: list[QRect]) -> None:
    for place in places:
        assert screen.rect().contains(place)
    for one, other in itertools.combinations(places, 2):
        assert not one.intersects(other)
