"""The one window: it fills the screen and holds the screens."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget

WINDOWED_SHARE = 0.85


class KioskWindow(QStackedWidget):
    """A full screen without frame and cursor, or a plain window for a desk.

    Args:
        windowed: Whether to be a plain window.
    """

    closed = Signal()
    """The window was closed."""
    step_wanted = Signal(int)
    """The next (1) or previous (-1) painting is wanted by keyboard."""
    shutter_wanted = Signal()
    """The portrait is wanted by keyboard."""

    def __init__(self, *, windowed: bool) -> None:
        super().__init__()
        self._windowed = windowed
        self.setWindowTitle("Vernissage")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        if not windowed:
            self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.setCursor(Qt.CursorShape.BlankCursor)

    def open(self, size_px: tuple[int, int] | None = None) -> None:
        """Appear.

        Args:
            size_px: Width and height whatever the screen is; None to fit the screen.
        """
        if size_px is not None:
            self.resize(*size_px)
            self.show()
            return
        if not self._windowed:
            # Without a window manager nobody else would size it.
            self.setGeometry(self.screen().geometry())
            self.showFullScreen()
            return
        room = self.screen().availableSize()
        height = round(WINDOWED_SHARE * room.height())
        width = round(WINDOWED_SHARE * room.width())
        if room.width() > room.height():
            self.resize(QSize(min(width, round(height * 16 / 9)), height))
        else:
            self.resize(QSize(width, min(height, round(width * 16 / 9))))
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, arrows choose, space and enter take the portrait."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.step_wanted.emit(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.step_wanted.emit(-1)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.shutter_wanted.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it is over."""
        super().closeEvent(event)
        self.closed.emit()
