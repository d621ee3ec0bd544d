"""A heading with a chart beneath, or a sentence where there is nothing to draw."""

from PySide6.QtWidgets import QWidget

from kiosk.charts.board import LABELS_MM, Section
from kiosk.charts.values import Say
from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans
from kiosk.widgets.chart_view import ChartView
from kiosk.widgets.paragraph import Paragraph


class ChartPanel(QWidget):
    """One section of a board.

    Args:
        section: What it shows.
        say: Writes the numbers of its scale.
        parent: The page.
    """

    def __init__(self, section: Section, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self.half = section.half
        self._height_mm = section.height_mm
        self._heading, self._note = Paragraph(self, TEXT), Paragraph(self, QUIET_TEXT)
        self._heading.setText(section.heading)
        self._note.setText(section.note)
        self.view: ChartView | None = None
        if section.chart is not None:
            self.view = ChartView(section.chart, say, self)
            self.view.setAccessibleName(section.heading)

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        gap = metrics.gap_px // 2
        self._heading.set_face(sans(metrics.text_px, strong=True))
        self._note.set_face(sans(metrics.small_px))
        y = self._heading.lay(0, gap, width_px) + gap
        y = self._note.lay(0, y, width_px) + (gap if self._note.text() else 0)
        if self.view is not None:
            self.view.apply_metrics(metrics)
            height_px = round(self._height_mm * metrics.small_px / LABELS_MM)
            self.view.setGeometry(0, y, width_px, height_px)
            y += height_px
        self.resize(width_px, y)
        return y
