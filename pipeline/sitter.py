"""What one frame tells about how well a visitor sits for a portrait."""

import math
from typing import Final

import numpy as np

from pipeline.canvas import face_width_px
from pipeline.geometry import bounds, clip_box, rotation_degrees
from pipeline.glimpse import bright_parts
from pipeline.guidance import HeadTurn
from pipeline.mesh import head_rotation
from pipeline.painting import PaintedFace
from pipeline.types import AnyArray, ImageBgra, Points3d, SizePx

_EYES: Final = np.array([159, 145, 33, 133, 386, 374, 263, 362])
"""Upper and lower lid, outer and inner corner, of the right eye and of the left."""

_LEAST_WIDTH_PX: Final = 60.0
_LEAST_OF_SHOWN: Final = 0.28
_LEAST_SHARE: Final = 0.22
"""Of the frame's shorter side: a small frame never asks for a nose at the lens."""

_MOST_SHARE: Final = 0.68
_MOST_OUTSIDE: Final = 0.07
_MOST_YAW_DEG: Final = 33.0
_MOST_PITCH_DEG: Final = 27.0
_DARK_VALUE: Final = 60.0
_DARK_IN_LIGHT_VALUE: Final = 45.0
_LIT_VIEW_VALUE: Final = 110.0
_ALIKE_DEG: Final = 6.0
_UNLIKE_DEG: Final = 35.0


def turn_of(points_px: Points3d) -> HeadTurn:
    """Measure how the head with these ``(468, 3)`` points is turned."""
    yaw_deg, nod_deg, roll_deg = rotation_degrees(head_rotation(points_px))
    return HeadTurn(yaw_deg, -nod_deg, roll_deg)


def painted_turn(face: PaintedFace) -> HeadTurn:
    """How a painted head is turned, in the painting."""
    return HeadTurn(face.yaw_deg, -face.pitch_deg, face.roll_deg)


def eye_ratio(points_px: Points3d) -> float:
    """Height of the open eyes relative to their width, both eyes' mean; 0.1 to 0.5.

    After Soukupova and Cech, Real-Time Eye Blink Detection, 2016, with one pair of
    points for each eye.
    """
    sides = points_px.take(_EYES, 0).tolist()
    pairs = [sides[4 * eye : 4 * eye + 4] for eye in (0, 1)]
    ratios = [
        math.dist(upper[:2], lower[:2]) / max(math.dist(outer, inner), 1e-6)
        for upper, lower, outer, inner in pairs
    ]
    return 0.5 * sum(ratios)


def corners(points_px: Points3d) -> AnyArray:
    """Lowest and highest corner of the box around a face, ``(2, 2)``."""
    return np.stack(bounds(points_px))


def too_far(corners_px: AnyArray, frame_px: SizePx, shown_width_px: float) -> float:
    """Badness of a face with too few pixels for its portrait; too far from 1 on.

    Args:
        corners_px: Of the face, in the frame.
        frame_px: Size of the frame.
        shown_width_px: Width of the painted face on the display.
    """
    wanted_px = max(_LEAST_WIDTH_PX, _LEAST_OF_SHOWN * shown_width_px)
    least_px = min(wanted_px, _LEAST_SHARE * min(frame_px))
    return least_px / max(face_width_px(corners_px), 1e-6)


def too_near(corners_px: AnyArray, frame_px: SizePx) -> float:
    """Badness of a face that is distorted or leaves the frame; too near from 1 on."""
    low, high = corners_px
    x0, y0, x1, y1 = clip_box(low, high, frame_px)
    area = max(float(np.prod(high - low)), 1e-6)
    outside = 1.0 - max(0, x1 - x0) * max(0, y1 - y0) / area
    share = float(high[1] - low[1]) / max(1, min(frame_px))
    return max(share / _MOST_SHARE, outside / _MOST_OUTSIDE)


def turned_away(visitor: HeadTurn, painted: HeadTurn) -> float:
    """Badness of a head that shows too little of the face; too far turned from 1 on.

    Every pose between the frontal and the painted one is good.
    """
    yaw = _beyond(visitor.yaw_deg, painted.yaw_deg) / _MOST_YAW_DEG
    pitch = _beyond(visitor.pitch_deg, painted.pitch_deg) / _MOST_PITCH_DEG
    return max(yaw, pitch)


def too_dark(corners_px: AnyArray, glimpse_bgra: ImageBgra, scale: float) -> float:
    """Badness of the light on a face; too dark from 1 on.

    Judged by the face's highlights. In a view that is lit elsewhere they may be darker,
    for the sake of dark skin before a bright wall.

    Args:
        corners_px: Of the face, in the frame.
        glimpse_bgra: The frame made small.
        scale: Size of the glimpse relative to the frame.
    """
    face, view = bright_parts(glimpse_bgra, corners_px, scale)
    limit = _DARK_IN_LIGHT_VALUE if view >= _LIT_VIEW_VALUE else _DARK_VALUE
    return limit / max(face, 1.0)


def degrees_apart(visitor: HeadTurn, painted: HeadTurn) -> float:
    """How far two heads are apart, in degrees of yaw.

    Pitch and roll count less: pitch depends on how high the camera hangs, and roll is
    straightened when the portrait is made.
    """
    gap: AnyArray = np.array(
        [
            visitor.yaw_deg - painted.yaw_deg,
            0.7 * (visitor.pitch_deg - painted.pitch_deg),
            0.5 * (visitor.roll_deg - painted.roll_deg),
        ]
    )
    return float(np.linalg.norm(gap))


def alike(apart_deg: float) -> float:
    """1 for heads up to 6 degrees apart, falling smoothly to 0 at 35."""
    part = (_UNLIKE_DEG - apart_deg) / (_UNLIKE_DEG - _ALIKE_DEG)
    part = min(max(part, 0.0), 1.0)
    return part * part * (3.0 - 2.0 * part)


def _beyond(value_deg: float, painted_deg: float) -> float:
    """How far an angle lies outside the range from 0 to the painted one."""
    low_deg, high_deg = min(0.0, painted_deg), max(0.0, painted_deg)
    return max(low_deg - value_deg, value_deg - high_deg, 0.0)
