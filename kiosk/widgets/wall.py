"""The museum's wall and the frame on it, painted once and kept."""

import math
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMarginsF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPixmap,
    QPixmapCache,
    QPolygonF,
)

from kiosk.theme import GOLD, WALL, WALL_LIT

SHADOW_STEPS = 16
KEPT_SHADOWS = 8
SHADOW_REACH = 1.5
"""How far the shadow falls, in widths of the frame."""
PLASTER_LEVELS = 0.9
"""Unevenness of the wall in grey levels."""
GRAIN_PX = 512
"""Side of the piece of wall that is repeated; too faint and too large to be noticed."""
_WOOD = {
    "top": ("#6b5138", "#33251a"),
    "left": ("#59432e", "#2b2017"),
    "right": ("#3a2b1e", "#1f1610"),
    "bottom": ("#33261b", "#19120d"),
}
"""Colours of the four sides of the frame, at the outer and at the inner edge."""


KEPT_WINDOWS = 14
"""So many pictures of a window's size are kept: walls of a few lights, and the frames
that hung last. No visitor is ever in there."""


def wall(size: QSize, light: QPointF, pixel_ratio: float) -> QPixmap:
    """A wall as :func:`paint_wall` makes it, shared by all screens with such a light.

    Args:
        size: In device-independent pixels.
        light: Centre of the light.
        pixel_ratio: Device pixels in a device-independent one.
    """
    key = f"wall {size.toTuple()} {light.toPoint().toTuple()} {pixel_ratio}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept):
        kept = paint_wall(size, light, pixel_ratio)
        kilobytes = 4 * kept.width() * kept.height() // 1024
        QPixmapCache.setCacheLimit(KEPT_WINDOWS * kilobytes)
        QPixmapCache.insert(key, kept)
    return kept


