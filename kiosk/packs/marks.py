"""What a pack has set by hand in a painting, as the engine takes it."""

import numpy as np

from kiosk.packs.manifest import PackPainting
from kiosk.packs.schema import FaceEntry
from pipeline.marks import FaceMark, Marks


def marks_of(painting: PackPainting) -> Marks:
    """The faces and the mask that a pack gives for a painting."""
    return Marks(tuple(mark_of(face) for face in painting.faces), painting.mask)


def mark_of(face: FaceEntry) -> FaceMark:
    """One face, as the engine takes it."""
    points = np.array([*face.eyes, face.nose, *face.mouth], np.float64)
    return FaceMark(points, face.swappable, dict(face.moved))
