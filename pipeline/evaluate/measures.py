"""How well a new face sits in its painting: pure functions on two pictures and a mask.

``painted`` is always the untouched painting and ``new`` the same picture with the
visitor's face; ``mask`` is as large as both and 0 wherever nothing may have changed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
from skimage.color import deltaE_ciede2000
from skimage.metrics import structural_similarity

from pipeline.types import BoxPx, FloatImage, ImageBgr, Mask, SizePx

_FINEST_BANDS = 2
_LIGHT_WIDTH_PX = 64
_FLOOR = 0.01
"""Lightness energy below any brush stroke; keeps ratios finite on flat pictures."""


@dataclass(frozen=True, slots=True)
class Fidelity:
    """Every measure of one picture.

    Attributes:
        outside_max_abs_diff: Largest change of a value outside the mask; wanted 0.
        ssim_outside: 1 when nothing outside the mask changed.
        strokes_ratio: Fine detail in the new face over the painted one's.
        light_delta_e: CIEDE2000 between the two faces' light and tone.
        seam: Gradient along the mask's edge, new over painted.
    """

    outside_max_abs_diff: int
    ssim_outside: float
    strokes_ratio: float
    light_delta_e: float
    seam: float


def full_mask(size_px: SizePx, parts: Iterable[tuple[BoxPx, Mask]]) -> Mask:
    """Lay the masks of all faces on one canvas; where they overlap the larger counts.

    Args:
        size_px: Width and height of the picture.
        parts: Boxes inside the picture, each with a mask of the box's size.

    Returns:
        ``(height, width)`` float32.
    """
    canvas = np.zeros(size_px[::-1], np.float32)
    for (x0, y0, x1, y1), mask in parts:
        np.maximum(canvas[y0:y1, x0:x1], mask, out=canvas[y0:y1, x0:x1])
    return canvas


def measure(painted: ImageBgr, new: ImageBgr, mask: Mask) -> Fidelity:
    """Take every measure.

    Raises:
        ValueError: If the sizes differ or the mask is empty.
    """
    if painted.shape != new.shape or painted.shape[:2] != mask.shape:
        raise ValueError("the painting, the new picture and the mask differ in size")
    if not mask.any():
        raise ValueError("the mask is empty")
    y0, x0, y1, x1 = _surroundings(mask)
    cut = np.s_[y0:y1, x0:x1]
    inner = (painted[cut], new[cut], mask[cut])
    return Fidelity(
        outside_max_abs_diff=outside_max_abs_diff(painted, new, mask),
        ssim_outside=ssim_outside(painted, new, mask),
        strokes_ratio=strokes_ratio(*inner),
        light_delta_e=light_delta_e(*inner),
        seam=seam(*inner),
    )


def outside_max_abs_diff(painted: ImageBgr, new: ImageBgr, mask: Mask) -> int:
    """Find the largest change of any value where the mask is 0."""
    change = cv2.absdiff(painted, new)
    change[mask > 0] = 0
    return int(change.max(initial=0))


def ssim_outside(painted: ImageBgr, new: ImageBgr, mask: Mask) -> float:
    """Compare everything but the mask (Wang et al., 2004), on grey values.

    The inside is made equal first, so that it has no say. A picture that is equal
    outside gives exactly 1; one under 7 px cannot be compared and gives 0 or 1.
    """
    kept = np.where(mask[..., None] > 0, painted, new)
    if np.array_equal(kept, painted):
        return 1.0
    if min(painted.shape[:2]) < 7:  # the side of SSIM's window
        return 0.0
    grey = [cv2.cvtColor(image, cv2.COLOR_BGR2GRAY) for image in (painted, kept)]
    return float(structural_similarity(*grey))


def strokes_ratio(painted: ImageBgr, new: ImageBgr, mask: Mask) -> float:
    """Compare the fine detail of both faces: 1 alike, below smoother, above rougher.

    Mean square of the two finest Laplacian bands (Burt & Adelson, 1983) of CIE
    lightness, where the mask is nearly full.
    """
    weight = _core(mask)
    energies = []
    for image in (painted, new):
        level, energy = _lightness(image), 0.0
        weight_here = weight
        for _ in range(_FINEST_BANDS):
            down = _halved(level)
            band = level - cv2.pyrUp(down, dstsize=level.shape[1::-1])
            total = max(float(weight_here.sum()), 1e-6)
            energy += float((band * band * weight_here).sum()) / total
            level, weight_here = down, _halved(weight_here)
        energies.append(energy)
    return (energies[1] + _FLOOR) / (energies[0] + _FLOOR)


def light_delta_e(painted: ImageBgr, new: ImageBgr, mask: Mask) -> float:
    """Compare light and tone of both faces: the mean CIEDE2000 of their lowest bands.

    The lowest band is CIE Lab blurred inside the mask with a sigma of a twelfth of
    the mask's width, so features and strokes have no say.
    """
    columns = np.flatnonzero(mask.any(axis=0))
    scale = min(1.0, _LIGHT_WIDTH_PX / (columns[-1] - columns[0] + 1))
    size = tuple(max(1, round(side * scale)) for side in mask.shape[::-1])
    small = cv2.resize(mask, size, interpolation=cv2.INTER_AREA)
    sigma = max(scale * (columns[-1] - columns[0] + 1) / 12, 0.5)
    weight = np.maximum(cv2.GaussianBlur(small, (0, 0), sigma), 1e-6)[..., None]
    low = []
    for image in (painted, new):
        lab = cv2.resize(_lab(image), size, interpolation=cv2.INTER_AREA)
        low.append(cv2.GaussianBlur(lab * small[..., None], (0, 0), sigma) / weight)
    distance = deltaE_ciede2000(low[0], low[1])
    return float((distance * small).sum() / max(float(small.sum()), 1e-6))


def seam(painted: ImageBgr, new: ImageBgr, mask: Mask) -> float:
    """Compare the gradient along the mask's edge: 1 unchanged, above a visible seam.

    Mean length of the lightness gradient, weighted with the mask's own gradient,
    after a blur of a 150th of the mask's width (at least 1 px) against stroke noise.
    """
    columns = np.flatnonzero(mask.any(axis=0))
    sigma = max(1.0, (columns[-1] - columns[0] + 1) / 150)
    weight = _gradient(mask)
    total = max(float(weight.sum()), 1e-6)
    along = []
    for image in (painted, new):
        calm = cv2.GaussianBlur(_lightness(image), (0, 0), sigma)
        gradient = _gradient(np.asarray(calm, dtype=np.float32))
        along.append(float((gradient * weight).sum()) / total)
    return (along[1] + _FLOOR) / (along[0] + _FLOOR)


def _surroundings(mask: Mask) -> BoxPx:
    """Box around the mask with a margin, as ``(y0, x0, y1, x1)``."""
    rows = np.flatnonzero(mask.any(axis=1))
    columns = np.flatnonzero(mask.any(axis=0))
    margin = 16 + (columns[-1] - columns[0]) // 8
    return (
        max(int(rows[0] - margin), 0),
        max(int(columns[0] - margin), 0),
        int(rows[-1] + 1 + margin),
        int(columns[-1] + 1 + margin),
    )


def _core(mask: Mask) -> Mask:
    return np.asarray(mask >= 0.9 * float(mask.max()), dtype=np.float32)


def _halved(values: FloatImage) -> FloatImage:
    return np.asarray(cv2.pyrDown(values), dtype=np.float32)


def _lab(bgr: ImageBgr) -> FloatImage:
    scaled = bgr.astype(np.float32) / 255
    return np.asarray(cv2.cvtColor(scaled, cv2.COLOR_BGR2LAB), dtype=np.float32)


def _lightness(bgr: ImageBgr) -> FloatImage:
    return np.ascontiguousarray(_lab(bgr)[..., 0])


def _gradient(values: FloatImage) -> FloatImage:
    across = cv2.Sobel(values, cv2.CV_32F, 1, 0, scale=0.125)
    along = cv2.Sobel(values, cv2.CV_32F, 0, 1, scale=0.125)
    return np.asarray(cv2.magnitude(across, along), dtype=np.float32)
