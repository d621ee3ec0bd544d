"""Paints heat maps."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from kiosk.charts.axis import draw_labels
from kiosk.charts.colours import between, letters_on
from kiosk.charts.look import Look
from kiosk.charts.values import HeatMap

GAP_SHARE = 0.06


def paint_heat_map(
    painter: QPainter, place: QRectF, chart: HeatMap, look: Look
) -> None:
    """Paint cells, the larger the brighter, with labels at the left and beneath."""
    if not chart.rows or not chart.columns:
        return
    measure = QFontMetricsF(look.font)
    label_px = max(measure.horizontalAdvance(row) for row in chart.rows)
    label_px += 0.6 * look.letters_px
    plot = place.adjusted(label_px, 0.0, 0.0, -1.5 * measure.height())
    wide, high = plot.width() / len(chart.columns), plot.height() / len(chart.rows)
    most = max((v for row in chart.cells for v in row if v is not None), default=0.0)
    gap = GAP_SHARE * min(wide, high)
    painter.setFont(look.font)
    for y, (label, row) in enumerate(zip(chart.rows, chart.cells, strict=True)):
        line = QRectF(place.left(), plot.top() + y * high, label_px, high)
        painter.setPen(look.quiet)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, label)
        for x, value in enumerate(row):
            if value is None:
                continue
            share = value / most if most else 0.0
            cell = QRectF(plot.left() + x * wide, line.top(), wide, high)
            shape = cell.adjusted(gap, gap, -gap, -gap)
            colour = between(look.ground, look.main, share)
            painter.fillRect(shape, colour)
            if chart.texts:
                painter.setPen(letters_on(colour))
                text = chart.texts[y][x]
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
    draw_labels(painter, plot, chart.columns, look)
