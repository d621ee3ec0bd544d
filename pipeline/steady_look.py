"""A look at a painted face that does not hang on chance."""

from typing import NamedTuple

import cv2
import numpy as np

from pipeline.landmarks.base import FaceLandmarker
from pipeline.types import FaceMesh, ImageBgr, Points3d

_TRIES = ((-6, 0.95), (6, 0.95), (-4, 1.1), (4, 1.1))


class SteadyLook(NamedTuple):
    """What several looks agree on.

    Attributes:
        points_px: ``(468, 3)`` float32.
        presence: From 0 to 1.
        wavering_px: How far apart the looks put a point, as a mean over all points of
            the standard deviation.
    """

    points_px: Points3d
    presence: float
    wavering_px: float


def steady_points(
    bgr: ImageBgr, guess_px: Points3d, landmarker: FaceLandmarker
) -> SteadyLook:
    """Points and presence near a guess; see `steadied`."""
    return steadied(bgr, landmarker.follow(bgr, guess_px), landmarker)


def steadied(bgr: ImageBgr, first: FaceMesh, landmarker: FaceLandmarker) -> SteadyLook:
    """Points and presence, as the median of looks at slightly different crops.

    Painted faces are not what the model was trained on; a single look may be off.
    """
    looks = [first]
    for turn_deg, stretch in _TRIES:
        centre = first.points_px[:, :2].mean(0)
        matrix = cv2.getRotationMatrix2D(
            (float(centre[0]), float(centre[1])), turn_deg, stretch
        )
        guess = first.points_px.copy()
        guess[:, :2] = guess[:, :2] @ matrix[:, :2].T + matrix[:, 2]
        looks.append(landmarker.follow(bgr, guess))
    seen = np.array([look.points_px for look in looks])
    points = np.median(seen, axis=0).astype(np.float32)
    presence = float(np.median([look.presence for look in looks]))
    return SteadyLook(points, presence, float(seen[:, :, :2].std(axis=0).mean()))
