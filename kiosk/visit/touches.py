"""Hears every touch before any button does."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, Qt, QWindow
from PySide6.QtWidgets import QWidget

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
    {QEvent.Type.MouseButtonRelease, QEvent.Type.TouchCancel, QEvent.Type.FocusOut}
)
_NEW_WINDOW = frozenset({QEvent.Type.Show, QEvent.Type.WinIdChange})


class Touches(QObject):
    """Filters what comes to a window from the system, before any widget has it.

    The system's window is filtered, not the application: that would call Python for
    every timer and every piece of a picture.

    Args:
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
        window: QWidget,
        corner_px: int,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._now_s = window, now_s
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
        self._window.installEventFilter(self)
        self._listen()

    def end(self) -> None:
        """Listen no more."""
        self._hold.stop()
        self._window.removeEventFilter(self)
        handle: QWindow | None = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)

    def settle(self) -> None:
        """Swallow touches for a moment: another screen is there."""
        self._settled_s = self._now_s() + SETTLE_S

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at presses and releases; let everything else pass."""
        kind = event.type()
        if watched is self._window:
            if kind in _NEW_WINDOW:
                self._listen()
            return False
        if kind in _RELEASES:
            self._hold.stop()
            return False
        if kind == QEvent.Type.MouseMove:
            self._on_moved(event)
            return False
        return kind in _PRESSES and self._on_press(event)

    def _listen(self) -> None:
        """Filter the system's window; a change of the window's kind makes a new one."""
        handle: QWindow | None = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _on_press(self, event: QEvent) -> bool:
        self.touched.emit()
        if isinstance(event, QKeyEvent):
            return self._on_key(event)
        if self._now_s() < self._settled_s:
            return True
        if isinstance(event, QMouseEvent):
            if event.button() != Qt.MouseButton.LeftButton:
                return True
            return self._on_place(event.position().toPoint())
        return False

    def _on_moved(self, event: QEvent) -> None:
        """A finger that slips out of the corner holds it no more."""
        if (
            self._hold.isActive()
            and isinstance(event, QMouseEvent)
            and not self._in_corner(event.position().toPoint())
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
