"""A still picture hung on the wall in its frame, which a finger may rest on."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from kiosk.widgets.wall import SHADOW_REACH, framing


class HungPicture(QWidget):
    """One picture, scaled into its place, with frame and shadow.

    Only the first finger counts: Qt makes one pointer of all touches, and it is let go
    of too when the picture is hidden or forgotten under it.
    """

    held = Signal(bool)
    """A finger came to rest on picture or frame, or left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._scaled: QImage | None = None
        self._frame_px = 20
        self._frame: QPixmap | None = None
        self._holding = False

    def hang(self, place: QRect, frame_px: int) -> None:
        """Choose where it hangs.

        Args:
            place: For picture and frame; the frame's shadow falls outside.
            frame_px: Width of the frame.
        """
        self._frame_px = frame_px
        air = self._air_px()
        self._drop_sized()
        self.setGeometry(place.adjusted(-air, -air, air, air))
        self.update()

    def show_image(self, image: QImage) -> None:
        """Hang a picture of any size."""
        self._image = image
        self._drop_sized()
        self.update()

    def forget(self) -> None:
        """Keep nothing."""
        self._image = None
        self._drop_sized()
        self._let_go()
        self.update()

    def picture_rect(self) -> QRect:
        """Where the picture lies in this widget; empty while there is none."""
        if self._image is None or self._image.isNull():
            return QRect()
        border = 2 * (self._frame_px + self._air_px())
        room = (self.size() - QSize(border, border)).expandedTo(QSize(1, 1))
        size = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        size = size.expandedTo(QSize(1, 1))
        place = QPoint(
            (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        )
        return QRect(place, size)

    def frame_rect(self) -> QRect:
        """Picture and frame; empty while there is none."""
        border = self._frame_px
        picture = self.picture_rect()
        if picture.isEmpty():
            return picture
        return picture.adjusted(-border, -border, border, border)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame and picture."""
        if self._image is None or self.picture_rect().isEmpty():
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._framed())
        self.paint_picture(painter)
        painter.end()

    def paint_picture(self, painter: QPainter) -> None:
        """Draw what is in the frame."""
        if self._image is None:
            return
        if self._scaled is None:
            self._scaled = self.scaled(self._image)
        painter.drawImage(self.picture_rect().topLeft(), self._scaled)

    def scaled(self, image: QImage) -> QImage:
        """An image in the picture's size, in device pixels."""
        ratio = self.devicePixelRatioF()
        size = self.picture_rect().size() * ratio
        scaled = image
        if image.size() != size:
            scaled = image.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop what was painted for the old size."""
        super().resizeEvent(event)
        self._drop_sized()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger rests on it, unless it is only in the shadow."""
        if not self.frame_rect().contains(event.position().toPoint()):
            event.ignore()
            return
        if not self._holding:
            self._holding = True
            self.held.emit(True)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The finger left."""
        self._let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody touches what cannot be seen."""
        super().hideEvent(event)
        self._let_go()

    def event(self, event: QEvent) -> bool:
        """Let go too when something takes the pointer away."""
        if event.type() in (QEvent.Type.UngrabMouse, QEvent.Type.WindowDeactivate):
            self._let_go()
        return super().event(event)

    def _let_go(self) -> None:
        if self._holding:
            self._holding = False
            self.held.emit(False)

    def _drop_sized(self) -> None:
        self._scaled = None
        self._frame = None

    def _framed(self) -> QPixmap:
        """The frame and its shadow, painted once for a size."""
        if self._frame is None:
            self._frame = framing(
                self.size(),
                self.picture_rect(),
                self._frame_px,
                self.devicePixelRatioF(),
            )
        return self._frame

    def _air_px(self) -> int:
        """Room for the shadow around the frame."""
        return round((SHADOW_REACH + 0.5) * self._frame_px)
