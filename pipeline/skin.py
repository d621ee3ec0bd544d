"""What is skin in a face, and which colour it is: pure functions on Lab pictures."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.types import AnyArray, FloatImage, Mask

_LEAST_SPREAD: Final = np.array([7.0, 4.0, 4.0])
_SPREAD_FACTOR: Final = 1.5
_CERTAIN_SKIN: Final = 2.2
_CERTAIN_OTHER: Final = 3.4
_NEUTRAL_CHROMA: Final = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class SkinColour:
    """The colour of a face's skin in one picture, in Lab.

    Attributes:
        mean: ``(3,)``.
        spread: ``(3,)`` standard deviations, never below what noise makes.
    """

    mean: AnyArray
    spread: AnyArray

    def nearer(self, other: "SkinColour", part: float) -> "SkinColour":
        """Move ``part`` of the way to another measure, for steadiness in time."""
        return SkinColour(
            self.mean + part * (other.mean - self.mean),
            self.spread + part * (other.spread - self.spread),
        )


def measure_skin(lab: FloatImage, patches: AnyArray) -> SkinColour:
    """Measure the skin's colour where skin is sure to be.

    Args:
        lab: ``(h, w, 3)`` float32.
        patches: ``(h, w)`` uint8, not 0 on cheeks and nose.
    """
    pixels = lab[patches > 0]
    if len(pixels) < 8:
        return SkinColour(np.array([60.0, 12.0, 16.0]), _LEAST_SPREAD * 2)
    middle = np.median(pixels, axis=0)
    spread = 1.4826 * np.median(np.abs(pixels - middle), axis=0)
    return SkinColour(middle, np.maximum(spread * _SPREAD_FACTOR, _LEAST_SPREAD))


def unlike_skin(lab: FloatImage, skin: SkinColour, smooth_px: float) -> Mask:
    """How surely each place is hair, cloth or glass rather than this skin, 0 to 1.

    Brighter than the skin counts little: foreheads shine.
    """
    calm = cv2.GaussianBlur(lab, (0, 0), smooth_px)
    away = (calm - skin.mean.astype(np.float32)) / skin.spread.astype(np.float32)
    away[..., 0] = np.where(away[..., 0] > 0, 0.3 * away[..., 0], 0.9 * away[..., 0])
    distance = np.sqrt((away * away).sum(-1))
    certain = (distance - _CERTAIN_SKIN) / (_CERTAIN_OTHER - _CERTAIN_SKIN)
    return np.clip(certain, 0, 1).astype(np.float32)


def hanging_hair(
    lab: FloatImage, skin: SkinColour, zone: AnyArray, rim: AnyArray, face_px: float
) -> Mask:
    """Find fringe, strands and hat rims: what is unlike skin and hangs in from the rim.

    Args:
        lab: ``(h, w, 3)`` float32, the drawn face.
        skin: Its skin.
        zone: uint8, 1 where hair may hang.
        rim: uint8, 1 along the edge that it hangs from.
        face_px: Width of the face.

    Returns:
        1 where hair is, with a small margin.
    """
    other = unlike_skin(lab, skin, max(1.0, 0.008 * face_px)) * zone
    _, labels = cv2.connectedComponents((other > 0.3).astype(np.uint8))
    hanging = np.zeros(int(labels.max()) + 1, np.float32)
    hanging[np.unique(labels[(rim > 0) & (labels > 0)])] = 1
    side = int(0.03 * face_px) | 1
    return cv2.dilate(other * hanging[labels], np.ones((side, side), np.uint8))


def complexion_shift(visitor: AnyArray, painted: AnyArray, amount: float) -> AnyArray:
    """How to move the painted skin's colour towards the visitor's own.

    Hue and chroma are moved along the hue circle, so that no mixture of a warm and a
    cool skin passes through grey; a colourless camera picture moves lightness only.

    Args:
        visitor: ``(3,)`` Lab mean of the visitor's skin.
        painted: ``(3,)`` Lab mean of the painted skin.
        amount: 0 keeps the painted complexion, 1 gives the visitor's own.

    Returns:
        ``(3,)`` to add in Lab.
    """
    lightness = 0.7 * amount * float(visitor[0] - painted[0])
    chroma, wanted = np.hypot(*painted[1:]), np.hypot(*visitor[1:])
    trust = float(np.clip((wanted - _NEUTRAL_CHROMA) / _NEUTRAL_CHROMA, 0, 1))
    hue = np.arctan2(painted[2], painted[1])
    turn = np.arctan2(visitor[2], visitor[1]) - hue
    turn = (turn + np.pi) % (2 * np.pi) - np.pi
    turn = float(np.clip(turn, -0.6, 0.6))
    part = amount * trust
    new_chroma = max(chroma + part * (wanted - chroma), min(chroma, 8.0))
    new_hue = hue + part * turn
    moved = np.array([np.cos(new_hue), np.sin(new_hue)]) * new_chroma
    return np.array([lightness, *(moved - painted[1:])], np.float32)
