"""The mesh engine: the visitor's own pixels, drawn through a 3D face mesh."""

from typing import Final

import cv2
import numpy as np

from pipeline.canvas import FaceCanvas
from pipeline.geometry import bounds, clip_box
from pipeline.mesh import canonical_face, normals
from pipeline.raster import draw_values
from pipeline.swap.base import DrawnFace
from pipeline.swap.posing import (
    BOTH_SHAPES,
    ShapedCanvas,
    pose_into,
    sampling_points,
)
from pipeline.types import (
    AnyArray,
    FaceMesh,
    ImageBgr,
    Mask,
    Points3d,
    SizePx,
)

_HIDDEN: Final = 0.12
_SEEN: Final = 0.37
_LEAST_WEIGHT: Final = 1e-3
_MAP_FACE_PX: Final = 160.0
_OTHER_MAP_FACE_PX: Final = 80.0
_SHRINK_BEYOND: Final = 1.5


class MeshSwapper:
    """Draws what the camera saw in the painted pose."""

    @property
    def name(self) -> str:
        """See ``FaceSwapper``."""
        return "mesh"

    def draw(
        self, frame_bgr: ImageBgr, mesh: FaceMesh, canvas: FaceCanvas
    ) -> DrawnFace:
        """Draw one face; see ``FaceSwapper``."""
        patch, points = _cut_out(frame_bgr, mesh.points_px, canvas)
        shape = canvas.shape if isinstance(canvas, ShapedCanvas) else BOTH_SHAPES
        posed = pose_into(points, canvas.points, canvas.reach, shape)
        taken, seen = sampling_points(points), _visibility(points)
        partner = canonical_face().mirrored
        own = _Lookup(posed, taken, seen, canvas, _MAP_FACE_PX)
        other = _Lookup(
            posed, taken[partner], seen[partner], canvas, _OTHER_MAP_FACE_PX
        )
        small = canvas.small_size_px
        return DrawnFace(
            bgr=own.sample(patch, canvas.size_px),
            trust=own.trust(small),
            points=posed,
            other_half=(other.sample(patch, small), other.trust(small)),
        )


class _Lookup:
    """Where each pixel of a box comes from, drawn coarsely: it changes slowly."""

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

    def sample(self, patch: ImageBgr, size_px: SizePx) -> ImageBgr:
        """The pixels of the box at some size."""
        x, y = cv2.resize(self._x, size_px), cv2.resize(self._y, size_px)
        return cv2.remap(patch, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)

    def trust(self, size_px: SizePx) -> Mask:
        """How well each pixel was seen, 0 to 1; 0 where there is no face."""
        return cv2.resize(self._trust, size_px, interpolation=cv2.INTER_LINEAR)


def _visibility(points: Points3d) -> AnyArray:
    """How well the camera sees each point, 0 to 1, from its normal."""
    towards = -normals(points)[:, 2]
    return np.clip((towards - _HIDDEN) / (_SEEN - _HIDDEN), 0, 1).astype(np.float32)


def _cut_out(
    frame_bgr: ImageBgr, points: Points3d, canvas: FaceCanvas
) -> tuple[ImageBgr, Points3d]:
    """The face's part of the frame, shrunk when it is much larger than needed."""
    low, high = bounds(points)
    margin = 0.05 * float((high - low).max()) + 2
    x0, y0, x1, y1 = clip_box(low - margin, high + margin, frame_bgr.shape[1::-1])
    if x1 <= x0 or y1 <= y0:
        x0, y0, x1, y1 = 0, 0, 1, 1
    patch = frame_bgr[y0:y1, x0:x1]
    local = points - np.array([x0, y0, 0], np.float32)
    painted_low, painted_high = bounds(canvas.points)
    ratio = float((high - low).max() / max(1.0, (painted_high - painted_low).max()))
    if ratio > _SHRINK_BEYOND:
        size = max(1, round((x1 - x0) / ratio)), max(1, round((y1 - y0) / ratio))
        patch = cv2.resize(patch, size, interpolation=cv2.INTER_AREA)
        local = local * np.float32(size[0] / (x1 - x0))
    return patch, local.astype(np.float32)
