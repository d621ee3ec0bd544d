"""Looking up pictures and fields at places between their pixels."""

from typing import TypeAlias

import cv2
import numpy as np

from pipeline.types import AnyArray, FloatImage, Points2d

Places: TypeAlias = tuple[FloatImage, FloatImage]
"""Where to look: x and y, in pixels of what is looked at."""


def sample(picture: AnyArray, at: Places, into: AnyArray | None = None) -> AnyArray:
    """Look a picture up, bilinear, its edges continued outwards.

    Args:
        picture: What is looked at; of four channels it takes half as long as of three.
        at: Where.
        into: Takes the answer, if it has its shape and kind.
    """
    x, y = at
    return np.asarray(
        cv2.remap(picture, x, y, cv2.INTER_LINEAR, into, cv2.BORDER_REPLICATE)
    )


def soften(field: AnyArray, sigma: float) -> FloatImage:
    """Blur a field as float32."""
    return np.asarray(
        cv2.GaussianBlur(field.astype(np.float32), (0, 0), sigma), np.float32
    )


def ease(share: AnyArray) -> FloatImage:
    """Clip to 0 to 1, with soft ends."""
    clipped = np.clip(share, 0.0, 1.0)
    return np.asarray(clipped * clipped * (3.0 - 2.0 * clipped), np.float32)


def curve(points: Points2d, x: AnyArray) -> FloatImage:
    """Heights ``(len(x),)`` of a line through points, level beyond its ends."""
    ordered = points[np.argsort(points[:, 0])]
    return np.asarray(np.interp(x, ordered[:, 0], ordered[:, 1]), np.float32)
