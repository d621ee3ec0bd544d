"""A painting as it is being edited: a value; every change makes another one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeAlias

from kiosk.packs.manifest import PackPainting
from kiosk.packs.schema import FaceEntry

Place: TypeAlias = tuple[float, float]
"""x and y in pixels of the upright image at full size."""

_DECIMALS: Final = 1


class Brush(StrEnum):
    """What a stroke over the mask says."""

    FRONT = "front"
    """This is painted in front of the face and stays."""
    FREE = "free"
    """Nothing is in front here: the visitor shows."""
    ERASER = "eraser"
    """Whatever was painted by hand here counts no more."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One stroke over the mask.

    Attributes:
        brush: What it says.
        radius_px: Half its width, in pixels of the image.
        places: Where it went; at least one.
    """

    brush: Brush
    radius_px: float
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """All that can be changed in a painting.

    Attributes:
        faces: In the order in which visitors take them; empty while those count that
            the engine finds.
        strokes: Over the mask, the first one first.
        blank: Whether the mask that the painting came with was wiped away.
        complexion: 0 to 1; None for the engine's usual one.
        shape: 0 to 1; None for the engine's usual one.
    """

    faces: tuple[FaceEntry, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    blank: bool = False
    complexion: float | None = None
    shape: float | None = None

    @property
    def mask_touched(self) -> bool:
        """Whether the mask is another than the painting came with."""
        return self.blank or bool(self.strokes)

    def with_face(self, face: FaceEntry) -> "Draft":
        """With one face more, the last."""
        return replace(self, faces=(*self.faces, face))

    def without_face(self, index: int) -> "Draft":
        """Without a face; the last one stays."""
        if len(self.faces) < 2:
            return self
        left = self.faces[:index] + self.faces[index + 1 :]
        return replace(self, faces=left)

    def with_face_at(self, index: int, place: int) -> "Draft":
        """With a face at another place of the order."""
        faces = list(self.faces)
        faces.insert(max(0, min(place, len(faces) - 1)), faces.pop(index))
        return replace(self, faces=tuple(faces))

    def with_swappable(self, index: int, *, swappable: bool) -> "Draft":
        """With a face that visitors may step into, or may not."""
        return self._with(index, {"swappable": swappable})

    def with_moved(self, index: int, point: int, place: Place) -> "Draft":
        """With a point of a face's mesh put elsewhere."""
        at = round(place[0], _DECIMALS), round(place[1], _DECIMALS)
        return self._with(index, {"moved": {**self.faces[index].moved, point: at}})

    def with_points_back(self, index: int) -> "Draft":
        """With all points of a face where the engine sees them."""
        return self._with(index, {"moved": {}})

    def with_stroke(self, stroke: Stroke) -> "Draft":
        """With another stroke over the mask."""
        return replace(self, strokes=(*self.strokes, stroke))

    def with_blank_mask(self) -> "Draft":
        """Without anything painted by hand."""
        return replace(self, strokes=(), blank=True)

    def _with(self, index: int, changes: Mapping[str, object]) -> "Draft":
        faces = list(self.faces)
        faces[index] = faces[index].model_copy(update=dict(changes))
        return replace(self, faces=tuple(faces))


def draft_of(painting: PackPainting) -> Draft:
    """A painting as its pack has it."""
    return Draft(
        faces=painting.faces, complexion=painting.complexion, shape=painting.shape
    )


def face_of(places: tuple[Place, ...], *, swappable: bool = True) -> FaceEntry:
    """A face from five places.

    Args:
        places: The eye at the left of the image, the one at the right, the tip of the
            nose, the corners of the mouth at the left and at the right.
        swappable: Whether visitors may step into it.
    """
    at = [(round(float(x), _DECIMALS), round(float(y), _DECIMALS)) for x, y in places]
    left, right, nose, mouth_left, mouth_right = at
    return FaceEntry(
        eyes=(left, right),
        nose=nose,
        mouth=(mouth_left, mouth_right),
        swappable=swappable,
    )
