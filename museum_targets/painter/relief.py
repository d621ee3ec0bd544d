"""Cloth, hair and hats as reliefs: outlines puffed up and folded along a flow."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import cv2
import numpy as np

from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import (
    Image,
    fractal_noise,
    streaks,
    tint,
    value_noise,
)
from museum_targets.painter.scene import Frame, Layer, normals_of
from museum_targets.painter.texture import Bgr, curve

Line: TypeAlias = Sequence[tuple[float, float]] | Floats
"""Points in studio cm, y up; an outline or a guide."""


def path(points: str) -> list[tuple[float, float]]:
    """Points written as `x,y x,y ...`."""
    pairs = (word.split(",") for word in points.split())
    return [(float(x), float(y)) for x, y in pairs]


def path_of(points: Sequence[Floats]) -> list[tuple[float, float]]:
    """Points given as arrays."""
    return [(float(point[0]), float(point[1])) for point in points]


@dataclass(frozen=True, slots=True)
class Stuff:
    """A material.

    Attributes:
        bgr: Own colour, 0 to 1.
        gloss: Strength of highlights.
        puff_cm: Height of the rounded-off middle above the edge.
        edge_cm: Width of the rounding.
        fold_cm: Width of folds or strands; 0 for none.
        fold_depth_cm: Their height.
        fold_long_cm: Their length along the flow.
        mottle: Unevenness of the colour.
        skin: How far light scatters inside.
    """

    bgr: Bgr
    gloss: float = 0.08
    puff_cm: float = 2.0
    edge_cm: float = 3.0
    fold_cm: float = 1.6
    fold_depth_cm: float = 0.6
    fold_long_cm: float = 9.0
    mottle: float = 0.05
    skin: float = 0.0


def outline_mask(frame: Frame, outline: Line, soft_cm: float = 0.04) -> Image:
    """Mask (h, w) of a closed outline given in studio cm."""
    rim = curve(outline, 400, closed=True)
    mask = np.zeros(frame.shape_hw, np.uint8)
    cv2.fillPoly(
        mask, [np.round(frame.px(rim) * 16).astype(np.int32)], 255, cv2.LINE_AA, 4
    )
    sigma = max(0.7, soft_cm * frame.scale_px)
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), sigma), np.float32) / 255


def flow_along(frame: Frame, guides: Sequence[Line]) -> Image:
    """Direction field (h, w) that follows guides, blended by distance."""
    shrink = 16
    width, height = (n // shrink + 1 for n in frame.size_wh)
    gx, gy = np.meshgrid(np.arange(width) * shrink, np.arange(height) * shrink)
    cos, sin = np.zeros((height, width)), np.zeros((height, width))
    for guide in guides:
        run = frame.px(curve(guide, 24))
        step = np.gradient(run, axis=0)
        angle = np.arctan2(step[:, 1], step[:, 0])
        for (x, y), a in zip(run, angle, strict=True):
            near = ((gx - x) ** 2 + (gy - y) ** 2) / frame.scale_px**2 + 0.15
            weight = near**-2.0
            cos += weight * np.cos(2 * a)
            sin += weight * np.sin(2 * a)
    size = np.maximum(np.hypot(cos, sin), 1e-12)
    full = [
        cv2.resize(
            (v / size).astype(np.float32),
            (width * shrink, height * shrink),
            interpolation=cv2.INTER_LINEAR,
        )
        for v in (cos, sin)
    ]
    h, w = frame.shape_hw
    return np.asarray(0.5 * np.arctan2(full[1], full[0])[:h, :w], np.float32)


def puffed(mask: Image, scale_px: float, edge_cm: float) -> Image:
    """Rounded height (h, w), 0 at the outline to 1 `edge_cm` inside."""
    inside = cv2.distanceTransform((mask > 0.5).astype(np.uint8), cv2.DIST_L2, 5)
    t = np.clip(inside / (edge_cm * scale_px), 0, 1)
    round_ = np.sqrt(np.maximum(1 - (1 - t) ** 2, 0))
    return cv2.GaussianBlur(
        np.asarray(round_, np.float32), (0, 0), 0.08 * edge_cm * scale_px + 0.5
    )


def folds(
    frame: Frame,
    flow: Image,
    width_cm: float,
    long_cm: float,
    seed: int,
    mask: Image | None = None,
) -> Image:
    """Folds or strands (h, w) of about unit height, running along a flow.

    Args:
        frame: The canvas.
        flow: (h, w) direction.
        width_cm: Width of a fold.
        long_cm: Its length.
        seed: Seed of the pattern.
        mask: (h, w) where they are wanted; 0 is returned outside its bounding box.
    """
    k = frame.scale_px
    h, w = flow.shape
    x0, y0, box_w, box_h = (
        (0, 0, w, h)
        if mask is None
        else cv2.boundingRect((mask > 0.01).astype(np.uint8))
    )
    out = np.zeros((h, w), np.float32)
    if min(box_w, box_h) < 2:
        return out
    part = flow[y0 : y0 + box_h, x0 : x0 + box_w]
    shrink = max(1.0, width_cm * k / 5)
    size = max(8, round(box_w / shrink)), max(8, round(box_h / shrink))
    small = cv2.resize(
        np.dstack([np.cos(2 * part), np.sin(2 * part)]),
        size,
        interpolation=cv2.INTER_AREA,
    )
    angle = np.asarray(0.5 * np.arctan2(small[..., 1], small[..., 0]), np.float32)
    cell = max(1.3, width_cm * k / shrink * 0.55)
    long_px = long_cm * k / shrink
    dots = value_noise((size[1], size[0]), cell, seed)
    if long_px > 20 * cell:
        dots = streaks(dots, angle, long_px / 10, min(16, int(long_px / 10 / cell) + 3))
    lines = streaks(dots, angle, long_px, 20)
    lines = lines / (lines.std() + 1e-6)
    full = cv2.resize(lines, (box_w, box_h), interpolation=cv2.INTER_CUBIC)
    out[y0 : y0 + box_h, x0 : x0 + box_w] = np.tanh(0.8 * full)
    return out


def relief(
    frame: Frame,
    mask: Image,
    base_cm: Image | float,
    stuff: Stuff,
    guides: Sequence[Line],
    seed: int,
    relief_cm: Image | None = None,
) -> Layer:
    """Make a body from an outline.

    Args:
        frame: The canvas.
        mask: (h, w) outline.
        base_cm: Depth below it.
        stuff: Material.
        guides: Lines that folds or strands follow, in studio cm.
        seed: Seed of the folds.
        relief_cm: (h, w) further height, such as pleats.
    """
    k = frame.scale_px
    height = puffed(mask, k, stuff.edge_cm) * np.float32(stuff.puff_cm)
    flow = flow_along(frame, guides)
    if stuff.fold_cm:
        height += (
            folds(frame, flow, stuff.fold_cm, stuff.fold_long_cm, seed, mask)
            * stuff.fold_depth_cm
        )
        height += folds(
            frame, flow, stuff.fold_cm * 0.4, stuff.fold_long_cm * 0.6, seed + 1, mask
        ) * (stuff.fold_depth_cm * 0.22)
    if relief_cm is not None:
        height += relief_cm
    depth = np.asarray(height + base_cm, np.float32)
    tone = 1 + stuff.mottle * fractal_noise(frame.shape_hw, 2.5 * k, seed + 9, 4)
    albedo = np.clip(tint(stuff.bgr) * tone[..., None], 0, 1.3).astype(np.float32)
    return Layer(
        mask=mask,
        depth_cm=depth,
        normal=normals_of(depth, k),
        albedo_bgr=albedo,
        flow_rad=flow,
        gloss=np.full(frame.shape_hw, stuff.gloss, np.float32),
        skin=np.full(frame.shape_hw, stuff.skin, np.float32),
    )
