"""The sign that says that the camera is on."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import SHADE, TEXT, Metrics, sans

RED = QColor("#e5484d")


class OnAir(QWidget):
    """A red dot and words on a dark plate, over the picture."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str) -> None:
        """Say it."""
        self._words = words
        self.setAccessibleName(words)

    def arrange(self, room: QRect, metrics: Metrics) -> None:
        """Stand at the top of a picture's place."""
        font = sans(metrics.small_px, strong=True)
        self.setFont(font)
        words = QFontMetrics(font).horizontalAdvance(self._words)
        width, height = words + 3 * metrics.small_px, 2 * metrics.small_px
        self.setGeometry(
            room.center().x() - width // 2,
            room.top() + metrics.gap_px // 2,
            width,
            height,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw plate, dot and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(SHADE)
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setBrush(RED)
        painter.drawEllipse(QPointF(radius, radius), 0.5 * radius, 0.5 * radius)
        painter.setPen(TEXT)
        painter.setFont(self.font())
        words = QRectF(self.rect()).adjusted(2 * radius, 0, -0.5 * radius, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()
