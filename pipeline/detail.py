"""How much detail a picture of a face really holds, whatever its size."""

from itertools import pairwise
from typing import Final

import cv2
import numpy as np

from pipeline.bands import split
from pipeline.geometry import bounds, clip_box
from pipeline.types import AnyArray, ImageBgr, Points3d

_MOST_HALVINGS: Final = 5
_INNER: Final = 0.8
_EMPTY: Final = 0.2
_NOISE: Final = 0.25
_STEPPED: Final = 0.3


def detail_width_px(bgr: ImageBgr, points_px: Points3d, face_px: float) -> float:
    """The width that a face could be shrunk to without losing detail.

    Of a sharp picture this is the face's own width. Of a blurred or smoothly enlarged
    one the finest bands hold next to nothing compared with the next coarser; of one
    enlarged by repeating pixels most rows equal the row before.

    Args:
        bgr: The picture.
        points_px: ``(468, 3)`` of the face.
        face_px: Its width.
    """
    low, high = bounds(points_px)
    margin = (1 - _INNER) / 2 * (high - low)
    x0, y0, x1, y1 = clip_box(low + margin, high - margin, bgr.shape[1::-1])
    if min(x1 - x0, y1 - y0) < 8:
        return min(face_px, float(max(0, min(x1 - x0, y1 - y0))))
    gray = cv2.cvtColor(bgr[y0:y1, x0:x1], cv2.COLOR_BGR2GRAY).astype(np.float32)
    return face_px / max(_blur_factor(gray), _block_factor(gray))


def _blur_factor(gray: AnyArray) -> float:
    """How many times the picture could be smaller, from the energy of its bands."""
    levels = min(_MOST_HALVINGS, int(np.log2(min(gray.shape))) - 1)
    bands, _ = split(gray, levels)
    energies = [float(np.sqrt(np.mean(band * band))) for band in bands]
    factor = 1.0
    for fine, coarse in pairwise(energies):
        share = fine / max(coarse, _NOISE)
        if share >= _EMPTY:
            return factor
        factor *= 2 ** min(1.0, 2 * (1 - share / _EMPTY))
    return factor


def _block_factor(gray: AnyArray) -> float:
    """How many rows, or columns, in a row are the same."""
    factors = []
    for axis in (0, 1):
        steps = np.abs(np.diff(gray, axis=axis)).mean(1 - axis)
        mean = float(steps.mean())
        if mean > 0 and float(np.median(steps)) < _STEPPED * mean:
            factors.append(len(steps) / max(1, int((steps > mean).sum())))
        else:
            factors.append(1.0)
    return min(factors)
