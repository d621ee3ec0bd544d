"""The finished surface: impasto, weave, craquelure, varnish, vignette."""

from dataclasses import dataclass

import cv2
import numpy as np

from museum_targets.painter.noise import Image, fractal_noise, tint, value_noise


@dataclass(frozen=True, slots=True)
class Finish:
    """What the years and the light do to a picture.

    Attributes:
        impasto: Strength of the relief of strokes.
        weave: Strength of the canvas weave.
        cracks: Darkness of the craquelure, 0 for none.
        crack_px: Size of its flakes on a canvas of 2,000 px height.
        varnish_bgr: Tint of the varnish.
        vignette: Darkening of the corners.
    """

    impasto: float = 0.5
    weave: float = 0.012
    cracks: float = 0.0
    crack_px: float = 46.0
    varnish_bgr: tuple[float, float, float] = (0.95, 0.99, 1.0)
    vignette: float = 0.1


def craquelure(shape_hw: tuple[int, int], flake_px: float, seed: int) -> Image:
    """Fine cracks (h, w), 0 to 1: warped Voronoi borders, broken in places."""
    h, w = shape_hw
    rng = np.random.default_rng(seed)
    cracks = np.zeros(shape_hw, np.float32)
    for scale, strength in ((1.0, 1.0), (0.45, 0.5)):
        size = flake_px * scale
        seeds = np.full(shape_hw, 255, np.uint8)
        count = int(h * w / size**2)
        seeds[rng.integers(0, h, count), rng.integers(0, w, count)] = 0
        _, label = cv2.distanceTransformWithLabels(
            seeds, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
        )
        gx, gy = np.meshgrid(
            np.arange(w, dtype=np.float32), np.arange(h, dtype=np.float32)
        )
        gx += value_noise(shape_hw, size * 0.5, seed + 1) * size * 0.14
        gy += value_noise(shape_hw, size * 0.5, seed + 2) * size * 0.14
        label = cv2.remap(
            label.astype(np.float32),
            gx,
            gy,
            cv2.INTER_NEAREST,
            borderMode=cv2.BORDER_REFLECT,
        )
        edge = (
            abs(np.diff(label, axis=1, append=label[:, -1:]))
            + abs(np.diff(label, axis=0, append=label[-1:]))
        ) > 0
        gate = np.clip(
            fractal_noise(shape_hw, size * 3, seed + 3, 3) * 0.8 + 0.25, 0, 1
        )
        cracks = np.maximum(cracks, edge * gate * np.float32(strength))
    return cv2.GaussianBlur(cracks, (0, 0), 0.6)


def weave(shape_hw: tuple[int, int], thread_px: float, seed: int) -> Image:
    """Plain canvas weave (h, w), about -1 to 1."""
    h, w = shape_hw
    y, x = np.mgrid[:h, :w].astype(np.float32)
    x += 0.6 * value_noise(shape_hw, thread_px * 12, seed)
    y += 0.6 * value_noise(shape_hw, thread_px * 12, seed + 1)
    a, b = np.sin(np.pi * x / thread_px), np.sin(np.pi * y / thread_px)
    return np.asarray(
        a * b * (0.8 + 0.2 * value_noise(shape_hw, thread_px * 2, seed + 2)), np.float32
    )


def finished(bgr: Image, height: Image, finish: Finish, seed: int) -> Image:
    """Light, age and varnish a painted canvas.

    Args:
        bgr: (h, w, 3) colour, 0 to 1.
        height: (h, w) thickness of the paint.
        finish: What to do.
        seed: Seed of weave and cracks.

    Returns:
        (h, w, 3) float32, 0 to 1.
    """
    shape = height.shape
    scale = shape[0] / 2000
    body = cv2.GaussianBlur(height, (0, 0), max(0.5, 0.7 * scale))
    body = body + finish.weave * 8 * weave(shape, max(2.0, 4.2 * scale), seed)
    light = cv2.Sobel(body, cv2.CV_32F, 1, 0, ksize=3) + cv2.Sobel(
        body, cv2.CV_32F, 0, 1, ksize=3
    )
    light = np.tanh(light * 0.35) * finish.impasto * 0.16
    tone = bgr.mean(axis=2)
    out = (
        bgr * (1 + light)[..., None]
        + (np.maximum(light, 0) * (0.10 + 0.22 * tone))[..., None]
    )
    if finish.cracks:
        cracks = craquelure(shape, finish.crack_px * scale, seed + 5) * finish.cracks
        out = out * (1 - cracks * 0.8)[..., None]
    out = out * tint(finish.varnish_bgr)
    y, x = np.mgrid[-1 : 1 : shape[0] * 1j, -1 : 1 : shape[1] * 1j]
    out = (
        out
        * (1 - finish.vignette * np.clip((x * x + y * y) / 2, 0, 1) ** 1.3)[..., None]
    )
    return np.asarray(np.clip(out, 0, 1), np.float32)
