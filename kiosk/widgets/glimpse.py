"""The small picture of what the camera sees, so that visitors find their place."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QWidget

EDGE = QColor(244, 238, 228, 90)
ROUNDING = 0.09
"""Radius of the corners over the picture's shorter side."""
DISABLED_OPACITY = 0.3


class Glimpse(QWidget):
    """Shows the whole of a picture in the middle of its place, with round corners.

    Args:
        parent: The screen.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name()
        self.hide()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see."""
        return self._image is None

    def show_image(self, image: QImage | None) -> None:
        """Show a picture, or nothing.

        Args:
            image: Of any size. It owns its pixels: Qt shares them where nothing has to
                be scaled.
        """
        before = self.picture_rect()
        if image is None or image.isNull():
            self._image = None
        else:
            self._image = image.scaled(
                self.size() * self.devicePixelRatioF(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.setVisible(self._image is not None)
        self.update(before.united(self.picture_rect()))

    def picture_rect(self) -> QRect:
        """Where the picture lies in this widget; empty while there is none."""
        if self._image is None:
            return QRect()
        size = self._image.size() / self._image.devicePixelRatio()
        corner = QPoint(
            (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        )
        return QRect(corner, size)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture with round corners and a thin edge."""
        if self._image is None:
            return
        place = QRectF(self.picture_rect()).adjusted(1.0, 1.0, -1.0, -1.0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(DISABLED_OPACITY)
        corner, ratio = self.picture_rect().topLeft(), self._image.devicePixelRatio()
        image = QBrush(self._image)
        onto = QTransform.fromTranslate(corner.x(), corner.y())
        image.setTransform(onto.scale(1.0 / ratio, 1.0 / ratio))
        radius = ROUNDING * min(place.width(), place.height())
        painter.setBrush(image)
        painter.setPen(QPen(EDGE, 2.0))
        painter.drawRoundedRect(place, radius, radius)
        painter.end()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("What the camera sees"))
