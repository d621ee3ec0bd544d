"""An old painter in a beret, one strong light out of the dark, thick paint."""

import numpy as np

from museum_targets.painter.backdrop import dark_ground
from museum_targets.painter.beard import moustache_and_goatee
from museum_targets.painter.complexion import Complexion
from museum_targets.painter.easel import Manner
from museum_targets.painter.hair import hair_mass, loose_hairs
from museum_targets.painter.head import Pose, Proportions
from museum_targets.painter.light import Studio
from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image, value_noise
from museum_targets.painter.relief import (
    Line,
    Stuff,
    outline_mask,
    path,
    path_of,
    relief,
)
from museum_targets.painter.scene import Frame, Scene
from museum_targets.painter.sitter import Sitter, draw_bust, draw_head
from museum_targets.painter.sitting import Backdrop, finish
from museum_targets.painter.strokes import Brush
from museum_targets.painter.surface import Finish
from museum_targets.painter.texture import off

# fmt: off

HAIR = (0.30, 0.34, 0.37)
SITTER = Sitter(
    Proportions(jaw=0.1, taper=0.2, cheeks=1.2, nose_width=1.15, nose_tip=0.95,
        nose_length=0.25, nose_bridge=0.1, brow=0.5, eye_open=0.6, eye_width=0.2,
        eye_tilt=-0.35, narrow=0.4, smile=0.45, lips=0.1, short=0.8),
    Complexion(skin_bgr=(0.50, 0.63, 0.80), lips_bgr=(0.34, 0.36, 0.60),
        iris_bgr=(0.10, 0.14, 0.20), hair_bgr=HAIR, brow_weight=1.1, age=1.0,
        stubble=0.7, blush=1.0, lashes=0.4, gaze=(-0.12, 0.0), gloss=0.3),
    Pose(13, 0, 3),
    body_yaw_deg=28,
    build=1.05,
    seed=45,
)
STUDIO = Studio(key=(-0.75, 0.5, 0.68), key_bgr=(0.88, 1.02, 1.14), wrap=0.2,
    shadow_bgr=(0.095, 0.125, 0.18), cast=0.62, fill=(0.9, -0.2, 0.4),
    fill_bgr=(0.05, 0.075, 0.10), sheen=1.2)
MANNER = Manner(
    (
        Brush(60, 2.6, density=1.5, tone=0.05, jitter_rad=0.5),
        Brush(28, 2.8, density=1.3, least=0.015, tone=0.05, hue=0.02, jitter_rad=0.35,
            body=1.2),
        Brush(16, 2.8, density=1.4, least=0.02, detail=0.3, tone=0.04, hue=0.02,
            jitter_rad=0.3, body=1.5),
        Brush(9, 2.8, 0.9, density=1.4, least=0.025, detail=0.35, tone=0.035, hue=0.02,
            jitter_rad=0.3, body=1.7),
        Brush(5, 3, 0.9, density=1.6, least=0.025, detail=0.5, tone=0.025, hue=0.015,
            body=1.3),
        Brush(2.8, 3.2, 0.9, density=1.5, least=0.03, detail=0.8, tone=0.01, hue=0.0,
            body=0.8),
    ),
    Finish(impasto=0.75, weave=0.006, cracks=0.12, crack_px=60,
        varnish_bgr=(0.84, 0.96, 1.0), vignette=0.4),
    (0.06, 0.10, 0.14),
    blend=0.7,
)


def picture(height_px: int) -> Image:
    """Paint the old painter on a canvas of the given height, 4:5."""
    k = height_px / 2000
    frame = Frame((round(1600 * k), height_px), 36 * k, (800 * k, 900 * k))
    scene = Scene(frame)
    back = path("-8,7 -11.6,2 -12.4,-5 -9,-9.5 9,-8.5 11.2,-4 10.6,2 8,7")
    curls = [path("-9,6 -11,0 -9.5,-7"), path("9,6 10.4,0 9.0,-7"),
        path("-7,3 -8,-3 -6,-8")]
    scene.add(hair_mass(frame, back, curls, HAIR, -5.0, 21, 0.8, 3.0))
    scene.add(draw_bust(SITTER, frame))
    _coat(scene)
    head = draw_head(SITTER, frame)
    scene.drop_shadow(head.layer.mask, (0.9, -1.4), 0.9, 0.6)
    scene.add(head.layer)
    p = head.points_cm
    locks = _side_hair(scene, p)
    _beret(scene, p)
    beard = moustache_and_goatee(scene, p, (0.30, 0.36, 0.42), None)
    ground = dark_ground(frame, (0.03, 0.045, 0.06), (0.12, 0.19, 0.25), (13, 6), 22, 9)
    flow = value_noise(frame.shape_hw, 6 * frame.scale_px, 4) * 1.2

    def retouch(model: Image) -> None:
        loose_hairs(model, frame, [*locks, *curls[:2]], (0.42, 0.47, 0.50), 30, 0.6, 3,
            0.05, 0.4)
        loose_hairs(model, frame, beard, (0.34, 0.40, 0.44), 40, 0.28, 7, 0.04, 0.5)

    backdrop = Backdrop(ground, np.asarray(flow, np.float32))
    return finish(scene, [frame.px(p)], STUDIO, backdrop, MANNER, 4, retouch)


