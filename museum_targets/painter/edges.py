"""Lost and found edges: outlines melt where their tones are close."""

import cv2
import numpy as np

from museum_targets.painter.noise import Image, smoothstep
from museum_targets.painter.scene import Layer


def lost_edges(model: Image, layer: Layer, scale_px: float, soft_cm: float) -> Image:
    """Soften the outlines of bodies in a lit picture, most where tones are close.

    Args:
        model: (h, w, 3) lit picture.
        layer: The flattened scene; its depth says where outlines are, and what shines
            like a jewel stays sharp.
        scale_px: Pixels per cm.
        soft_cm: Softness of an outline between clearly different tones; lost ones get
            two and a half times as much.

    Returns:
        (h, w, 3) picture.
    """
    reach = int(0.3 * scale_px) | 1
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
    depth = layer.depth_cm
    step = cv2.dilate(depth, disc) - cv2.erode(depth, disc)
    outline = smoothstep(0.5, 1.6, step) * (1 - smoothstep(0.5, 0.6, layer.gloss))
    outline = cv2.GaussianBlur(outline, (0, 0), 0.12 * scale_px)
    tone = cv2.GaussianBlur(model.mean(axis=2), (0, 0), 0.1 * scale_px)
    contrast = cv2.dilate(tone, disc) - cv2.erode(tone, disc)
    lost = cv2.GaussianBlur(
        1 - smoothstep(0.04, 0.22, contrast), (0, 0), 0.3 * scale_px
    )
    out = model
    for sigma_cm, share in ((soft_cm, outline), (2.5 * soft_cm, outline * lost)):
        soft = cv2.GaussianBlur(out, (0, 0), max(0.5, sigma_cm * scale_px))
        out = out + (soft - out) * share[..., None]
    return np.asarray(out, np.float32)
