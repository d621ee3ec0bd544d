"""Fills what the camera did not see of a face, or saw in hard shadow."""

from typing import Final

import cv2
import numpy as np

from pipeline.manner import Memory
from pipeline.swap.base import DrawnFace
from pipeline.types import FloatImage, Mask

_SHADE: Final = 18.0
_SHADE_WIDTH: Final = 8.0
_LIFT_LIMIT: Final = 30.0
_BRIGHTER: Final = 4.0
_LIFT: Final = 0.75
_EDGE: Final = 0.06


def borrow(
    lab: FloatImage, drawn: DrawnFace, features: Mask, face_px: float, memory: Memory
) -> tuple[FloatImage, Mask, Mask]:
    """Take from the mirrored half what this half lacks.

    Skin is much alike on both halves; a half that is far darker lies in shadow. There
    eyes, mouth and nostrils stay themselves and are only brightened. A little of the
    shadow stays: faces without any look flat.

    Args:
        lab: ``(h, w, 3)`` float32, the drawn face on the small canvas.
        drawn: The same with its other half.
        features: Where eyes, brows, lips and nostrils are.
        face_px: Width of the face.
        memory: Of this visitor.

    Returns:
        The mended face, how well each place is known, and where it was borrowed.
    """
    if drawn.other_half is None:
        return lab, drawn.trust, np.zeros_like(features)
    other_bgr, seen = drawn.other_half
    other = cv2.cvtColor(other_bgr.astype(np.float32) * (1 / 255), cv2.COLOR_BGR2LAB)
    gap = other - lab
    shaded = _hard_shadow(gap[..., 0], face_px)
    lighter = cv2.GaussianBlur(gap[..., 0], (0, 0), 0.015 * face_px)
    shadow = _LIFT * shaded * np.clip(lighter / _BRIGHTER, 0, 1)
    hidden = cv2.GaussianBlur(1 - drawn.trust, (0, 0), 0.01 * face_px)
    borrowed = cv2.max(shadow * (1 - features), hidden) * seen
    borrowed = memory.steady("borrowed", borrowed)
    lifted = memory.steady("lifted", shadow * features * seen)
    calm = cv2.GaussianBlur(gap, (0, 0), 0.04 * face_px)
    mended = lab + cv2.merge([borrowed] * 3) * gap
    mended += cv2.merge([lifted] * 3) * np.clip(calm, -_LIFT_LIMIT, _LIFT_LIMIT)
    edge = memory.steady("edge", shaded * (1 - features))
    mended[..., 0] = _close_edge(mended[..., 0], edge, face_px)
    return mended, cv2.max(drawn.trust, seen), borrowed


def _hard_shadow(gap: FloatImage, face_px: float) -> Mask:
    """Where a half is far darker than the other, with the shadow's soft edge.

    Args:
        gap: How much lighter the other half is, Lab L.
        face_px: Width of the face.
    """
    darker = cv2.GaussianBlur(np.maximum(gap, 0), (0, 0), 0.03 * face_px)
    shadow = np.clip((darker - _SHADE) / _SHADE_WIDTH, 0, 1)
    penumbra = int(0.12 * face_px) | 1
    shadow = cv2.dilate(shadow, np.ones((penumbra, penumbra), np.uint8))
    return cv2.GaussianBlur(shadow, (0, 0), 0.03 * face_px)


def _close_edge(lightness: FloatImage, where: Mask, face_px: float) -> FloatImage:
    """Fill the thin dark line that is left where both halves lie in the soft edge."""
    side = int(_EDGE * face_px) | 1
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    closed = cv2.morphologyEx(lightness, cv2.MORPH_CLOSE, kernel)
    return lightness + where * (closed - lightness)
