"""The mesh engine: the visitor's own pixels, drawn through a 3D face mesh."""

from typing import Final

import cv2
import numpy as np

from pipeline.canvas import FaceCanvas
from pipeline.geometry import bounds, clip_box
from pipeline.mesh import canonical_face, normals
from pipeline.raster import draw_values
from pipeline.swap.base import DrawnFace
from pipeline.swap.posing import pose_into, sampling_points
from pipeline.types import AnyArray, FaceMesh, FloatImage, ImageBgr, Mask, Points3d

_HIDDEN: Final = 0.12
_SEEN: Final = 0.37
_MIRROR_BELOW: Final = 0.9
_MAP_SHRINK: Final = 2


class MeshSwapper:
    """Draws what the camera saw in the painted pose.

    Parts of the face that are turned away from the camera are taken from its mirrored
    half; what neither half shows is left to the painting.
    """

    @property
    def name(self) -> str:
        """See ``FaceSwapper``."""
        return "mesh"

    def draw(
        self, frame_bgr: ImageBgr, mesh: FaceMesh, canvas: FaceCanvas
    ) -> DrawnFace:
        """Draw one face; see ``FaceSwapper``."""
        patch, points = _cut_out(frame_bgr, mesh.points_px, canvas)
        posed = pose_into(points, canvas.points, canvas.reach)
        taken = sampling_points(points)
        seen = _visibility(points)
        direct = _Drawing(patch, posed, taken, seen, canvas)
        if seen.min() >= _MIRROR_BELOW:
            return DrawnFace(direct.face(), direct.trust(canvas), posed)
        partner = canonical_face().mirrored
        other = _Drawing(patch, posed, taken[partner], seen[partner], canvas)
        bgr = _blend(direct.face(), other.face(), direct.weight_full())
        trust = np.maximum(direct.trust(canvas), other.trust(canvas))
        return DrawnFace(bgr, trust, posed)


class _Drawing:
    """One pass over the mesh: where each pixel comes from, and how well it was seen."""

    def __init__(
        self,
        patch: ImageBgr,
        posed: Points3d,
        taken: Points3d,
        seen: AnyArray,
        canvas: FaceCanvas,
    ) -> None:
        self._patch = patch
        self._size = canvas.size_px
        shrink = _MAP_SHRINK
        size = -(-self._size[0] // shrink), -(-self._size[1] // shrink)
        weight = np.maximum(seen, 1e-3)
        values = np.column_stack([taken[:, :2] * weight[:, None], weight])
        placed = posed / shrink
        placed[:, :2] -= 0.5 - 0.5 / shrink
        self._map = draw_values(placed, canonical_face().triangles, values, size)

    def face(self) -> ImageBgr:
        """The pixels, as large as the canvas's box."""
        drawn = cv2.resize(self._map, self._size, interpolation=cv2.INTER_LINEAR)
        x, y, weight = cv2.split(drawn)
        weight = cv2.max(weight, 1e-4)
        return cv2.remap(
            self._patch,
            cv2.divide(x, weight),
            cv2.divide(y, weight),
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )

    def weight_full(self) -> Mask:
        """How well each pixel was seen, as large as the box."""
        return cv2.resize(self._map[..., 2], self._size)

    def trust(self, canvas: FaceCanvas) -> Mask:
        """The same on the small canvas."""
        return cv2.resize(
            self._map[..., 2], canvas.small_size_px, interpolation=cv2.INTER_AREA
        )


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
    if ratio > 1.5:
        size = max(1, round((x1 - x0) / ratio)), max(1, round((y1 - y0) / ratio))
        patch = cv2.resize(patch, size, interpolation=cv2.INTER_AREA)
        local = local * np.float32(size[0] / (x1 - x0))
    return patch, local.astype(np.float32)


def _blend(first: ImageBgr, second: ImageBgr, weight: FloatImage) -> ImageBgr:
    return cv2.blendLinear(first, second, weight, 1 - weight)
