"""The camera's frame made small: to show the visitor, and to judge the light by."""

from typing import Final

import cv2
import numpy as np

from pipeline.geometry import clip_box
from pipeline.types import AnyArray, ImageBgr, ImageBgra

GLIMPSE_WIDTH_PX: Final = 256
_MOST_HEIGHT_PX: Final = 512
_READ_PER_PX: Final = 2
"""Pixels of the frame that are read for one of the glimpse, in either direction."""

_BRIGHT_PERCENT: Final = 95
_VIEW_STEP: Final = 4
_FACE_SAMPLES: Final = 24


def glimpse_of(bgr: ImageBgr) -> ImageBgra:
    """Make a frame small.

    Of a large frame only some pixels are read, so the cost hardly grows with its size.

    Returns:
        At most 256 px wide and 512 px high, alpha 255; owns its memory.
    """
    height, width = bgr.shape[:2]
    scale = min(1.0, GLIMPSE_WIDTH_PX / width, _MOST_HEIGHT_PX / height)
    size_px = max(1, round(width * scale)), max(1, round(height * scale))
    if scale < 1 / _READ_PER_PX:
        sparse_px = size_px[0] * _READ_PER_PX, size_px[1] * _READ_PER_PX
        bgr = cv2.resize(bgr, sparse_px, interpolation=cv2.INTER_NEAREST)
    small = cv2.resize(bgr, size_px, interpolation=cv2.INTER_AREA)
    return cv2.cvtColor(small, cv2.COLOR_BGR2BGRA)


def bright_parts(
    glimpse_bgra: ImageBgra, corners_px: AnyArray, scale: float
) -> tuple[float, float]:
    """How bright the brightest parts of a face and of the whole view are.

    The brightest twentieth of a face, its highlights and eyes, tells how much light
    there is: unlike the mean it hardly depends on the complexion. Brightness is the
    largest of the three colours, so that warm light counts in full.

    Args:
        glimpse_bgra: The frame made small.
        corners_px: ``(2, 2)`` lowest and highest corner of the face in the frame.
        scale: Size of the glimpse relative to the frame.

    Returns:
        Of the face and of the view, 0 to 255 each; a face outside the view counts as
        bright as the view.
    """
    height, width = glimpse_bgra.shape[:2]
    view = _bright(glimpse_bgra[::_VIEW_STEP, ::_VIEW_STEP])
    low, high = corners_px * scale
    x0, y0, x1, y1 = clip_box(low, high, (width, height))
    if x1 <= x0 or y1 <= y0:
        return view, view
    step = max(1, min(x1 - x0, y1 - y0) // _FACE_SAMPLES)
    return _bright(glimpse_bgra[y0:y1:step, x0:x1:step]), view


def _bright(bgra: ImageBgra) -> float:
    value = np.maximum(np.maximum(bgra[..., 0], bgra[..., 1]), bgra[..., 2]).ravel()
    place = (value.size - 1) * _BRIGHT_PERCENT // 100
    return float(np.partition(value, place)[place])
