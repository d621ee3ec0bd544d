"""Turns a visitor's face points into the painted head's pose."""

from dataclasses import dataclass, fields
from functools import cache
from typing import Final

import numpy as np

from pipeline.canvas import FaceCanvas
from pipeline.corrections import falloff
from pipeline.geometry import fit_affine, fit_similarity
from pipeline.mesh import LEFT_EYE, LIPS, OVAL, RIGHT_EYE, STABLE, canonical_face
from pipeline.types import AnyArray, IntArray, Points3d

BOTH_SHAPES: Final = 0.5
"""The shape that is used if a painting sets none."""

_PULL_IN: Final = 0.07
_NOSE: Final = np.array([1, 4, 5, 195])
_EYE_CORNERS: Final = ((33, 133), (263, 362))
_MOUTH_CORNERS: Final = np.array([61, 291])
_EYES_CM: Final = (0.2, 1.2)
_LIPS_CM: Final = (0.8, 2.2)
"""Up to the first distance from their ring points belong to eye or lips wholly, from
the second on not at all."""


@dataclass(frozen=True, slots=True, eq=False)
class ShapedCanvas(FaceCanvas):
    """A canvas of a painting that says whose face shape it wants.

    Attributes:
        shape: 0 for the painted face's, 1 for the visitor's; see `pose_into`.
    """

    shape: float


def shaped(canvas: FaceCanvas, shape: float) -> ShapedCanvas:
    """The same canvas with a face shape of its own."""
    taken = {each.name: getattr(canvas, each.name) for each in fields(FaceCanvas)}
    return ShapedCanvas(**taken, shape=float(np.clip(shape, 0, 1)))


def posed_in(visitor: Points3d, canvas: FaceCanvas) -> Points3d:
    """The visitor's points in a canvas, with the shape that its painting wants.

    Args:
        visitor: ``(468, 3)`` in camera pixels.
        canvas: The painted face.

    Returns:
        ``(468, 3)`` float32 in pixels of the canvas's box.
    """
    shape = canvas.shape if isinstance(canvas, ShapedCanvas) else BOTH_SHAPES
    return pose_into(visitor, canvas.points, canvas.reach, shape)


def pose_into(
    visitor: Points3d, painted: Points3d, reach: AnyArray, shape: float = BOTH_SHAPES
) -> Points3d:
    """The visitor's face shape and expression in the painted head's pose.

    A similarity in 3D on points that the expression hardly moves, then an affine map
    so that the outlines agree; towards the outline the points stay painted.

    Args:
        visitor: ``(468, 3)`` in camera pixels.
        painted: ``(468, 3)`` in painting pixels.
        reach: ``(468,)``: 0 keeps a painted point, 1 takes the visitor's.
        shape: At 0.5 the visitor's features are fitted to the painted outline. Towards
            1 they keep their own proportions, whatever the outline. Towards 0 they
            move to where the painted ones are; lids and lips still do what the
            visitor's do.

    Returns:
        ``(468, 3)`` float32 in painting pixels.
    """
    matrix, shift = fit_similarity(visitor[STABLE], painted[STABLE])
    turned = visitor @ matrix.T + shift
    affine = fit_affine(turned[OVAL, :2], painted[OVAL, :2])
    flat = np.column_stack([turned[:, :2], np.ones(len(turned))]) @ affine
    posed = np.column_stack([flat, turned[:, 2]])
    if shape > BOTH_SHAPES:
        posed += (shape - BOTH_SHAPES) / (1 - BOTH_SHAPES) * (turned - posed)
    elif shape < BOTH_SHAPES:
        alike = _with_expression(painted, posed)
        posed += (BOTH_SHAPES - shape) / BOTH_SHAPES * (alike - posed)
    result: Points3d = painted + reach[:, None] * (posed - painted)
    return result.astype(np.float32)


def sampling_points(visitor: Points3d) -> Points3d:
    """Where to take pixels from: outline points a little further in.

    Hair and background begin right behind the outline.

    Returns:
        ``(468, 3)`` float32 in camera pixels.
    """
    taken = visitor.copy()
    centre = visitor[_NOSE, :2].mean(0)
    taken[OVAL, :2] += _PULL_IN * (centre - taken[OVAL, :2])
    return taken


def _with_expression(painted: Points3d, posed: Points3d) -> Points3d:
    """The painted face with the visitor's lids and lips.

    Lids are fitted to the painted corners of the eye, so that they open as far for its
    width as the visitor's. Lips are only shifted: a smile is wide.
    """
    left, right, lips = _expressive()
    result = painted.astype(np.float64)
    for weights, (outer, inner) in zip((left, right), _EYE_CORNERS, strict=True):
        own = posed[:, 0] + 1j * posed[:, 1]
        theirs = painted[:, 0] + 1j * painted[:, 1]
        width = own[inner] - own[outer]
        factor = (theirs[inner] - theirs[outer]) / (width if abs(width) > 1e-6 else 1)
        lids = theirs[outer] + factor * (own - own[outer])
        result[:, :2] += weights * (
            np.column_stack([lids.real, lids.imag]) - painted[:, :2]
        )
    shift = painted[_MOUTH_CORNERS, :2].mean(0) - posed[_MOUTH_CORNERS, :2].mean(0)
    result[:, :2] += lips * (posed[:, :2] + shift - painted[:, :2])
    return result


@cache
def _expressive() -> tuple[AnyArray, AnyArray, AnyArray]:
    """How much each point belongs to the left eye, right eye and lips, ``(468, 1)``."""
    return (
        _near(LEFT_EYE, *_EYES_CM),
        _near(RIGHT_EYE, *_EYES_CM),
        _near(LIPS, *_LIPS_CM),
    )


def _near(ring: IntArray, wholly_cm: float, until_cm: float) -> AnyArray:
    points = canonical_face().points_cm
    away_cm = np.linalg.norm(points[:, None] - points[ring], axis=2).min(1)
    beyond = np.maximum(away_cm - wholly_cm, 0) / (until_cm - wholly_cm)
    return falloff(beyond)[:, None]
