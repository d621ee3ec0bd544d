"""The label on the wall beside a painting."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans, serif
from kiosk.widgets.text import balanced, draw_lines, line_height_px

TITLE_LINES = 2
SCALES = (1.0, 0.9, 0.8, 0.7, 0.6)
"""Tried in turn until long words fit."""


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
        title_font, origin_font = self._title_font, self._origin_font
        for scale in SCALES:
            title_font = serif(round(scale * self._title_font.pixelSize()))
            origin_font = sans(round(scale * self._origin_font.pixelSize()))
            if self._height_px(title_font, origin_font) <= self.height():
                break
        height = self._height_px(title_font, origin_font)
        top = max(0, (self.height() - height) // 2) if self._centred else 0
        place = QRect(0, top, self.width(), self.height())
        painter = QPainter(self)
        title = balanced(self._title, title_font, self.width(), TITLE_LINES)
        bottom = draw_lines(painter, title, place, title_font, TEXT)
        place.setTop(bottom + _air_px(origin_font))
        origin = balanced(self._origin, origin_font, self.width(), TITLE_LINES)
        draw_lines(painter, origin, place, origin_font, QUIET_TEXT)
        painter.end()

    def _height_px(self, title_font: QFont, origin_font: QFont) -> int:
        title = balanced(self._title, title_font, self.width(), TITLE_LINES)
        origin = balanced(self._origin, origin_font, self.width(), TITLE_LINES)
        return (
            line_height_px(title_font) * len(title)
            + _air_px(origin_font)
            + line_height_px(origin_font) * len(origin)
        )


def _air_px(origin_font: QFont) -> int:
    """Between the title and what is beneath it."""
    return origin_font.pixelSize() // 6
