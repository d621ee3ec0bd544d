"""Draws lines of words one below the other."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter


def line_height_px(font: QFont) -> int:
    """Height of one line with its share of air."""
    return round(1.22 * font.pixelSize())


def draw_lines(
    painter: QPainter, lines: list[str], rect: QRect, font: QFont, colour: QColor
) -> int:
    """Draw lines from the top of a rectangle, each at its left edge.

    Returns:
        The y just below the last line.
    """
    painter.setFont(font)
    painter.setPen(colour)
    height = line_height_px(font)
    metrics = QFontMetricsF(font)
    y = rect.top()
    for line in lines:
        rise = (height + metrics.capHeight()) / 2.0
        painter.drawText(QPointF(rect.left(), y + rise), line)
        y += height
    return y
