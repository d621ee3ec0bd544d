"""A card says from which age its painting is meant, where it is not for everybody."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from kiosk.theme import measure
from kiosk.widgets.age_plate import draw_age_plate
from kiosk.widgets.card import CardText, SmallCard
from kiosk.widgets.painting_card import PaintingCard

TEXT = CardText("a/judith", "Judith", "", "")


@pytest.mark.parametrize("kind", [SmallCard, PaintingCard])
def test_the_age_is_seen_and_named(kind, dressed, qtbot, plain_image):
    card = kind(TEXT, None)
    qtbot.addWidget(card)
    card.apply_metrics(measure(1080, 1920, 2.7), 200)
    card.resize(300, 460)
    card.set_thumbnail(plain_image(240, 300, "#808080"))
    plain = card.grab().toImage()
    card.set_text(replace(TEXT, from_age=16))
    assert card.grab().toImage() != plain
    assert card.accessibleName() == "Judith, From the age of 16"
    card.set_text(TEXT)
    assert card.grab().toImage() == plain


@pytest.mark.parametrize("width", [80, 300])
def test_the_plate_lies_in_the_upper_corner(dressed, plain_image, width):
    image = plain_image(width, 300, "#808080")
    before = QImage(image)
    picture = image.rect()
    painter = QPainter(image)
    draw_age_plate(painter, picture, 99)
    painter.end()
    assert image != before
    rest = QRect(0, 150, width, 150)
    assert image.copy(rest) == before.copy(rest)
    right = QRect(width - 8, 0, 8, 300)
    assert image.copy(right) == before.copy(right)
