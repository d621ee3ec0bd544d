"""A simple head as portrait painters construct it: an egg, an eye line, a nose line.

The head is a small solid in its own units (half its height is 1), turned as a face is
and seen from straight ahead. Pure arithmetic.
"""

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
HeadPose = tuple[float, float, float]
"""Yaw, pitch and roll in degrees: towards the picture's right, down, clockwise."""

MOST_DEGREES = 85.0
LEVELS = 19
AROUND = 32
OUTLINE_POINTS = 60
HALF_WIDTH = 0.74
FACE_DEPTH = 0.80
SKULL_DEPTH = 0.92
JAW = 0.10
"""How much narrower the head gets towards the chin."""
EYE_LEVEL = -0.04
NOSE_LEVEL = 0.34
MOUTH_LEVEL = 0.58
EYE_AROUND = 0.44
"""From the nose line to an eye, in radians around the head."""


@dataclass(frozen=True, slots=True, eq=False)
class HeadSketch:
    """Lines of a turned head; x right, y down, 0 in its middle, 1 half its height.

    Attributes:
        outline: Closed, ``(N, 2)``.
        lines: What can be seen of nose line and eye line, each ``(N, 2)``.
        features: Nose and mouth, each ``(N, 2)``; only what can be seen.
        eyes: The middle of each eye that can be seen.
    """

    outline: FloatArray
    lines: tuple[FloatArray, ...]
    features: tuple[FloatArray, ...]
    eyes: tuple[tuple[float, float], ...]


def sketch_head(pose: HeadPose) -> HeadSketch:
    """Draw a head that is turned.

    Args:
        pose: How; beyond 85 degrees it is drawn as at 85.
    """
    turn = _rotation(pose)
    seen = _surface() @ turn[:2].T
    farthest = np.argmax(seen @ _directions().T, axis=0)
    nose_line, eye_line, mouth = (_front(line, turn) for line in _skin_lines())
    nose = _nose() @ turn[:2].T
    eyes = _front(_eyes(), turn).tolist()
    return HeadSketch(
        outline=seen[farthest],
        lines=tuple(line for line in (nose_line, eye_line) if len(line) > 1),
        features=tuple(line for line in (nose, mouth) if len(line) > 1),
        eyes=tuple((x, y) for x, y in eyes),
    )


def _rotation(pose: HeadPose) -> FloatArray:
    """Yaw after pitch after roll; x right, y down, z away."""
    yaw, pitch, roll = (
        math.radians(min(max(angle, -MOST_DEGREES), MOST_DEGREES)) for angle in pose
    )
    cy, sy = math.cos(yaw), math.sin(yaw)
    cp, sp = math.cos(pitch), math.sin(pitch)
    cr, sr = math.cos(roll), math.sin(roll)
    about_y = np.array([[cy, 0.0, -sy], [0.0, 1.0, 0.0], [sy, 0.0, cy]])
    about_x = np.array([[1.0, 0.0, 0.0], [0.0, cp, -sp], [0.0, sp, cp]])
    about_z = np.array([[cr, -sr, 0.0], [sr, cr, 0.0], [0.0, 0.0, 1.0]])
    turn: FloatArray = about_y @ about_x @ about_z
    return turn


def _point(level: float, around: float) -> tuple[float, float, float]:
    """A point on the head.

    Args:
        level: Height, -1 at the crown to 1 at the chin.
        around: Angle from the nose line, in radians, positive to the right.
    """
    ring = math.sqrt(max(0.0, 1.0 - level * level))
    width = HALF_WIDTH * ring * (1.0 - JAW * max(0.0, level))
    behind = abs(around) > math.pi / 2
    # Behind, the jaw draws back to the neck; in front, the chin stays forward.
    depth = SKULL_DEPTH * (1.0 - 0.55 * max(0.0, level)) if behind else FACE_DEPTH
    return width * math.sin(around), level, -depth * ring * math.cos(around)


def _curve(levels: FloatArray, around: FloatArray) -> FloatArray:
    return np.array([_point(*place) for place in zip(levels, around, strict=True)])


@cache
def _surface() -> FloatArray:
    heights = np.sin(np.linspace(-math.pi / 2, math.pi / 2, LEVELS))
    angles = np.linspace(-math.pi, math.pi, AROUND, endpoint=False)
    levels, around = np.meshgrid(heights, angles)
    return _curve(levels.ravel(), around.ravel())


@cache
def _directions() -> FloatArray:
    angles = np.linspace(0.0, 2.0 * math.pi, OUTLINE_POINTS, endpoint=False)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1)


@cache
def _skin_lines() -> tuple[FloatArray, FloatArray, FloatArray]:
    """Nose line, eye line and mouth."""
    levels = np.sin(np.linspace(-math.pi / 2, math.pi / 2, 21))
    around = np.linspace(-math.pi / 2, math.pi / 2, 21)
    across = np.linspace(-1.0, 1.0, 9)
    return (
        _curve(levels, np.zeros_like(levels)),
        _curve(np.full_like(around, EYE_LEVEL), around),
        _curve(MOUTH_LEVEL - 0.06 * across**2, 0.42 * across),
    )


@cache
def _eyes() -> FloatArray:
    return np.array([_point(EYE_LEVEL, side * EYE_AROUND) for side in (-1.0, 1.0)])


@cache
def _nose() -> FloatArray:
    """From between the eyes over the tip to its base; stands out of the face."""
    top, base = _point(EYE_LEVEL, 0.0), _point(NOSE_LEVEL + 0.04, 0.0)
    tip = (0.0, NOSE_LEVEL - 0.03, base[2] - 0.24)
    return np.array([top, tip, base])


def _front(points: FloatArray, turn: FloatArray) -> FloatArray:
    """The part of a line on the head's skin that faces us."""
    outwards = points @ (turn[2] / _RADII_SQUARED)
    visible: FloatArray = points[outwards < 0.0] @ turn[:2].T
    return visible


_RADII_SQUARED = np.array([HALF_WIDTH**2, 1.0, FACE_DEPTH**2])
