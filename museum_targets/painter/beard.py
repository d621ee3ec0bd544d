"""Moustaches and small beards, grown from a sitter's landmarks."""

import numpy as np

from museum_targets.painter.hair import hair_mass
from museum_targets.painter.mesh import Floats
from museum_targets.painter.relief import Line, path_of
from museum_targets.painter.scene import Scene
from museum_targets.painter.texture import Bgr, off

LEFT_LIP = (164, 37, 40, 61, 92, 165, 167)
RIGHT_LIP = (164, 267, 270, 291, 322, 391, 393)


def moustache_and_goatee(
    scene: Scene, points_cm: Floats, bgr: Bgr, tip_cm: float | None
) -> list[Line]:
    """Grow a moustache and a chin beard on a head that is already in the scene.

    Args:
        scene: The scene.
        points_cm: (468, 3) posed landmarks of the head.
        bgr: Own colour, 0 to 1.
        tip_cm: How far the beard hangs below the chin; none for a moustache alone.

    Returns:
        Guide lines of the hair, for loose hairs.
    """
    xy = points_cm[:, :2]
    runs = [] if tip_cm is None else _goatee(scene, xy, bgr, tip_cm)
    for index, seed in ((LEFT_LIP, 91), (RIGHT_LIP, 101)):
        runs.append(_half_moustache(scene, xy[list(index)], bgr, seed))
    return runs


def _goatee(scene: Scene, xy: Floats, bgr: Bgr, tip_cm: float) -> list[Line]:
    tip = off(xy[152], 0, -tip_cm)
    below = [
        off(xy[17], 0, -0.75),
        off(xy[84], -0.05, -1.0),
        off(xy[83], -0.35, -0.6),
        off(xy[194], 0.2, -0.7),
    ]
    chin = off(xy[171], -0.1, -0.1)
    other = [
        off(xy[418], -0.2, -0.7),
        off(xy[313], 0.35, -0.6),
        off(xy[314], 0.05, -1.0),
    ]
    outline = [
        *below,
        chin,
        off(tip, -0.9, 0.8),
        tip,
        off(tip, 0.9, 0.8),
        off(xy[396], 0.1, -0.1),
        *other,
    ]
    runs: list[Line] = [
        path_of(
            [off(xy[17], s, -0.8), off(xy[200], s * 1.1, 0), off(tip, s * 0.4, 0.1)]
        )
        for s in (-1.2, -0.4, 0.4, 1.2)
    ]
    scene.add(
        hair_mass(
            scene.frame,
            path_of(outline),
            runs,
            bgr,
            scene.base(0.1, 0.3),
            81,
            0.2,
            0.7,
            0.2,
        )
    )
    return runs


def _half_moustache(scene: Scene, lip: Floats, bgr: Bgr, seed: int) -> Line:
    middle, near, far, corner, outer, upper, inner = lip
    out = np.sign(corner[0] - middle[0])
    outline = [
        off(middle, out * 0.1, -0.1),
        off(near, 0, 0.2),
        off(far, 0, 0.22),
        off(corner, out * 0.1, 0.1),
        off(corner, out * 0.9, -0.15),
        off(outer, 0, 0.1),
        off(upper, 0, -0.2),
        off(inner, 0, -0.25),
    ]
    run = path_of(
        [
            off(middle, 0, -0.2),
            (near + upper) / 2,
            (far + outer) / 2,
            off(corner, out * 0.8, -0.1),
        ]
    )
    scene.add(
        hair_mass(
            scene.frame,
            path_of(outline),
            [run],
            bgr,
            scene.base(0.05, 0.2),
            seed,
            0.1,
            0.4,
            0.2,
        )
    )
    return run
