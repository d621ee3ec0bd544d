"""Where a mark goes in a picture: into a corner, never onto a face."""

from collections.abc import Iterator, Sequence
from typing import Final

import cv2
import numpy as np

from pipeline.types import BoxPx, ImageBgr, SizePx

FACE_MARGIN: Final = 0.15
"""Kept free around a face on every side, over its size."""
_EDGE: Final = 0.025
"""Between mark and edge, over the picture's shorter side."""
_STEPS: Final = 12
_TOP_COST: Final = 25.0
_BESIDE_CORNER_COST: Final = 8.0


def edge_px(size_px: SizePx) -> int:
    """The distance between a mark and the edge of a picture of this size."""
    return max(2, round(_EDGE * min(size_px)))


def free_place(
    bgr: ImageBgr, mark_px: SizePx, faces_px: Sequence[BoxPx]
) -> BoxPx | None:
    """Find the quietest place along the edges that touches no face.

    Corners come before places between them, the bottom before the top.

    Args:
        bgr: The picture.
        mark_px: Width and height of the mark.
        faces_px: Painted and visitors' faces.

    Returns:
        None where the mark does not fit in without touching a face.
    """
    size_px: SizePx = bgr.shape[1], bgr.shape[0]
    kept_free = [_grown(face) for face in faces_px]
    places = [
        (cost + _unrest(bgr, box), box)
        for cost, box in _candidates(size_px, mark_px)
        if not any(_touch(box, face) for face in kept_free)
    ]
    return min(places, default=(0.0, None), key=lambda place: place[0])[1]


def _candidates(size_px: SizePx, mark_px: SizePx) -> Iterator[tuple[float, BoxPx]]:
    """Places along the bottom and the top with what speaks against each."""
    edge = edge_px(size_px)
    most_x = size_px[0] - edge - mark_px[0]
    most_y = size_px[1] - edge - mark_px[1]
    if most_x < edge or most_y < edge:
        return
    for cost_y, y in ((0.0, most_y), (_TOP_COST, edge)):
        for step in range(_STEPS + 1):
            x = edge + round(step / _STEPS * (most_x - edge))
            beside = 0.0 if step in (0, _STEPS) else _BESIDE_CORNER_COST
            yield cost_y + beside, (x, y, x + mark_px[0], y + mark_px[1])


def _unrest(bgr: ImageBgr, box: BoxPx) -> float:
    """How much goes on in a part of the picture: its contrast, 0 to 128."""
    x0, y0, x1, y1 = box
    step = max(1, (y1 - y0) // 24)
    part = np.ascontiguousarray(bgr[y0:y1:step, x0:x1:step])
    return float(cv2.cvtColor(part, cv2.COLOR_BGR2GRAY).std())


def _grown(face: BoxPx) -> BoxPx:
    x0, y0, x1, y1 = face
    across, down = FACE_MARGIN * (x1 - x0), FACE_MARGIN * (y1 - y0)
    return (
        int(np.floor(x0 - across)),
        int(np.floor(y0 - down)),
        int(np.ceil(x1 + across)),
        int(np.ceil(y1 + down)),
    )


def _touch(one: BoxPx, other: BoxPx) -> bool:
    return (
        one[0] < other[2]
        and other[0] < one[2]
        and one[1] < other[3]
        and other[1] < one[3]
    )
