"""A gentleman with a ruff, in the sober manner of Spain and Holland about 1620."""

import numpy as np

from museum_targets.painter.backdrop import dark_ground
from museum_targets.painter.beard import moustache_and_goatee
from museum_targets.painter.complexion import Complexion
from museum_targets.painter.ear import add_ear
from museum_targets.painter.easel import Manner
from museum_targets.painter.hair import hair_mass, loose_hairs
from museum_targets.painter.head import Pose, Proportions
from museum_targets.painter.light import Studio
from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image, value_noise
from museum_targets.painter.props import ball, ruff
from museum_targets.painter.relief import Line, Stuff, outline_mask, path, relief
from museum_targets.painter.scene import Frame, Scene
from museum_targets.painter.sitter import Sitter, draw_bust, draw_head
from museum_targets.painter.sitting import Backdrop, finish
from museum_targets.painter.strokes import Brush
from museum_targets.painter.surface import Finish

# fmt: off

HAIR = (0.055, 0.08, 0.12)
SITTER = Sitter(
    Proportions(jaw=-0.5, taper=1.0, narrow=1.0, chin=0.5, nose_length=0.95,
        nose_bridge=0.9, nose_width=-0.3, brow=0.3, eye_open=0.45, eye_width=0.4,
        cheekbones=0.8, cheeks=-1.2, forehead=0.5, short=-0.1, smile=0.45),
    Complexion(skin_bgr=(0.57, 0.69, 0.83), lips_bgr=(0.36, 0.38, 0.62),
        iris_bgr=(0.30, 0.27, 0.22), hair_bgr=HAIR, brow_weight=1.15, age=0.45,
        stubble=0.35, blush=0.6, lashes=0.55, gaze=(-0.2, 0.02), gloss=0.2),
    Pose(18, 0, 2),
    body_yaw_deg=22,
    build=1.0,
    seed=23,
)
STUDIO = Studio(key=(-0.65, 0.6, 0.7), wrap=0.22, shadow_bgr=(0.15, 0.19, 0.26),
    cast=0.75, fill=(0.9, 0.0, 0.3), fill_bgr=(0.09, 0.09, 0.09))
MANNER = Manner(
    (
        Brush(44, 3, density=1.5, tone=0.03),
        Brush(20, 3.5, density=1.3, least=0.02, tone=0.03, hue=0.012),
        Brush(11, 3.5, density=1.3, least=0.025, detail=0.25, tone=0.02, hue=0.012),
        Brush(6, 3.5, 0.8, density=1.3, least=0.02, detail=0.3, tone=0.015, hue=0.01,
            body=0.8),
        Brush(3.4, 3.5, 0.85, density=2.2, least=0.018, detail=0.5, tone=0.01,
            hue=0.008,
            body=0.7),
        Brush(2.2, 3.5, 0.85, density=1.6, least=0.02, detail=0.85, tone=0.0, hue=0.0,
            body=0.5),
    ),
    Finish(impasto=0.42, weave=0.006, cracks=0.14, crack_px=52,
        varnish_bgr=(0.90, 0.98, 1.0), vignette=0.3),
    (0.14, 0.19, 0.23),
    blend=0.85,
    edge_cm=0.07,
)


def picture(height_px: int) -> Image:
    """Paint the gentleman on a canvas of the given height, 4:5."""
    k = height_px / 2000
    frame = Frame((round(1600 * k), height_px), 34 * k, (800 * k, 780 * k))
    scene = Scene(frame)
    scene.add(draw_bust(SITTER, frame))
    _doublet(scene)
    scene.add(ruff(frame, (-1.2, -11.4), (15.5, 6.6), -2.0, 44, 3))
    scene.add(ruff(frame, (-1.2, -10.6), (13.6, 5.4), -0.8, 40, 5))
    head = draw_head(SITTER, frame)
    p = head.points_cm
    scene.drop_shadow(head.layer.mask, (0.9, -1.2), 0.8, 0.55)
    scene.add(head.layer)
    add_ear(scene, frame, p[234], -1.0, SITTER.look.skin_bgr)
    guides = _hair(scene, p)
    beard = moustache_and_goatee(scene, p, HAIR, 1.6)
    ground = dark_ground(frame, (0.10, 0.125, 0.135), (0.25, 0.30, 0.31), (12, 2), 24,
        9)
    flow = value_noise(frame.shape_hw, 7 * frame.scale_px, 4) * 0.8 + 0.7

    def retouch(model: Image) -> None:
        loose_hairs(model, frame, guides, (0.12, 0.16, 0.22), 26, 0.35, 3, 0.03, 0.4)
        loose_hairs(model, frame, beard, (0.10, 0.15, 0.24), 46, 0.22, 5, 0.035, 0.6)
        loose_hairs(model, frame, beard, (0.22, 0.3, 0.38), 18, 0.2, 6, 0.03, 0.5)

    backdrop = Backdrop(ground, np.asarray(flow, np.float32))
    return finish(scene, [frame.px(p)], STUDIO, backdrop, MANNER, 2, retouch)


