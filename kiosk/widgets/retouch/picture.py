"""The painting behind the marks, drawn once for each part of it that is seen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from kiosk.theme import PANEL
from kiosk.widgets.retouch.shown import Tint
from kiosk.widgets.retouch.viewport import Viewport


class Picture:
    """A painting with films of colour over it, kept as it is seen.

    Scaling a large picture takes longer than all that is drawn over it, so that is done
    again only when the view changes.
    """

    def __init__(self) -> None:
        self._image = QImage()
        self._full = QSizeF(1.0, 1.0)
        self._tints: Sequence[Tint] = ()
        self._kept: QPixmap | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is a painting at all."""
        return not self._image.isNull()

    def set_image(self, image: QImage, full: QSizeF) -> None:
        """Take another painting.

        Args:
            image: At any size.
            full: Size of the painting in whose pixels places are told.
        """
        self._image, self._full, self._tints = image, full, ()
        self._kept = None

    def set_tints(self, tints: Sequence[Tint]) -> None:
        """Lay other films over it."""
        self._tints = tuple(tints)
        self._kept = None

    def look_elsewhere(self) -> None:
        """Note that another part is seen."""
        self._kept = None

    def seen(self, viewport: Viewport, size: QSize, ratio: float) -> QPixmap:
        """The part that is seen, as large as the widget."""
        if self._kept is None:
            self._kept = QPixmap(size * ratio)
            self._kept.setDevicePixelRatio(ratio)
            self._kept.fill(PANEL)
            painter = QPainter(self._kept)
            self.draw(painter, viewport, QRectF(0, 0, size.width(), size.height()))
            painter.end()
        return self._kept

    def draw(self, painter: QPainter, viewport: Viewport, room: QRectF) -> None:
        """Draw the part that falls into a room, films and all."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(0.0, 0.0, self._full.width(), self._full.height())
        self._draw_part(painter, viewport, room, self._image, whole)
        for tint in self._tints:
            self._draw_part(painter, viewport, room, tint.image, tint.place)

    @staticmethod
    def _draw_part(
        painter: QPainter,
        viewport: Viewport,
        room: QRectF,
        image: QImage,
        place: QRectF,
    ) -> None:
        scale, corner = viewport.scale, viewport.place.topLeft()
        target = QRectF(corner + place.topLeft() * scale, place.size() * scale)
        seen = target.intersected(room)
        if seen.isEmpty() or image.isNull():
            return
        across = image.width() / target.width()
        down = image.height() / target.height()
        source = QRectF(
            (seen.left() - target.left()) * across,
            (seen.top() - target.top()) * down,
            seen.width() * across,
            seen.height() * down,
        )
        if across > 1.5:
            # Qt's own smoothing looks at four pixels only, and lets fine ones shimmer.
            part = image.copy(source.toAlignedRect())
            image = part.scaled(
                seen.size().toSize().expandedTo(QSize(1, 1)),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            source = QRectF(image.rect())
        painter.drawImage(seen, image, source)
