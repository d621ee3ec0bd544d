"""Hears every touch before any button does."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

SETTLE_S = 0.35
"""After a change of screen, touches that were meant for the old one are swallowed."""
HOLD_MS = 3000
HARDER = 2
"""So many times as long the corner is held where a visitor may be touching it."""
_PRESSES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.TouchBegin,
        QEvent.Type.KeyPress,
    }
)
_RELEASES = frozenset(
    {
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.TouchCancel,
        QEvent.Type.UngrabMouse,
        QEvent.Type.WindowDeactivate,
    }
)


class Touches(QObject):
    """Filters the events of the whole application.

    Args:
        application: Whose events are looked at.
        window: Whose touches count.
        corner_px: Side of the square in the window's top left corner that staff hold.
        now_s: Real seconds, for fingers are no faster in a rehearsal.
    """

    touched = Signal()
    """Somebody touched the screen or a key."""
    staff_wanted = Signal()
    """The corner was held long enough, or the keys for it were pressed."""

    def __init__(
        self,
        application: QApplication,
        window: QWidget,
        corner_px: int,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._now_s = window, now_s
        self._application = application
        self.corner_px = corner_px
        self.guards_corner = False
        """Whether touches in the corner are for staff alone."""
        self.hold_ms = HOLD_MS
        """How long the corner is held where touches in it are for staff alone."""
        self._settled_s = 0.0
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.timeout.connect(self.staff_wanted)

    def begin(self) -> None:
        """Listen from now on."""
        self._application.installEventFilter(self)

    def end(self) -> None:
        """Listen no more."""
        self._hold.stop()
        self._application.removeEventFilter(self)

    def settle(self) -> None:
        """Swallow touches for a moment: another screen is there."""
        self._settled_s = self._now_s() + SETTLE_S

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at presses and releases; let everything else pass."""
        kind = event.type()
        if kind in _RELEASES:
            self._hold.stop()
            return False
        if kind == QEvent.Type.MouseMove:
            self._on_moved(watched, event)
            return False
        if kind not in _PRESSES or not isinstance(watched, QWidget):
            return False
        return self._on_press(watched, event)

    def _on_press(self, watched: QWidget, event: QEvent) -> bool:
        self.touched.emit()
        if isinstance(event, QKeyEvent):
            return self._on_key(event)
        if self._now_s() < self._settled_s:
            return True
        if isinstance(event, QMouseEvent):
            if event.button() != Qt.MouseButton.LeftButton:
                return True
            place = watched.mapTo(self._window, event.position().toPoint())
            return self._on_place(place)
        return False

    def _on_moved(self, watched: QObject, event: QEvent) -> None:
        """A finger that slips out of the corner holds it no more."""
        if (
            self._hold.isActive()
            and isinstance(event, QMouseEvent)
            and isinstance(watched, QWidget)
            and not self._in_corner(
                watched.mapTo(self._window, event.position().toPoint())
            )
        ):
            self._hold.stop()

    def _on_place(self, place: QPoint) -> bool:
        in_corner = self._in_corner(place)
        if in_corner:
            alone = self.guards_corner
            self._hold.start(self.hold_ms if alone else HARDER * self.hold_ms)
        return in_corner and self.guards_corner

    def _in_corner(self, place: QPoint) -> bool:
        return max(place.x(), place.y()) < self.corner_px

    def _on_key(self, event: QKeyEvent) -> bool:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_S and event.modifiers() == both:
            self.staff_wanted.emit()
            return True
        return False
