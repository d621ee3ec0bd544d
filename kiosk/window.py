"""The one window: it fills the screen, and visitors cannot leave it."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

OFFSCREEN = "offscreen"
WINDOWED_SHARE = 0.85
COME_BACK_MS = 1500


class KioskWindow(QStackedWidget):
    """A full screen without frame and cursor, or a plain window for a desk.

    A locked window ignores whatever would close or cover it: only staff leave.

    Args:
        windowed: Whether to be a plain window.
    """

    closed = Signal()
    """The window was closed."""
    resized = Signal(QSize)
    """The window has another size."""

    def __init__(self, *, windowed: bool) -> None:
        super().__init__()
        self._windowed = windowed
        self._locked = False
        self._leaving = False
        self.setWindowTitle("Vernissage")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        if not windowed:
            self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.setCursor(Qt.CursorShape.BlankCursor)
        self._come_back = QTimer(self)
        self._come_back.setInterval(COME_BACK_MS)
        self._come_back.timeout.connect(self._on_come_back)

    @property
    def locked(self) -> bool:
        """Whether only staff can leave."""
        return self._locked

    def lock(self, *, locked: bool) -> None:
        """Hold visitors in, or let Escape and the window's own buttons leave.

        A plain window on a desk is never locked.
        """
        self._locked = locked and not self._windowed
        was_seen = self.isVisible()
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, self._locked)
        if was_seen and not self.isVisible():
            self.showFullScreen()
        if self._locked:
            self._come_back.start()
        else:
            self._come_back.stop()

    def leave(self) -> None:
        """Close, whatever holds."""
        self._leaving = True
        self.close()

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
        """Escape leaves while nothing is locked."""
        if event.key() == Qt.Key.Key_Escape and not self._locked:
            self.close()
        else:
            event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell those who lay out screens."""
        super().resizeEvent(event)
        self.resized.emit(event.size())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while locked; otherwise tell that it is over."""
        if self._locked and not self._leaving:
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Come back at once from being minimised."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self._locked:
            self._on_come_back()

    def _on_come_back(self) -> None:
        """Cover whatever covers the kiosk."""
        if not self._locked or not self.isVisible():
            return
        if self.isMinimized() or not self.isFullScreen():
            self.showFullScreen()
        if not self.isActiveWindow():
            if QGuiApplication.platformName() != OFFSCREEN:  # it knows no order
                self.raise_()
            self.activateWindow()
