"""One painted face at one size, with everything prepared that a frame needs."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.bands import halve, limit_softly, local_energy, split
from pipeline.geometry import bounds, clip_box
from pipeline.occlusion import Occlusion
from pipeline.skin import SkinColour, measure_skin
from pipeline.types import (
    AnyArray,
    BoxPx,
    FloatImage,
    ImageBgr,
    Mask,
    Points3d,
    SizePx,
)
from pipeline.zones import Zones

TONE_FACE_PX: Final = 90
"""About how wide a face is on the small canvas where colour and light are worked."""

LIGHT_FACE_PX: Final = 4.5
"""About how wide a face is in the lowest band, which is the painting's light."""

_MARGIN: Final = 0.04
_ERODE: Final = 0.04
_FEATHER: Final = 0.03
_REACH: Final = 0.06
_CELL_PX: Final = 4
_TEXTURE_LIFT: Final = 2.0
_COLOURED_CHROMA: Final = 8.0


@dataclass(frozen=True, slots=True, eq=False)
class FineBand:
    """Brush strokes and canvas of one size, in lightness from 0 to 255.

    Attributes:
        band: The painting's band.
        texture: The same without the painted features' own lines.
        energy: ``local_energy`` of ``band`` on a grid of coarse cells.
    """

    band: FloatImage
    texture: FloatImage
    energy: FloatImage


@dataclass(frozen=True, slots=True, eq=False)
class FaceCanvas:
    """A painted face, ready to take a visitor's.

    Attributes:
        painting_bgr: The painting at this size.
        box: Where the face lies in it.
        points: ``(468, 3)`` in pixels of the box.
        reach: ``(468,)``: 0 on the outline, where points stay painted, 1 well inside.
        face_px: Its width, or what the width would be if it were not turned.
        alpha3: ``(h, w, 3)``: how much of the new face shows.
        step: How many times the small canvas is smaller; a power of two.
        fine: The strokes, from the finest, ``log2(step)`` bands.
        small_bgr: The painting on the small canvas, float32 0 to 1.
        mid: Lab bands of the small canvas, from the finest.
        mid_energy: Their local energy.
        low: What remains: light and broad colour, Lab.
        low_inside: ``inside``, as coarse as ``low``.
        lab: The painting on the small canvas, Lab float32.
        skin: Colour of the painted skin.
        brows: Where the painted brows are, on the small canvas.
        inside: The painted face to its outline, less what is in front; small canvas.
    """

    painting_bgr: ImageBgr
    box: BoxPx
    points: Points3d
    reach: AnyArray
    face_px: float
    roi_bgr: ImageBgr
    alpha3: FloatImage
    step: int
    fine: tuple[FineBand, ...]
    small_bgr: FloatImage
    mid: tuple[FloatImage, ...]
    mid_energy: tuple[FloatImage, ...]
    low: FloatImage
    low_inside: Mask
    lab: FloatImage
    skin: SkinColour
    brows: Mask
    inside: Mask

    @property
    def size_px(self) -> SizePx:
        """Width and height of the box."""
        x0, y0, x1, y1 = self.box
        return x1 - x0, y1 - y0

    @property
    def colourfulness(self) -> float:
        """0 for a grey painting, whose visitors turn grey too, 1 for a coloured one."""
        chroma = float(np.hypot(*self.skin.mean[1:]))
        return float(np.clip(chroma / _COLOURED_CHROMA, 0, 1))

    @property
    def small_size_px(self) -> SizePx:
        """Width and height of the small canvas."""
        return self.small_bgr.shape[1], self.small_bgr.shape[0]


def face_width_px(points: Points3d) -> float:
    """Width of a face, corrected for turned heads by its height."""
    low, high = bounds(points)
    return float(max(high[0] - low[0], 0.75 * (high[1] - low[1])))


