"""A face mesh for a face that people have marked with five points."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.corrections import bend, px_per_cm
from pipeline.landmarks.base import FaceLandmarker
from pipeline.mesh import LEFT_EYE, RIGHT_EYE, canonical_face
from pipeline.steady_look import steady_points
from pipeline.types import (
    LEAST_PRESENCE,
    AnyArray,
    ImageBgr,
    Points2d,
    Points3d,
)

_NOSE_TIP: Final = 4
_MOUTH_LEFT, _MOUTH_RIGHT = 61, 291
_KEY_REACH_CM: Final = 7.0
_STRANGE_CM: Final = 3.0
"""A mesh whose five places lie farther off than this is of another face."""

_ROUGH_CM: Final = 0.5
_PLAIN_CM: Final = 1.1
"""Fingers are rough: marks nearer than the first to what the model sees change nothing,
marks farther off than the second are followed wholly."""

_YAWS_DEG: Final = np.arange(-80, 81, 4)
_PITCHES_DEG: Final = np.arange(-40, 41, 5)
_FRONTAL: Final = 2e-5
"""Price of a squared degree of turn, in squared eye-to-mouth distances."""


@dataclass(frozen=True, slots=True, eq=False)
class MarkedFace:
    """A mesh that lies on the marks.

    Attributes:
        points_px: ``(468, 3)`` float32.
        presence: 0 to 1, how sure the model is that a face is there.
        measured: False if the model saw no face there and the canonical face stands
            in, posed by the marks.
    """

    points_px: Points3d
    presence: float
    measured: bool


def fit_marked(
    bgr: ImageBgr, key_points_px: Points2d, landmarker: FaceLandmarker
) -> MarkedFace:
    """Fit the mesh to a marked face, even where no model sees one.

    Args:
        bgr: The painting.
        key_points_px: ``(5, 2)`` as in ``FaceMark``.
        landmarker: Looks at the crop that the points give.
    """
    posed = pose_canonical(key_points_px)
    seen, presence, _ = steady_points(bgr, posed, landmarker)
    gaps_cm = (key_points_px - key_places(seen)) / px_per_cm(posed)
    off_cm = np.hypot(*gaps_cm.T)
    if presence < LEAST_PRESENCE or float(off_cm.mean()) > _STRANGE_CM:
        shifts = key_points_px - key_places(posed)
        bent = bend(posed, key_anchors_cm(), shifts, _KEY_REACH_CM)
        return MarkedFace(bent.points_px, presence, measured=False)
    part = np.clip((off_cm - _ROUGH_CM) / (_PLAIN_CM - _ROUGH_CM), 0, 1)
    shifts = part[:, None] * (key_points_px - key_places(seen))
    bent = bend(seen, key_anchors_cm(), shifts, _KEY_REACH_CM)
    return MarkedFace(bent.points_px, presence, measured=True)


def key_places(points: Points3d) -> Points2d:
    """The five key points ``(5, 2)`` of a mesh: where a mark for it belongs."""
    return _key_rows(points)[:, :2]


def key_anchors_cm() -> Points3d:
    """The five key points ``(5, 3)`` on the canonical face."""
    return _key_rows(canonical_face().points_cm)


def pose_canonical(key_points_px: Points2d) -> Points3d:
    """Turn, scale and place the canonical face so that it agrees with five points.

    Weak perspective: all turns on a grid are tried; for each the best scale, roll and
    shift have a closed form, a complex number (Umeyama's fit in the plane). Five points
    hardly tell a nod from a long chin, so that turns have a small price.

    Returns:
        ``(468, 3)`` float32 in pixels.
    """
    canonical = canonical_face().points_cm.astype(np.float64)
    wanted = key_points_px[:, 0] + 1j * key_points_px[:, 1]
    turns, prices = _turns()
    flat = key_anchors_cm() @ turns.transpose(0, 2, 1)
    seen = flat[..., 0] + 1j * flat[..., 1]
    centred = seen - seen.mean(1, keepdims=True)
    target = wanted - wanted.mean()
    size = max(float(np.mean(np.abs(target) ** 2)), 1e-9)
    factor = (centred.conj() @ target) / np.sum(np.abs(centred) ** 2, axis=1)
    misses = np.mean(np.abs(target - factor[:, None] * centred) ** 2, axis=1) / size
    best = int(np.argmin(misses + prices))
    turned = canonical @ turns[best].T
    centre = key_anchors_cm().mean(0) @ turns[best].T
    turned -= centre
    placed = (turned[:, 0] + 1j * turned[:, 1]) * factor[best] + wanted.mean()
    depth = turned[:, 2] * abs(factor[best])
    return np.column_stack([placed.real, placed.imag, depth]).astype(np.float32)


def _turns() -> tuple[AnyArray, AnyArray]:
    """Rotations ``(T, 3, 3)`` without roll, and the price of each."""
    turns, prices = [], []
    for yaw in _YAWS_DEG:
        for pitch in _PITCHES_DEG:
            about_y = cv2.Rodrigues(np.array([0.0, -np.radians(yaw), 0.0]))[0]
            about_x = cv2.Rodrigues(np.array([np.radians(pitch), 0.0, 0.0]))[0]
            turns.append(about_y @ about_x)
            prices.append(_FRONTAL * (0.2 * float(yaw) ** 2 + float(pitch) ** 2))
    return np.array(turns), np.array(prices)


def _key_rows(points: AnyArray) -> AnyArray:
    rows: AnyArray = np.stack(
        [
            points[LEFT_EYE].mean(0),
            points[RIGHT_EYE].mean(0),
            points[_NOSE_TIP],
            points[_MOUTH_LEFT],
            points[_MOUTH_RIGHT],
        ]
    ).astype(np.float64)
    return rows
