"""The label on the wall beside a painting."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans, serif
from kiosk.widgets.lines import balanced
from kiosk.widgets.text import draw_lines, line_height_px

ORIGIN_LINES = 2
SETTINGS = (
    *((scale, 2) for scale in (1.0, 0.9, 0.8, 0.7)),
    *((scale, 3) for scale in (0.7, 0.6, 0.5)),
)
"""Scales of the letters and lines of the title, tried in turn until long words fit."""


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
        """Draw the words, smaller if they are long."""
        words = self._set(*SETTINGS[0])
        for scale, title_lines in SETTINGS:
            words = self._set(scale, title_lines)
            if words.height_px() <= self.height() and not words.cut():
                break
        top = max(0, (self.height() - words.height_px()) // 2) if self._centred else 0
        place = QRect(0, top, self.width(), self.height())
        painter = QPainter(self)
        bottom = draw_lines(painter, words.title, place, words.title_font, TEXT)
        place.setTop(bottom + words.air_px())
        draw_lines(painter, words.origin, place, words.origin_font, QUIET_TEXT)
        painter.end()

    def _set(self, scale: float, title_lines: int) -> "_Words":
        title_font = serif(round(scale * self._title_font.pixelSize()))
        origin_font = sans(round(scale * self._origin_font.pixelSize()))
        width = self.width()
        title = balanced(self._title, title_font, width, title_lines)
        origin = balanced(self._origin, origin_font, width, ORIGIN_LINES)
        return _Words(title_font, origin_font, title, origin)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words in lines, in letters of a size."""

    title_font: QFont
    origin_font: QFont
    title: list[str]
    origin: list[str]

    def air_px(self) -> int:
        """Between the title and what is beneath it."""
        return self.origin_font.pixelSize() // 6

    def height_px(self) -> int:
        title = line_height_px(self.title_font) * len(self.title)
        origin = line_height_px(self.origin_font) * len(self.origin)
        return title + self.air_px() + origin

    def cut(self) -> bool:
        """Whether something had to be left out."""
        return any(line.endswith("…") for line in (*self.title, *self.origin))
