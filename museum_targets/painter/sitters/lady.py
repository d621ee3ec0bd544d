"""A Renaissance lady before a landscape, in soft sfumato."""

import numpy as np

from museum_targets.painter.backdrop import landscape, softened
from museum_targets.painter.complexion import Complexion
from museum_targets.painter.easel import Manner
from museum_targets.painter.hair import hair_mass, loose_hairs
from museum_targets.painter.head import Pose, Proportions
from museum_targets.painter.light import Studio
from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image, smoothstep, tint
from museum_targets.painter.props import ball
from museum_targets.painter.relief import (
    Line,
    Stuff,
    flow_along,
    folds,
    outline_mask,
    path,
    relief,
)
from museum_targets.painter.scene import Frame, Scene
from museum_targets.painter.sitter import Sitter, draw_bust, draw_head
from museum_targets.painter.sitting import Backdrop, finish
from museum_targets.painter.strokes import Brush
from museum_targets.painter.surface import Finish
from museum_targets.painter.texture import Bgr, curve, off

# fmt: off

SITTER = Sitter(
    Proportions(jaw=-0.35, taper=0.75, narrow=0.85, chin=0.0, short=0.35, forehead=0.3,
        nose_width=-0.7, nose_bridge=-0.3, nose_length=-0.25, nose_tip=-0.35, lips=0.3,
        mouth_width=-0.55, smile=1.15, eye_open=0.75, eye_width=0.75, eye_tilt=0.35,
        cheeks=0.5, brow=-0.8),
    Complexion(skin_bgr=(0.64, 0.78, 0.90), lips_bgr=(0.36, 0.38, 0.68),
        iris_bgr=(0.10, 0.19, 0.30), hair_bgr=(0.05, 0.09, 0.16), brow_weight=0.5,
        age=0.05, blush=0.45, lashes=0.7, gaze=(0.2, 0.0), gloss=0.14),
    Pose(-17, 1, -2),
    body_yaw_deg=-26,
    build=0.86,
    seed=11,
)
STUDIO = Studio(key=(-0.45, 0.75, 0.75), wrap=0.6, shadow_bgr=(0.2, 0.27, 0.35),
    cast=0.45, fill=(0.9, 0.2, 0.4), fill_bgr=(0.1, 0.12, 0.12), sheen=0.7,
    bounce_bgr=(0.20, 0.25, 0.30))
MANNER = Manner(
    (
        Brush(34, 3, density=1.4, tone=0.02),
        Brush(17, 3.5, density=1.3, least=0.02, tone=0.015, hue=0.01),
        Brush(9, 4, density=1.2, least=0.02, detail=0.2, tone=0.012, hue=0.008,
            body=0.7),
        Brush(5, 4, 0.75, density=1.2, least=0.015, detail=0.35, tone=0.01, hue=0.006,
            body=0.5),
        Brush(3, 4, 0.8, density=2.4, least=0.014, detail=0.5, tone=0.008, hue=0.004,
            body=0.4),
        Brush(2, 4, 0.85, density=1.6, least=0.015, detail=0.85, tone=0.0, hue=0.0,
            body=0.3),
    ),
    Finish(impasto=0.25, weave=0.004, cracks=0.12, crack_px=40,
        varnish_bgr=(0.92, 0.985, 1.0), vignette=0.18),
    (0.25, 0.36, 0.45),
    blend=0.93,
    edge_cm=0.08,
)

# How far the front hair comes over the rim of the face, from the parting to the jaw.
TUCKS_CM = (0.2, 0.3, 0.4, 0.35, 0.25, 0.1, -0.1, -0.3, -0.5)