def paint_wall(
    size: QSize, light: QPointF, pixel_ratio: float, beyond: float = 1.0
) -> QPixmap:
    """A dark plastered wall with a pool of light.

    Args:
        size: In device-independent pixels.
        light: Centre of the light.
        pixel_ratio: Device pixels in a device-independent one.
        beyond: How much larger the wall is of which this is a piece.
    """
    pixels = size * pixel_ratio
    width, height = pixels.width(), pixels.height()
    x = np.arange(width, dtype=np.float32) - light.x() * pixel_ratio
    y = np.arange(height, dtype=np.float32) - light.y() * pixel_ratio
    reach = 0.62 * beyond * max(width, height)
    across, down = (np.exp(-2.2 * np.square(way / reach)) for way in (x, y))
    glow = down[:, None] * across
    dark, lit = _bgr(WALL), _bgr(WALL_LIT)
    # Rounding at random hides the steps of a dark gradient.
    grain = _grain()
    tiles = -(-height // GRAIN_PX), -(-width // GRAIN_PX)
    bgrx = np.full((height, width, 4), 255, np.uint8)
    for channel in range(3):
        shade = np.tile(grain[channel], tiles)[:height, :width]
        shade += (lit - dark)[channel] * glow
        shade += dark[channel]
        bgrx[:, :, channel] = np.clip(shade, 0, 255, out=shade)
    image = QImage(
        bgrx.data, width, height, bgrx.strides[0], QImage.Format.Format_RGB32
    )
    wall = QPixmap.fromImage(image.copy())
    wall.setDevicePixelRatio(pixel_ratio)
    return wall


@cache
def _grain() -> NDArray[np.float32]:
    """Unevenness and rounding of a piece of wall, blue, green and red, in levels."""
    noise = np.random.default_rng(7)
    side = GRAIN_PX, GRAIN_PX
    plaster = PLASTER_LEVELS * noise.standard_normal(side, np.float32)
    return plaster + noise.random((3, *side), np.float32)


def framing(size: QSize, picture: QRect, width_px: int, pixel_ratio: float) -> QPixmap:
    """A frame and its shadow on nothing, kept for all that hang alike.

    Args:
        size: Of the whole, in device-independent pixels.
        picture: What the frame goes around.
        width_px: Width of the frame.
        pixel_ratio: Device pixels in a device-independent one.
    """
    key = f"frame {size.toTuple()} {picture.getRect()} {width_px} {pixel_ratio}"
    kept = QPixmap()
    if not QPixmapCache.find(key, kept) and not size.isEmpty():
        kept = QPixmap(size * pixel_ratio)
        kept.setDevicePixelRatio(pixel_ratio)
        kept.fill(Qt.GlobalColor.transparent)
        painter = QPainter(kept)
        paint_frame(painter, picture, width_px)
        painter.end()
        QPixmapCache.insert(key, kept)
    return kept


def paint_frame(painter: QPainter, picture: QRect, width_px: int) -> None:
    """Draw a dark wooden frame with a gilded inner edge, and its shadow.

    Args:
        painter: On the wall.
        picture: What the frame goes around.
        width_px: Width of the frame.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outer = QRectF(picture).marginsAdded(_all_sides(width_px))
    _paint_shadow(painter, outer, width_px)
    gilt_px = max(2.5, 0.13 * width_px)
    lip_px = max(1.5, 0.06 * width_px)
    inner = QRectF(picture).marginsAdded(_all_sides(gilt_px + lip_px))
    _paint_wood(painter, outer, inner)
    gilt = QLinearGradient(inner.topLeft(), inner.bottomRight())
    gilt.setColorAt(0.0, GOLD.darker(210))
    gilt.setColorAt(0.5, GOLD.darker(140))
    gilt.setColorAt(1.0, GOLD)
    painter.fillRect(inner, QBrush(gilt))
    painter.fillRect(
        QRectF(picture).marginsAdded(_all_sides(lip_px)), QColor("#0b0807")
    )
    painter.restore()


def _paint_wood(painter: QPainter, outer: QRectF, inner: QRectF) -> None:
    """Four mitred sides, lit from above and from the left."""
    corners = {
        "top": (outer.topLeft(), outer.topRight(), inner.topRight(), inner.topLeft()),
        "left": (
            outer.topLeft(),
            inner.topLeft(),
            inner.bottomLeft(),
            outer.bottomLeft(),
        ),
        "right": (
            outer.topRight(),
            outer.bottomRight(),
            inner.bottomRight(),
            inner.topRight(),
        ),
        "bottom": (
            outer.bottomLeft(),
            inner.bottomLeft(),
            inner.bottomRight(),
            outer.bottomRight(),
        ),
    }
    across = {
        "top": (outer.topLeft(), QPointF(outer.left(), inner.top())),
        "left": (outer.topLeft(), QPointF(inner.left(), outer.top())),
        "right": (outer.topRight(), QPointF(inner.right(), outer.top())),
        "bottom": (outer.bottomLeft(), QPointF(outer.left(), inner.bottom())),
    }
    painter.setPen(Qt.PenStyle.NoPen)
    for side, shape in corners.items():
        wood = QLinearGradient(*across[side])
        edge, depth = (QColor(name) for name in _WOOD[side])
        wood.setColorAt(0.0, edge.lighter(125))
        wood.setColorAt(0.12, edge)
        wood.setColorAt(0.55, depth.lighter(118))
        wood.setColorAt(0.8, depth)
        wood.setColorAt(1.0, depth.darker(170))
        painter.setBrush(QBrush(wood))
        painter.drawPolygon(QPolygonF(shape))


def _paint_shadow(painter: QPainter, outer: QRectF, width_px: int) -> None:
    """Lay a soft shadow below a frame."""
    ratio = painter.device().devicePixelRatio()
    patch = _shadow(round(ratio * width_px))
    reach = (patch.width() - 1) // 2
    thrown = outer.translated(0.0, width_px // 2)
    device = QRectF(thrown.topLeft() * ratio, thrown.size() * ratio).toRect()
    columns = _in_three(device.left(), device.width(), reach)
    rows = _in_three(device.top(), device.height(), reach)
    pieces = _in_three(reach, 1, reach)
    painter.save()
    painter.scale(1.0 / ratio, 1.0 / ratio)
    # Soft edges of the pieces would show as lines between them.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for (y, height), (from_y, high) in zip(rows, pieces, strict=True):
        for (x, width), (from_x, wide) in zip(columns, pieces, strict=True):
            piece = QRect(from_x, from_y, wide, high)
            painter.drawImage(QRect(x, y, width, height), patch, piece)
    painter.restore()


def _in_three(begin: int, length: int, reach: int) -> tuple[tuple[int, int], ...]:
    """Beginnings and lengths of a stretch and of what reaches beyond its two ends."""
    return (begin - reach, reach), (begin, length), (begin + length, reach)


@lru_cache(KEPT_SHADOWS)
def _shadow(width_px: int) -> QImage:
    """The shadow of a frame around a single pixel: four corners and what is between.

    Args:
        width_px: Width of the frame in pixels of the device, as all of it.
    """
    reach_px = math.ceil(SHADOW_REACH * width_px)
    side = 2 * reach_px + 1
    patch = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    patch.fill(Qt.GlobalColor.transparent)
    painter = QPainter(patch)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 13))
    for step in range(SHADOW_STEPS, 0, -1):
        reach = step / SHADOW_STEPS * SHADOW_REACH * width_px
        middle = QRectF(reach_px, reach_px, 1.0, 1.0)
        painter.drawRoundedRect(middle.marginsAdded(_all_sides(reach)), reach, reach)
    painter.end()
    return patch


def _bgr(colour: QColor) -> NDArray[np.float32]:
    return np.array([colour.blue(), colour.green(), colour.red()], np.float32)


def _all_sides(px: float) -> QMarginsF:
    return QMarginsF(px, px, px, px)
