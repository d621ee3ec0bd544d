from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTranslator
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.screens.attract import AttractScreen
from kiosk.theme import px_per_mm
from kiosk.widgets import drift
from kiosk.widgets.exhibit import Exhibit
from kiosk.widgets.languages import LanguageButton

PlainImage = Callable[[int, int, str], QImage]
CODES = ["en", "ru", "de", "fr", "es"]
SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768)]
SCREENS = [(size, inches) for size in SIZES for inches in (10, 32)]
SCREENS += [((1080, 1920), 55), ((3840, 2160), 32)]
WORDS = {
    "ru": ("Войдите в картину", "Коснитесь экрана"),
    "de": ("Treten Sie ein ins Gemälde", "Berühren Sie den Bildschirm"),
    "fr": ("Entrez dans un tableau", "Touchez cet écran"),
    "es": ("Entre en un cuadro", "Toque la pantalla"),
}


class Words(QTranslator):
    def __init__(self, code: str) -> None:
        super().__init__()
        self._words = dict(
            zip(("Step into a painting", "Touch the screen"), WORDS[code], strict=True)
        )

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, disambiguation=None, n=-1) -> str:
        return self._words.get(source, source)


@pytest.fixture
def speak(dressed: QApplication) -> Iterator[Callable[[str], None]]:
    installed: list[Words] = []

    def install(code: str) -> None:
        if code in WORDS:
            installed.append(Words(code))
            dressed.installTranslator(installed[-1])
            dressed.processEvents()

    yield install
    for translator in installed:
        dressed.removeTranslator(translator)