def _doublet(scene: Scene) -> None:
    frame = scene.frame
    coat = path("-6,-12 -15,-15 -22,-20 -26,-32 -27,-46 27,-46 25,-32 20,-20 13,-15 "
        "5,-12")
    runs = [[(x, -15), (x * 1.25, -28), (x * 1.3, -44)] for x in (-14, -7, 0, 7, 14)]
    satin = Stuff((0.075, 0.07, 0.068), 0.24, 1.0, 3.0, 1.7, 0.5, 12.0, 0.1)
    scene.add(relief(frame, outline_mask(frame, coat), scene.base(0.6), satin, runs,
        51))
    for x0, seed in ((-19, 61), (17, 71)):
        wing = [(x0 - 5, -22), (x0, -17.5), (x0 + 5, -21), (x0 + 7, -34), (x0 + 6, -46),
            (x0 - 7, -46), (x0 - 8, -33)]
        runs = [[(x0 - 2, -18), (x0 - 4, -30), (x0 - 3, -45)],
            [(x0 + 2, -18), (x0 + 4, -30), (x0 + 3, -45)]]
        slashed = Stuff((0.10, 0.095, 0.09), 0.32, 1.6, 3.0, 1.1, 0.6, 10.0, 0.1)
        scene.add(relief(frame, outline_mask(frame, wing), scene.base(0.5), slashed,
            runs, seed))
    for i in range(7):
        spot = (-0.6 + 0.12 * i, -19.0 - 2.6 * i)
        scene.add(ball(frame, spot, 0.55, 6.0, (0.16, 0.30, 0.40), 0.7))
    chain = path("-15,-16 -11,-24 -2,-29.5 8,-25 13,-16")
    for i in range(33):
        t = i / 32
        x = -15 + 28 * t
        y = np.interp(t, np.linspace(0, 1, 5),
            [c[1] for c in chain]) - 1.6 * np.sin(np.pi * t)
        scene.add(ball(frame, (x, float(y)), 0.5, 6.0, (0.20, 0.50, 0.72), 0.9))


def _hair(scene: Scene, p: Floats) -> list[Line]:
    frame = scene.frame
    top = p[10]
    brow = [(float(p[i, 0]) + 0.5 * (i in (127, 162, 21))
        - 0.3 * (i in (284, 251)), float(p[i, 1]) + r) for i,
        r in ((127, 0), (162, 0.2), (21, 0.3), (54, 0.6), (103, 1.4), (67, 1.7),
        (109, 1.4), (10, 1.0), (338, 1.4), (297, 1.9), (332, 1.8), (284, 0.6),
        (251, 0.4), (389, 0.4))]
    left, right = p[234], p[454]
    outer = [(right[0] + 0.6, 2.4), (right[0] + 1.5, 4.2), (right[0] + 1.2, 8),
        (5.4, 11.7), (top[0] - 0.5, 13.2), (left[0] + 1.5, 11.4), (left[0] - 1.6, 7.6),
        (left[0] - 1.4, 2.6), (left[0] - 0.2, 0.6)]
    outline = [(left[0] + 0.25, -0.6), (left[0] + 0.8, 0.2), *brow, *outer]
    centre = (top[0] - 2.2, top[1] + 3.4)
    runs: list[Line] = [[(brow[i][0], brow[i][1]),
        ((brow[i][0] + centre[0]) / 2 * 1.1, (brow[i][1] + 12.8) / 2),
        (outer[4][0] + 2, 12.8)] for i in (4, 7, 10)]
    runs += [[(left[0], -2), (left[0] - 0.3, 4), (left[0] + 1.6, 10), (top[0], 12.8)],
        [(right[0], -2), (right[0] + 0.5, 4), (right[0] - 1, 10), (top[0], 12.8)]]
    scene.add(hair_mass(frame, outline, runs, HAIR, scene.base(0.2, 0.5), 31, 0.3,
        1.2), 0.5)
    return runs
