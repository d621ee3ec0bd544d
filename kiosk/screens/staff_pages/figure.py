"""One big figure with words beneath."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import QUIET_TEXT, TEXT, Metrics, sans, serif
from kiosk.widgets.paragraph import Paragraph

PLATE = QColor(255, 255, 255, 14)


class Figure(QWidget):
    """A plate with a figure and what it counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = Paragraph(self, TEXT)
        self._words = Paragraph(self, QUIET_TEXT)
        self._change = Paragraph(self, QUIET_TEXT)
        for words in (self._number, self._words, self._change):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    @property
    def number(self) -> str:
        """The figure as it is shown."""
        return self._number.text()

    def say(self, number: str, words: str, change: str = "") -> None:
        """Show another figure, and how it changed where that is known."""
        self._number.setText(number)
        self._words.setText(words)
        self._change.setText(change)
        self.setAccessibleName(f"{words}: {number} {change}".rstrip())

    def arrange(self, width_px: int, metrics: Metrics) -> int:
        """Put everything in its place; tell the height."""
        pad = max(8, metrics.gap_px // 2)
        self._number.set_face(serif(round(0.9 * metrics.heading_px)))
        self._words.set_face(sans(metrics.small_px))
        room = width_px - pad
        y = self._number.lay(pad // 2, pad // 2, room)
        y = self._words.lay(pad // 2, y, room)
        self._change.set_face(sans(round(0.9 * metrics.small_px), strong=True))
        y = self._change.lay(pad // 2, y, room) + pad
        self.resize(width_px, y)
        return y

    def stretch(self, height_px: int) -> None:
        """Be as high as its neighbours."""
        self.resize(self.width(), height_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(PLATE)
        painter.drawRoundedRect(QRectF(self.rect()), 10.0, 10.0)
        painter.end()
