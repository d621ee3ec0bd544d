"""Bends a face mesh so that some places lie where people put them."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.mesh import canonical_face
from pipeline.types import AnyArray, Points2d, Points3d

POINT_REACH_CM: Final = 3.0
"""How far on the face one moved point takes its neighbours along."""

_STEEPEST: Final = 2.2
"""A reach of so many displacements cannot fold by itself: the slope of the falloff is
never more than 1.7 over the reach (see `falloff`)."""

_WIDEST: Final = 2.0
"""So many times the usual reach at most: what is far stays."""

_EDGE_ON: Final = 0.3
"""Part of its area that a triangle shows, below which it is seen edge-on."""

_HALVINGS: Final = 7


@dataclass(frozen=True, slots=True, eq=False)
class Bent:
    """A mesh that was bent.

    Attributes:
        points_px: ``(468, 3)`` float32.
        followed: 1 if every place lies where it was put; less if the mesh would have
            folded, in which case all went only that part of the way.
    """

    points_px: Points3d
    followed: float


def bend(
    points_px: Points3d,
    anchors_cm: Points3d,
    shifts_px: Points2d,
    reach_cm: float = POINT_REACH_CM,
) -> Bent:
    """Shift some places of a face; their neighbours follow, what is far stays.

    Interpolation with the compactly supported radial function of Wendland, "Piecewise
    polynomial, positive definite and compactly supported radial functions of minimal
    degree" (1995). Distances are taken on the canonical face, so that what is near in
    a turned head's picture but not on the head is not moved.

    Args:
        points_px: ``(468, 3)``.
        anchors_cm: ``(K, 3)`` places on the canonical face.
        shifts_px: ``(K, 2)`` how far each is to go.
        reach_cm: Beyond this distance from every place nothing moves; up to doubled
            for shifts so long that the mesh would fold.

    Returns:
        The new mesh; depths stay.
    """
    if not len(shifts_px):
        return Bent(points_px, 1.0)
    canonical = canonical_face().points_cm.astype(np.float64)
    longest_cm = float(np.hypot(*np.asarray(shifts_px).T).max()) / px_per_cm(points_px)
    reach = float(np.clip(_STEEPEST * longest_cm, reach_cm, _WIDEST * reach_cm))
    between = falloff(_distances(anchors_cm, anchors_cm) / reach)
    # places clicked twice would make the system singular
    between += 1e-6 * np.eye(len(between))
    weights = np.linalg.solve(between, np.asarray(shifts_px, np.float64))
    field = falloff(_distances(canonical, anchors_cm) / reach) @ weights
    followed = _unfolded_part(points_px, field)
    bent = points_px.astype(np.float64)
    bent[:, :2] += followed * field
    return Bent(bent.astype(np.float32), followed)


def falloff(distance: AnyArray) -> AnyArray:
    """Wendland's function of smoothness 2: 1 at 0, 0 from 1 on, flat at both ends."""
    inside = np.clip(1 - distance, 0, 1)
    value: AnyArray = inside**4 * (4 * np.minimum(distance, 1) + 1)
    return value


def px_per_cm(points_px: Points3d) -> float:
    """Size of a mesh relative to the canonical face, whatever its pose."""
    canonical = canonical_face().points_cm
    spread = np.linalg.norm(points_px - points_px.mean(0), axis=1)
    return float(
        np.sqrt(np.mean(spread**2))
        / np.sqrt(np.mean(np.sum((canonical - canonical.mean(0)) ** 2, axis=1)))
    )


def _unfolded_part(points_px: Points3d, field: AnyArray) -> float:
    """The largest part of a displacement, 0 to 1, that turns no visible triangle over.

    Triangles seen edge-on from the first are left out: they turn over at a breath.
    """
    facing = np.sign(_areas(canonical_face().points_cm).sum())
    before = facing * _areas(points_px)
    solid = np.linalg.norm(_spans(canonical_face().points_cm), axis=1)
    judged = before > _EDGE_ON * px_per_cm(points_px) ** 2 * solid

    def folds(part: float) -> bool:
        after = facing * _areas(points_px[:, :2] + part * field)
        return bool((after[judged] <= 0).any())

    if not folds(1.0):
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if folds(middle) else (middle, high)
    return low


def _areas(points: AnyArray) -> AnyArray:
    """Twice the signed area of each triangle, as seen in the image."""
    flat = points.astype(np.float64)
    flat = np.column_stack([flat[:, :2], np.zeros(len(flat))])
    areas: AnyArray = _spans(flat)[:, 2]
    return areas


def _spans(points: AnyArray) -> AnyArray:
    """The cross product of two sides of each triangle."""
    a, b, c = (points[canonical_face().triangles[:, k]] for k in range(3))
    spans: AnyArray = np.cross(b - a, c - a)
    return spans


def _distances(one: AnyArray, other: AnyArray) -> AnyArray:
    gap: AnyArray = np.linalg.norm(one[:, None] - other[None], axis=2)
    return gap
