"""Text that wraps into a given number of lines and ends in an ellipsis."""

import math

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout


def wrapped(text: str, font: QFont, width_px: int, most_lines: int) -> list[str]:
    """Break a text into lines at words.

    Args:
        text: One paragraph.
        font: What it is set in.
        width_px: Longest line.
        most_lines: What does not fit into so many lines is cut off with an ellipsis.

    Returns:
        The lines, none for an empty text.
    """
    lines = _broken(text, font, width_px)
    if len(lines) > most_lines:
        rest = " ".join(lines[most_lines - 1 :])
        lines = [*lines[: most_lines - 1], rest]
    metrics = QFontMetricsF(font)
    return [
        metrics.elidedText(line, Qt.TextElideMode.ElideRight, width_px)
        for line in lines
    ]


def balanced(text: str, font: QFont, width_px: int, most_lines: int) -> list[str]:
    """Break a text into as few lines as :func:`wrapped`, of about the same length."""
    count = len(_broken(text, font, width_px))
    if not 1 < count <= most_lines:
        return wrapped(text, font, width_px, most_lines)
    measure = QFontMetricsF(font).horizontalAdvance
    longest_word_px = max(measure(word) for word in text.split(" "))
    low, high = max(width_px // 2, math.ceil(longest_word_px)), width_px
    while high - low > 4:
        middle = (low + high) // 2
        if len(_broken(text, font, middle)) > count:
            low = middle
        else:
            high = middle
    return wrapped(text, font, high, most_lines)


def _broken(text: str, font: QFont, width_px: int) -> list[str]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width_px))
        starts.append(line.textStart())
    layout.endLayout()
    if not text:
        return []
    ends = [*starts[1:], len(text)]
    return [text[a:b].strip() for a, b in zip(starts, ends, strict=True)]


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
