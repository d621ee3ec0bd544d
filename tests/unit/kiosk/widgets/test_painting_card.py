from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure
from kiosk.widgets.card import CardText
from kiosk.widgets.lines import balanced
from kiosk.widgets.painting_card import PaintingCard, words_height_px

PlainImage = Callable[[int, int, str], QImage]
METRICS = measure(1080, 1920, 2.7)
LONG = CardText(
    "old/lord",
    "Кавалер в гофрированном воротнике",
    "Élisabeth Louise Vigée Le Brun",
    "1782",
    "Государственный музей изобразительных искусств",
)


@pytest.fixture
def parent(dressed: QApplication, qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(600, 900)
    parent.setStyleSheet("background: black;")
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def card(parent: QWidget) -> PaintingCard:
    card = PaintingCard(LONG, parent)
    card.resize(400, 620)
    card.apply_metrics(METRICS, words_height_px(LONG, METRICS, 400))
    parent.show()
    return card


@pytest.mark.parametrize("size", [(300, 400), (400, 200), (100, 900), (5, 5)])
def test_the_whole_painting_is_shown_in_its_shape(
    card: PaintingCard, plain_image: PlainImage, size: tuple[int, int]
) -> None:
    card.set_thumbnail(plain_image(*size, "blue"))
    place = card.picture_rect()

    assert card.rect().contains(place)
    assert place.width() / place.height() == pytest.approx(size[0] / size[1], rel=0.03)
    drawn = card.grab().toImage()
    for x in (place.left() + 2, place.center().x(), place.right() - 2):
        for y in (place.top() + 2, place.center().y(), place.bottom() - 2):
            assert drawn.pixelColor(x, y).blue() > 200


def test_pictures_of_all_shapes_stand_on_one_line(
    card: PaintingCard, plain_image: PlainImage
) -> None:
    bottoms = set()
    for size in ((300, 400), (400, 200), (300, 310)):
        card.set_thumbnail(plain_image(*size, "blue"))
        bottoms.add(card.picture_rect().bottom())

    assert len(bottoms) == 1


@pytest.mark.parametrize("share", [1.0, 0.8, 0.6])
def test_words_get_smaller_before_they_are_cut(
    card: PaintingCard, share: float
) -> None:
    room = round(share * words_height_px(LONG, METRICS, 400))
    card.apply_metrics(METRICS, room)
    words = card._laid_out(METRICS)

    assert " ".join(line.words for line in words.lines) == (
        f"{LONG.title} {LONG.origin} {LONG.museum}"
    )
    assert words.height_px() <= room
    for line in words.lines:
        assert QFontMetricsF(line.font).horizontalAdvance(line.words) <= card.width()


def test_it_says_everything_to_a_screen_reader(card: PaintingCard) -> None:
    assert card.accessibleName() == f"{LONG.title}, {LONG.origin}, {LONG.museum}"


def test_without_a_picture_there_is_a_place_for_it(card: PaintingCard) -> None:
    assert not card.has_thumbnail
    assert card.picture_rect().size().width() > 100
    assert card.grab().size() == QSize(400, 620)


def test_words_are_set_once_for_a_width(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = []

    def note(words, font, width, most):
        broken.append(words)
        return balanced(words, font, width, most)

    monkeypatch.setattr("kiosk.widgets.painting_card.balanced", note)
    text = replace(LONG, title="A title that no other test has")
    height = words_height_px(text, METRICS, 400)
    assert len(broken) >= 3
    broken.clear()
    assert words_height_px(text, METRICS, 400) == height
    assert broken == []
    words_height_px(text, METRICS, 390)
    assert broken
