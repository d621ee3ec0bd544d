"""A value between nothing and all, set by drawing a finger along a line."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, TEXT, Metrics
from kiosk.widgets.buttons import OUTLINE
from kiosk.widgets.focus import by_keyboard

STEP = 0.05
KNOB_SHARE = 0.22
"""Radius of the knob over the height."""


class Slider(QWidget):
    """A line with a knob; its accessible name is set by whoever uses it."""

    slid = Signal(float)
    """The knob is being drawn; carries 0 to 1."""
    settled = Signal(float)
    """It was let go, or moved by a key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._value = 0.0
        self._touch_px = 76
        self._held = False
        self._ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def value(self) -> float:
        """0 to 1."""
        return self._value

    def set_value(self, value: float) -> None:
        """Move the knob; nothing is told."""
        self._value = min(max(value, 0.0), 1.0)
        self.setAccessibleDescription(f"{self._value:.0%}")
        self.update()

    def apply_metrics(self, metrics: Metrics, width_px: int) -> None:
        """Take its height from the window's sizes."""
        self._touch_px = metrics.touch_px
        self.resize(width_px, self._touch_px)

    def sizeHint(self) -> QSize:
        """Room for a finger and some way to go."""
        return QSize(4 * self._touch_px, self._touch_px)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the knob, from wherever the finger is."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = True
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the knob along."""
        if self._held:
            self._follow(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        if self._held:
            self._held = False
            self.settled.emit(self._value)
            self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ringed = by_keyboard(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget it."""
        self._ringed = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a step to either side."""
        steps = {
            Qt.Key.Key_Left: -STEP,
            Qt.Key.Key_Down: -STEP,
            Qt.Key.Key_Right: STEP,
            Qt.Key.Key_Up: STEP,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.set_value(self._value + step)
        self.settled.emit(self._value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, what is done of it, and the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        left, right = self._ends()
        middle, thick = self.height() / 2, 0.07 * self.height()
        knob = QPointF(left + self._value * (right - left), middle)
        painter.setPen(Qt.PenStyle.NoPen)
        line = QRectF(left, middle - thick / 2, right - left, thick)
        painter.setBrush(OUTLINE)
        painter.drawRoundedRect(line, thick / 2, thick / 2)
        line.setRight(knob.x())
        painter.setBrush(GOLD)
        painter.drawRoundedRect(line, thick / 2, thick / 2)
        ringed = self._held or self._ringed
        painter.setPen(QPen(GOLD, 4.0) if ringed else QPen(OUTLINE, 2.0))
        painter.setBrush(TEXT)
        radius = KNOB_SHARE * self.height()
        painter.drawEllipse(knob, radius, radius)
        painter.end()

    def _ends(self) -> tuple[float, float]:
        margin = KNOB_SHARE * self.height() + 3.0
        return margin, max(margin + 1.0, self.width() - margin)

    def _follow(self, place: QPointF) -> None:
        left, right = self._ends()
        self.set_value((place.x() - left) / (right - left))
        self.slid.emit(self._value)
