"""A woman in a straw hat in a garden full of light, in the manner of about 1875."""

import numpy as np

from museum_targets.painter.backdrop import bokeh_garden
from museum_targets.painter.complexion import Complexion
from museum_targets.painter.easel import Manner
from museum_targets.painter.hair import hair_mass, loose_hairs
from museum_targets.painter.head import Pose, Proportions
from museum_targets.painter.light import Studio
from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image, fractal_noise, smoothstep, tint
from museum_targets.painter.props import straw
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

HAIR = (0.10, 0.22, 0.42)
PETALS = ((0.14, 0.16, 0.86), (0.62, 0.62, 0.94), (0.20, 0.30, 0.92),
    (0.25, 0.56, 0.30), (0.88, 0.90, 0.94))
SITTER = Sitter(
    Proportions(jaw=-0.4, taper=0.55, narrow=0.7, short=0.5, nose_width=-0.55,
        nose_bridge=-0.4, nose_length=-0.3, nose_tip=-0.3, lips=0.65, mouth_width=-0.55,
        smile=1.15, eye_open=0.7, eye_width=0.75, eye_tilt=0.25, cheeks=0.9,
        brow=-0.7),
    Complexion(skin_bgr=(0.68, 0.78, 0.93), lips_bgr=(0.36, 0.34, 0.80),
        iris_bgr=(0.36, 0.34, 0.20), hair_bgr=HAIR, brow_weight=0.8, age=0.05,
        blush=0.75, lashes=0.8, gaze=(-0.14, 0.0), gloss=0.16, catchlight=(0.15, 0.2)),
    Pose(12, 0, -5),
    body_yaw_deg=20,
    build=0.86,
    seed=57,
)
STUDIO = Studio(key=(0.55, 0.75, 0.75), key_bgr=(0.95, 1.03, 1.08), wrap=0.55,
    shadow_bgr=(0.58, 0.49, 0.50), cast=0.55, fill=(-0.9, 0.1, 0.4),
    fill_bgr=(0.16, 0.11, 0.07), sheen=0.6)
MANNER = Manner(
    (
        Brush(56, 2.4, density=1.6, tone=0.07, hue=0.05, jitter_rad=0.5),
        Brush(32, 2.4, density=1.6, tone=0.07, hue=0.06, jitter_rad=0.45, body=1.2),
        Brush(19, 2.5, density=1.3, least=0.03, detail=0.3, tone=0.06, hue=0.05,
            jitter_rad=0.35, body=1.4),
        Brush(13, 2.5, 0.85, density=0.35, tone=0.10, hue=0.09, jitter_rad=0.6,
            body=1.7),
        Brush(9, 2.8, 0.9, density=1.8, least=0.02, detail=0.5, tone=0.04, hue=0.035,
            jitter_rad=0.25, body=1.2),
        Brush(5, 3, 0.85, density=2.4, least=0.02, detail=0.55, tone=0.025, hue=0.02,
            body=1.0),
        Brush(2.8, 3.2, 0.9, density=1.6, least=0.03, detail=0.85, tone=0.0, hue=0.0,
            body=0.7),
    ),
    Finish(impasto=0.7, weave=0.012, varnish_bgr=(1.0, 1.0, 1.0), vignette=0.05),
    (0.60, 0.72, 0.76),
    blend=0.5,
)


