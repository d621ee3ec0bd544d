"""A small picture of a painting, cut to fill its place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.theme import PANEL

FACE_HEIGHT = 0.30
"""Where faces mostly are, from the top: what a crop keeps."""


class Thumb(QWidget):
    """Shows a picture, or a plain plate until it has one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._cropped: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def complete(self) -> bool:
        """Whether it shows a picture."""
        return self._image is not None

    def set_image(self, image: QImage) -> None:
        """Show a picture; one that holds nothing changes nothing."""
        if not image.isNull():
            self._image, self._cropped = image, None
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the picture anew."""
        super().resizeEvent(event)
        self._cropped = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture."""
        painter = QPainter(self)
        if self._image is None:
            painter.fillRect(self.rect(), PANEL.lighter(140))
        else:
            painter.drawPixmap(0, 0, self._crop(self._image))
        painter.end()

    def _crop(self, image: QImage) -> QPixmap:
        if self._cropped is None:
            ratio = self.devicePixelRatioF()
            target = self.size() * ratio
            scaled = image.scaled(
                target,
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
            x = (scaled.width() - target.width()) // 2
            y = round(FACE_HEIGHT * (scaled.height() - target.height()))
            cut = scaled.copy(x, y, target.width(), target.height())
            self._cropped = QPixmap.fromImage(cut)
            self._cropped.setDevicePixelRatio(ratio)
        return self._cropped
