"""Draws a face through its mesh: where every pixel of one comes from in another."""

from typing import Final

import cv2
import numpy as np

from pipeline.canvas import FaceCanvas
from pipeline.mesh import canonical_face, normals
from pipeline.raster import draw_values
from pipeline.types import AnyArray, ImageBgr, ImageBgra, Mask, Points3d, SizePx

_HIDDEN: Final = 0.12
_SEEN: Final = 0.37
_LEAST_WEIGHT: Final = 1e-3


class Lookup:
    """Where each pixel of a canvas's box comes from, drawn coarsely: it changes slowly.

    Args:
        posed: ``(468, 3)`` in pixels of the box.
        taken: ``(468, 2 or 3)``: where each point is found in what is sampled.
        seen: ``(468,)``: how well each point is seen there, 0 to 1.
        canvas: The painted face.
        face_px: About how wide a face is on the coarse map.
    """

    def __init__(
        self,
        posed: Points3d,
        taken: Points3d,
        seen: AnyArray,
        canvas: FaceCanvas,
        face_px: float,
    ) -> None:
        shrink = max(1.0, canvas.face_px / face_px)
        width, height = canvas.size_px
        size = max(1, round(width / shrink)), max(1, round(height / shrink))
        scale = np.array([size[0] / width, size[1] / height], np.float32)
        placed = posed / np.float32(shrink)
        placed[:, :2] = (posed[:, :2] + 0.5) * scale - 0.5
        weight = np.maximum(seen, _LEAST_WEIGHT)
        values = np.column_stack([taken[:, :2] * weight[:, None], weight])
        drawn = draw_values(placed, canonical_face().triangles, values, size)
        x, y, self._trust = cv2.split(drawn)
        weight = np.maximum(self._trust, _LEAST_WEIGHT / 10)
        self._x, self._y = cv2.divide(x, weight), cv2.divide(y, weight)

    def sample(self, patch: ImageBgra, size_px: SizePx) -> ImageBgr:
        """The pixels of the box at some size.

        OpenCV looks up four channels in half the time of three.
        """
        x, y = cv2.resize(self._x, size_px), cv2.resize(self._y, size_px)
        found = cv2.remap(
            patch, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        return cv2.cvtColor(found, cv2.COLOR_BGRA2BGR)

    def trust(self, size_px: SizePx) -> Mask:
        """How well each pixel was seen, 0 to 1; 0 where there is no face."""
        return cv2.resize(self._trust, size_px, interpolation=cv2.INTER_LINEAR)


def visibility(points: Points3d) -> AnyArray:
    """How well a camera sees each point, ``(468,)`` from 0 to 1, from its normal."""
    towards = -normals(points)[:, 2]
    return np.clip((towards - _HIDDEN) / (_SEEN - _HIDDEN), 0, 1).astype(np.float32)
