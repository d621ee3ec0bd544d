"""From what the engine sees to what the editor's painting shows."""

from functools import cache

import cv2
import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPolygonF

from kiosk.packs.editing.mask import MaskPaint
from kiosk.widgets.retouch.shown import MeshLines, ShownFace, Tint
from pipeline.mesh import OVAL, canonical_face
from pipeline.painting import PaintedFace
from pipeline.types import AnyArray, ImageBgr, Points3d

LONGER_PX = 2400
"""Of the picture on the screen: enough to zoom in, and quick to draw."""
FILM_PX = 1024
"""Longer side of the film that shows a mask."""
_RED = (226, 84, 60)
_BLUE = (70, 160, 220)
_FOUND = 0.5
_PAINTED = 0.62
_INNER = (
    *(70, 105, 107, 336, 334, 300),  # brows
    *(33, 159, 133, 145, 362, 386, 263, 374),  # eyes
    *(168, 4, 129, 358),  # nose
    *(61, 0, 291, 17),  # mouth
)


@cache
def mesh_lines() -> MeshLines:
    """How the points of a face hang together, and which are offered first."""
    triangles = canonical_face().triangles
    pairs = np.sort(
        np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, ::2]])
    )
    edges = tuple((int(a), int(b)) for a, b in np.unique(pairs, axis=0))
    outline = tuple(int(point) for point in OVAL)
    return MeshLines(edges, outline, (*outline[::3], *_INNER))


def picture_of(bgr: ImageBgr) -> QImage:
    """The painting for the screen, smaller if it is very large."""
    height, width = bgr.shape[:2]
    scale = LONGER_PX / max(width, height)
    if scale < 1:
        size = max(1, round(width * scale)), max(1, round(height * scale))
        bgr = cv2.resize(bgr, size, interpolation=cv2.INTER_AREA)
    pixels = np.ascontiguousarray(bgr)
    height, width = pixels.shape[:2]
    image = QImage(
        pixels.data, width, height, pixels.strides[0], QImage.Format.Format_BGR888
    )
    return image.convertToFormat(QImage.Format.Format_RGB32)


def shown_face(
    points_px: Points3d | None, moved: frozenset[int], *, offered: bool
) -> ShownFace:
    """A face to draw.

    Args:
        points_px: ``(468, 3)`` in pixels of the painting's file.
        moved: Points that were moved by hand.
        offered: Whether visitors may step into it.
    """
    polygon = QPolygonF()
    if points_px is not None:
        polygon = QPolygonF([QPointF(x, y) for x, y in points_px[:, :2].tolist()])
    return ShownFace(polygon, moved, offered)


def film_of_found(face: PaintedFace, scale: float) -> Tint:
    """What is in front of a face, by the engine and by people, in red.

    Args:
        face: In the picture as it was read.
        scale: Size of that relative to the painting's file.
    """
    x0, y0, x1, y1 = (side / scale for side in face.occlusion.box)
    film = _film(_RED, _FOUND * (1 - face.occlusion.shown))
    return Tint(QRectF(x0, y0, x1 - x0, y1 - y0), film)


def films_of_painted(paint: MaskPaint) -> list[Tint]:
    """What people painted: in front in red, not in front in blue."""
    height, width = paint.front.shape
    shrink = min(1.0, FILM_PX / max(width, height))
    size = max(1, round(width * shrink)), max(1, round(height * shrink))
    front, decided = (
        cv2.resize(plane, size, interpolation=cv2.INTER_AREA).astype(np.float32) / 255
        for plane in (paint.front, paint.decided)
    )
    whole = QRectF(0.0, 0.0, width / paint.scale, height / paint.scale)
    return [
        Tint(whole, _film(_RED, _PAINTED * front * decided)),
        Tint(whole, _film(_BLUE, _PAINTED * (1 - front) * decided)),
    ]


def _film(rgb: tuple[int, int, int], alpha: AnyArray) -> QImage:
    """One colour, more or less dense: 0 to 1."""
    height, width = alpha.shape
    red, green, blue = rgb
    bgra = np.empty((height, width, 4), np.float32)
    for channel, value in enumerate((blue, green, red, 255)):
        bgra[..., channel] = value * alpha
    pixels = np.ascontiguousarray(bgra.astype(np.uint8))
    image = QImage(
        pixels.data,
        width,
        height,
        pixels.strides[0],
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    return image.copy()
