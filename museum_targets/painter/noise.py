"""Seeded smooth noise, and noise streaked along a direction field."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

Image: TypeAlias = NDArray[Any]
"""A picture or a map; float32 unless something else is said."""


def tint(values: Sequence[float] | Sequence[Sequence[float]]) -> Image:
    """A colour, or several, as float32 for arithmetic with images."""
    return np.asarray(values, np.float32)


def value_noise(shape_hw: tuple[int, int], cell_px: float, seed: int) -> Image:
    """Smooth noise of unit variance and zero mean.

    Args:
        shape_hw: Height and width of the result.
        cell_px: Size of one blob, in pixels.
        seed: Seed of the pattern; the pattern scales with `cell_px`.

    Returns:
        (h, w) float32.
    """
    height, width = shape_hw
    rows, cols = (int(np.ceil(n / cell_px)) + 4 for n in (height, width))
    grid = np.random.default_rng(seed).standard_normal((rows, cols)).astype(np.float32)
    zoom = np.array([[cell_px, 0, -cell_px], [0, cell_px, -cell_px]], np.float32)
    out = cv2.warpAffine(grid, zoom, (width, height), flags=cv2.INTER_CUBIC)
    return np.asarray(out / 0.66, np.float32)


def fractal_noise(
    shape_hw: tuple[int, int], cell_px: float, seed: int, octaves: int = 4
) -> Image:
    """Sum of `octaves` of `value_noise`, each half as large and half as strong."""
    total = np.zeros(shape_hw, np.float32)
    for octave in range(octaves):
        cell = cell_px / 2**octave
        if cell < 1.0:
            break
        total += value_noise(shape_hw, cell, seed + octave) * 0.5**octave
    return total


def streaks(texture: Image, angle: Image, length_px: float, samples: int = 16) -> Image:
    """Smear a texture along a direction field.

    Line integral convolution (Cabral and Leedom, 1993). Directions are without sign:
    each step goes on the way it came.

    Args:
        texture: (h, w) float32.
        angle: (h, w) float32, direction in radians, x right and y down.
        length_px: Length of a streak.
        samples: Steps along a streak, at least 2.

    Returns:
        (h, w) float32, of the same variance as white noise smeared would have.
    """
    height, width = texture.shape
    grid_x, grid_y = np.meshgrid(
        np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32)
    )
    step = np.float32(length_px / samples)
    double = np.dstack([np.cos(2 * angle), np.sin(2 * angle)]).astype(np.float32)
    total = texture.copy()
    for sign in (-1.0, 1.0):
        x, y = grid_x.copy(), grid_y.copy()
        dx, dy = np.float32(sign) * np.cos(angle), np.float32(sign) * np.sin(angle)
        for _ in range(samples // 2):
            x += dx * step
            y += dy * step
            total += cv2.remap(
                texture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT
            )
            there = cv2.remap(
                double, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
            )
            turn = 0.5 * np.arctan2(there[..., 1], there[..., 0])
            new_x, new_y = np.cos(turn), np.sin(turn)
            ahead = np.where(new_x * dx + new_y * dy < 0, np.float32(-1), np.float32(1))
            dx, dy = new_x * ahead, new_y * ahead
    return np.asarray(total / np.sqrt(samples + 1.0), np.float32)


def smoothstep(low: float, high: float, value: Image) -> Image:
    """Cubic ramp from 0 at `low` to 1 at `high`, in either order."""
    t = np.clip((value - low) / (high - low), 0.0, 1.0)
    return np.asarray(t * t * (3.0 - 2.0 * t), np.float32)
