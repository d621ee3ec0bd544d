"""What is painted in front of a face, or grows on it: hair, hats, veils, beards."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.geometry import bounds, clip_box
from pipeline.skin import PAINTERS_EYE, hanging_hair, measure_skin
from pipeline.types import AnyArray, BoxPx, FloatImage, ImageBgr, Mask, Points3d
from pipeline.zones import Zones

_WORK_FACE_PX: Final = 256.0
_MARGIN: Final = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Occlusion:
    """How much of the face shows, around one face.

    Attributes:
        box: The part of the painting at full size that ``shown`` covers.
        shown: At its own resolution; 1 where nothing is in front.
    """

    box: BoxPx
    shown: Mask

    def placed(self, box: BoxPx, scale: float) -> Mask:
        """Cut out and scaled for a box of the painting at another size.

        Args:
            box: In the painting at ``scale`` times its full size.
            scale: That size.

        Returns:
            ``(h, w)`` of the box; 1 beyond what is known.
        """
        x0, y0, x1, y1 = box
        across = self.shown.shape[1] / max(1, self.box[2] - self.box[0])
        down = self.shown.shape[0] / max(1, self.box[3] - self.box[1])
        matrix = np.array(
            [
                [across / scale, 0, (x0 / scale - self.box[0]) * across],
                [0, down / scale, (y0 / scale - self.box[1]) * down],
            ],
            np.float32,
        )
        placed: Mask = cv2.warpAffine(
            self.shown,
            matrix,
            (x1 - x0, y1 - y0),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        return placed


def find_occlusion(painting_bgr: ImageBgr, points_px: Points3d) -> Occlusion:
    """Find what hangs or grows into a painted face from its outline.

    Everything unlike the skin of cheeks and nose that is connected to the outline;
    eyes, brows, nose and lips never count. The edge is then fitted to the painting's
    own edges, so that single strands stay in front.
    """
    low, high = bounds(points_px)
    margin = _MARGIN * float((high - low).max())
    box = clip_box(low - margin, high + margin, painting_bgr.shape[1::-1])
    x0, y0, x1, y1 = box
    scale = min(1.0, _WORK_FACE_PX / max(1.0, float(high[0] - low[0])))
    size = max(1, round((x1 - x0) * scale)), max(1, round((y1 - y0) * scale))
    part = cv2.resize(
        painting_bgr[y0:y1, x0:x1], size, interpolation=cv2.INTER_AREA
    ).astype(np.float32) * (1 / 255)
    points = ((points_px - np.array([x0, y0, 0])) * scale).astype(np.float32)
    face_px = float((high - low).max()) * scale
    zones = Zones(points, size, face_px)
    lab = cv2.cvtColor(part, cv2.COLOR_BGR2LAB)
    skin = measure_skin(lab, zones.skin_patches())
    front = hanging_hair(lab, skin, zones.growth(), zones.rim(), face_px, PAINTERS_EYE)
    front = fit_to_edges(front, lab[..., 0] / 100, max(2, round(0.02 * face_px)), 1e-3)
    soft = cv2.GaussianBlur(front, (0, 0), max(0.6, 0.006 * face_px))
    return Occlusion(box, np.clip(1 - soft, 0, 1).astype(np.float32))


def fit_to_edges(
    mask: Mask, guide: FloatImage, radius_px: int, softness: float
) -> Mask:
    """Fit a rough mask to the edges of a picture.

    The guided filter of He, Sun and Tang, "Guided Image Filtering" (2010).

    Args:
        mask: 0 to 1.
        guide: One channel, 0 to 1.
        radius_px: Reach of the fit.
        softness: Variance of the guide below which an edge is not followed.
    """
    side = (2 * radius_px + 1, 2 * radius_px + 1)

    def mean(picture: AnyArray) -> AnyArray:
        return cv2.blur(picture, side)

    guide_mean, mask_mean = mean(guide), mean(mask)
    variance = mean(guide * guide) - guide_mean * guide_mean
    together = mean(guide * mask) - guide_mean * mask_mean
    slope = together / (variance + softness)
    offset = mask_mean - slope * guide_mean
    fitted: Mask = np.clip(mean(slope) * guide + mean(offset), 0, 1)
    return fitted
