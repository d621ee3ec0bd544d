"""Whether the keyboard brought the focus: only then is a ring to be drawn."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class KeyboardFocus(QObject):
    """Watches a widget's focus; a window that comes up gives it away too.

    Args:
        widget: Takes focus by Tab from now on.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._ringed = False
        widget.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        widget.installEventFilter(self)

    @property
    def ringed(self) -> bool:
        """Whether to draw a ring around the widget."""
        return self._ringed

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Remember how the focus came."""
        if isinstance(event, QFocusEvent):
            self._ringed = event.gotFocus() and event.reason() in KEYBOARD
        return False
