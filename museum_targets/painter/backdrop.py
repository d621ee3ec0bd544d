"""What is behind the sitters."""

import cv2
import numpy as np

from museum_targets.painter.noise import (
    Image,
    fractal_noise,
    smoothstep,
    tint,
    value_noise,
)
from museum_targets.painter.scene import Frame
from museum_targets.painter.texture import Bgr


def gradient(frame: Frame, stops: list[tuple[float, Bgr]]) -> Image:
    """Colour ramp (h, w, 3) through stops (height in cm, colour), top first."""
    _, y = frame.grid_cm()
    heights = np.array([s[0] for s in stops])[::-1]
    colours = np.array([s[1] for s in stops])[::-1]
    return np.dstack([np.interp(y, heights, colours[:, c]) for c in range(3)]).astype(
        np.float32
    )


def dark_ground(
    frame: Frame,
    bgr: Bgr,
    glow_bgr: Bgr,
    glow_at_cm: tuple[float, float],
    glow_cm: float,
    seed: int,
) -> Image:
    """A scumbled dark wall (h, w, 3) with a glow of light on it."""
    x, y = frame.grid_cm()
    far = np.hypot(x - glow_at_cm[0], (y - glow_at_cm[1]) * 0.8) / glow_cm
    noise = fractal_noise(frame.shape_hw, 9 * frame.scale_px, seed, 6)
    light = np.clip(np.exp(-(far**2)) * (1 + 0.25 * noise), 0, 1.4)[..., None]
    wall = tint(bgr) * (1 + 0.16 * noise[..., None])
    return np.asarray(wall + (tint(glow_bgr) - wall) * light, np.float32)


def landscape(frame: Frame, horizon_cm: float, seed: int) -> tuple[Image, Image]:
    """A dreaming Renaissance landscape: hills, a winding river, blue distance.

    Returns:
        Colours (h, w, 3) and stroke direction (h, w).
    """
    x, y = frame.grid_cm()
    picture = gradient(
        frame,
        [
            (26, (0.52, 0.50, 0.36)),
            (horizon_cm + 14, (0.66, 0.68, 0.58)),
            (horizon_cm + 5, (0.70, 0.80, 0.80)),
            (horizon_cm, (0.62, 0.74, 0.78)),
        ],
    )
    cloud = fractal_noise(frame.shape_hw, 11 * frame.scale_px, seed, 5)
    picture += (0.05 * cloud * smoothstep(horizon_cm, horizon_cm + 16, y))[..., None]
    flow = np.zeros(frame.shape_hw, np.float32)
    ranges = [
        (6.0, 5.2, (0.58, 0.56, 0.44), 1),
        (2.5, 4.4, (0.49, 0.47, 0.35), 2),
        (-1.5, 3.2, (0.36, 0.40, 0.33), 3),
        (-5.5, 3.0, (0.22, 0.33, 0.33), 4),
        (-11.0, 3.0, (0.13, 0.25, 0.29), 5),
        (-18.0, 2.6, (0.07, 0.15, 0.20), 6),
    ]
    width = frame.size_wh[0]
    for rise, rough, bgr, number in ranges:
        row = fractal_noise(
            (8, width), (13 - number) * frame.scale_px, seed + 20 * number, 4
        )[4]
        peaks = abs(row) * 1.1 - 0.4 if number < 3 else row
        top = horizon_cm + rise - 3 + rough * 0.55 * peaks
        mask = smoothstep(-0.05, 0.05, top[None, :] - y)
        grain = fractal_noise(frame.shape_hw, 2.2 * frame.scale_px, seed + number, 5)
        below = np.clip((top[None, :] - y) / 8, 0, 1)
        light = (
            1
            + 0.10 * grain
            - 0.16 * (1 - below) * (number > 3)
            + 0.16 * below * (number < 4)
        )
        slope = np.gradient(top) * frame.scale_px
        picture += (tint(bgr) * light[..., None] - picture) * mask[..., None]
        flow = np.where(mask > 0.5, np.arctan(-slope * 0.7)[None, :], flow)
    _river(picture, x, y, horizon_cm)
    return picture, np.asarray(flow, np.float32)


