"""A card says for how many visitors there is room, where it is more than one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from kiosk.theme import measure
from kiosk.widgets.card import CardText, SmallCard
from kiosk.widgets.painting_card import PaintingCard
from kiosk.widgets.room_plate import room_plate

TEXT = CardText("a/pair", "Two friends", "", "")


@pytest.fixture(params=[SmallCard, PaintingCard])
def card(request, dressed, qtbot):
    card = request.param(TEXT, None)
    qtbot.addWidget(card)
    card.apply_metrics(measure(1080, 1920, 2.7), 200)
    card.resize(300, 460)
    image = QImage(240, 300, QImage.Format.Format_RGB32)
    image.fill(0xFF808080)
    card.set_thumbnail(image)
    return card


def test_room_for_several_is_seen_and_named(card):
    plain = card.grab().toImage()
    card.set_text(replace(TEXT, room=2))
    assert card.grab().toImage() != plain
    assert card.accessibleName() == "Two friends, Room for 2"
    card.set_text(replace(TEXT, room=1))
    assert card.grab().toImage() == plain


def test_the_plate_lies_in_the_picture():
    picture = QRect(10, 20, 300, 400)
    plate = room_plate(picture, "2")
    assert picture.contains(plate.toAlignedRect())
