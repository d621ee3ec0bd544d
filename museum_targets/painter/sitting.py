"""A sitting: from a lit scene with its backdrop to the finished picture."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from museum_targets.painter.backdrop import over
from museum_targets.painter.easel import Manner, detail_map, paint
from museum_targets.painter.edges import lost_edges
from museum_targets.painter.light import Studio, shade
from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image, smoothstep
from museum_targets.painter.scene import Scene

Retouch = Callable[[Image], None]


@dataclass(frozen=True, slots=True, eq=False)
class Backdrop:
    """What is behind the figures: colours (h, w, 3) and stroke direction (h, w)."""

    bgr: Image
    flow_rad: Image


def finish(
    scene: Scene,
    heads_px: Sequence[Floats],
    studio: Studio,
    backdrop: Backdrop,
    manner: Manner,
    seed: int,
    retouch: Retouch | None = None,
) -> Image:
    """Light a scene, set it before its backdrop and paint it.

    Args:
        scene: All layers.
        heads_px: (468, 3) landmarks of each sitter in canvas pixels.
        studio: The light.
        backdrop: What is behind.
        manner: How to paint.
        seed: Seed of strokes and surface.
        retouch: Changes the lit model (h, w, 3) in place before it is painted.

    Returns:
        (h, w, 3) uint8 picture.
    """
    merged, frame = scene.merged, scene.frame
    lit = shade(merged, frame.scale_px, studio)
    model = over(backdrop.bgr, lit, merged.mask)
    model = lost_edges(model, merged, frame.scale_px, manner.edge_cm)
    if retouch:
        retouch(model)
    flow = np.where(merged.mask > 0.5, merged.flow_rad, backdrop.flow_rad)
    jewels = smoothstep(0.55, 0.65, merged.gloss)
    detail = np.maximum(detail_map(frame, merged.mask, heads_px), jewels)
    return paint(model, np.asarray(flow, np.float32), detail, manner, frame, seed)
