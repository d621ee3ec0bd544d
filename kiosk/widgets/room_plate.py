"""A small plate on a picture that says for how many visitors there is room."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from kiosk.theme import GOLD, SHADE, TEXT, sans
from kiosk.widgets.advice_signs import draw_sign

LETTERS_SHARE = 0.075
"""Height of the letters over the picture's width."""
LEAST_PX, MOST_PX = 18, 30
SIGN = "bring_somebody"


def room_plate(picture: QRect, words: str) -> QRectF:
    """Where the plate goes: into the picture's lower left corner.

    Args:
        picture: The picture.
        words: What it says beside the sign.
    """
    font = plate_font(picture)
    em = float(font.pixelSize())
    width = QFontMetricsF(font).horizontalAdvance(words) + 2.9 * em
    height = 1.9 * em
    inset = 0.5 * em
    return QRectF(
        picture.left() + inset, picture.bottom() + 1 - inset - height, width, height
    )


def draw_room_plate(painter: QPainter, plate: QRectF, words: str) -> None:
    """Draw the plate with the sign of a group and words.

    Args:
        painter: With antialiasing.
        plate: From `room_plate`.
        words: What it says beside the sign.
    """
    em = plate.height() / 1.9
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(SHADE)
    painter.drawRoundedRect(plate, plate.height() / 2.0, plate.height() / 2.0)
    sign = QRectF(plate.left() + 0.6 * em, plate.top() + 0.3 * em, 1.3 * em, 1.3 * em)
    draw_sign(painter, SIGN, sign, GOLD)
    painter.setFont(sans(round(em)))
    painter.setPen(TEXT)
    room = plate.adjusted(2.15 * em, 0.0, 0.0, 0.0)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
    painter.restore()


def plate_font(picture: QRect) -> QFont:
    """The font of a plate on a picture."""
    em = LETTERS_SHARE * picture.width()
    return sans(round(min(MOST_PX, max(LEAST_PX, em))))
