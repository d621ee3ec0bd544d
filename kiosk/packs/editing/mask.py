"""Paints strokes into a mask of what is in front of the faces."""

import io
from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from PIL import Image

from kiosk.packs.editing.draft import Brush, Draft, Stroke
from pipeline.painted_mask import PaintedMask
from pipeline.types import BoxPx, SizePx

LONGER_PX: Final = 2048
"""Of a mask that is begun here; strokes are soft, so that more would show nothing."""

_SOFT_PX: Final = 1.5
_SHIFT: Final = 4
"""Bits behind the point that OpenCV draws with."""


class MaskPaint:
    """The mask of a painting, as far as strokes have come.

    Args:
        painting_px: Size of the painting at full size.
        given: The mask that it came with.
    """

    def __init__(self, painting_px: SizePx, given: PaintedMask | None) -> None:
        self._painting_px = painting_px
        shrink = min(1.0, LONGER_PX / max(painting_px))
        size = (
            (given.front.shape[1], given.front.shape[0])
            if given is not None
            else (
                max(1, round(painting_px[0] * shrink)),
                max(1, round(painting_px[1] * shrink)),
            )
        )
        self._blank = np.zeros((size[1], size[0]), np.uint8)
        self._given = self._blank, self._blank
        if given is not None:
            # One that only adds says nothing where it is black.
            decided = given.front if given.decided is None else given.decided
            front = given.front
            if given.decided is None:
                front = np.where(given.front > 0, np.uint8(255), np.uint8(0))
            self._given = front, decided
        self._done: tuple[Stroke, ...] = ()
        self._on_blank = False
        self._copied: tuple[PaintedMask | None] | None = None
        self.front, self.decided = (plane.copy() for plane in self._given)

    @property
    def scale(self) -> float:
        """Size of the mask relative to the painting."""
        return float(self.front.shape[1]) / self._painting_px[0]

    @property
    def mask(self) -> PaintedMask | None:
        """A copy of what was painted; None if that is nothing."""
        if self._copied is None:
            some = bool(self.decided.any())
            self._copied = (
                PaintedMask(self.front.copy(), self.decided.copy()) if some else None,
            )
        return self._copied[0]

    def follow(self, draft: Draft) -> BoxPx | None:
        """Paint what a draft has more, or everything anew where it has less.

        Returns:
            The part of the mask that may have changed; None if nothing has.
        """
        done = len(self._done)
        if draft.strokes != self._done or draft.blank != self._on_blank:
            self._copied = None
        if draft.blank != self._on_blank or draft.strokes[:done] != self._done:
            planes = (self._blank, self._blank) if draft.blank else self._given
            self.front, self.decided = (plane.copy() for plane in planes)
            self._done, self._on_blank = (), draft.blank
            self._paint_all(draft.strokes)
            return 0, 0, self.front.shape[1], self.front.shape[0]
        return self._paint_all(draft.strokes[done:])

    def _paint_all(self, strokes: Sequence[Stroke]) -> BoxPx | None:
        boxes = [self._paint(stroke) for stroke in strokes]
        self._done = (*self._done, *strokes)
        if not boxes:
            return None
        low, high = np.min(boxes, axis=0)[:2], np.max(boxes, axis=0)[2:]
        return int(low[0]), int(low[1]), int(high[0]), int(high[1])

    def _paint(self, stroke: Stroke) -> BoxPx:
        radius = max(0.5, stroke.radius_px * self.scale)
        places = (np.asarray(stroke.places, np.float64) + 0.5) * self.scale - 0.5
        margin = radius + 3 * _SOFT_PX
        height, width = self.front.shape
        x0, y0 = np.floor(np.clip(places.min(0) - margin, 0, (width, height)))
        x1, y1 = np.ceil(np.clip(places.max(0) + margin + 1, 0, (width, height)))
        box: BoxPx = int(x0), int(y0), int(x1), int(y1)
        if box[2] <= box[0] or box[3] <= box[1]:
            return 0, 0, 0, 0
        drawn = np.zeros((box[3] - box[1], box[2] - box[0]), np.uint8)
        dots = np.round((places - (x0, y0)) * (1 << _SHIFT)).astype(np.int32)
        for before, after in zip(dots, (*dots[1:], dots[-1]), strict=True):
            ends = [(int(x), int(y)) for x, y in (before, after)]
            thick = max(1, round(2 * radius))
            cv2.line(drawn, ends[0], ends[1], 255, thick, cv2.LINE_AA, _SHIFT)
            across = round(radius * (1 << _SHIFT))
            cv2.circle(drawn, ends[0], across, 255, -1, cv2.LINE_AA, _SHIFT)
        soft = cv2.GaussianBlur(drawn, (0, 0), _SOFT_PX).astype(np.float32) / 255
        part = np.s_[box[1] : box[3], box[0] : box[2]]
        front, decided = self.front[part], self.decided[part]
        if stroke.brush is Brush.ERASER:
            decided[:] = np.minimum(decided, np.round(255 * (1 - soft)))
            return box
        said = 255.0 if stroke.brush is Brush.FRONT else 0.0
        # Where nothing was decided before, what lay there means nothing.
        front[:] = np.where(
            decided == 0, said, np.round(front + soft * (said - front))
        ).astype(np.uint8)
        decided[:] = np.maximum(decided, np.round(255 * soft))
        return box


def mask_png(mask: PaintedMask) -> bytes:
    """A mask as the file that a pack keeps.

    Args:
        mask: One that says where it was decided.
    """
    decided = mask.front if mask.decided is None else mask.decided
    # What was not decided shall not be told apart: the file gets smaller.
    front = np.where(decided > 0, mask.front, 0).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(np.dstack([front, decided]), "LA").save(
        buffer, "PNG", optimize=True
    )
    return buffer.getvalue()