def picture(height_px: int) -> Image:
    """Paint the woman in the garden on a canvas of the given height, 4:5."""
    k = height_px / 2000
    frame = Frame((round(1600 * k), height_px), 35 * k, (790 * k, 900 * k))
    scene = Scene(frame)
    knot = path("-8.6,5 -10.4,-1 -9.6,-6.5 -5,-10 5,-9.6 8.8,-6.5 9.6,0 8,6")
    loops = [path("-9,4 -9.6,-2 -6,-8.5"), path("8,4 8.8,-2 6,-8"),
        path("-5,-8 0,-8.6 5,-8")]
    scene.add(hair_mass(frame, knot, loops, HAIR, -6.0, 21, 0.6, 2.5))
    scene.add(straw(frame, (0.4, 8.4), (18.5, 7.8), -7, -7.0, 0.0, 0.1,
        (0.36, 0.62, 0.78), 3))
    scene.add(draw_bust(SITTER, frame))
    _blouse(scene)
    head = draw_head(SITTER, frame)
    scene.drop_shadow(head.layer.mask, (-0.5, -1.3), 0.9, 0.5, (0.66, 0.52, 0.58))
    scene.add(head.layer)
    p = head.points_cm
    guides = _front_hair(scene, p)
    _hat(scene)
    ground, flow = bokeh_garden(frame, 8)

    def retouch(model: Image) -> None:
        loose_hairs(model, frame, guides, (0.22, 0.42, 0.66), 24, 0.6, 3, 0.045, 0.45)
        _dapple(model, frame, scene.merged.mask * (1 - 0.6 * head.layer.mask))

    return finish(scene, [frame.px(p)], STUDIO, Backdrop(ground, flow), MANNER, 5,
        retouch)


def _dapple(model: Image, frame: Frame, mask: Image) -> None:
    """Patches of sun through leaves: warm where lit, violet-blue between."""
    _, y = frame.grid_cm()
    leaves = fractal_noise(frame.shape_hw, 3.6 * frame.scale_px, 71, 3)
    sun = smoothstep(0.25, 0.7, leaves - 0.02 * np.abs(y)) * mask
    shade = smoothstep(-0.3, -0.9, leaves) * mask
    model *= 1 + sun[..., None] * tint([0.10, 0.17, 0.20])
    model *= 1 + shade[..., None] * tint([-0.04, -0.12, -0.13])


def _blouse(scene: Scene) -> None:
    frame = scene.frame
    gown = path("-7,-12.6 -14,-14.5 -20,-19 -23.5,-30 -25,-46 25,-46 23,-30 20.5,-19 "
        "14.5,-14.4 8,-12.4 5,-16.5 1,-18.4 -3.6,-16.6")
    runs = [[(x, -15), (x * 1.15, -26), (x * 0.9, -44)] for x in (-13, -6, 0, 6, 13)]
    muslin = Stuff((0.84, 0.80, 0.76), 0.05, 1.2, 2.5, 1.8, 0.7, 11.0, 0.06, 0.2)
    scene.add(relief(frame, outline_mask(frame, gown), scene.base(0.6), muslin, runs,
        51))
    frill = path("-7.6,-11.6 -8.6,-13.6 -4.6,-18.2 1,-20.6 6.4,-18.0 9.6,-13.4 "
        "8.4,-11.4 5,-15.7 1,-17.6 -3.8,-15.9")
    lace = Stuff((0.90, 0.90, 0.90), 0.04, 0.6, 0.8, 0.55, 0.45, 1.6, 0.04)
    across = [path("-4,-15.5 -5,-18.5"), path("1,-17.5 1,-20.5"),
        path("5,-15.5 6.6,-18.4"), path("-7.5,-12 -8.6,-13"), path("8,-12 9.6,-13")]
    scene.add(relief(frame, outline_mask(frame, frill), scene.base(0.6, 0.5), lace,
        across, 61))
    _flowers(scene, ((-1.4, -19.4), (0.9, -18.6), (2.6, -20.2), (0.2, -21.0)), 40)


