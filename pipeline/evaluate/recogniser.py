"""Says how alike two faces are, so that a swapped face can be held to its visitor.

For evaluation only: this model never sees a visitor at run time, and nothing outside
``pipeline.evaluate`` and ``kiosk.commands.evaluate`` may import it.
"""

from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.geometry import apply_affine, fit_similarity
from pipeline.runtime import open_session
from pipeline.types import Affine, ImageBgr, Points2d, Points3d
from pipeline.weights import Model

Embedding: TypeAlias = NDArray[np.float32]
"""``(128,)``, length 1; the dot product of two is their cosine."""

_SIDE_PX = 112
_TEMPLATE_PX = np.array(
    [
        [38.2946, 51.6963],
        [73.5318, 51.5014],
        [56.0252, 71.7366],
        [41.5493, 92.3655],
        [70.7299, 92.2041],
    ],
    dtype=np.float32,
)
_EYE_AT_LEFT = (33, 133, 159, 145)
_EYE_AT_RIGHT = (362, 263, 386, 374)
_NOSE_TIP, _MOUTH_AT_LEFT, _MOUTH_AT_RIGHT = 1, 61, 291


def five_points(mesh_points_px: Points3d) -> Points2d:
    """Take the five alignment points out of a 468-point mesh.

    Args:
        mesh_points_px: ``(468, 2 or 3)`` or more points in MediaPipe's order.

    Returns:
        ``(5, 2)`` in the order of `Detection.key_points_px`.
    """
    xy = mesh_points_px[:, :2]
    return np.stack(
        [
            xy[list(_EYE_AT_LEFT)].mean(axis=0),
            xy[list(_EYE_AT_RIGHT)].mean(axis=0),
            xy[_NOSE_TIP],
            xy[_MOUTH_AT_LEFT],
            xy[_MOUTH_AT_RIGHT],
        ]
    ).astype(np.float32)


def aligned_face(bgr: ImageBgr, five_points_px: Points2d) -> ImageBgr:
    """Cut a face out upright, as ArcFace (Deng et al., 2019) and SFace expect it.

    A face much larger than the cut is reduced by area first, so that fine brush
    strokes do not alias.

    Args:
        bgr: The picture.
        five_points_px: ``(5, 2)`` in the order of `Detection.key_points_px`.

    Returns:
        ``(112, 112, 3)``.
    """
    points_px = five_points_px
    to_face = _to_template(points_px)
    scale = float(np.hypot(to_face[0, 0], to_face[1, 0]))
    if scale < 0.5:  # bilinear sampling would alias
        bgr, points_px = _reduced(bgr, points_px, to_face, scale)
        to_face = _to_template(points_px)
    face = cv2.warpAffine(bgr, to_face, (_SIDE_PX, _SIDE_PX))
    return np.asarray(face, dtype=np.uint8)


def _to_template(points_px: Points2d) -> Affine:
    matrix, shift = fit_similarity(points_px, _TEMPLATE_PX)
    return np.column_stack([matrix, shift]).astype(np.float32)


def _reduced(
    bgr: ImageBgr, points_px: Points2d, to_face: Affine, scale: float
) -> tuple[ImageBgr, Points2d]:
    """Cut out what the face needs and reduce it by area; the points go with it."""
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32) * _SIDE_PX
    back = cv2.invertAffineTransform(to_face)
    box = apply_affine(np.asarray(back, np.float32), corners)
    low = np.maximum(np.floor(box.min(axis=0)) - 2, 0).astype(int)
    high = np.minimum(np.ceil(box.max(axis=0)) + 2, bgr.shape[1::-1]).astype(int)
    if np.any(high - low < 2):
        return bgr, points_px
    cut = bgr[low[1] : high[1], low[0] : high[0]]
    size = np.maximum(np.round((high - low) * scale), 1).astype(int)
    small = cv2.resize(cut, (int(size[0]), int(size[1])), interpolation=cv2.INTER_AREA)
    moved = (points_px - low + 0.5) * (size / (high - low)) - 0.5
    return np.asarray(small, np.uint8), moved.astype(np.float32)


class SFace:
    """SFace (Zhong et al., 2021): 128 numbers a face, its cosine tells people apart."""

    def __init__(self) -> None:
        self._session = open_session(Model.SFACE)

    def embed(self, bgr: ImageBgr, five_points_px: Points2d) -> Embedding:
        """Describe the identity of one face.

        Args:
            bgr: The picture.
            five_points_px: ``(5, 2)`` in the order of `Detection.key_points_px`.

        Returns:
            A unit vector.
        """
        face = aligned_face(bgr, five_points_px)
        batch = face[..., ::-1].transpose(2, 0, 1)[None].astype(np.float32)
        values = self._session.run(data=np.ascontiguousarray(batch))["fc1"].ravel()
        return np.asarray(values / max(float(np.linalg.norm(values)), 1e-9), np.float32)
