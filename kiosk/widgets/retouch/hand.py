"""Tells one finger that works from two that zoom, and a mouse from both."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

NOTCH = 1.2
"""One notch of the wheel zooms so much."""
NOTCH_UNITS = 120.0
NEAREST_PX = 8.0
"""Fingers nearer to each other than this say nothing about a zoom."""


class Hand(QObject):
    """Follows touches and the mouse over a widget.

    Whatever the first finger has begun is taken back once a second one comes: people
    who zoom do not mean to paint.

    Args:
        widget: Takes touches from now on.
    """

    pressed = Signal(QPointF)
    """One finger, or the left button, went down."""
    moved = Signal(QPointF)
    """It moved."""
    released = Signal(QPointF)
    """It was lifted."""
    cancelled = Signal()
    """It shall not have been."""
    zoomed = Signal(float, QPointF, QPointF)
    """Zoom by a factor around a place, and move by a way."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._working = False
        self._pinching = False
        self._centre = QPointF()
        self._spread_px = 0.0
        self._dragged_from: QPointF | None = None
        self.is_finger = False
        """Whether the last press was a finger's, which covers what it touches."""
        widget.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take touches, buttons and the wheel."""
        if isinstance(event, QTouchEvent):
            self._on_touch(event)
            return True
        if isinstance(event, QWheelEvent):
            steps = event.angleDelta().y() / NOTCH_UNITS
            self.zoomed.emit(NOTCH**steps, event.position(), QPointF())
            return True
        if isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        kind, place = event.type(), event.position()
        left = event.button() == Qt.MouseButton.LeftButton
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            if left:
                self.is_finger = False
                self._begin(place)
            else:
                self._dragged_from = place
        elif kind == QEvent.Type.MouseMove:
            if self._working:
                self.moved.emit(place)
            elif self._dragged_from is not None:
                self.zoomed.emit(1.0, place, place - self._dragged_from)
                self._dragged_from = place
        elif kind == QEvent.Type.MouseButtonRelease:
            if left:
                self._end(place)
            else:
                self._dragged_from = None
        else:
            return False
        return True

    def _on_touch(self, event: QTouchEvent) -> None:
        event.accept()
        if event.type() == QEvent.Type.TouchCancel:
            self._cancel()
            self._pinching = False
            return
        lifted = QEventPoint.State.Released
        down = [point for point in event.points() if point.state() != lifted]
        if len(down) >= 2:
            self._pinch(down)
        elif len(down) == 1 and not self._pinching:
            self._follow(down[0])
        elif not down:
            if not self._pinching and event.points():
                self._end(event.points()[0].position())
            self._pinching = False

    def _follow(self, point: QEventPoint) -> None:
        if not self._working:
            self.is_finger = True
            self._begin(point.position())
        elif point.state() == QEventPoint.State.Updated:
            self.moved.emit(point.position())

    def _pinch(self, fingers: Sequence[QEventPoint]) -> None:
        one, other = fingers[0].position(), fingers[1].position()
        centre = (one + other) / 2
        spread_px = math.hypot((one - other).x(), (one - other).y())
        if self._pinching:
            far = min(spread_px, self._spread_px) > NEAREST_PX
            factor = spread_px / self._spread_px if far else 1.0
            self.zoomed.emit(factor, centre, centre - self._centre)
        else:
            self._cancel()
        self._pinching, self._centre, self._spread_px = True, centre, spread_px

    def _begin(self, place: QPointF) -> None:
        self._working = True
        self.pressed.emit(place)

    def _end(self, place: QPointF) -> None:
        if self._working:
            self._working = False
            self.released.emit(place)

    def _cancel(self) -> None:
        if self._working:
            self._working = False
            self.cancelled.emit()
