"""Buttons with words on them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.theme import GOLD, TEXT, Metrics, sans

INK = QColor("#1c1612")


class WordButton(QAbstractButton):
    """A rounded button with a word; the main one on a screen is filled.

    Args:
        text: What it says.
        main: Whether it is what most people will touch next.
    """

    def __init__(self, text: str, parent: QWidget, *, main: bool) -> None:
        super().__init__(parent)
        self._main = main
        self._height_px = 76
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def apply_metrics(self, metrics: Metrics) -> None:
        """Take its sizes from the window's."""
        self._height_px = max(metrics.touch_px, round(3.0 * metrics.text_px))
        self.setFont(sans(round(1.15 * metrics.text_px), strong=True))
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Room for the word with air around it."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + round(1.6 * self._height_px), self._height_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shape and the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = 3.0
        shape = QRectF(self.rect()).adjusted(border, border, -border, -border)
        fill = TEXT if self._main else QColor(255, 255, 255, 14)
        if self.isDown():
            fill = GOLD
        painter.setPen(QPen(fill if self._main else QColor(244, 238, 228, 150), 2.0))
        painter.setBrush(fill)
        radius = shape.height() / 2.0
        painter.drawRoundedRect(shape, radius, radius)
        painter.setPen(INK if self._main or self.isDown() else TEXT)
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
