"""What is skin in a face, and which colour it is: pure functions on Lab pictures."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from pipeline.types import AnyArray, FloatImage, Mask

_LEAST_SPREAD: Final = np.array([7.0, 3.0, 4.0])
_MOST_SPREAD: Final = np.array([12.0, 5.0, 5.0])
_SPREAD_FACTOR: Final = 1.5
_THIN: Final = 0.07
_CERTAINTY_WIDTH: Final = 0.8
_BRIGHT_WEIGHT: Final = 0.3
_NEUTRAL_CHROMA: Final = 6.0


@dataclass(frozen=True, slots=True)
class Eye:
    """How to tell skin from what is not.

    Attributes:
        skin_until: Distance from the mean, in spreads, up to which all is skin.
        hair_from: Distance that hair reaches somewhere; what hangs together with it is
            hair too, if it is not skin.
        dark_weight: How much darkness counts beside hue; less where shadows are deep.
        margin: How far around hair it still counts as hair, in face widths.
    """

    skin_until: float
    hair_from: float
    dark_weight: float
    margin: float


CAMERA_EYE: Final = Eye(skin_until=1.9, hair_from=2.5, dark_weight=0.8, margin=0.03)
PAINTERS_EYE: Final = Eye(skin_until=2.9, hair_from=3.4, dark_weight=0.6, margin=0.01)


@dataclass(frozen=True, slots=True, eq=False)
class SkinColour:
    """The colour of a face's skin in one picture, in Lab.

    Attributes:
        mean: ``(3,)``.
        spread: ``(3,)`` standard deviations, never below what noise makes nor above
            what skin in one light has.
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
    bounded = np.clip(spread * _SPREAD_FACTOR, _LEAST_SPREAD, _MOST_SPREAD)
    return SkinColour(middle, bounded)


def unlike_skin(
    lab: FloatImage, skin: SkinColour, smooth_px: float, dark_weight: float
) -> FloatImage:
    """How far each place is from this skin's colour, in spreads.

    Brighter than the skin counts little: foreheads shine. Darker counts
    ``dark_weight`` as much as another hue.
    """
    calm = cv2.GaussianBlur(lab, (0, 0), smooth_px)
    away = cv2.transform(
        calm, np.column_stack([np.diag(1 / skin.spread), -skin.mean / skin.spread])
    )
    lightness, green_red, blue_yellow = cv2.split(away)
    lightness = cv2.max(_BRIGHT_WEIGHT * lightness, -dark_weight * lightness)
    return cv2.magnitude(cv2.magnitude(green_red, blue_yellow), lightness)


def hanging_hair(
    lab: FloatImage,
    skin: SkinColour,
    zone: AnyArray,
    rim: AnyArray,
    face_px: float,
    eye: Eye,
) -> Mask:
    """Find fringe, strands and hat rims: what is unlike skin and hangs in from the rim.

    Two thresholds, as for edges in Canny (1986): what is clearly hair takes along what
    hangs together with it.

    Args:
        lab: ``(h, w, 3)`` float32, the drawn face.
        skin: Its skin.
        zone: uint8, 1 where hair may hang, 2 where only thick hair counts: what is
            thin there may be the frame of glasses.
        rim: uint8, 1 along the edge that it hangs from.
        face_px: Width of the face.
        eye: How to look.

    Returns:
        1 where hair is, with a small margin.
    """
    smooth_px = max(1.0, 0.008 * face_px)
    distance = unlike_skin(lab, skin, smooth_px, eye.dark_weight)
    distance[zone == 0] = 0
    other = (distance > eye.skin_until).astype(np.uint8)
    side = int(_THIN * face_px) | 1
    thick = cv2.morphologyEx(other, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    other[zone == 2] = thick[zone == 2]
    count, labels = cv2.connectedComponents(other)
    hair = np.zeros(count, np.float32)
    hair[np.intersect1d(labels[rim > 0], labels[distance > eye.hair_from])] = 1
    hair[0] = 0
    sure = np.clip((distance - eye.skin_until) / _CERTAINTY_WIDTH, 0, 1)
    side = int(eye.margin * face_px) | 1
    return cv2.dilate(sure * hair[labels], np.ones((side, side), np.uint8))


def complexion_shift(visitor: AnyArray, painted: AnyArray, amount: float) -> AnyArray:
    """How to move the painted skin's colour towards the visitor's own.

    Hue and chroma are moved along the hue circle, so that no mixture of a warm and a
    cool skin passes through grey; a colourless camera picture or painting moves
    lightness only.

    Args:
        visitor: ``(3,)`` Lab mean of the visitor's skin.
        painted: ``(3,)`` Lab mean of the painted skin.
        amount: 0 keeps the painted complexion, 1 gives the visitor's own.

    Returns:
        ``(3,)`` to add in Lab.
    """
    lightness = 0.7 * amount * float(visitor[0] - painted[0])
    chroma, wanted = np.hypot(*painted[1:]), np.hypot(*visitor[1:])
    fainter = min(wanted, chroma)
    trust = float(np.clip((fainter - _NEUTRAL_CHROMA) / _NEUTRAL_CHROMA, 0, 1))
    hue = np.arctan2(painted[2], painted[1])
    turn = np.arctan2(visitor[2], visitor[1]) - hue
    turn = (turn + np.pi) % (2 * np.pi) - np.pi
    turn = float(np.clip(turn, -0.6, 0.6))
    part = amount * trust
    new_chroma = max(chroma + part * (wanted - chroma), min(chroma, 8.0))
    new_hue = hue + part * turn
    moved = np.array([np.cos(new_hue), np.sin(new_hue)]) * new_chroma
    return np.array([lightness, *(moved - painted[1:])], np.float32)
