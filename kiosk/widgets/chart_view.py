"""Shows a chart."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.charts.look import on_wall
from kiosk.charts.paint import paint_chart
from kiosk.charts.values import Chart, Say
from kiosk.theme import Metrics


class ChartView(QWidget):
    """Draws a chart over all of its place.

    Args:
        chart: What it shows.
        say: Writes the numbers of its scale.
        parent: What it stands on.
    """

    def __init__(self, chart: Chart, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self.chart = chart
        self._say = say
        self._look = on_wall(20)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart."""
        self.chart = chart
        self.update()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its letters from the window's sizes."""
        self._look = on_wall(metrics.small_px)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart."""
        painter = QPainter(self)
        paint_chart(painter, QRectF(self.rect()), self.chart, self._look, self._say)
        painter.end()