def _coat(scene: Scene) -> None:
    frame = scene.frame
    coat = path("-5,-12.6 -14,-14.5 -22,-19 -26,-30 -27,-46 27,-46 25,-30 20,-19 "
        "13,-14.4 6,-12.4")
    runs: list[Line] = [[(x, -14), (x * 1.3, -26), (x * 1.3, -44)] for x in (-14, -6, 6,
        14)]
    cloth = Stuff((0.07, 0.13, 0.22), 0.06, 1.2, 3.0, 2.4, 0.9, 12.0, 0.15)
    scene.add(relief(frame, outline_mask(frame, coat), scene.base(0.6), cloth, runs,
        51))
    shirt = path("-5.4,-10.8 -6.0,-13.6 -1.6,-19.5 0.8,-23.5 3.0,-19 6.0,-13.2 "
        "5.6,-10.4 0,-13.2")
    linen = Stuff((0.62, 0.72, 0.78), 0.05, 0.8, 1.0, 1.0, 0.5, 7.0)
    scene.add(relief(frame, outline_mask(frame, shirt), scene.base(0.5, 0.6), linen,
        [path("-5,-11.5 -1,-18 0.8,-23"), path("5,-11 2,-18 0.8,-23")], 57))
    for side, seed in ((-1, 61), (1, 71)):
        fur = [(side * 4.6, -11.0), (side * 8.6, -11.6), (side * 9.4, -18),
            (side * 6.4, -29), (side * 5.5, -46), (0.4, -46), (0.6, -26),
            (side * 2.6, -19), (side * 5.6, -13.6)]
        runs = [[(side * 7, -11.5), (side * 6.5, -20), (side * 3.5, -30),
            (side * 3, -45)]]
        across: list[Line] = [[(side * 3 + side * 6, y - 2),
            (side * 2, y)] for y in (-16, -22, -30, -40)]
        scene.add(hair_mass(frame, fur, runs + across, (0.11, 0.20, 0.30),
            scene.base(0.8), seed, 0.5, 1.6, 0.2))


def _side_hair(scene: Scene, p: Floats) -> list[Line]:
    frame = scene.frame
    lines: list[Line] = []
    for index, seed in (((162, 127, 234, 93), 31), ((389, 356, 454, 323), 41)):
        a, b, c, d = (p[i, :2] for i in index)
        out = float(np.sign(c[0] - p[1, 0]))
        shape = [off(a, -out * 0.5, 1.2), off(b, -out * 0.5, 0), off(c, -out * 0.35, 0),
            off(d, -out * 0.1, -0.5), off(d, out * 0.9, -3.2), off(d, out * 2.9, -2.4),
            off(c, out * 3.4, 0.5), off(b, out * 2.8, 1.5), off(a, out * 1.4, 2.2)]
        runs = [path_of(run) for run in ([off(a, 0, 1.5), off(c, out * 0.3, 0),
            off(d, out * 1.2, -2.6)], [off(a, out * 1, 2), off(b, out * 2.2, 0),
            off(c, out * 2.4, -2), off(d, out * 2, -2.6)])]
        scene.add(hair_mass(frame, path_of(shape), runs, HAIR, scene.base(0.2, 0.6),
            seed, 0.5, 1.3, 0.3, 0.6), 0.5)
        lines += runs
    return lines


def _beret(scene: Scene, p: Floats) -> None:
    frame = scene.frame
    left, right = p[54], p[284]
    cap = [(left[0] - 1.2, 7.0), (left[0] - 4.2, 8.2), (left[0] - 4.6, 11.6),
        (-5.6, 15.4), (2.0, 17.2), (9.4, 15.2), (13.4, 10.6), (12.4, 6.4),
        (right[0] + 1.2, 6.4), (4.4, 8.4), (-1.0, 8.8)]
    runs = [[(left[0] - 3, 8.2), (-4, 11.5), (3, 12.4), (10.5, 9)],
        [(left[0] - 3.6, 11), (-4, 14), (3, 15.4), (11, 12)],
        [(left[0] - 1, 7), (-1, 9), (5, 8.8), (right[0] + 2, 6.5)]]
    velvet = Stuff((0.055, 0.06, 0.085), 0.22, 3.2, 3.4, 2.2, 0.7, 11.0, 0.15)
    scene.add(relief(frame, outline_mask(frame, cap), scene.base(0.6), velvet, runs,
        81), 0.7)
    band = [(left[0] - 1.4, 6.2), (left[0] - 1.8, 8.0), (-1.0, 10.1), (4.6, 9.6),
        (right[0] + 1.9, 7.2), (right[0] + 1.4, 5.6), (4.4, 7.6), (-1.0, 8.1)]
    velvet = Stuff((0.05, 0.07, 0.11), 0.25, 0.9, 1.0, 1.4, 0.25, 6.0, 0.1)
    scene.add(relief(frame, outline_mask(frame, band), scene.base(0.9, 0.6), velvet,
        [[(left[0] - 1.5, 7), (-1, 9), (4.5, 8.6), (right[0] + 1.5, 6.4)]], 91), 0.7)
