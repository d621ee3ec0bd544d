"""Hair: a mass with strands running through it and loose hairs over its edge."""

from collections.abc import Sequence

import cv2
import numpy as np

from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image, smoothstep, tint
from museum_targets.painter.relief import Line, Stuff, folds, outline_mask, relief
from museum_targets.painter.scene import Frame, Layer
from museum_targets.painter.texture import Bgr, curve


def hair_mass(
    frame: Frame,
    outline: Line,
    guides: Sequence[Line],
    bgr: Bgr,
    base_cm: Image | float,
    seed: int,
    wave_cm: float = 0.35,
    puff_cm: float = 3.0,
    gloss: float = 0.3,
    soft_cm: float = 0.35,
) -> Layer:
    """A body of hair.

    Args:
        frame: The canvas.
        outline: Its outline in studio cm.
        guides: Lines that locks follow.
        bgr: Own colour, 0 to 1.
        base_cm: Depth below it.
        seed: Seed of the strands.
        wave_cm: Depth of the locks.
        puff_cm: Thickness of the mass.
        gloss: Strength of the sheen.
        soft_cm: Width of the fringe in which strands part at its edge.
    """
    mask = outline_mask(frame, outline, 0.12)
    stuff = Stuff(bgr, gloss, puff_cm, 4.0, 1.1, wave_cm, 12.0, 0.08)
    layer = relief(frame, mask, base_cm, stuff, guides, seed)
    fine = folds(frame, layer.flow_rad, 0.16, 6.0, seed + 3, mask)
    locks = folds(frame, layer.flow_rad, 0.6, 10.0, seed + 4, mask)
    tone = np.exp(0.30 * fine + 0.28 * locks)[..., None]
    wide = outline_mask(frame, outline, soft_cm)
    ragged = smoothstep(0.30, 0.72, wide + 0.20 * fine + 0.12 * locks)
    ragged *= smoothstep(0.02, 0.12, wide)
    return Layer(
        mask=ragged,
        depth_cm=layer.depth_cm,
        normal=layer.normal,
        albedo_bgr=np.asarray(layer.albedo_bgr * tone, np.float32),
        flow_rad=layer.flow_rad,
        gloss=np.asarray(layer.gloss * (1 + 0.6 * fine), np.float32),
        skin=layer.skin,
    )


def loose_hairs(
    picture: Image,
    frame: Frame,
    guides: Sequence[Line],
    bgr: Bgr,
    count: int,
    spread_cm: float,
    seed: int,
    width_cm: float = 0.05,
    opacity: float = 0.6,
) -> None:
    """Draw single hairs near guide lines straight into a picture.

    Args:
        picture: (h, w, 3) lit picture, changed in place.
        frame: The canvas.
        guides: Lines to follow, in studio cm.
        bgr: Colour of the hairs.
        count: Hairs along each line.
        spread_cm: How far they stray.
        seed: Seed of their places.
        width_cm: Thickness.
        opacity: 0 to 1.
    """
    rng = np.random.default_rng(seed)
    for guide in guides:
        path = curve(guide, 40)
        for tone in (0.6, 1.0, 1.5):
            mask = np.zeros(frame.shape_hw, np.uint8)
            strands = [_strand(path, spread_cm, rng) for _ in range(max(1, count // 3))]
            points = [np.round(frame.px(s) * 16).astype(np.int32) for s in strands]
            width = max(1, round(width_cm * frame.scale_px))
            cv2.polylines(mask, points, False, 255, width, cv2.LINE_AA, 4)
            soft = cv2.GaussianBlur(mask, (0, 0), 0.7).astype(np.float32) * (
                opacity / 255
            )
            picture += (tint(bgr) * tone - picture) * soft[..., None]


def _strand(path: Floats, spread_cm: float, rng: np.random.Generator) -> Floats:
    start = rng.uniform(0, 0.6)
    end = min(1.0, start + rng.uniform(0.25, 0.6))
    piece = path[int(start * 39) : max(int(end * 39), int(start * 39) + 4) + 1, :2]
    drift = np.linspace(0, 1, len(piece))[:, None] * rng.normal(0, 0.5 * spread_cm, 2)
    bow = np.sin(np.linspace(0, np.pi, len(piece)))[:, None] * rng.normal(
        0, 0.3 * spread_cm, 2
    )
    return np.asarray(piece + rng.normal(0, spread_cm, 2) + drift + bow)
