import itertools
from collections.abc import Callable, Iterator

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.handover.offer import HandoverOffer, new_token, offer_for
from kiosk.handover.progress import Progress
from kiosk.screens.handover import HandoverScreen, bot_name
from kiosk.screens.handover_column import CODE_MM
from kiosk.staff.facts import Condition
from kiosk.theme import px_per_mm
from kiosk.widgets.buttons import WordButton
from kiosk.widgets.fitted import FittedLabel
from tests.wordy import WordyLanguage

PlainImage = Callable[[int, int, str], QImage]
SIZES = [(1080, 1920), (1920, 1080), (768, 1366), (1366, 768), (3840, 2160)]
LINK = "https://t.me/VernissageMuseumBot?start={token}"
BLUE = QColor("#3060f0")


@pytest.fixture
def make(dressed, qtbot: QtBot) -> Callable[..., HandoverScreen]:
    def make(
        size: tuple[int, int] = (1080, 1920), inches: float = 32
    ) -> HandoverScreen:
        screen = HandoverScreen(px_per_mm(size, inches))
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        return screen

    return make


@pytest.fixture
def offer() -> HandoverOffer:
    return offer_for(LINK, new_token())


@pytest.fixture
def longer(dressed: QApplication) -> Iterator[None]:
    translator = WordyLanguage()
    dressed.installTranslator(translator)
    yield
    dressed.removeTranslator(translator)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("inches", [14, 32])
def test_phones_can_read_the_code(
    make, plain_image: PlainImage, offer: HandoverOffer, size, inches: int
) -> None:
    screen = make(size, inches)
    screen.show_offer(plain_image(800, 1000, "#3060f0"), offer)

    assert screen.qr.code_side_px() >= CODE_MM * px_per_mm(size, inches)
    assert _read(screen) == offer.link
    assert screen.code == offer.code
    assert screen.qr.accessibleName()


def test_shows_the_portrait_and_names_the_bot(
    make, plain_image: PlainImage, offer: HandoverOffer
) -> None:
    screen = make()
    screen.show_offer(plain_image(800, 1000, "#3060f0"), offer)

    middle = screen.picture.geometry().center()
    assert screen.grab().toImage().pixelColor(middle) == BLUE
    assert "or send this code to @VernissageMuseumBot" in _words(screen)


def test_without_a_bot_it_is_honest(make, plain_image: PlainImage) -> None:
    screen = make()
    screen.show_offer(plain_image(800, 1000, "#3060f0"), None)

    assert any("cannot send pictures" in words for words in _words(screen))
    assert _read(screen) == ""
    assert not screen.qr.isVisible()
    assert not screen.delete.isVisible()
    assert screen.done.isVisible()


def test_a_link_too_long_for_a_code_leaves_the_typed_code(
    make, plain_image: PlainImage
) -> None:
    screen = make()
    screen.show_offer(
        plain_image(800, 1000, "#3060f0"),
        HandoverOffer("https://" + "x" * 4000, "7ZQ3"),
    )

    assert not screen.qr.isVisible()
    assert screen.code == "7ZQ3"


@pytest.mark.parametrize("name", ["done", "delete"])
def test_buttons_tell(
    make, plain_image: PlainImage, offer: HandoverOffer, qtbot: QtBot, name: str
) -> None:
    screen = make()
    screen.show_offer(plain_image(800, 1000, "#3060f0"), offer)

    with qtbot.waitSignal(getattr(screen, f"{name}_pressed")):
        qtbot.mouseClick(getattr(screen, name), Qt.MouseButton.LeftButton)


CASES = list(
    itertools.product(SIZES, (14, 32), (True, False), ((800, 1000), (1600, 1000)))
)


@pytest.mark.parametrize(("size", "inches", "offered", "picture"), CASES)
@pytest.mark.usefixtures("longer")
def test_everything_fits_in_long_words(
    make, plain_image: PlainImage, offer: HandoverOffer, size, inches, offered, picture
) -> None:
    screen = make(size, inches)
    screen.show_offer(plain_image(*picture, "#3060f0"), offer if offered else None)
    touch_px = screen._metrics().touch_px

    places = [screen.picture.frame_rect().translated(screen.picture.pos())]
    if offered:
        places.append(screen.qr.geometry())
    for label in screen.findChildren(FittedLabel):
        if label.isVisible():
            assert not label.lines[-1].endswith("…")
            places.append(label.geometry())
    for button in screen.findChildren(WordButton):
        if button.isVisible():
            assert min(button.width(), button.height()) >= touch_px
            assert not any(line.endswith("…") for line in button._lines()[0])
            places.append(button.geometry())
    _stand_apart(screen, places)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("progress", [each for each in Progress if each != "lost"])
