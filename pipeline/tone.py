"""Light and colour of the new face, worked on a small canvas in Lab."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.bands import halve, join, limit_softly, split
from pipeline.canvas import FaceCanvas, mid_energy
from pipeline.manner import Manner, Memory
from pipeline.skin import SkinColour, complexion_shift
from pipeline.types import FloatImage, Mask

_NOISE: Final = 0.4
_FINEST_BANDS: Final = 2
_SHARPNESS_BOUNDS: Final = (0.5, 1.2)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A visitor's face on the small canvas.

    Attributes:
        lab: The drawn face.
        skin: Its skin's colour.
        trusted: Where its pixels are used.
        erased: Where painted brows would show beside the visitor's own.
        features: Where its eyes, brows, mouth and beard are.
    """

    lab: FloatImage
    skin: SkinColour
    trusted: Mask
    erased: Mask
    features: Mask


def tone(seen: Seen, canvas: FaceCanvas, manner: Manner, memory: Memory) -> FloatImage:
    """Blend visitor and painting band by band.

    Returns:
        The new face on the small canvas, BGR float32 0 to 1.
    """
    offset = (seen.skin.mean - canvas.skin.mean).astype(np.float32)
    weight = cv2.merge([seen.trusted] * 3)
    filled = canvas.lab + offset
    filled += (seen.lab - filled) * weight
    bands, _ = split(filled, len(canvas.mid))
    kept = cv2.merge([1 - seen.erased] * 3)
    mixed = []
    for k, (band, own) in enumerate(zip(bands, canvas.mid, strict=True)):
        if k:
            weight, kept = cv2.pyrDown(weight), cv2.pyrDown(kept)
        own = own * kept
        new = _matched(band, k, weight, seen, canvas, manner, memory)
        mixed.append(own + (new - own) * weight)
    shift = complexion_shift(seen.skin.mean, canvas.skin.mean, manner.complexion)
    light = canvas.low + cv2.merge([canvas.low_inside] * 3) * shift
    return cv2.cvtColor(join(mixed, light), cv2.COLOR_LAB2BGR)


def _matched(
    band: FloatImage,
    k: int,
    weight: FloatImage,
    seen: Seen,
    canvas: FaceCanvas,
    manner: Manner,
    memory: Memory,
) -> FloatImage:
    """One band of the visitor with the painting's local energy, within bounds."""
    features = halve(seen.features, k)
    limit = manner.calm_limit + (manner.feature_limit - manner.calm_limit) * features
    band = limit_softly(band, cv2.merge([limit] * 3))
    own, wanted = mid_energy(band), canvas.mid_energy[k]
    gain: FloatImage = np.sqrt((wanted + _NOISE) / (own + _NOISE))
    coarseness = min(len(canvas.mid) - 1 - k, len(manner.calm_gain) - 1)
    calm = manner.calm_gain[coarseness]
    least: Mask = calm + (manner.mid_gain[0] - calm) * features
    least = cv2.resize(least, gain.shape[1::-1], interpolation=cv2.INTER_AREA)
    gain = np.clip(gain, cv2.merge([least] * 3), manner.mid_gain[1])
    gain = memory.steady(f"mid{k}", gain)
    new: FloatImage = cv2.multiply(band, cv2.resize(gain, band.shape[1::-1]))
    if k + len(canvas.fine) < _FINEST_BANDS:
        new *= _sharpness(new, canvas.mid[k], weight)
    new[..., 1:] *= canvas.colourfulness
    return new


def _sharpness(new: FloatImage, painted: FloatImage, weight: FloatImage) -> float:
    """What makes a band that is fine in a small painted face as strong as painted."""
    sure = weight[..., 0] > 0.5
    if not sure.any():
        return 1.0
    own = float(np.mean(new[..., 0][sure] ** 2))
    wanted = float(np.mean(painted[..., 0][sure] ** 2))
    ratio = np.sqrt((wanted + _NOISE) / (own + _NOISE))
    return float(np.clip(ratio, *_SHARPNESS_BOUNDS))
