"""Paints charts that stand on a line: columns and lines."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from kiosk.charts.axis import (
    draw_grid,
    draw_labels,
    draw_legend,
    grid_room_px,
    grid_step,
    top_of,
)
from kiosk.charts.look import Look
from kiosk.charts.values import Columns, Lines, Say

WIDE_SHARE = 0.74
LIGHT = 0.45


def paint_columns(
    painter: QPainter, place: QRectF, chart: Columns, look: Look, say: Say
) -> None:
    """Paint columns with their parts in front."""
    colours = (look.other, look.main) if chart.parts else (look.main,)
    used = draw_legend(painter, place.topLeft(), chart.names, colours, look)
    largest = max(chart.wholes, default=0.0)
    step = grid_step(max(1.0, largest))
    top = top_of(largest, step)
    plot = _plot(place, used, grid_room_px(top, step, look, say), look)
    draw_grid(painter, plot, top, step, look, say)
    if not chart.wholes:
        return
    each = plot.width() / len(chart.wholes)
    for number, whole in enumerate(chart.wholes):
        left = plot.left() + (number + (1.0 - WIDE_SHARE) / 2.0) * each
        painter.setOpacity(LIGHT if number in chart.unfinished else 1.0)
        heights = (whole, chart.parts[number]) if chart.parts else (whole,)
        for value, colour in zip(heights, colours, strict=True):
            height = plot.height() * value / top
            column = QRectF(left, plot.bottom() - height, WIDE_SHARE * each, height)
            painter.fillRect(column, colour)
    painter.setOpacity(1.0)
    draw_labels(painter, plot, chart.labels, look)


def paint_lines(
    painter: QPainter, place: QRectF, chart: Lines, look: Look, say: Say
) -> None:
    """Paint lines, each in its colour."""
    colours = (look.main, look.third, look.quiet)
    names = [name for name, _values in chart.series]
    used = draw_legend(painter, place.topLeft(), names, colours, look)
    every = [v for _name, values in chart.series for v in values if v is not None]
    largest = chart.most if chart.most is not None else max(every, default=0.0)
    step = grid_step(max(largest, 1e-6), whole=chart.most is None)
    top = top_of(largest, step)
    plot = _plot(place, used, grid_room_px(top, step, look, say), look)
    draw_grid(painter, plot, top, step, look, say)
    for (_name, values), colour in zip(chart.series, colours, strict=False):
        _draw_line(painter, plot, values, top, colour, look)
    draw_labels(painter, plot, chart.labels, look)


def _draw_line(
    painter: QPainter,
    plot: QRectF,
    values: tuple[float | None, ...],
    top: float,
    colour: QColor,
    look: Look,
) -> None:
    path, drawing = QPainterPath(), False
    for number, value in enumerate(values):
        if value is None:
            drawing = False
            continue
        x = plot.left() + (number + 0.5) * plot.width() / len(values)
        point = QPointF(x, plot.bottom() - plot.height() * min(value, top) / top)
        if drawing:
            path.lineTo(point)
        else:
            path.moveTo(point)
            path.lineTo(point + QPointF(0.01, 0.0))
        drawing = True
    pen = QPen(colour, max(1.0, look.letters_px / 8.0))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def _plot(place: QRectF, top_px: float, left_px: float, look: Look) -> QRectF:
    height = QFontMetricsF(look.font).height()
    return place.adjusted(
        left_px, top_px + 0.5 * height, -0.5 * look.letters_px, -1.4 * height
    )
