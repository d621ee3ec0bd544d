"""The label on the wall beside a painting."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans, serif
from kiosk.widgets.text import balanced, draw_lines, line_height_px

TITLE_LINES = 2


class WallLabel(QWidget):
    """Title, and beneath it artist and year, in its middle or at its top."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._centred = True
        self._title = ""
        self._origin = ""
        self._title_font = serif(46)
        self._origin_font = sans(24)

    def set_words(self, title: str, origin: str) -> None:
        """Name the painting."""
        self._title, self._origin = title, origin
        self.setAccessibleName(f"{title}, {origin}")
        self.update()

    def set_centred(self, *, centred: bool) -> None:
        """Put the words in the middle of the height or at the top."""
        self._centred = centred
        self.update()

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its sizes from the window's."""
        self._title_font = serif(metrics.title_px)
        self._origin_font = sans(metrics.text_px)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        painter = QPainter(self)
        title = balanced(self._title, self._title_font, self.width(), TITLE_LINES)
        origin = balanced(self._origin, self._origin_font, self.width(), TITLE_LINES)
        title_height = line_height_px(self._title_font) * len(title)
        air = self._origin_font.pixelSize() // 6
        height = title_height + air + line_height_px(self._origin_font) * len(origin)
        top = max(0, (self.height() - height) // 2) if self._centred else 0
        place = QRect(0, top, self.width(), self.height())
        bottom = draw_lines(painter, title, place, self._title_font, TEXT)
        place.setTop(bottom + air)
        draw_lines(painter, origin, place, self._origin_font, QUIET_TEXT)
        painter.end()
