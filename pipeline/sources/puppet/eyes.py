"""Lids that close, brows that rise and eyes that look aside, in a frontal picture.

Every eye is a small box of the stage in which each column is stretched by itself: the
skin between brow and lashes is drawn down over the eye, as a real lid unfolds.
"""

from typing import Final

import numpy as np

from pipeline.mesh import LEFT_BROW, LEFT_EYE, RIGHT_BROW, RIGHT_EYE
from pipeline.sources.puppet.stage import Stage
from pipeline.sources.puppet.warp import curve, sample
from pipeline.types import AnyArray, ImageBgra, IntArray

LASHES_PX: Final = 0.5
"""How far the lashes reach below the lid's own points."""
LASH_BAND_PX: Final = 3.0
"""Height of the lashes, which keep their size while the skin above is stretched."""
UNFOLD: Final = 1.5
"""How much more the smooth skin under the brow is stretched than the crease."""
MEETING: Final = 0.94
"""Where the lids meet: 0 at the open upper lid, 1 at the lower."""


class Eye:
    """One eye of the stage.

    Args:
        stage: The prepared portrait.
        ring: The lids' points, from one corner over the top.
        brow: The brow's points.
    """

    def __init__(self, stage: Stage, ring: IntArray, brow: IntArray) -> None:
        points = stage.points_px[:, :2]
        half = len(ring) // 2
        upper = points[ring[: half + 1]]
        lower = points[np.append(ring[half:], ring[0])]
        width = float(np.ptp(points[ring, 0]))
        left, right = points[ring, 0].min(), points[ring, 0].max()
        top = points[brow, 1].min() - 0.5 * width
        bottom = points[ring, 1].max() + 0.6 * width
        self.x0, self.x1 = int(left - 0.45 * width), int(right + 0.45 * width)
        self.y0, self.y1 = int(top), int(bottom)
        x = np.arange(self.x0, self.x1, dtype=np.float32)
        y = np.arange(self.y0, self.y1, dtype=np.float32)
        self._x = np.tile(x, (len(y), 1))
        self._y = np.tile(y[:, None], (1, len(x)))
        self._upper = curve(upper, x) + LASHES_PX
        self._lower = np.maximum(curve(lower, x), self._upper)
        brow_y = curve(points[brow[5:]], x)
        self._fold = np.minimum(0.5 * (self._upper + brow_y), self._upper - 8.0)
        self._under = self._lower + 0.35 * width
        centre_x = 0.5 * (left + right)
        self._lift = _bump(self._x, centre_x, 0.55 * width) * _bump(
            self._y, float(brow_y.mean()), 0.22 * width
        )
        self._lift *= _border(self._lift.shape)
        self._aside = np.exp(-(((x - centre_x) / (0.3 * width)) ** 2))

    def draw(
        self,
        source: ImageBgra,
        canvas: ImageBgra,
        shut: float,
        lift: float,
        aside: float,
    ) -> None:
        """Paint the eye's box into ``canvas``.

        Args:
            source: The untouched stage.
            canvas: What is painted on, as large.
            shut: 0 open to 1 closed.
            lift: How far the brow rises, in pixels.
            aside: How far the iris moves to the right, in pixels.
        """
        opening = self._lower - self._upper
        upper = self._upper + shut * MEETING * opening
        lower = self._lower - shut * (1.0 - MEETING) * opening
        y = self._y + lift * self._lift
        seam = self._upper - LASH_BAND_PX
        drawn = (y - self._fold) / (upper - LASH_BAND_PX - self._fold)
        drawn = np.maximum(drawn, 0.0) ** np.float32(1.0 + UNFOLD * shut)
        lid = np.where(y > self._fold, self._fold + drawn * (seam - self._fold), y)
        lid = np.minimum(lid, y)
        lid = np.maximum(lid, y - (upper - self._upper))
        cheek = (self._under - self._lower) / (self._under - lower)
        is_below = y > lower
        ball = np.where(
            is_below, np.maximum(self._under + (y - self._under) * cheek, y), y
        )
        ball_x = self._x - np.float32(aside) * self._aside * ~is_below
        over = np.clip((upper - y) / 1.5 + 0.5, 0.0, 1.0)[..., None]
        lids = sample(source, (self._x, lid))
        balls = sample(source, (ball_x, ball))
        canvas[self.y0 : self.y1, self.x0 : self.x1] = balls + (
            over * (lids.astype(np.float32) - balls)
        )


def both_eyes(stage: Stage) -> tuple[Eye, Eye]:
    """The eye at the left of the picture and the one at the right."""
    return Eye(stage, LEFT_EYE, LEFT_BROW), Eye(stage, RIGHT_EYE, RIGHT_BROW)


def _bump(at: AnyArray, centre: float, width: float) -> AnyArray:
    bump: AnyArray = np.exp(-(((at - centre) / width) ** 2)).astype(np.float32)
    return bump


def _border(shape: tuple[int, ...]) -> AnyArray:
    """1 inside a box, 0 at its edges, so that it joins its surroundings."""
    height, width = shape
    rows = np.clip(np.minimum(np.arange(height), np.arange(height)[::-1]) / 12.0, 0, 1)
    columns = np.clip(np.minimum(np.arange(width), np.arange(width)[::-1]) / 12.0, 0, 1)
    border: AnyArray = (rows[:, None] * columns).astype(np.float32)
    return border
