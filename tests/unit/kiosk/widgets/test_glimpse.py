from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.widgets.glimpse import Glimpse

PlainImage = Callable[[int, int, str], QImage]


@pytest.fixture
def parent(dressed: QApplication, qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(400, 300)
    parent.setStyleSheet("background: black;")
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def glimpse(parent: QWidget) -> Glimpse:
    glimpse = Glimpse(parent)
    glimpse.setGeometry(50, 50, 200, 200)
    parent.show()
    return glimpse


def test_the_whole_picture_is_seen_in_the_middle(
    glimpse: Glimpse, plain_image: PlainImage
) -> None:
    image = plain_image(320, 180, "red")
    image.setPixelColor(0, 0, QColor("lime"))
    glimpse.show_image(image)

    assert glimpse.picture_rect() == QRect(0, 44, 200, 112) or (
        glimpse.picture_rect() == QRect(0, 43, 200, 113)
    )
    drawn = glimpse.parentWidget().grab().toImage()
    assert drawn.pixelColor(150, 150) == QColor("red")
    assert drawn.pixelColor(150, 70) == QColor("black")


def test_corners_are_round(glimpse: Glimpse, plain_image: PlainImage) -> None:
    glimpse.show_image(plain_image(200, 200, "red"))

    drawn = glimpse.parentWidget().grab().toImage()
    assert drawn.pixelColor(51, 51) == QColor("black")
    assert drawn.pixelColor(80, 60).red() > 150


def test_its_own_copy_does_not_follow_the_engine(
    glimpse: Glimpse, plain_image: PlainImage
) -> None:
    image = plain_image(200, 200, "red")
    glimpse.show_image(image)
    image.fill(QColor("blue"))

    assert glimpse.grab().toImage().pixelColor(100, 100) == QColor("red")


def test_nothing_of_the_visitor_is_kept(
    glimpse: Glimpse, plain_image: PlainImage
) -> None:
    glimpse.show_image(plain_image(200, 200, "red"))
    glimpse.show_image(None)

    assert glimpse.empty
    assert not glimpse.isVisible()
    glimpse.show()
    drawn = glimpse.parentWidget().grab().toImage()
    assert drawn.pixelColor(150, 150) == QColor("black")


def test_an_empty_picture_is_none(glimpse: Glimpse) -> None:
    glimpse.show_image(QImage())

    assert glimpse.empty


def test_it_has_a_name(glimpse: Glimpse) -> None:
    assert glimpse.accessibleName()
