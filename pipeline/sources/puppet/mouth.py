"""A mouth that opens, closes, narrows and speaks, in a frontal picture.

In a box around the mouth each column is stretched by itself: the upper lip hangs
between nose and its edge, the lower lip between its edge and the chin, and the chin
drops with the jaw. Between the lips the teeth stand still, over a dark throat.
"""

from typing import Final

import numpy as np

from pipeline.sources.puppet.stage import Stage
from pipeline.sources.puppet.warp import curve, ease, sample
from pipeline.types import AnyArray, ImageBgra

# fmt: off
UPPER_EDGE: Final = np.array([78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308])
LOWER_EDGE: Final = np.array([78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308])
# fmt: on
NOSE_BASE: Final = 2
CHIN: Final = 152
DROP: Final = 0.36
"""How far the jaw drops at most, in mouth widths."""
THROAT_BGRA: Final = np.array([26, 18, 42, 255], np.float32)
TONGUE_BGRA: Final = np.array([32, 28, 60, 0], np.float32)
"""What the tongue adds to it, at its lightest."""


class Mouth:
    """The mouth of the stage.

    Args:
        stage: The prepared portrait.
    """

    def __init__(self, stage: Stage) -> None:
        points = stage.points_px[:, :2]
        left, right = points[78], points[308]
        width = float(right[0] - left[0])
        chin = float(points[CHIN, 1])
        self.x0, self.x1 = int(left[0] - 0.9 * width), int(right[0] + 0.9 * width)
        self.y0 = int(points[NOSE_BASE, 1] - 0.15 * width)
        self.y1 = int(chin + 0.95 * width)
        x = np.arange(self.x0, self.x1, dtype=np.float32)
        y = np.arange(self.y0, self.y1, dtype=np.float32)[:, None]
        centre_x = 0.5 * (left[0] + right[0])
        across = (x - centre_x) / (0.5 * width)
        self._width = width
        self._y = y
        self._x = np.tile(x - self.x0, (len(y), 1))
        self._upper = curve(points[UPPER_EDGE], x)
        lower = curve(points[LOWER_EDGE], x)
        self._lower = np.maximum(lower, self._upper)
        self._nose = float(points[NOSE_BASE, 1])
        self._chin = chin
        open_columns = np.flatnonzero(self._lower > self._upper + 1.0)
        self._between = slice(int(open_columns[0]), int(open_columns[-1]) + 1)
        self._lip_share = np.sqrt(np.clip(1.0 - across**2, 0.0, 1.0), dtype=np.float32)
        jaw_share = np.exp(-((across / 1.25) ** 4))
        down = ease((y - self._lower) / (0.45 * (chin - self._lower)))
        share = self._lip_share + (jaw_share - self._lip_share) * down
        fade = ease((self.y1 - 4.0 - y) / (self.y1 - chin - 0.2 * width))
        self._jaw = (share * fade).astype(np.float32)
        near = np.exp(-((across / 1.15) ** 4)) * np.exp(
            -(((y - 0.5 * (left[1] + right[1])) / (0.62 * width)) ** 4)
        )
        near *= ease((y - self.y0 - 2.0) / (0.15 * width))
        self._narrow = ((x - centre_x) * near).astype(np.float32)
        self._corner = (np.minimum(across**2, 1.0) * near).astype(np.float32)

    def draw(
        self,
        source: ImageBgra,
        canvas: ImageBgra,
        *,
        drop: float,
        close: float,
        narrow: float,
        sink: float,
    ) -> None:
        """Paint the mouth's box into ``canvas``.

        Args:
            source: The untouched stage.
            canvas: What is painted on, as large.
            drop: How far the jaw is open, 0 to 1.
            close: How far the lips cover the teeth, 0 (her smile) to 1.
            narrow: How much narrower the mouth is, 0 to about 0.4.
            sink: How far the corners sink, in pixels.
        """
        box = source[self.y0 : self.y1, self.x0 : self.x1]
        gap = self._lower - self._upper
        upper = self._upper + 0.5 * close * gap
        closed_lower = self._lower - 0.5 * close * gap
        jaw_px = drop * DROP * self._width
        lower = closed_lower + jaw_px * self._lip_share
        map_y = self._lips(upper, closed_lower, lower, jaw_px)
        lips = sample(box, (self._x, map_y - self.y0))
        self._fill(box, lips, upper, lower)
        widen = 1.0 / (1.0 - narrow) - 1.0
        canvas[self.y0 : self.y1, self.x0 : self.x1] = sample(
            lips,
            (
                self._x + np.float32(widen) * self._narrow,
                (self._y - self.y0) - np.float32(sink) * self._corner,
            ),
        )

    def _lips(
        self, upper: AnyArray, closed_lower: AnyArray, lower: AnyArray, jaw_px: float
    ) -> AnyArray:
        """Which row of the smiling portrait each pixel shows, the gap left aside."""
        y = self._y
        above = self._nose + (y - self._nose) * (
            (self._upper - self._nose) / (upper - self._nose)
        )
        above = np.where(y > self._nose, above, y)
        raised = y - np.float32(jaw_px) * self._jaw
        stretch = (self._chin - self._lower) / (self._chin - closed_lower)
        below = self._chin + (raised - self._chin) * stretch
        below = np.where(raised < self._chin, below, raised)
        middle = 0.5 * (upper + lower)
        rows: AnyArray = np.where(y < middle, above, below).astype(np.float32)
        return rows

    def _fill(
        self, box: ImageBgra, lips: ImageBgra, upper: AnyArray, lower: AnyArray
    ) -> None:
        """Paint teeth, tongue and throat between the lips, and the line they meet."""
        lips, box = lips[:, self._between], box[:, self._between]
        upper, lower = upper[self._between], lower[self._between]
        resting = self._lower[self._between]
        top = int(upper.min()) - 4 - self.y0
        bottom = int(lower.max()) + 5 - self.y0
        y = self._y[top:bottom]
        gap = np.clip(np.minimum(y - upper, lower - y) / 2.0 + 0.5, 0.0, 1.0)
        teeth_share = np.clip((resting + 1.5 - y) / 3.0, 0.0, 1.0)[..., None]
        depth = np.clip((y - resting) / 30.0, 0.0, 1.0)[..., None]
        throat = np.array(THROAT_BGRA, np.float32) + depth * np.array(
            TONGUE_BGRA, np.float32
        )
        shadow = np.clip(0.55 + (y - upper) / 14.0, 0.0, 1.0)[..., None]
        inside = (throat + (box[top:bottom] - throat) * teeth_share) * shadow
        meeting = np.clip(1.0 - (lower - upper) / 5.0, 0.0, 1.0)
        line = 0.5 * meeting * np.exp(-(((y - upper) / 2.0) ** 2))
        part = lips[top:bottom]
        mixed = part * (1.0 - line)[..., None]
        gap = gap[..., None] * (lower - upper > 0.5)[:, None]
        part[:] = np.clip(mixed + (inside - mixed) * gap, 0, 255).astype(np.uint8)
