"""What all screens have in common: the wall, and sizes that follow the window."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.screens.arrangement import Arrangement, arrange
from kiosk.theme import Metrics, measure
from kiosk.widgets.wall import paint_wall


class Screen(QWidget):
    """A wall with light on the painting's place.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
    """

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._px_per_mm = px_per_mm
        self._wall = QPixmap()

    def place(self, arrangement: Arrangement, metrics: Metrics) -> None:
        """Put everything in its place; screens override this."""

    def wall_behind(self, place: QRect) -> QPixmap:
        """The piece of wall at a place, with an alpha channel."""
        ratio = self._wall.devicePixelRatio()
        corner = (place.topLeft().toPointF() * ratio).toPoint()
        return _translucent(self._wall.copy(QRect(corner, place.size() * ratio)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose sizes anew and put everything in its place."""
        super().resizeEvent(event)
        size = event.size()
        metrics = measure(size.width(), size.height(), self._px_per_mm)
        arrangement = arrange(size, metrics)
        picture = arrangement.picture
        light = QPointF(picture.center().x(), picture.top() + 0.25 * picture.height())
        self._wall = paint_wall(size, light, self.devicePixelRatioF())
        self.place(arrangement, metrics)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the wall."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._wall)
        painter.end()


def _translucent(opaque: QPixmap) -> QPixmap:
    pixmap = QPixmap(opaque.size())
    pixmap.setDevicePixelRatio(opaque.devicePixelRatio())
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.drawPixmap(0, 0, opaque)
    painter.end()
    return pixmap
