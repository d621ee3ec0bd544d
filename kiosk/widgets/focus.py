"""Whether the keyboard brought the focus: only then is a ring to be drawn."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def by_keyboard(event: QFocusEvent) -> bool:
    """Tell whether a key brought the focus; a window that comes up gives it away too.

    Args:
        event: Of the focus that came.
    """
    return event.reason() in _KEYBOARD


class FocusButton(QAbstractButton):
    """A button that takes focus by Tab and knows whether to draw a ring.

    Args:
        parent: What it stands on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self.ringed = by_keyboard(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget it."""
        self.ringed = False
        super().focusOutEvent(event)