@pytest.mark.usefixtures("longer")
def test_every_state_fits_in_long_words_and_moves_nothing(
    make, plain_image: PlainImage, offer: HandoverOffer, size, progress: Progress
) -> None:
    screen = make(size)
    screen.show_offer(plain_image(800, 1000, "#3060f0"), offer)
    before = screen.qr.geometry(), screen.done.geometry()
    screen.show_progress(progress, 24.0)

    assert (screen.qr.geometry(), screen.done.geometry()) == before
    assert not screen._column.state.cut
    assert screen._column.state.text()
    places = [
        screen._column.state.geometry(),
        screen.qr.geometry(),
        screen.done.geometry(),
    ]
    if screen.sign.isVisible():
        places.append(screen.sign.geometry())
    _stand_apart(screen, places)
    assert _read(screen) == offer.link


def test_how_far_it_has_come_is_said_by_a_sign_and_in_words(
    make, plain_image: PlainImage, offer: HandoverOffer
) -> None:
    screen = make()
    screen.show_offer(plain_image(800, 1000, "#3060f0"), offer)
    assert not screen.sign.isVisible()
    screen.show_progress(Progress.DELAYED, 36.0)
    assert screen.sign.condition is Condition.WATCH
    assert any("It waits for 36 h." in words for words in _words(screen))
    screen.show_progress(Progress.READY, 36.0)
    assert screen.sign.condition is Condition.GOOD
    screen.show_offer(plain_image(800, 1000, "#3060f0"), offer)
    assert not screen.sign.isVisible()


def test_a_lost_picture_takes_code_and_promise_away_and_stays_on_the_screen(
    make, plain_image: PlainImage, offer: HandoverOffer
) -> None:
    screen = make()
    screen.show_offer(plain_image(800, 1000, "#3060f0"), offer)
    screen.show_progress(Progress.LOST, 24.0)

    assert _read(screen) == ""
    assert not screen.code
    assert not screen.sign.isVisible()
    assert not screen.delete.isVisible()
    assert any("could not be sent" in words for words in _words(screen))
    middle = screen.picture.geometry().center()
    assert screen.grab().toImage().pixelColor(middle) == BLUE


def test_a_new_language_keeps_the_code(
    make, plain_image: PlainImage, offer: HandoverOffer, dressed: QApplication
) -> None:
    screen = make()
    screen.show_offer(plain_image(800, 1000, "#3060f0"), offer)
    translator = WordyLanguage()
    dressed.installTranslator(translator)
    dressed.processEvents()
    dressed.removeTranslator(translator)

    assert screen.code == offer.code
    assert _read(screen) == offer.link


def test_forgetting_leaves_nothing(
    make, plain_image: PlainImage, offer: HandoverOffer
) -> None:
    screen = make()
    screen.show_offer(plain_image(800, 1000, "#3060f0"), offer)
    screen.forget()

    assert screen.picture.picture_rect().isEmpty()
    assert not any(isinstance(value, QImage) for value in vars(screen.picture).values())
    assert screen.qr.modules == 0
    assert not any(offer.code in words for words in _words(screen))
    assert offer.code not in screen._column.typed.accessibleName()
    assert screen._offer is None
    assert _read(screen) == ""
    middle = screen.picture.geometry().center()
    assert screen.grab().toImage().pixelColor(middle) != BLUE


@pytest.mark.parametrize(
    ("link", "name"),
    [
        ("https://t.me/VernissageBot?start=x", "@VernissageBot"),
        ("https://telegram.me/a_bot/?start=x", "@a_bot"),
        ("https://museum.example/fetch/x", ""),
        ("https://t.me/?start=x", ""),
        ("https://t.me/a/b?start=x", ""),
        ("https://t.me/<b>?start=x", ""),
        ("https://[broken", ""),
        ("", ""),
    ],
)
def test_bots_are_named_by_telegram_links_only(link: str, name: str) -> None:
    assert bot_name(link) == name


def _read(screen: HandoverScreen) -> str:
    """What a camera reads off the whole screen."""
    image = screen.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    grey = rows[:, : image.width()].copy()
    if screen.qr.isVisible():
        place = screen.qr.geometry().adjusted(-40, -40, 40, 40) & screen.rect()
        grey = grey[place.top() : place.bottom(), place.left() : place.right()]
    return cv2.QRCodeDetectorAruco().detectAndDecode(np.ascontiguousarray(grey))[0]


def _words(screen: HandoverScreen) -> list[str]:
    return [label.text() for label in screen.findChildren(FittedLabel)]


def _stand_apart(screen: HandoverScreen, places: list[QRect]) -> None:
    for place in places:
        assert screen.rect().contains(place)
    for one, other in itertools.combinations(places, 2):
        assert not one.intersects(other)
