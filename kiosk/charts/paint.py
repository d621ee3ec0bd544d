"""The one painter of all charts."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.charts.heat import paint_heat_map
from kiosk.charts.look import Look
from kiosk.charts.lying import paint_bars, paint_funnel
from kiosk.charts.upright import paint_columns, paint_lines
from kiosk.charts.values import Bars, Chart, Columns, Funnel, Lines, Say


def paint_chart(
    painter: QPainter, place: QRectF, chart: Chart, look: Look, say: Say
) -> None:
    """Paint a chart.

    Args:
        painter: On a widget, a picture or a page.
        place: All of the room that it may take.
        chart: What it shows.
        look: Its colours and letters.
        say: Writes numbers.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match chart:
        case Columns():
            paint_columns(painter, place, chart, look, say)
        case Lines():
            paint_lines(painter, place, chart, look, say)
        case Bars():
            paint_bars(painter, place, chart, look)
        case Funnel():
            paint_funnel(painter, place, chart, look)
        case _:
            paint_heat_map(painter, place, chart, look)
    painter.restore()


def picture_of(
    chart: Chart, size_px: QSize, look: Look, say: Say, ground: QColor
) -> QImage:
    """Paint a chart into a picture.

    Args:
        chart: What it shows.
        size_px: Of the picture.
        look: Its colours and letters.
        say: Writes numbers.
        ground: Behind it.
    """
    image = QImage(size_px, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    paint_chart(painter, QRectF(image.rect()), chart, look, say)
    painter.end()
    return image
