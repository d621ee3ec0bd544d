"""The mesh engine: the visitor's own pixels, drawn through a 3D face mesh."""

from typing import Final

import cv2
import numpy as np

from pipeline.canvas import FaceCanvas
from pipeline.geometry import bounds, clip_box
from pipeline.manner import Memory
from pipeline.mesh import canonical_face
from pipeline.swap.base import DrawnFace
from pipeline.swap.lookup import Lookup, visibility
from pipeline.swap.posing import posed_in, sampling_points
from pipeline.types import FaceMesh, ImageBgr, ImageBgra, Points3d

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
        self,
        frame_bgr: ImageBgr,
        mesh: FaceMesh,
        canvas: FaceCanvas,
        memory: Memory,  # noqa: ARG002 (nothing need be remembered: every frame is new)
    ) -> DrawnFace:
        """Draw one face; see ``FaceSwapper``."""
        patch, points = _cut_out(frame_bgr, mesh.points_px, canvas)
        posed = posed_in(points, canvas)
        taken, seen = sampling_points(points), visibility(points)
        partner = canonical_face().mirrored
        own = Lookup(posed, taken, seen, canvas, _MAP_FACE_PX)
        other = Lookup(posed, taken[partner], seen[partner], canvas, _OTHER_MAP_FACE_PX)
        small = canvas.small_size_px
        return DrawnFace(
            bgr=own.sample(patch, canvas.size_px),
            trust=own.trust(small),
            points=posed,
            other_half=(other.sample(patch, small), other.trust(small)),
        )


def _cut_out(
    frame_bgr: ImageBgr, points: Points3d, canvas: FaceCanvas
) -> tuple[ImageBgra, Points3d]:
    """The face's part of the frame, shrunk when it is much larger than needed."""
    low, high = bounds(points)
    margin = 0.05 * float((high - low).max()) + 2
    x0, y0, x1, y1 = clip_box(low - margin, high + margin, frame_bgr.shape[1::-1])
    if x1 <= x0 or y1 <= y0:
        x0, y0, x1, y1 = 0, 0, 1, 1
    patch = cv2.cvtColor(frame_bgr[y0:y1, x0:x1], cv2.COLOR_BGR2BGRA)
    local = points - np.array([x0, y0, 0], np.float32)
    painted_low, painted_high = bounds(canvas.points)
    ratio = float((high - low).max() / max(1.0, (painted_high - painted_low).max()))
    if ratio > _SHRINK_BEYOND:
        size = max(1, round((x1 - x0) / ratio)), max(1, round((y1 - y0) / ratio))
        patch = cv2.resize(patch, size, interpolation=cv2.INTER_AREA)
        local = local * np.float32(size[0] / (x1 - x0))
    return patch, local.astype(np.float32)
