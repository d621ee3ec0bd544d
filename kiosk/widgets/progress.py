"""A bar that fills while something is done."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import GOLD, Metrics

TRACK = QColor(244, 238, 228, 42)


class ProgressBar(QWidget):
    """Shows a share; whoever owns it says in words what is done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = 0.0

    @property
    def share(self) -> float:
        """How much is done, 0 to 1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Show how much is done, 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleName(f"{round(100 * self._share)} %")
        self.update()

    def apply_metrics(self, metrics: Metrics, width_px: int) -> None:
        """Take its sizes from the window's."""
        self.resize(width_px, max(8, metrics.small_px // 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and what is done of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2.0
        track = QRectF(self.rect())
        painter.setBrush(TRACK)
        painter.drawRoundedRect(track, radius, radius)
        if self._share > 0.0:
            track.setWidth(max(self.height(), self._share * self.width()))
            painter.setBrush(GOLD)
            painter.drawRoundedRect(track, radius, radius)
        painter.end()
