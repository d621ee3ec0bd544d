"""The turned square around a face that the landmark models look at."""

from dataclasses import dataclass

import cv2
import numpy as np

from pipeline.geometry import apply_affine, bounds, square_crop
from pipeline.types import Affine, AnyArray, Detection, FloatImage, ImageBgr, Points3d

_LEFT_EYE_CORNER, _RIGHT_EYE_CORNER = 33, 263
_MARGIN = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class FaceCrop:
    """A turned square in an image.

    Attributes:
        centre_px: ``(2,)`` in the image.
        side_px: Its side in the image.
        angle_rad: Rotation of the line through the eyes.
    """

    centre_px: AnyArray
    side_px: float
    angle_rad: float

    def cut(self, bgr: ImageBgr, out_px: int) -> tuple[FloatImage, Affine]:
        """Cut it out as model input.

        Returns:
            ``(1, out_px, out_px, 3)`` float32 RGB from 0 to 1, and the map from image
            to crop pixels.
        """
        affine = square_crop(self.centre_px, self.side_px, self.angle_rad, out_px)
        smooth = cv2.INTER_AREA if self.side_px > 2 * out_px else cv2.INTER_LINEAR
        crop = cv2.warpAffine(bgr, affine, (out_px, out_px), flags=smooth)
        rgb = cv2.cvtColor(crop, cv2.COLOR_BGR2RGB)
        return np.multiply(rgb, 1 / 255, dtype=np.float32)[None], affine


def crop_around_detection(detection: Detection) -> FaceCrop:
    """The square for a face that was just detected."""
    box, eyes = detection.box_xyxy, detection.key_points_px[:2]
    side = max(detection.width_px, detection.height_px) * _MARGIN
    along = eyes[1] - eyes[0]
    return FaceCrop(
        (box[:2] + box[2:]) / 2, side, float(np.arctan2(along[1], along[0]))
    )


def crop_around_points(points_px: Points3d, margin: float = _MARGIN) -> FaceCrop:
    """The square for a face whose points were known a moment ago."""
    along = points_px[_RIGHT_EYE_CORNER, :2] - points_px[_LEFT_EYE_CORNER, :2]
    angle = float(np.arctan2(along[1], along[0]))
    cos, sin = np.cos(angle), np.sin(angle)
    turn = np.array([[cos, sin], [-sin, cos]])
    low, high = bounds(points_px[:, :2] @ turn.T)
    side = float((high - low).max()) * margin
    return FaceCrop((low + high) / 2 @ turn, side, angle)


def points_from_crop(raw: AnyArray, affine: Affine) -> Points3d:
    """Carry model points ``(N, 3)`` in crop pixels back into the image."""
    back = cv2.invertAffineTransform(affine).astype(np.float32)
    scale = float(np.hypot(back[0, 0], back[1, 0]))
    flat = apply_affine(back, raw[:, :2])
    return np.column_stack([flat, raw[:, 2] * scale]).astype(np.float32)
