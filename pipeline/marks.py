"""What people have set by hand in a painting: faces, single points, what is in front.

Marks never raise: a mark that cannot be a face is told as a finding on the painting.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

import numpy as np

from pipeline.mesh import POINT_COUNT
from pipeline.types import AnyArray, Points2d, SizePx

_LEAST_EYES_PX = 3.0
_MOST_OUTSIDE = 0.25


@dataclass(frozen=True, slots=True, eq=False)
class FaceMark:
    """A face marked by hand, in pixels of the painting at full size.

    Attributes:
        key_points_px: ``(5, 2)``: the eye at the left of the image, the one at the
            right, nose tip, mouth corners at the left and at the right.
        swappable: Whether visitors may step into it.
        moved: Points of the mesh that were moved: from their index, 0 to 467, to where
            they belong.
    """

    key_points_px: Points2d
    swappable: bool = True
    moved: Mapping[int, tuple[float, float]] = field(
        default_factory=lambda: MappingProxyType({})
    )


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """All that was set by hand in one painting.

    Attributes:
        faces: In the order in which visitors take them; if there are none, the engine
            looks for faces.
        mask: A PNG that shows what is in front; see ``pipeline.painted_mask``.
    """

    faces: tuple[FaceMark, ...] = ()
    mask: Path | None = None

    def scaled(self, scale: float) -> "Marks":
        """The same marks in the painting at another size."""
        return replace(self, faces=tuple(_scaled(face, scale) for face in self.faces))


def sound_key_points(mark: FaceMark, size_px: SizePx) -> Points2d | None:
    """The five points in their order, or None if they cannot be a face.

    Eyes and mouth corners are put from left to right as the face sees them, so that a
    head lying on its side is fine.

    Args:
        mark: What was marked.
        size_px: Of the painting; points may lie a little outside.
    """
    points = np.asarray(mark.key_points_px, np.float64)
    if points.shape != (5, 2) or not np.isfinite(points).all():
        return None
    beyond = _MOST_OUTSIDE * np.array(size_px)
    if (points < -beyond).any() or (points > size_px + beyond).any():
        return None
    eyes, mouth = points[:2], points[3:]
    down = mouth.mean(0) - eyes.mean(0)
    if np.hypot(*down) < _LEAST_EYES_PX or np.hypot(*np.ptp(eyes, 0)) < 1:
        return None
    if _cross(eyes[1] - eyes[0], down) < 0:
        eyes = eyes[::-1]
    if _cross(mouth[1] - mouth[0], down) < 0:
        mouth = mouth[::-1]
    return np.vstack([eyes, points[2:3], mouth])


def sound_moves(
    mark: FaceMark, size_px: SizePx
) -> tuple[Mapping[int, tuple[float, float]], bool]:
    """The moved points that can be followed, and whether these are all."""
    width, height = size_px
    kept = {
        index: (x, y)
        for index, (x, y) in mark.moved.items()
        if 0 <= index < POINT_COUNT
        and -_MOST_OUTSIDE * width <= x <= (1 + _MOST_OUTSIDE) * width
        and -_MOST_OUTSIDE * height <= y <= (1 + _MOST_OUTSIDE) * height
    }
    return kept, len(kept) == len(mark.moved)


def _scaled(mark: FaceMark, scale: float) -> FaceMark:
    shift = (scale - 1) / 2  # pixel centres lie on whole numbers
    key_points = np.asarray(mark.key_points_px, np.float64) * scale + shift
    moved = {
        index: (x * scale + shift, y * scale + shift)
        for index, (x, y) in mark.moved.items()
    }
    return replace(mark, key_points_px=key_points, moved=moved)


def _cross(a: AnyArray, b: AnyArray) -> float:
    return float(a[0] * b[1] - a[1] * b[0])
