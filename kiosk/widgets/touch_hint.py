"""The words that say where to touch, with a sign for whoever cannot read them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, TEXT, Metrics, sans
from kiosk.widgets.focus import FocusButton

SCALES = (1.0, 0.92, 0.84, 0.76, 0.68, 0.6)
"""Tried in turn until long words fit."""


class TouchHint(FocusButton):
    """Circles as of a finger on water, and words beside them.

    The whole screen may be touched; this is what the keyboard and a screen reader
    find of it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._touch_px = 76
        self._set_in = sans(32)

    @property
    def indent_px(self) -> int:
        """How far in from the left the sign begins."""
        return self._air_px()

    def apply_metrics(self, metrics: Metrics, most_width_px: int) -> None:
        """Take its sizes from the window's.

        Args:
            metrics: The window's sizes.
            most_width_px: Longer words take smaller letters.
        """
        self._touch_px = metrics.touch_px
        for scale in SCALES:
            self._set_in = QFont(sans(round(scale * 1.2 * metrics.text_px)))
            if self.sizeHint().width() <= most_width_px:
                break
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Room for sign and words."""
        words_px = QFontMetrics(self._set_in).horizontalAdvance(self.text())
        return QSize(self._words_left_px() + words_px + self._air_px(), self._touch_px)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw sign and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.ringed:
            ring = QRectF(self.rect()).adjusted(2.0, 2.0, -2.0, -2.0)
            painter.setPen(QPen(GOLD, 2.0))
            painter.drawRoundedRect(ring, ring.height() / 2.0, ring.height() / 2.0)
        radius = self._sign_px() / 2.0
        centre = QPointF(self._air_px() + radius, self.height() / 2.0)
        _draw_circles(painter, centre, radius)
        painter.setFont(self._set_in)
        painter.setPen(TEXT)
        words = self.rect().adjusted(self._words_left_px(), 0, 0, 0)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, side, self.text())
        painter.end()

    def _sign_px(self) -> int:
        return round(1.45 * self._set_in.pixelSize())

    def _air_px(self) -> int:
        return round(0.5 * self._set_in.pixelSize())

    def _words_left_px(self) -> int:
        return 2 * self._air_px() + self._sign_px()


def _draw_circles(painter: QPainter, centre: QPointF, radius: float) -> None:
    """A gold dot in two thinning circles."""
    line = max(1.5, 0.09 * radius)
    for reach, alpha in ((1.0, 130), (0.66, 210)):
        gold = QColor(GOLD)
        gold.setAlpha(alpha)
        painter.setPen(QPen(gold, line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, reach * radius - line, reach * radius - line)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(GOLD)
    painter.drawEllipse(centre, 0.28 * radius, 0.28 * radius)
