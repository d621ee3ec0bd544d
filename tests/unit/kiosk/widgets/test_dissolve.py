import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from kiosk.theme import QUIET_TEXT, TEXT
from kiosk.widgets.dissolve import LOW_FROM, dissolved
from kiosk.widgets.wall import paint_wall


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture
def on_white(dressed) -> QPixmap:
    """The dissolve of a brightly lit wall over the brightest painting there is."""
    wall = paint_wall(QSize(80, 900), QPointF(40.0, 800.0), 1.0)
    white = QPixmap(80, 400)
    white.fill(QColor("white"))
    painter = QPainter(white)
    painter.drawPixmap(0, 0, dissolved(wall, 400))
    painter.end()
    return white


def test_words_keep_their_contrast_over_any_painting(on_white: QPixmap) -> None:
    picture = on_white.toImage()
    for y in range(round(LOW_FROM * 400), 400, 5):
        for x in range(0, 80, 7):
            behind = picture.pixelColor(x, y)
            assert _contrast(TEXT, behind) >= 4.5
            assert _contrast(QUIET_TEXT, behind) >= 4.5


def test_begins_with_the_painting_alone(on_white: QPixmap) -> None:
    assert on_white.toImage().pixelColor(40, 0).lightness() > 245
