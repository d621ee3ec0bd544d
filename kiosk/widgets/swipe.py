"""Tells a swipe to the left or to the right from a touch."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

STEEPEST = 1.0
"""Down over across; what is steeper is no swipe."""


class Swipe(QObject):
    """Watches widgets for a finger that moves sideways.

    A button under the finger is let go when a swipe begins and does not count as
    touched.

    Args:
        parent: Whose swipes they are.
    """

    dragged = Signal(int)
    """How far the finger is from where it came down, in pixels."""
    ended = Signal(int)
    """The finger left: 1 for the next, 0 for neither, -1 for the previous."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._begin_px = 24.0
        self._step_px = 60.0
        self._start: QPointF | None = None
        self._swiping = False

    def set_reach(self, begin_px: int, step_px: int) -> None:
        """Choose distances.

        Args:
            begin_px: Beyond it a touch is a swipe.
            step_px: Beyond it a swipe leads to the next or the previous.
        """
        self._begin_px, self._step_px = float(begin_px), float(step_px)

    def watch(self, widget: QWidget) -> None:
        """Look for swipes that begin on a widget."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the finger; nothing is kept from anybody until it swipes."""
        if not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick:
                self._on_down(event)
            case QEvent.Type.MouseMove:
                return self._on_move(watched, event)
            case QEvent.Type.MouseButtonRelease:
                self._on_up(event)
        return False

    def _on_down(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._start, self._swiping = event.globalPosition(), False

    def _on_move(self, watched: QObject, event: QMouseEvent) -> bool:
        if self._start is None:
            return False
        way = event.globalPosition() - self._start
        far = abs(way.x()) > max(self._begin_px, STEEPEST * abs(way.y()))
        if far and not self._swiping:
            self._swiping = True
            if isinstance(watched, QAbstractButton):
                watched.setDown(False)
        if self._swiping:
            self.dragged.emit(round(way.x()))
        return self._swiping

    def _on_up(self, event: QMouseEvent) -> None:
        if self._start is None or event.button() != Qt.MouseButton.LeftButton:
            return
        way_px = event.globalPosition().x() - self._start.x()
        swiped, self._start, self._swiping = self._swiping, None, False
        if swiped:
            step = 0 if abs(way_px) < self._step_px else (-1 if way_px > 0 else 1)
            self.ended.emit(step)
