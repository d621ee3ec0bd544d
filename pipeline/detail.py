"""How much detail a picture of a face really holds, whatever its size."""

from itertools import pairwise
from typing import Final

import cv2
import numpy as np

from pipeline.geometry import bounds, clip_box
from pipeline.types import AnyArray, ImageBgr, Points3d

_INNER: Final = 0.8
_LEAST_PX: Final = 16
_RINGS: Final = 2.0 ** (-0.5 * np.arange(10))
"""Edges of the rings of frequencies, from the finest that the pixels can hold."""

_REFERENCE: Final = slice(4, None)
_EMPTY: Final = 0.14
"""Paintings and their photographs keep 0.15 and more of what nature would have in the
finest ring; twice enlarged pictures less than 0.14, four times enlarged under 0.1."""

_STEPPED: Final = 0.7
"""Rows differ about equally from the row before (0.76 and more of the mean) unless
pixels were repeated (0.6 and less)."""


def detail_width_px(bgr: ImageBgr, points_px: Points3d, face_px: float) -> float:
    """The width that a face could be shrunk to without losing detail.

    Of a sharp picture this is the face's own width. Of a blurred or smoothly enlarged
    one the finest frequencies are empty: natural pictures have amplitudes that fall
    with 1/f (Field, "Relations between the statistics of natural images and the
    response properties of cortical cells", 1987), against which they are held. Of one
    enlarged by repeating pixels most rows and columns equal the one before.

    Args:
        bgr: The picture.
        points_px: ``(468, 3)`` of the face.
        face_px: Its width.
    """
    low, high = bounds(points_px)
    margin = (1 - _INNER) / 2 * (high - low)
    x0, y0, x1, y1 = clip_box(low + margin, high - margin, bgr.shape[1::-1])
    if min(x1 - x0, y1 - y0) < _LEAST_PX:
        return face_px
    gray = cv2.cvtColor(bgr[y0:y1, x0:x1], cv2.COLOR_BGR2GRAY).astype(np.float64)
    return face_px / max(_blur_factor(gray), _block_factor(gray))


def _blur_factor(gray: AnyArray) -> float:
    """How many times the picture could be smaller, from its empty frequencies."""
    height, width = gray.shape
    window = np.outer(np.hanning(height), np.hanning(width))
    spectrum = np.abs(np.fft.rfft2((gray - gray.mean()) * window))
    down = 2 * np.fft.fftfreq(height)[:, None]
    frequency = np.hypot(down, 2 * np.fft.rfftfreq(width)[None])
    level = np.square(spectrum * frequency)
    rings = [
        float(level[inside].mean())
        for high, low in pairwise(_RINGS)
        if (inside := (frequency <= high) & (frequency > low)).any()
    ]
    usual = float(np.median(rings[_REFERENCE])) if len(rings) > 4 else max(rings)
    empty = [index for index, ring in enumerate(rings) if ring < _EMPTY**2 * usual]
    # what lies in finer rings than an empty one is the noise of the compression
    return float(1 / _RINGS[max(empty) + 1]) if empty else 1.0


def _block_factor(gray: AnyArray) -> float:
    """How many rows, or columns, in succession are the same."""
    factors = []
    for axis in (0, 1):
        steps = np.abs(np.diff(gray, axis=axis)).mean(1 - axis)
        mean = float(steps.mean())
        stepped = mean > 0 and float(np.median(steps)) < _STEPPED * mean
        factors.append(len(steps) / int((steps > mean).sum()) if stepped else 1.0)
    return min(factors)