def _front_hair(scene: Scene, p: Floats) -> list[Line]:
    frame = scene.frame
    lines: list[Line] = []
    for index, seed in (((10, 67, 54, 162, 127, 234, 93), 31),
        ((10, 297, 284, 389, 356, 454, 323), 41)):
        inner = [p[i, :2] for i in index]
        out = float(np.sign(inner[4][0] - p[1, 0]))
        edge = [off(v, -out * 0.7 * (i > 1), 0.2 + 0.5 * (i < 2)) for i,
            v in enumerate(inner)]
        shape = [*edge, off(inner[6], out * 1.2, -1.8), off(inner[6], out * 2.6, 0),
            off(inner[4], out * 2.6, 1.5), off(inner[3], out * 2.0, 3),
            off(inner[0], out * 2.0, 4.4), off(inner[0], 0, 4.0)]
        runs = [path_of(run) for run in ([off(inner[0], 0, 1.2), *edge[1:],
            off(inner[6], out * 1.0, -1.5)],
            [off(inner[0], 0, 3.6), off(inner[3], out * 1.6, 2.4),
            off(inner[5], out * 2.0, 0), off(inner[6], out * 1.6, -1.4)])]
        scene.add(hair_mass(frame, path_of(shape), runs, HAIR, scene.base(0.2, 0.6),
            seed, 0.4, 1.2), 0.4)
        lines += runs
    return lines


def _hat(scene: Scene) -> None:
    frame = scene.frame
    bgr = (0.42, 0.70, 0.86)
    crown = path("-8.8,9.6 -8.2,13.6 -4.6,16.8 1.6,17.9 7.0,16.0 9.6,12.4 9.8,8.6 "
        "0.4,10.6")
    dome = Stuff(bgr, 0.08, 3.4, 4.5, 0.4, 0.1, 9.0, 0.08)
    runs = [path("-8,10 0,11.4 9,9"), path("-7.6,13.4 0,15 8.8,12"),
        path("-4,16.4 1.5,17.4 6.5,15.6")]
    scene.add(relief(frame, outline_mask(frame, crown), -1.0, dome, runs, 71))
    brim = path("-18.4,7.2 -12,10.6 -8.7,10.0 0.4,11.4 9.8,9.0 13,9.4 18.6,4.6 13,5.6 "
        "7.6,6.9 0,8.3 -7.6,7.6 -13,6.8")
    mask = outline_mask(frame, brim)
    scene.drop_shadow(mask, (-0.4, -1.6), 0.7, 0.75, (0.72, 0.56, 0.60))
    front = Stuff(bgr, 0.08, 0.6, 1.6, 0.45, 0.12, 12.0, 0.08)
    runs = [path("-18,7.4 -8,8.6 0,9.4 9,7.8 18,5"), path("-12,10.2 0,10.8 13,9")]
    scene.add(relief(frame, mask, scene.base(1.6, 2.0) * 0.3 + 4.4,
        front, runs, 73))
    band = path("-9.1,9.2 -8.8,11.6 0.4,13.2 9.8,10.8 9.9,8.2 0.4,10.4")
    ribbon = Stuff((0.50, 0.26, 0.16), 0.15, 0.8, 1.0, 0.8, 0.2, 6.0, 0.08)
    scene.add(relief(frame, outline_mask(frame, band), scene.base(0.6, 0.5), ribbon,
        [path("-9,10.4 0.4,11.8 9.8,9.4")], 77))
    _flowers(scene, ((-7.8, 11.0), (-5.4, 12.4), (-6.2, 9.6), (-9.6, 9.4),
        (-3.2, 11.2)), 90)


def _flowers(scene: Scene, places: tuple[tuple[float, float], ...], seed: int) -> None:
    frame = scene.frame
    rng = np.random.default_rng(seed)
    for i, (cx, cy) in enumerate(places):
        petals = [(cx + (1.35 + 0.35 * rng.normal()) * np.cos(a),
            cy + (1.1 + 0.3 * rng.normal()) * np.sin(a)) for a in np.linspace(0,
            2 * np.pi, 9)[:-1]]
        poppy = Stuff(PETALS[i % len(PETALS)], 0.05, 0.9, 1.1, 0.6, 0.3, 2.0, 0.12)
        spokes = [[(cx, cy), (cx + 1.4 * np.cos(a),
            cy + 1.2 * np.sin(a))] for a in np.linspace(0, 2 * np.pi, 7)[:-1]]
        scene.add(relief(frame, outline_mask(frame, petals), scene.base(0.9, 0.6),
            poppy, spokes, seed + i))
