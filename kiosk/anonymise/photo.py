"""Takes all faces out of one picture, and looks whether any is left."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from kiosk.anonymise.treatment import Treatment, head_box
from kiosk.errors import AnonymiseError
from pipeline.types import Detection, ImageBgr

ROUNDS: Final = 4
Search = Callable[[ImageBgr], list[Detection]]


def take_out_faces(
    picture: ImageBgr,
    faces: Sequence[tuple[Detection, int]],
    treatment: Treatment,
    search: Search,
) -> list[Detection]:
    """Treat faces, then search again and treat what is found beside them.

    Args:
        picture: Written into.
        faces: What is known to be there, and who.
        treatment: What is done to a face.
        search: Looks for faces that were missed.

    Returns:
        All faces that were treated.

    Raises:
        AnonymiseError: If faces turn up beside treated ones again and again.
    """
    treated = [face for face, _ in faces]
    for face, person in faces:
        treatment.treat(picture, face, person)
    for _ in range(ROUNDS):
        left = [one for one in search(picture) if not _within(one, treated, picture)]
        if not left:
            return treated
        for face in left:
            treatment.treat(picture, face, -1 - len(treated))
            treated.append(face)
    raise AnonymiseError("faces kept turning up that had not been found at first")


def _within(face: Detection, treated: Sequence[Detection], picture: ImageBgr) -> bool:
    """Whether a face that was found lies in what was treated."""
    size_px = picture.shape[1], picture.shape[0]
    x, y = face.box_xyxy.reshape(2, 2).mean(0)
    for other in treated:
        x0, y0, x1, y1 = head_box(other, size_px)
        inside = x0 <= x <= x1 and y0 <= y <= y1
        if inside and face.width_px < 2.5 * max(other.width_px, 1.0):
            return True
    return not np.isfinite([x, y]).all()
