"""A painting without a frame ends softly: the wall comes through at its bottom."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPixmap

SHADES = ((0.0, 0.0), (0.2, 0.1), (0.4, 0.4), (0.6, 0.85), (0.7, 0.95), (1.0, 1.0))
"""How much of the wall is seen on the way down to where the painting ends."""
LOW_FROM = 0.7
"""From here on down even a white painting is dark enough beneath words."""


def dissolved(wall: QPixmap, height_px: int) -> QPixmap:
    """The lower part of a wall, more and more of it towards the bottom.

    Args:
        wall: In the size of the painting's place.
        height_px: How high the part is, in device-independent pixels.
    """
    ratio = wall.devicePixelRatio()
    high = round(height_px * ratio)
    piece = wall.copy(QRect(0, wall.height() - high, wall.width(), high))
    shade = QLinearGradient(0.0, 0.0, 0.0, height_px)
    for at, seen in SHADES:
        shade.setColorAt(at, QColor(0, 0, 0, round(255 * seen)))
    pixmap = QPixmap(piece.size())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.drawPixmap(0, 0, piece)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(pixmap.rect(), shade)
    painter.end()
    return pixmap
