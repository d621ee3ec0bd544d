"""A small plate on a picture that says from which age it is meant to be seen."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from kiosk.theme import SHADE, TEXT
from kiosk.widgets.room_plate import plate_font


def draw_age_plate(painter: QPainter, picture: QRect, age: int) -> None:
    """Draw the plate into the picture's upper left corner.

    Args:
        painter: With antialiasing.
        picture: The picture.
        age: In years.
    """
    words, font = f"{age}+", plate_font(picture)
    em = float(font.pixelSize())
    width = QFontMetricsF(font).horizontalAdvance(words) + 1.3 * em
    plate = QRectF(picture.left() + em / 2, picture.top() + em / 2, width, 1.9 * em)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(SHADE)
    painter.drawRoundedRect(plate, plate.height() / 2.0, plate.height() / 2.0)
    painter.setFont(font)
    painter.setPen(TEXT)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()
