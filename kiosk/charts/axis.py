"""Scales, grids, labels and legends that charts have in common."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from kiosk.charts.look import Look
from kiosk.charts.values import Say

STEPS = (1, 2, 5)
MOST_GRID_LINES = 4
LABEL_GAP_SHARE = 0.7
"""Least distance of labels over the size of letters."""


def grid_step(largest: float, *, whole: bool = True) -> float:
    """A round distance of grid lines, so that there are not many.

    Args:
        largest: The largest value, over 0.
        whole: Whether only whole numbers make sense.
    """
    power = 1.0
    if not whole:
        while power * MOST_GRID_LINES > largest > 0:
            power /= 10.0
    while True:
        for step in STEPS:
            if step * power * MOST_GRID_LINES >= largest:
                return step * power
        power *= 10.0


def top_of(largest: float, step: float) -> float:
    """The first grid line that is not below the largest value."""
    return max(step, step * -(-largest // step))


def draw_grid(
    painter: QPainter, plot: QRectF, top: float, step: float, look: Look, say: Say
) -> None:
    """Draw lines across with their values at the left of the plot."""
    painter.setFont(look.font)
    height = QFontMetricsF(look.font).height()
    thick = max(1.0, look.letters_px / 14.0)
    for number in range(round(top / step) + 1):
        value = number * step
        y = plot.bottom() - plot.height() * value / top
        painter.fillRect(
            QRectF(plot.left(), y - thick / 2, plot.width(), thick), look.grid
        )
        painter.setPen(look.quiet)
        room = QRectF(
            plot.left() - 1000.0, y - height / 2.0, 1000.0 - 0.5 * height, height
        )
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, say(value))


def grid_room_px(top: float, step: float, look: Look, say: Say) -> float:
    """What the values of a grid need at the left."""
    measure = QFontMetricsF(look.font)
    texts = [say(number * step) for number in range(round(top / step) + 1)]
    widest = max(measure.horizontalAdvance(text) for text in texts)
    return widest + 0.5 * measure.height()


def draw_labels(
    painter: QPainter, plot: QRectF, labels: Sequence[str], look: Look
) -> None:
    """Write labels beneath a plot, each under its share of the width.

    Where not all have room, every second, third … is written; one that the end of the
    plot pushes against its neighbour is left out.
    """
    if not labels:
        return
    painter.setFont(look.font)
    painter.setPen(look.quiet)
    measure = QFontMetricsF(look.font)
    each = plot.width() / len(labels)
    widest = max(measure.horizontalAdvance(label) for label in labels)
    every = max(1, int(-(-(widest + LABEL_GAP_SHARE * look.letters_px) // each)))
    free = plot.left() - look.letters_px
    for number in range(0, len(labels), every):
        middle = plot.left() + (number + 0.5) * each
        left = min(
            max(middle - widest / 2.0, plot.left() - look.letters_px),
            plot.right() + 0.5 * look.letters_px - widest,
        )
        if left < free:
            continue
        free = left + widest + LABEL_GAP_SHARE * look.letters_px
        place = QRectF(
            left,
            plot.bottom() + 0.25 * measure.height(),
            widest + 2.0,
            measure.height(),
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, labels[number])


def draw_legend(
    painter: QPainter,
    corner: QPointF,
    names: Sequence[str],
    colours: Sequence[QColor],
    look: Look,
) -> float:
    """Write what the colours mean, beside each other.

    Returns:
        The height that it takes.
    """
    if not names:
        return 0.0
    painter.setFont(look.font)
    measure = QFontMetricsF(look.font)
    height, size = measure.height(), 0.62 * look.letters_px
    x = corner.x()
    for name, colour in zip(names, colours, strict=False):
        box = QRectF(x, corner.y() + (height - size) / 2.0, size, size)
        painter.fillRect(box, colour)
        x += size + 0.4 * look.letters_px
        wide = measure.horizontalAdvance(name) + 2.0
        painter.setPen(look.quiet)
        painter.drawText(
            QRectF(x, corner.y(), wide, height), Qt.AlignmentFlag.AlignVCenter, name
        )
        x += wide + 1.2 * look.letters_px
    return 1.5 * height
