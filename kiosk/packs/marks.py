"""What a pack has set by hand in a painting, as the engine takes it."""

import numpy as np

from kiosk.packs.manifest import PackPainting
from pipeline.marks import FaceMark, Marks


def marks_of(painting: PackPainting) -> Marks:
    """The faces and the mask that a pack gives for a painting."""
    faces = [
        FaceMark(
            np.array([*face.eyes, face.nose, *face.mouth], np.float64),
            face.swappable,
            dict(face.moved),
        )
        for face in painting.faces
    ]
    return Marks(tuple(faces), painting.mask)
