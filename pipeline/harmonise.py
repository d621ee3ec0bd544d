"""Re-lights and re-paints a visitor's face as if the painter had seen it.

After Shih et al., "Style Transfer for Headshot Portraits" (2014): the lowest band, the
light, is the painting's; in each finer band the visitor's local energy is matched to
the painting's within bounds. Where the visitor cannot be trusted (turned away, fringe)
each band is the painting's own, so that both meet without a seam (Burt and Adelson,
1983). The finest bands also carry the painting's own texture: canvas, strokes, cracks.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.bands import grow, halve, join, limit_softly, local_energy, split
from pipeline.canvas import MID_LEVELS, FaceCanvas, fine_energy
from pipeline.skin import SkinColour, complexion_shift, hanging_hair, measure_skin
from pipeline.swap.base import DrawnFace
from pipeline.types import AnyArray, FloatImage, ImageBgr, Mask
from pipeline.zones import Zones

_NOISE: Final = 0.4


@dataclass(frozen=True, slots=True)
class Manner:
    """How far the harmoniser may go; the defaults are tuned on whole sheets.

    Attributes:
        complexion: 0 the painted skin colour, 1 the visitor's own.
        mid_gain: Least and largest gain of the small canvas's bands.
        fine_gain: The same for strokes.
        calm_limit: Largest lightness step (Lab L) in calm skin, per mid band.
        feature_limit: The same in eyes, brows, lips.
    """

    complexion: float = 0.25
    mid_gain: tuple[float, float] = (0.75, 1.4)
    fine_gain: tuple[float, float] = (0.45, 1.3)
    calm_limit: float = 14.0
    feature_limit: float = 40.0


@dataclass(slots=True, eq=False)
class Memory:
    """What is carried from one frame of a visitor to the next.

    Attributes:
        keep: 0 forgets everything at once; towards 1, changes come slower.
    """

    keep: float = 0.0
    skin: SkinColour | None = None
    maps: dict[str, AnyArray] | None = None

    def steady(self, name: str, value: AnyArray) -> AnyArray:
        """Blend a map with its past."""
        if self.maps is None:
            self.maps = {}
        past = self.maps.get(name)
        if self.keep > 0 and past is not None and past.shape == value.shape:
            value = cv2.addWeighted(past, self.keep, value, 1 - self.keep, 0)
        self.maps[name] = value
        return value

    def steady_skin(self, skin: SkinColour) -> SkinColour:
        """Blend the skin's colour with its past."""
        if self.keep > 0 and self.skin is not None:
            skin = self.skin.nearer(skin, 1 - self.keep)
        self.skin = skin
        return skin