def picture(height_px: int) -> Image:
    """Paint the lady on a canvas of the given height, 4:5."""
    k = height_px / 2000
    frame = Frame((round(1600 * k), height_px), 35 * k, (800 * k, 800 * k))
    scene = Scene(frame)
    back = path("-4,12.6 -8.0,8 -8.9,0 -9.8,-9 -10.4,-17 -6,-19 6,-19 10.6,-17 "
        "10.2,-8 9.4,1 8.6,8 3.5,12.6")
    falls = [path("-2,12 -7.4,7 -8.2,-2 -9.0,-12 -9,-20"),
        path("2,12 7.6,7 8.8,-2 9.4,-12 9,-20")]
    colour = (0.06, 0.12, 0.235)
    scene.add(hair_mass(frame, back, falls, colour, -7.0, 21))
    scene.add(draw_bust(SITTER, frame))
    head = draw_head(SITTER, frame)
    scene.drop_shadow(head.layer.mask, (1.1, -1.7), 0.9, 0.75)
    scene.add(head.layer)
    _dress(scene)
    _pendant(scene)
    locks = _locks(scene, colour)
    guides = [*locks, *_front_hair(scene, head.points_cm, colour)]
    ground, flow = landscape(frame, 1.5, 5)

    def retouch(model: Image) -> None:
        loose_hairs(model, frame, [*guides, *falls], (0.12, 0.24, 0.42), 40, 0.5, 3,
            0.03, 0.4)
        _veil(model, frame)

    backdrop = Backdrop(softened(ground, 2.5 * k), flow)
    return finish(scene, [frame.px(head.points_cm)], STUDIO, backdrop, MANNER, 1,
        retouch)


def _locks(scene: Scene, colour: Bgr) -> list[Line]:
    """Wavy locks that fall over the shoulders."""
    runs: list[Line] = []
    y = np.linspace(-0.5, -21.5, 28)
    for x0, lean, phase, seed in ((-7.3, 0.10, 0.0, 91), (-8.5, 0.08, 1.6, 93),
        (8.4, 0.10, 2.6, 95), (8.6, 0.05, 0.8, 97)):
        side = np.sign(x0)
        x = x0 + side * lean * (-0.5 - y) + 0.55 * np.sin(y * 0.85 + phase)
        wide = 1.35 * np.sin(np.linspace(0.03, 3.0, 28)) ** 0.7
        outline = np.r_[np.c_[x - wide, y], np.c_[x + wide, y][::-1]]
        middle = np.c_[x, y]
        scene.add(hair_mass(scene.frame, outline, [middle], colour,
            scene.base(0.4, 0.8), seed, 0.3, 1.0, 0.45))
        runs.append(middle)
    return runs


def _pendant(scene: Scene) -> None:
    """A dark cord with a ruby set in gold."""
    frame = scene.frame
    cord = curve(path("-6.4,-12.6 -4.6,-15.6 -1.0,-18.6 2.6,-16.0 5.0,-12.4"), 60)
    rim = np.r_[off(cord, 0, 0.12), off(cord, 0, -0.12)[::-1]]
    silk = Stuff((0.05, 0.06, 0.09), 0.1, 0.1, 0.2, 0.0)
    scene.add(relief(frame, outline_mask(frame, rim), scene.base(0.2, 0.4), silk,
        [cord], 1))
    scene.add(ball(frame, (-1.0, -19.1), 0.62, 4.0, (0.20, 0.52, 0.74), 0.9))
    scene.add(ball(frame, (-1.0, -19.1), 0.36, 4.6, (0.08, 0.06, 0.45), 1.2))
    scene.add(ball(frame, (-1.0, -20.3), 0.42, 4.0, (0.80, 0.84, 0.86), 1.1, 1.2))


