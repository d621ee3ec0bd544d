"""A painting that invites, and how it lies in the place where it is shown."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPixmap

FACE_HEIGHT = 0.30
"""Where faces mostly are, from the top: what a crop keeps."""
LEAST_KEPT = 0.6
"""A painting of which a crop would keep less hangs whole, in a frame."""
NEARER = 1.08
"""How much larger the painting is at the near end of its way."""
SMOOTH_TO = 1.25
"""Up to so much smaller than its pixels a picture may be drawn without preparation."""
SWAY = 0.22
"""How far it sways, of what the crop leaves at each side."""


@dataclass(frozen=True, slots=True, eq=False)
class Exhibit:
    """A painting that invites.

    Attributes:
        image: In device pixels, about as large as the window.
        title: Its title.
        origin: Artist and year in one line; may be empty.
    """

    image: QImage
    title: str
    origin: str


@dataclass(frozen=True, slots=True, eq=False)
class Hanging:
    """A painting sized for its place, ready to be moved within it.

    Attributes:
        pixmap: Large enough for the place, if the image was.
        place: Where it is seen, in device-independent pixels of the view.
        framed: Whether a frame goes around the place.
    """

    pixmap: QPixmap
    place: QRect
    framed: bool

    def view(self, way: float) -> QRectF:
        """The part of the pixmap that fills the place.

        Args:
            way: 0 at the far end of its way, 1 at the near end.
        """
        size = QSizeF(self.pixmap.size())
        whole = QSizeF(self.place.size()).scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio
        )
        seen = whole / (1.0 + (NEARER - 1.0) * way)
        spare = size - seen
        sway = 0.5 + SWAY * (way - 0.5)
        corner = QPointF(sway * spare.width(), FACE_HEIGHT * spare.height())
        return QRectF(corner, seen)


def hang(image: QImage, place: QRect, box: QRect | None, pixel_ratio: float) -> Hanging:
    """Size a painting for its place, once, so that moving it is cheap.

    Args:
        image: The painting, not empty.
        place: What it fills if a crop keeps enough of it.
        box: Where it hangs whole otherwise; None to hang it whole in ``place`` always.
        pixel_ratio: Device pixels in a device-independent one.
    """
    framed = box is None or _kept(image.size(), place.size()) < LEAST_KEPT
    if framed:
        place = _inside(image.size(), box or place)
    cover = image.size().scaled(
        place.size() * (NEARER * pixel_ratio),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
    )
    if SMOOTH_TO * cover.width() < image.width():
        image = image.scaled(
            cover,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    # Without transparency it is drawn at a third of the time.
    opaque = image.convertToFormat(QImage.Format.Format_RGB32)
    pixmap = QPixmap.fromImage(opaque)
    pixmap.setDevicePixelRatio(1.0)
    return Hanging(pixmap, place, framed)


def _kept(image: QSize, place: QSize) -> float:
    """Share of an image that is left when it fills a place."""
    whole = image.scaled(place, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    area = max(1, whole.width() * whole.height())
    return place.width() * place.height() / area


def _inside(image: QSize, box: QRect) -> QRect:
    """The largest place of an image's aspect in the middle of a box."""
    size = image.scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(box.topLeft(), size.expandedTo(QSize(1, 1)))
    place.moveCenter(box.center())
    return place
