"""Light in the studio: key and fill, cast shadows, ambient occlusion, warm skin."""

from dataclasses import dataclass

import cv2
import numpy as np

from museum_targets.painter.noise import Image, smoothstep
from museum_targets.painter.scene import Layer

Colour = tuple[float, float, float]

# How much further light wraps around skin, by colour: red scatters farthest.
SCATTER_BGR = np.array([-0.06, 0.0, 0.16], np.float32)
BOUNCE: Colour = (0.25, -0.85, 0.3)


@dataclass(frozen=True, slots=True)
class Studio:
    """How a picture is lit.

    Attributes:
        key: Direction to the main light, x right, y up, z to the viewer.
        key_bgr: Its colour, 1 is white.
        shadow_bgr: What remains of a colour in full shadow.
        wrap: 0 hard terminator to 1 very soft.
        fill: Direction to the weak second light.
        fill_bgr: Its colour and strength.
        cast: Darkness of cast shadows, 0 to 1.
        sheen: Factor on all highlights.
        bounce_bgr: Light thrown up onto skin by the chest: the glow under a jaw.
    """

    key: Colour = (-0.6, 0.6, 0.6)
    key_bgr: Colour = (0.93, 1.0, 1.06)
    shadow_bgr: Colour = (0.18, 0.2, 0.26)
    wrap: float = 0.3
    fill: Colour = (0.9, 0.1, 0.3)
    fill_bgr: Colour = (0.10, 0.08, 0.06)
    cast: float = 0.85
    sheen: float = 1.0
    bounce_bgr: Colour = (0.05, 0.065, 0.085)


def _unit(vector: Colour) -> Image:
    v = np.array(vector, np.float32)
    return np.asarray(v / np.linalg.norm(v), np.float32)


def cast_shadow(
    depth_cm: Image, scale_px: float, key: Colour, reach_cm: float = 9
) -> Image:
    """How much of the key light reaches each pixel, by marching over the height field.

    Args:
        depth_cm: (h, w) height towards the viewer.
        scale_px: Pixels per cm.
        key: Direction to the light.
        reach_cm: Longest shadow.

    Returns:
        (h, w) 1 in the light to 0 in shadow, softer far from the edge that casts it.
    """
    small = 5.0 / scale_px
    low = cv2.resize(depth_cm, None, fx=small, fy=small, interpolation=cv2.INTER_AREA)
    low = cv2.GaussianBlur(low, (0, 0), 0.7)
    light = _unit(key)
    height, width = low.shape
    blocked = np.zeros_like(low)
    flat_length = float(np.hypot(light[0], light[1])) + 1e-6
    for distance in np.arange(0.5, reach_cm, 0.25):
        shift = np.array(
            [
                [1, 0, light[0] / flat_length * distance * 5],
                [0, 1, -light[1] / flat_length * distance * 5],
            ]
        )
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        there = cv2.warpAffine(
            low, shift, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE
        )
        rise = there - low - light[2] / flat_length * distance
        blocked = np.maximum(blocked, smoothstep(0.05, 0.25 + 0.12 * distance, rise))
    lit = cv2.GaussianBlur(1 - blocked, (0, 0), 1.2)
    size = depth_cm.shape[1::-1]
    return np.asarray(cv2.resize(lit, size, interpolation=cv2.INTER_CUBIC), np.float32)


def occlusion(depth_cm: Image, scale_px: float) -> Image:
    """Soft darkening in hollows, (h, w), 1 is open (after Luft et al., 2006)."""
    small = 5.0 / scale_px
    low = cv2.resize(depth_cm, None, fx=small, fy=small, interpolation=cv2.INTER_AREA)
    dark = np.zeros_like(low)
    for reach_cm, strength in ((0.8, 0.3), (2.0, 0.16), (5.0, 0.07)):
        around = cv2.GaussianBlur(low, (0, 0), reach_cm * 5)
        dark += strength * np.clip(around - low, 0, 1.2 * reach_cm) / reach_cm
    size = depth_cm.shape[1::-1]
    shade = cv2.resize(np.exp(-1.6 * dark), size, interpolation=cv2.INTER_LINEAR)
    return np.asarray(shade, np.float32)


def shade(layer: Layer, scale_px: float, studio: Studio) -> Image:
    """Light a flattened scene.

    Args:
        layer: The scene.
        scale_px: Pixels per cm.
        studio: The light.

    Returns:
        Colours (h, w, 3), about 0 to 1.
    """
    key, fill = _unit(studio.key), _unit(studio.fill)
    facing = (layer.normal @ key)[..., None]
    wrap = studio.wrap + layer.skin[..., None] * SCATTER_BGR
    diffuse = np.clip((facing + wrap) / (1 + wrap), 0, 1)
    lit = 1 - studio.cast * (1 - cast_shadow(layer.depth_cm, scale_px, studio.key))
    open_ = occlusion(layer.depth_cm, scale_px)
    rays = np.asarray(diffuse**1.1 * lit[..., None], np.float32)
    amount = rays[..., 1]
    light = np.array(studio.key_bgr, np.float32)
    dark = layer.albedo_bgr**1.25 * np.array(studio.shadow_bgr, np.float32)
    bright = layer.albedo_bgr * light
    colour = dark + (bright - dark) * rays
    half = np.exp(-(((amount - 0.32) / 0.2) ** 2)) * layer.skin
    colour *= 1 + half[..., None] * np.array([-0.14, -0.05, 0.06], np.float32)
    second = np.clip(layer.normal @ fill, 0, 1)[..., None] ** 1.5
    colour += second * layer.albedo_bgr * np.array(studio.fill_bgr, np.float32)
    upward = np.clip(layer.normal @ _unit(BOUNCE), 0, 1) ** 1.3
    upward *= layer.skin * (1 - 0.8 * amount)
    colour += (
        upward[..., None] * layer.albedo_bgr * (np.array(studio.bounce_bgr, np.float32))
    )
    colour *= open_[..., None] ** np.array([1.15, 1.0, 0.85], np.float32)
    middle = key + np.array([0, 0, 1], np.float32)
    middle /= np.linalg.norm(middle)
    spark = np.clip(layer.normal @ middle, 0, 1)
    gleam = (0.35 * spark**12 + 0.65 * spark**48) * layer.gloss * lit * studio.sheen
    colour += gleam[..., None] * light
    return np.asarray(colour, np.float32)
