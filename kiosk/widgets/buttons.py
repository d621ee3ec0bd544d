"""Buttons with words on them."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, TEXT, Metrics, sans
from kiosk.widgets.focus import FocusButton
from kiosk.widgets.lines import balanced
from kiosk.widgets.text import line_height_px

INK = QColor("#1c1612")
OUTLINE = QColor(244, 238, 228, 150)
MOST_LINES = 2
SCALES = (1.0, 0.92, 0.84, 0.76)
"""Tried in turn until long words fit."""


class Weight(Enum):
    """How much a button asks to be touched."""

    MAIN = auto()
    """What most people touch next: filled; one on a screen."""
    PLAIN = auto()
    """As good a choice: outlined."""
    QUIET = auto()
    """There for whoever looks for it: words with a thin line beneath."""


class WordButton(FocusButton):
    """A rounded button with a word or a few.

    Args:
        parent: The screen.
        weight: How much it asks to be touched.
        compact: Whether it is one of many, no larger than a finger needs.
    """

    def __init__(
        self,
        parent: QWidget,
        weight: Weight = Weight.PLAIN,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__(parent)
        self._weight, self._compact = weight, compact
        self._height_px = 76
        self._most_width_px = 10_000

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Say something else; the size follows."""
        super().setText(text)
        self.resize(self.sizeHint())
        self.update()

    def apply_metrics(self, metrics: Metrics, most_width_px: int | None = None) -> None:
        """Take its sizes from the window's.

        Args:
            metrics: The window's sizes.
            most_width_px: Longer words take two lines, and then smaller letters.
        """
        self._height_px = max(metrics.touch_px, round(3.0 * metrics.text_px))
        self._most_width_px = most_width_px or 10_000
        quiet = self._weight is Weight.QUIET
        size_px = metrics.text_px if quiet else round(1.15 * metrics.text_px)
        if self._compact:
            self._height_px, size_px = metrics.touch_px, metrics.small_px
        self.setFont(sans(size_px, strong=not quiet))
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for the words with air around them."""
        lines, font = self._lines()
        words = max(
            (QFontMetrics(font).horizontalAdvance(line) for line in lines), default=0
        )
        width = max(words + 2 * self._air_px(), self._height_px)
        height = round((len(lines) + 0.7) * line_height_px(font))
        return QSize(min(width, self._most_width_px), max(self._height_px, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        if self._weight is not Weight.QUIET or self.isDown() or self.ringed:
            self._draw_shape(painter)
        self._draw_words(painter)
        painter.end()

    def _draw_shape(self, painter: QPainter) -> None:
        border = 3.0
        shape = QRectF(self.rect()).adjusted(border, border, -border, -border)
        main = self._weight is Weight.MAIN
        fill = TEXT if main else QColor(255, 255, 255, 14)
        if self.isDown():
            fill = GOLD
        edge = fill if main else OUTLINE
        painter.setPen(QPen(GOLD if self.ringed else edge, 2.0))
        painter.setBrush(fill)
        radius = shape.height() / 2.0
        painter.drawRoundedRect(shape, radius, radius)

    def _draw_words(self, painter: QPainter) -> None:
        lines, font = self._lines()
        painter.setFont(font)
        dark = self._weight is Weight.MAIN or self.isDown()
        painter.setPen(INK if dark else TEXT)
        height = line_height_px(font)
        y = (self.height() - height * len(lines)) / 2.0
        for line in lines:
            row = QRectF(0.0, y, self.width(), height)
            painter.drawText(row, Qt.AlignmentFlag.AlignCenter, line)
            y += height
        if self._weight is Weight.QUIET and not self.isDown():
            widest = max(
                (QFontMetrics(font).horizontalAdvance(line) for line in lines),
                default=0,
            )
            left = (self.width() - widest) / 2.0
            painter.fillRect(QRectF(left, y + 1.0, widest, 2.0), OUTLINE)

    def _lines(self) -> tuple[list[str], QFont]:
        """The words in at most two lines, in letters small enough for them."""
        room = self._most_width_px - 2 * self._least_air_px()
        font = QFont(self.font())
        lines = [self.text()]
        for scale in SCALES:
            font.setPixelSize(round(scale * self.font().pixelSize()))
            lines = balanced(self.text(), font, room, MOST_LINES)
            if not any(line.endswith("…") for line in lines) or self.text().endswith(
                "…"
            ):
                break
        return lines, font

    def _air_px(self) -> int:
        quiet = self._weight is Weight.QUIET
        return round((0.3 if quiet else 0.6) * self._height_px)

    def _least_air_px(self) -> int:
        """Words without a shape around them may take most of their air."""
        quiet = self._weight is Weight.QUIET
        return self._air_px() // 3 if quiet else self._air_px()
