"""What all screens share: the wall, and sizes and words that follow the visitor."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import Metrics, measure
from kiosk.widgets.wall import wall


class Screen(QWidget):
    """A wall with light on the painting's place.

    Behind another screen it only notes that something has changed: a change of language
    would otherwise lay out every screen while somebody looks at one.

    Args:
        px_per_mm: Device-independent pixels in a millimetre of the screen.
    """

    def __init__(self, px_per_mm: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._px_per_mm = px_per_mm
        self._wall = QPixmap()
        self._outdated = self._misplaced = False
        # Else a change of screens paints it twice: for itself, and for the window.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def place(self, size: QSize, metrics: Metrics) -> None:
        """Put everything in its place; screens override this.

        Called with every new size and after changes of words, but once at most between
        two looks at the screen.
        """

    def retranslate(self) -> None:
        """Say everything in the language that is in force; screens override this.

        A screen calls it once when it is made.
        """

    def light(self, size: QSize) -> QPointF:
        """Where the lamp on the wall shines; screens may override this."""
        return QPointF(0.5 * size.width(), 0.25 * size.height())

    def wall_behind(self, place: QRect) -> QPixmap:
        """The piece of wall at a place, with an alpha channel; none before a size."""
        if self._wall.isNull():
            return QPixmap()
        ratio = self._wall.devicePixelRatio()
        corner = (place.topLeft().toPointF() * ratio).toPoint()
        return _translucent(self._wall.copy(QRect(corner, place.size() * ratio)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose sizes anew and put everything in its place."""
        super().resizeEvent(event)
        self._wall = wall(
            event.size(), self.light(event.size()), self.devicePixelRatioF()
        )
        self._place_now()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language; a hidden screen does so when it is shown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._outdated = True
            if self.isVisible():
                self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Speak the language that is in force by now."""
        super().showEvent(event)
        self._catch_up()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the wall."""
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._wall)
        painter.end()

    def _metrics(self) -> Metrics:
        """The sizes that are right for this screen as it is now."""
        return measure(self.width(), self.height(), self._px_per_mm)

    def _catch_up(self) -> None:
        outdated, self._outdated = self._outdated, False
        if outdated:
            self.retranslate()
        if outdated or self._misplaced:
            self._place_now()

    def _place_all(self) -> None:
        """Put everything in its place: now, or when the screen comes to the front."""
        if self.isHidden() and self.parentWidget() is not None:
            self._misplaced = True
        else:
            self._place_now()

    def _place_now(self) -> None:
        self._misplaced = False
        self.place(self.size(), self._metrics())
        self.update()


def _translucent(opaque: QPixmap) -> QPixmap:
    pixmap = QPixmap(opaque.size())
    pixmap.setDevicePixelRatio(opaque.devicePixelRatio())
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.drawPixmap(0, 0, opaque)
    painter.end()
    return pixmap
