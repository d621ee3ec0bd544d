"""Cuts faces out upright, as networks for faces expect them.

The template is ArcFace's (Deng et al., 2019), which SFace and InsightFace's networks
share: five points in a square of 112 pixels, or in one of 128 with a margin of 8 at
either side.
"""

from typing import Final

import cv2
import numpy as np

from pipeline.geometry import apply_affine, fit_similarity
from pipeline.types import Affine, ImageBgr, Points2d, Points3d

_TEMPLATE_PX: Final = np.array(
    [
        [38.2946, 51.6963],
        [73.5318, 51.5014],
        [56.0252, 71.7366],
        [41.5493, 92.3655],
        [70.7299, 92.2041],
    ],
    dtype=np.float32,
)
_TEMPLATE_SIDE_PX: Final = 112
_WIDE_SIDE_PX: Final = 128
_WIDE_MARGIN_PX: Final = 8
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


def template_px(side_px: int) -> Points2d:
    """Where the five points lie in a cut.

    Args:
        side_px: A multiple of 112, or of 128 for the wider cut.

    Raises:
        ValueError: If it is neither.
    """
    if side_px > 0 and side_px % _TEMPLATE_SIDE_PX == 0:
        return _TEMPLATE_PX * np.float32(side_px / _TEMPLATE_SIDE_PX)
    if side_px > 0 and side_px % _WIDE_SIDE_PX == 0:
        wide = _TEMPLATE_PX + np.array([_WIDE_MARGIN_PX, 0], np.float32)
        return wide * np.float32(side_px / _WIDE_SIDE_PX)
    message = f"No face network takes cuts of {side_px} pixels."
    raise ValueError(message)


def to_template(five_points_px: Points2d, side_px: int) -> Affine:
    """The map from a picture to the upright cut of a face.

    Args:
        five_points_px: ``(5, 2)`` in the order of `Detection.key_points_px`.
        side_px: See `template_px`.

    Returns:
        ``(2, 3)`` float32, picture pixels to cut pixels.
    """
    matrix, shift = fit_similarity(five_points_px, template_px(side_px))
    return np.column_stack([matrix, shift]).astype(np.float32)


def aligned_face(bgr: ImageBgr, five_points_px: Points2d, side_px: int) -> ImageBgr:
    """Cut a face out upright.

    A face much larger than the cut is reduced by area first, so that fine brush
    strokes do not alias. Beyond the picture the cut is black.

    Args:
        bgr: The picture.
        five_points_px: ``(5, 2)`` in the order of `Detection.key_points_px`.
        side_px: See `template_px`.

    Returns:
        ``(side_px, side_px, 3)``.
    """
    to_face = to_template(five_points_px, side_px)
    scale = float(np.hypot(to_face[0, 0], to_face[1, 0]))
    if scale < 0.5:  # bilinear sampling would alias
        bgr, points_px = _reduced(bgr, five_points_px, to_face, scale, side_px)
        to_face = to_template(points_px, side_px)
    face = cv2.warpAffine(bgr, to_face, (side_px, side_px))
    return np.asarray(face, dtype=np.uint8)


def _reduced(
    bgr: ImageBgr, points_px: Points2d, to_face: Affine, scale: float, side_px: int
) -> tuple[ImageBgr, Points2d]:
    """Cut out what the face needs and reduce it by area; the points go with it."""
    corners = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32) * side_px
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