def _river(picture: Image, x: Image, y: Image, horizon_cm: float) -> None:
    depth = np.clip((horizon_cm - 1.2 - y) / 15, 0, 1)
    bend = -17 + 5.5 * np.sin(9 * np.sqrt(depth + 0.02)) * (0.25 + depth) + 3 * depth
    wide = 0.25 + 2.3 * depth**1.4
    inside = smoothstep(1.05, 0.85, abs(x - bend) / wide) * (depth > 0) * (depth < 0.98)
    water = tint([0.62, 0.66, 0.56]) * (1 - 0.35 * depth[..., None])
    picture += (water - picture) * (inside * 0.85)[..., None]


def bokeh_garden(frame: Frame, seed: int) -> tuple[Image, Image]:
    """Sunlit foliage out of focus: touches of green, gold, violet shade and blossom.

    Returns:
        Colours (h, w, 3) and stroke direction (h, w).
    """
    rng = np.random.default_rng(seed)
    shape = frame.shape_hw
    _, y = frame.grid_cm()
    noise = fractal_noise(shape, 12 * frame.scale_px, seed, 5)
    mix = smoothstep(-1.1, 1.1, noise + 0.03 * y)[..., None]
    picture = tint([0.42, 0.40, 0.22]) * (1 - mix) + tint([0.42, 0.74, 0.60]) * mix
    palette = tint(
        [
            [0.30, 0.62, 0.42],
            [0.50, 0.86, 0.80],
            [0.62, 0.50, 0.34],
            [0.36, 0.48, 0.20],
            [0.66, 0.90, 0.93],
            [0.80, 0.62, 0.55],
            [0.62, 0.60, 0.90],
            [0.85, 0.80, 0.62],
        ]
    )
    odds = np.array([0.24, 0.16, 0.15, 0.2, 0.08, 0.07, 0.06, 0.04])
    height, width = shape
    for _ in range(900):
        centre = rng.integers(0, width), rng.integers(0, height)
        reach = rng.uniform(0.5, 2.2) * frame.scale_px
        x0, x1 = max(0, int(centre[0] - reach)), int(centre[0] + reach) + 1
        y0, y1 = max(0, int(centre[1] - reach)), int(centre[1] + reach) + 1
        patch = picture[y0:y1, x0:x1]
        gy, gx = np.mgrid[y0 : y0 + patch.shape[0], x0 : x0 + patch.shape[1]]
        far = np.hypot(gx - centre[0], gy - centre[1]) / reach
        soft = np.clip((1 - far) * 3, 0, 1)[..., None] * rng.uniform(0.3, 0.75)
        patch += (
            palette[rng.choice(8, p=odds)] * rng.uniform(0.8, 1.15) - patch
        ) * soft.astype(np.float32)
    flow = value_noise(shape, 5 * frame.scale_px, seed + 3) * 1.1 + 0.6
    return np.asarray(picture, np.float32), np.asarray(flow, np.float32)


def drapery(frame: Frame, bgr: Bgr, seed: int, side: float) -> Image:
    """A hanging curtain (h, w, 3), drawn to one side (-1 left, 1 right)."""
    x, y = frame.grid_cm()
    swing = (
        x
        + side * 0.004 * (y + 30) ** 2 * 0.5
        + 0.5 * value_noise(frame.shape_hw, 16 * frame.scale_px, seed)
    )
    fold = (
        np.sin(swing * 1.1) + 0.5 * np.sin(swing * 2.3 + 1) + 0.3 * np.sin(swing * 4.1)
    )
    light = np.clip(0.55 + 0.33 * fold, 0.1, 1.3)[..., None]
    return np.asarray(tint(bgr) * light, np.float32)


def over(picture: Image, figure: Image, mask: Image) -> Image:
    """Composite a figure (h, w, 3) over a picture by its mask (h, w)."""
    return np.asarray(picture + (figure - picture) * mask[..., None], np.float32)


def softened(picture: Image, sigma_px: float) -> Image:
    """Gaussian blur, for distance."""
    return np.asarray(cv2.GaussianBlur(picture, (0, 0), sigma_px), np.float32)