def _front_hair(scene: Scene, p: Floats, colour: Bgr) -> list[Line]:
    frame = scene.frame
    part = (p[10, 0] + 0.2, p[10, 1] + 4.0)
    left = [tuple(p[i, :2]) for i in (109, 67, 103, 54, 21, 162, 127, 234, 93)]
    right = [tuple(p[i, :2]) for i in (338, 297, 332, 284, 251, 389, 356, 454, 323)]
    left_out = path("-8.0,-12 -9.0,-7 -8.7,1 -8.1,6.5 -5.6,11 -2.5,12.9")
    right_out = path("7.8,-12 9.2,-7 8.8,1 8.0,6.5 5.4,11 1.5,12.9")
    parting = (p[10, 0], p[10, 1] + 0.75)
    guides: list[Line] = []
    for inner, outer, seed in ((left, left_out, 31), (right, right_out, 41)):
        sign = np.sign(outer[0][0])
        more = 0.5 * (sign > 0)
        inner = [(x - sign * tuck - more, y + 0.35) for (x, y), tuck in zip(inner,
            TUCKS_CM, strict=True)]
        shape = [part, parting, *inner, (inner[-1][0] + sign * 0.5, -8), *outer]
        mid = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a,
            b in zip(inner[1::2], outer[-2::-1], strict=False)]
        runs = [[part, *mid, outer[0]], [parting, *inner, (inner[-1][0], -10)],
            [part, *outer[::-1]]]
        scene.add(hair_mass(frame, shape, runs, colour, scene.base(0.3, 0.5), seed,
            0.35, 1.4, 0.55), 0.5)
        guides += runs
    return guides


def _dress(scene: Scene) -> None:
    frame = scene.frame
    gown = path("-11,-15.5 -8,-20.5 0,-23.5 8,-20.5 12,-15 17,-15.5 22,-21 24,-34 "
        "25,-50 -28,-50 -26,-34 -22,-21 -17,-15.5")
    mask = outline_mask(frame, gown)
    runs: list[Line] = [[(x0, -20), (x0 * 1.1 - 0.5, -30),
        (x0 * 1.25, -46)] for x0 in (-8, -4, 0, 4, 8)]
    runs += [path("-13,-18 -20,-26 -23,-40"), path("13,-18 18,-26 20,-40")]
    stuff = Stuff((0.13, 0.20, 0.19), 0.06, 0.6, 1.0, 1.3, 0.5, 14.0)
    scene.add(relief(frame, mask, scene.base(0.5), stuff, runs, 51))
    mantle = path("11,-14.2 17,-14.8 23,-20 27,-40 -16,-44 -9,-35 1,-27 7.5,-20")
    runs = [path("14,-14.5 9,-24 -4,-34 -14,-42"), path("18,-16 16,-26 6,-36 -4,-44"),
        path("22,-20 23,-30 18,-42")]
    silk = Stuff((0.16, 0.24, 0.52), 0.22, 1.2, 1.2, 1.9, 1.1, 14.0)
    scene.add(relief(frame, outline_mask(frame, mantle), scene.base(0.6), silk, runs,
        61))
    band = path("-11.4,-15.3 -8.2,-20.5 0,-23.6 8.2,-20.5 12.4,-14.8 11.4,-14.6 "
        "7.4,-19.5 0,-22.4 -7.4,-19.5 -10.4,-15")
    stuff = Stuff((0.16, 0.42, 0.6), 0.3, 0.3, 0.5, 0.3, 0.12, 0.8)
    scene.add(relief(frame, outline_mask(frame, band), scene.base(0.6, 0.4), stuff,
        [path("-11,-15 0,-23 12,-15")], 81))


def _veil(model: Image, frame: Frame) -> None:
    veil = path("0,13.2 -6.2,11.4 -9.0,6 -10.0,-2 -11.6,-11 -17,-17 -13,-19 -8.8,-10 "
        "-7.8,-1 -7.2,5 -4.8,9.6 0,10.8 4.4,9.6 7.0,5 8.2,-2 9.2,-11 14,-19 17,-17 "
        "12.0,-10 10,0 8.9,7 5.6,11.6")
    runs = [path("0,12 -8,8 -10,-2 -12,-12 -16,-18"),
        path("0,12 7,8 9,-2 11,-12 15,-18")]
    low = smoothstep(-15.0, -8.0, frame.grid_cm()[1])
    mask = outline_mask(frame, veil, 0.1) * low
    gauze = folds(frame, flow_along(frame, runs), 0.5, 9.0, 77)
    edge = np.clip(mask * (1 - mask) * 4, 0, 1) * low
    thick = mask * (0.2 + 0.14 * gauze) + 0.25 * edge
    model += (tint([0.44, 0.50, 0.52]) - model) * thick[..., None]
