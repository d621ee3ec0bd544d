"""Links the faces of a film's frames to persons and fills the gaps between."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

import numpy as np

from pipeline.types import AnyArray, Detection

_LOST_S: Final = 1.0
"""A person who is not found for so long is a new one."""
_AROUND_S: Final = 0.25
"""So long before it was first found, and after it was last, a face is there as well."""
_STEP: Final = 1.2
"""How far a face moves between two looks at most, over its width."""
_SIZES_ALIKE: Final = 2.0

Sighting = tuple[Detection, int]
"""A face and whose it is."""


@dataclass(slots=True, eq=False)
class _Person:
    number: int
    seen: dict[int, Detection] = field(default_factory=dict)
    last: int = 0


def sightings(found: Sequence[Sequence[Detection]], fps: float) -> list[list[Sighting]]:
    """Say for each frame which faces are to be treated.

    A face that was missed between two frames is put where it must have been.

    Args:
        found: The faces of each frame.
        fps: Frames a second.
    """
    lost = max(1, round(_LOST_S * fps))
    around = max(1, round(_AROUND_S * fps))
    persons: list[_Person] = []
    for index, faces in enumerate(found):
        near = [one for one in persons if index - one.last <= lost]
        taken = _matched(faces, near, index)
        for face, person in zip(faces, taken, strict=True):
            if person is None:
                person = _Person(len(persons))
                persons.append(person)
            person.seen[index], person.last = face, index
    frames: list[list[Sighting]] = [[] for _ in found]
    for person in persons:
        for index, face in _whole(person.seen, around, len(found)).items():
            frames[index].append((face, person.number))
    return frames


def _matched(
    faces: Sequence[Detection], persons: Sequence[_Person], index: int
) -> list[_Person | None]:
    """Whose each face is: the nearest person's who is not taken yet, or nobody's."""
    taken: list[_Person | None] = [None] * len(faces)
    if not faces or not persons:
        return taken
    lasts = [person.seen[person.last] for person in persons]
    centres = np.stack([_centre(last) for last in lasts])
    widths = np.array([max(last.width_px, 1.0) for last in lasts])
    steps = np.array([min(3, index - person.last) for person in persons])
    free = np.ones(len(persons), bool)
    for place, face in enumerate(faces):
        width = max(face.width_px, 1.0)
        narrow, wide = np.minimum(widths, width), np.maximum(widths, width)
        apart = np.linalg.norm(centres - _centre(face), axis=1) / narrow
        fits = free & (wide / narrow < _SIZES_ALIKE) & (apart < _STEP * steps)
        if fits.any():
            best = int(np.where(fits, apart, np.inf).argmin())
            taken[place], free[best] = persons[best], False
    return taken


def _whole(seen: dict[int, Detection], around: int, count: int) -> dict[int, Detection]:
    """A person's faces with the gaps filled and both ends prolonged."""
    indices = sorted(seen)
    whole = dict(seen)
    for before, after in pairwise(indices):
        for index in range(before + 1, after):
            part = (index - before) / (after - before)
            whole[index] = _between(seen[before], seen[after], part)
    first, last = indices[0], indices[-1]
    for step in range(1, around + 1):
        if first - step >= 0:
            whole[first - step] = seen[first]
        if last + step < count:
            whole[last + step] = seen[last]
    return whole


def _between(before: Detection, after: Detection, part: float) -> Detection:
    box = (1 - part) * before.box_xyxy + part * after.box_xyxy
    points = (1 - part) * before.key_points_px + part * after.key_points_px
    score = min(before.score, after.score)
    return Detection(box.astype(np.float32), points.astype(np.float32), score)


def _centre(face: Detection) -> AnyArray:
    return np.asarray(face.box_xyxy.reshape(2, 2).mean(0))
