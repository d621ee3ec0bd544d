"""Turns a visitor's face points into the painted head's pose."""

from typing import Final

import numpy as np

from pipeline.geometry import fit_affine, fit_similarity
from pipeline.mesh import OVAL, STABLE
from pipeline.types import AnyArray, Points3d

_PULL_IN: Final = 0.07
_NOSE: Final = np.array([1, 4, 5, 195])


def pose_into(visitor: Points3d, painted: Points3d, reach: AnyArray) -> Points3d:
    """The visitor's face shape and expression in the painted head's pose.

    A similarity in 3D on points that the expression hardly moves, then an affine map
    so that the outlines agree; towards the outline the points stay painted.

    Args:
        visitor: ``(468, 3)`` in camera pixels.
        painted: ``(468, 3)`` in painting pixels.
        reach: ``(468,)``: 0 keeps a painted point, 1 takes the visitor's.

    Returns:
        ``(468, 3)`` float32 in painting pixels.
    """
    matrix, shift = fit_similarity(visitor[STABLE], painted[STABLE])
    turned = visitor @ matrix.T + shift
    affine = fit_affine(turned[OVAL, :2], painted[OVAL, :2])
    flat = np.column_stack([turned[:, :2], np.ones(len(turned))]) @ affine
    posed = np.column_stack([flat, turned[:, 2]])
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