def prepare_canvas(
    painting_bgr: ImageBgr,
    points: Points3d,
    occlusion: Occlusion,
    scale: float,
) -> FaceCanvas:
    """Prepare one painted face.

    Args:
        painting_bgr: The painting at the size wanted.
        points: ``(468, 3)`` in its pixels.
        occlusion: What is painted in front.
        scale: Size of ``painting_bgr`` relative to the painting at full size.
    """
    low, high = bounds(points)
    face_px = face_width_px(points)
    margin = _MARGIN * float((high - low).max())
    box = clip_box(low - margin, high + margin + 1, painting_bgr.shape[1::-1])
    x0, y0, x1, y1 = box
    roi = np.ascontiguousarray(painting_bgr[y0:y1, x0:x1])
    local = (points - np.array([x0, y0, 0])).astype(np.float32)
    solid = _solid_oval(local, roi.shape[1::-1], face_px)
    alpha = cv2.GaussianBlur(solid.astype(np.float32), (0, 0), _FEATHER * face_px)
    alpha[alpha < 0.01] = 0
    shown = occlusion.placed(box, scale)
    alpha *= shown
    _clear_border(alpha)
    levels = max(0, round(float(np.log2(face_px / TONE_FACE_PX))))
    step = 1 << levels
    gray = cv2.cvtColor(roi, cv2.COLOR_BGR2GRAY).astype(np.float32)
    fine_bands, _ = split(gray, levels)
    small = halve(roi.astype(np.float32) * (1 / 255), levels)
    lab = cv2.cvtColor(small, cv2.COLOR_BGR2LAB)
    coarser = max(1, round(float(np.log2(face_px / step / LIGHT_FACE_PX))))
    mid, rest = split(lab, coarser)
    zones = Zones(local / step, small.shape[1::-1], face_px / step)
    inside, features = zones.inside(), zones.features()
    free = cv2.resize(shown, small.shape[1::-1], interpolation=cv2.INTER_AREA)
    return FaceCanvas(
        painting_bgr=painting_bgr,
        box=box,
        points=local,
        reach=_reach(solid, local, face_px),
        face_px=face_px,
        roi_bgr=roi,
        alpha3=cv2.merge([alpha] * 3),
        step=step,
        fine=tuple(_fine(band, inside, features) for band in fine_bands),
        small_bgr=small,
        mid=tuple(mid),
        mid_energy=tuple(mid_energy(band) for band in mid),
        low=rest,
        low_inside=halve(inside * free, coarser),
        lab=lab,
        skin=measure_skin(lab, zones.skin_patches()),
        brows=zones.brows(),
        inside=inside * free,
    )


def mid_energy(band: FloatImage) -> FloatImage:
    """Local energy of a band of the small canvas on its coarse grid."""
    return local_energy(band, 2, 1.25)


def fine_energy(band: FloatImage) -> FloatImage:
    """Local energy of a fine band on its coarse grid."""
    return local_energy(band, _CELL_PX, 1.5)


def _fine(band: FloatImage, inside: Mask, features: Mask) -> FineBand:
    energy = fine_energy(band)
    size = band.shape[1::-1]
    calm = cv2.resize(inside - features, size) > 0.9
    features = cv2.resize(features, size)
    sigma = float(np.sqrt(np.mean(band[calm] ** 2))) if calm.any() else 1.0
    limit = (1.5 * max(sigma, 0.3)) * (1 - 0.6 * features)
    texture = limit_softly(band, limit)
    left = float(np.sqrt(np.mean(texture[calm] ** 2))) if calm.any() else sigma
    return FineBand(band, texture * min(_TEXTURE_LIFT, sigma / max(left, 0.1)), energy)


def _solid_oval(points: Points3d, size_px: SizePx, face_px: float) -> AnyArray:
    """uint8 1 inside the outline, drawn in a little."""
    solid = Zones(points, size_px, face_px).silhouette()
    side = int(_ERODE * face_px) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return cv2.erode(solid, kernel, borderValue=0)


def _clear_border(alpha: Mask) -> None:
    alpha[[0, -1]] = 0
    alpha[:, [0, -1]] = 0


def _reach(solid: AnyArray, points: Points3d, face_px: float) -> AnyArray:
    distance = cv2.distanceTransform(solid, cv2.DIST_L2, 5)
    limit = np.array(solid.shape[::-1]) - 1
    at = np.clip(np.round(points[:, :2]).astype(int), 0, limit)
    reach: AnyArray = distance[at[:, 1], at[:, 0]] / (_REACH * face_px)
    return np.minimum(reach, 1).astype(np.float32)