@pytest.fixture
def make(dressed, qtbot: QtBot) -> Callable[..., AttractScreen]:
    def make(size: tuple[int, int], diagonal_in: int = 32) -> AttractScreen:
        screen = AttractScreen(px_per_mm(size, diagonal_in))
        qtbot.addWidget(screen)
        screen.set_languages(CODES, "en")
        screen.resize(*size)
        screen.show()
        return screen

    return make


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_touching_anywhere_answers_on_the_press(
    make, qtbot: QtBot, size: tuple[int, int]
) -> None:
    screen = make(size)
    touched: list[None] = []
    screen.touched.connect(lambda: touched.append(None))
    places = [QPoint(5, 5), QPoint(size[0] // 3, size[1] // 2)]
    places += [widget.geometry().center() for widget in _words(screen)]

    for number, place in enumerate(places, start=1):
        target = screen.childAt(place) or screen
        qtbot.mousePress(
            target, Qt.MouseButton.LeftButton, pos=target.mapFrom(screen, place)
        )
        assert len(touched) == number
        qtbot.mouseRelease(target, Qt.MouseButton.LeftButton)
        assert len(touched) == number


def test_the_right_button_does_nothing(make, qtbot: QtBot) -> None:
    screen = make(SIZES[0])
    with qtbot.assertNotEmitted(screen.touched):
        qtbot.mousePress(screen, Qt.MouseButton.RightButton, pos=QPoint(50, 50))


def test_a_language_is_chosen_without_going_on(make, qtbot: QtBot) -> None:
    screen = make(SIZES[0])
    russian = screen.findChildren(LanguageButton)[1]
    with (
        qtbot.assertNotEmitted(screen.touched),
        qtbot.waitSignal(screen.language_chosen) as chosen,
    ):
        qtbot.mouseClick(russian, Qt.MouseButton.LeftButton)
    assert chosen.args == ["ru"]


def test_the_keyboard_can_begin(make, qtbot: QtBot) -> None:
    screen = make(SIZES[0])
    screen._hint.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(screen.touched):
        qtbot.keyPress(screen._hint, Qt.Key.Key_Space)


@pytest.mark.parametrize(("size", "diagonal_in"), SCREENS, ids=str)
def test_all_words_fit_in_every_language(
    make, speak, size: tuple[int, int], diagonal_in: int
) -> None:
    screen = make(size, diagonal_in)
    for code in CODES:
        speak(code)
        screen.set_languages(CODES, code)

        invitation = screen._invitation
        wanted, hint = WORDS.get(code, ("Step into a painting", "Touch the screen"))
        assert " ".join(invitation.lines) == wanted
        assert screen._hint.text() == hint
        measure = QFontMetricsF(invitation.set_in).horizontalAdvance
        assert max(map(measure, invitation.lines)) <= invitation.width()
        _assert_apart_and_inside(screen, _words(screen))


@pytest.mark.parametrize(("size", "diagonal_in"), SCREENS, ids=str)
def test_everything_touchable_is_large_enough(
    make, size: tuple[int, int], diagonal_in: int
) -> None:
    screen = make(size, diagonal_in)
    touch_px = screen._metrics().touch_px
    for button in (screen._hint, *screen.findChildren(LanguageButton)):
        assert min(button.width(), button.height()) >= touch_px


def test_the_invitation_stands_in_the_lower_half_of_a_high_window(make) -> None:
    screen = make(SIZES[0])
    assert min(widget.y() for widget in _words(screen)) > 1920 // 2


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_invites_before_there_are_exhibits(make, size: tuple[int, int]) -> None:
    screen = make(size)
    screen.start()

    assert screen._invitation.isVisible()
    assert not screen.moving
    assert screen._caption.accessibleName() == ""


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_shows_the_painting_and_its_label(
    make,
    qtbot: QtBot,
    plain_image: PlainImage,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(drift, "FADE_MS", 60)
    screen = make(size)
    screen.set_reduced_motion(reduced=True)
    room = screen.room_px
    image = plain_image(*QSize(4, 5).scaled(room, Qt.KeepAspectRatio).toTuple(), "red")
    screen.set_exhibits([Exhibit(image, "Lady", "Leonardo, 1506")])
    screen.start()
    qtbot.waitUntil(lambda: screen._drift._before is None, timeout=4000)

    place = screen._drift._hanging.place
    seen = screen.grab().toImage()
    assert seen.pixelColor(place.center().x(), place.height() // 3) == QColor("red")
    assert screen._caption.accessibleName() == "Lady, Leonardo, 1506"
    assert screen._caption._words == ("Lady", "Leonardo, 1506")


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
@pytest.mark.parametrize("image_size", [(400, 500), (500, 400), (90, 500), (500, 90)])
def test_a_framed_painting_keeps_clear_of_the_words(
    make,
    plain_image: PlainImage,
    size: tuple[int, int],
    image_size: tuple[int, int],
) -> None:
    screen = make(size)
    screen.set_exhibits([Exhibit(plain_image(*image_size, "red"), "Lady", "")])

    hanging = screen._drift._hanging
    frame = screen._metrics().frame_px
    if hanging.framed:
        outer = hanging.place.adjusted(-frame, -frame, frame, frame)
        assert screen.rect().contains(outer)
        for words in (screen._caption, *_words(screen)):
            assert not outer.intersects(words.geometry())


def test_stands_still_when_it_is_told_to_or_hidden(
    make, plain_image: PlainImage
) -> None:
    screen = make(SIZES[0])
    screen.set_exhibits([Exhibit(plain_image(400, 500, "red"), "", "")])
    screen.start()
    assert screen.moving
    screen.hide()
    assert not screen.moving
    screen.show()
    assert screen.moving
    screen.stop()
    assert not screen.moving


@pytest.mark.parametrize("size", SIZES[:2], ids=str)
def test_may_be_filled_before_it_is_ever_seen(
    dressed, qtbot: QtBot, plain_image: PlainImage, size: tuple[int, int]
) -> None:
    screen = AttractScreen(2.7)
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.set_languages(CODES, "en")
    screen.set_exhibits([Exhibit(plain_image(400, 500, "red"), "Lady", "")])
    screen.start()
    assert not screen.moving
    screen.show()
    assert screen.moving
    assert screen._drift._hanging is not None


def test_one_language_leaves_no_hole(make) -> None:
    screen = make(SIZES[0])
    screen.set_languages(["en"], "en")

    privacy = screen.privacy.geometry()
    assert privacy.bottom() + 1 == 1920 - screen._metrics().margin_px
    assert screen._hint.geometry().bottom() + 1 == privacy.top()


def _words(screen: AttractScreen) -> list[QWidget]:
    return [screen._invitation, screen._hint]


def _assert_apart_and_inside(screen: AttractScreen, widgets: list[QWidget]) -> None:
    places = [
        w.geometry()
        for w in (*widgets, screen._languages, screen._caption, screen.privacy)
    ]
    for number, place in enumerate(places):
        assert screen.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:number])