def harmonise(
    drawn: DrawnFace,
    canvas: FaceCanvas,
    manner: Manner,
    memory: Memory,
) -> FloatImage:
    """Work out how the painting changes.

    Args:
        drawn: The visitor's face in the canvas's box.
        canvas: The painted face.
        manner: The bounds.
        memory: Of this visitor in this canvas.

    Returns:
        ``(h, w, 3)`` float32 to add to the painting's box, BGR in 0..255; exactly 0
        outside ``canvas.alpha3``.
    """
    levels = len(canvas.fine)
    small = halve(drawn.bgr, levels).astype(np.float32) * (1 / 255)
    lab = cv2.cvtColor(small, cv2.COLOR_BGR2LAB)
    face_px = canvas.face_px / canvas.step
    zones = Zones(drawn.points / canvas.step, canvas.small_size_px, face_px)
    skin = memory.steady_skin(measure_skin(lab, zones.skin_patches()))
    hair = hanging_hair(lab, skin, zones.fringe(), zones.upper_rim(), face_px)
    trusted = np.minimum(drawn.trust, 1 - hair) * canvas.inside
    trusted = cv2.GaussianBlur(trusted, (0, 0), max(1.0, 0.015 * face_px))
    trusted = memory.steady("trusted", trusted)
    seen = Seen(lab, skin, trusted, zones.features())
    tone = _tone(seen, canvas, manner, memory)
    change = grow(tone - canvas.small_bgr, canvas.step, canvas.size_px) * 255.0
    if levels:
        strokes = _strokes(drawn.bgr, trusted, canvas, manner, memory)
        change = cv2.add(change, cv2.merge([strokes] * 3))
    return cv2.multiply(change, canvas.alpha3)


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A visitor's face on the small canvas.

    Attributes:
        lab: The drawn face.
        skin: Its skin's colour.
        trusted: Where its pixels are used.
        features: Where its eyes, brows and lips are.
    """

    lab: FloatImage
    skin: SkinColour
    trusted: Mask
    features: Mask


def _tone(seen: Seen, canvas: FaceCanvas, manner: Manner, memory: Memory) -> FloatImage:
    """Light and colour on the small canvas: BGR float32 0 to 1."""
    painted_lab = join(canvas.mid, canvas.low)
    painted = measure_skin(painted_lab, canvas.skin_patches)
    offset = (seen.skin.mean - painted.mean).astype(np.float32)
    trusted3 = cv2.merge([seen.trusted] * 3)
    filled = painted_lab + offset
    filled += (seen.lab - filled) * trusted3
    bands, _ = split(filled, MID_LEVELS)
    shift = complexion_shift(seen.skin.mean, painted.mean, manner.complexion)
    weight = trusted3
    mixed = []
    for k, (band, own) in enumerate(zip(bands, canvas.mid, strict=True)):
        if k:
            weight = cv2.pyrDown(weight)
        new = _mid_band(band, k, seen, canvas, manner, memory)
        mixed.append(own + (new - own) * weight)
    light = canvas.low + _low_shift(canvas, shift)
    return cv2.cvtColor(join(mixed, light), cv2.COLOR_LAB2BGR)


def _low_shift(canvas: FaceCanvas, shift: AnyArray) -> FloatImage:
    inside = halve(canvas.inside, MID_LEVELS)
    return cv2.merge([inside * float(one) for one in shift])


def _mid_band(
    band: FloatImage,
    k: int,
    seen: Seen,
    canvas: FaceCanvas,
    manner: Manner,
    memory: Memory,
) -> FloatImage:
    features = halve(seen.features, k)
    limit = manner.calm_limit + (manner.feature_limit - manner.calm_limit) * features
    band = limit_softly(band, cv2.merge([limit] * 3))
    own = local_energy(band, 1, 2.5)
    wanted = canvas.mid_energy[k]
    gain = cv2.sqrt((wanted + _NOISE) / (own + _NOISE))
    gain = np.clip(gain, *manner.mid_gain)
    return band * memory.steady(f"mid{k}", gain)


def _strokes(
    drawn_bgr: ImageBgr,
    trusted: Mask,
    canvas: FaceCanvas,
    manner: Manner,
    memory: Memory,
) -> FloatImage:
    """The change in the finest bands of lightness, 0..255, at full size."""
    gray = cv2.cvtColor(drawn_bgr, cv2.COLOR_BGR2GRAY).astype(np.float32)
    bands, _ = split(gray, len(canvas.fine))
    changes = []
    for k, (band, fine) in enumerate(zip(bands, canvas.fine, strict=True)):
        energy = fine_energy(band)
        ratio = (fine.energy + _NOISE) / (energy + _NOISE)
        gain = np.clip(np.sqrt(ratio), *manner.fine_gain)
        missing = np.sqrt(np.clip(1 - gain * gain / ratio, 0, 1))
        size = band.shape[1::-1]
        sure = cv2.resize(trusted, energy.shape[1::-1], interpolation=cv2.INTER_AREA)
        maps = memory.steady(f"fine{k}", cv2.merge([gain * sure, missing * sure, sure]))
        own, texture, weight = cv2.split(cv2.resize(maps, size))
        change = cv2.multiply(band, own)
        change += cv2.multiply(fine.texture, texture)
        change -= cv2.multiply(fine.band, weight)
        changes.append(change)
    rest = np.zeros(canvas.small_size_px[::-1], np.float32)
    return join(changes, rest)
