"""Ears, for sitters whose hair does not hide them."""

import numpy as np

from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import tint
from museum_targets.painter.relief import Stuff, outline_mask, path, relief
from museum_targets.painter.scene import Frame, Scene
from museum_targets.painter.texture import Bgr

# In cm from the middle of the ear's root, out from the head and up.
RIM = path(
    "-0.3,2.0 0.5,2.9 1.4,2.9 2.0,2.0 1.9,0.6 1.4,-0.8 1.1,-2.0 0.5,-2.7 -0.2,-2.3 "
    "-0.5,-0.6"
)
HELIX = path("0.0,1.6 0.7,2.4 1.4,2.3 1.6,1.4 1.4,0.0 0.9,-1.2")


def add_ear(
    scene: Scene, frame: Frame, root_cm: Floats, side: float, skin_bgr: Bgr
) -> None:
    """Put an ear into the scene, over the head that it belongs to.

    Args:
        scene: The scene.
        frame: The sitter's own frame.
        root_cm: (3,) posed landmark where the ear begins, 234 or 454.
        side: -1 at the left of the picture, 1 at the right.
        skin_bgr: The sitter's skin.
    """
    x, y = float(root_cm[0]), float(root_cm[1])
    outline = [(x + side * dx, y + dy) for dx, dy in RIM]
    ridge = [(x + side * dx, y + dy) for dx, dy in HELIX]
    grid_x, grid_y = frame.grid_cm()
    out = (grid_x - x) * side
    hollow = np.exp(-(((out - 0.65) / 0.5) ** 2) - ((grid_y - y - 0.2) / 0.9) ** 2)
    upper = np.exp(-(((out - 1.0) / 0.28) ** 2) - ((grid_y - y - 1.7) / 0.5) ** 2)
    flesh = (tint(skin_bgr) * tint([0.84, 0.84, 1.0])).tolist()
    stuff = Stuff((flesh[0], flesh[1], flesh[2]), 0.12, 0.5, 0.45, 0.0, skin=1.0)
    depth = np.asarray(-0.75 * hollow - 0.3 * upper, np.float32)
    mask = outline_mask(frame, outline)
    base_cm = float(root_cm[2]) + 0.2
    scene.add(relief(frame, mask, base_cm, stuff, [ridge], 1, depth))
