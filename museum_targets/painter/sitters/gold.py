"""A woman in gold: a living face among flat ornament, in the manner of Vienna 1907."""

import numpy as np

from museum_targets.painter.complexion import Complexion
from museum_targets.painter.easel import Manner
from museum_targets.painter.hair import hair_mass, loose_hairs
from museum_targets.painter.head import Pose, Proportions
from museum_targets.painter.light import Studio
from museum_targets.painter.noise import Image, smoothstep, tint
from museum_targets.painter.ornament import gold_wall, robe
from museum_targets.painter.props import ball, beads
from museum_targets.painter.relief import Stuff, outline_mask, path, path_of, relief
from museum_targets.painter.scene import Frame, Scene
from museum_targets.painter.sitter import Sitter, draw_bust, draw_head
from museum_targets.painter.sitting import Backdrop, finish
from museum_targets.painter.strokes import Brush
from museum_targets.painter.surface import Finish

# fmt: off

HAIR = (0.035, 0.04, 0.055)
SITTER = Sitter(
    Proportions(taper=0.85, narrow=0.65, short=0.4, nose_width=0.25, nose_bridge=-0.4,
        nose_length=-0.2, nose_tip=-0.1, lips=1.15, mouth_width=0.0, smile=0.9,
        eye_open=0.7, eye_width=0.7, eye_tilt=0.5, cheekbones=0.8, cheeks=-0.3,
        brow=-0.5, forehead=0.3),
    Complexion(skin_bgr=(0.19, 0.29, 0.45), lips_bgr=(0.17, 0.16, 0.42),
        iris_bgr=(0.04, 0.08, 0.14), hair_bgr=HAIR, brow_weight=1.0, age=0.05,
        blush=0.5, lashes=1.2, gaze=(0.08, 0.0), gloss=0.26),
    Pose(-9, -3, -7),
    body_yaw_deg=-12,
    build=0.84,
    seed=61,
)
STUDIO = Studio(key=(-0.45, 0.65, 0.8), key_bgr=(1.0, 1.14, 1.22), wrap=0.45,
    shadow_bgr=(0.30, 0.34, 0.42), cast=0.5, fill=(0.9, 0.2, 0.4),
    fill_bgr=(0.10, 0.22, 0.30), sheen=1.0)
MANNER = Manner(
    (
        Brush(26, 2.2, density=1.5, tone=0.05, hue=0.02, jitter_rad=0.4),
        Brush(13, 2.5, density=1.4, least=0.02, tone=0.04, hue=0.02, jitter_rad=0.3),
        Brush(7, 3, density=1.3, least=0.03, tone=0.03, hue=0.015, body=0.8),
        Brush(4.5, 3, 0.85, density=1.2, least=0.04, detail=0.05, tone=0.02, hue=0.01,
            body=0.7),
        Brush(3, 3.2, 0.85, density=2.2, least=0.018, detail=0.5, tone=0.012, hue=0.006,
            body=0.6),
        Brush(2.1, 3.5, 0.85, density=1.6, least=0.02, detail=0.85, tone=0.0, hue=0.0,
            body=0.4),
    ),
    Finish(impasto=0.55, weave=0.008, cracks=0.0, varnish_bgr=(0.97, 1.0, 1.0),
        vignette=0.12),
    (0.18, 0.42, 0.56),
    blend=0.8,
)


def picture(height_px: int) -> Image:
    """Paint the woman in gold on a canvas of the given height, 4:5."""
    k = height_px / 2000
    frame = Frame((round(1600 * k), height_px), 36 * k, (800 * k, 880 * k))
    scene = Scene(frame)
    cloud = path("-7,-8 -11.6,-5.6 -14.6,0 -15,7 -12.6,13 -7,17.2 0,18.6 7.2,17 "
        "12.4,12.6 14.4,6 13.6,-0.6 10.4,-5.6 6,-8")
    curls = [[(9 * np.cos(a) * f, 4 + 9 * np.sin(a) * f) for f in (0.7, 1.1,
        1.6)] for a in np.linspace(-0.6, 3.8, 12)]
    scene.add(hair_mass(frame, cloud, curls, HAIR, -6.0, 21, 0.8, 3.0, 0.35))
    scene.add(draw_bust(SITTER, frame))
    cloth = _robe(scene)
    _choker(scene)
    head = draw_head(SITTER, frame)
    scene.drop_shadow(head.layer.mask, (0.6, -1.3), 0.8, 0.5)
    scene.add(head.layer)
    p = head.points_cm
    edge = [
        p[i, :2] + np.array(o)
        for i, o in (
            (93, (-0.6, -1)),
            (234, (0.7, 0)),
            (127, (0.8, 0)),
            (162, (0.8, 0.2)),
            (21, (0.6, 0.5)),
            (54, (0.3, 0.6)),
            (103, (0, 0.9)),
            (67, (0, 1.2)),
            (10, (0, 1.5)),
            (297, (0, 1.2)),
            (332, (0, 0.9)),
            (284, (-0.3, 0.6)),
            (251, (-0.6, 0.5)),
            (389, (-0.8, 0.2)),
            (356, (-0.8, 0)),
            (454, (-0.7, 0)),
            (323, (0.6, -1)),
        )
    ]
    crown = path("12.0,1 11.4,8 7,13.6 0,15.2 -7.6,13.8 -12.2,8 -12.6,1")
    front = [*path_of(edge), *crown]
    scene.add(hair_mass(frame, front, curls, HAIR, scene.base(0.3, 0.8), 31, 0.6, 2.2,
        0.3, 0.35), 0.5)
    for side, lobe in ((-1, p[93]), (1, p[323])):
        for drop, size in ((0.2, 0.34), (1.0, 0.62), (1.9, 0.36)):
            scene.add(ball(frame, (lobe[0] + 0.35 * side, lobe[1] - drop), size, 2.0,
                (0.22, 0.58, 0.84), 0.9))
    halo = [[(9.4 * np.cos(a) * f, 4 + 9.4 * np.sin(a) * f) for f in (1.15, 1.35,
        1.6)] for a in np.linspace(-0.7, 3.9, 26)]
    stars = _hair_jewels(scene)
    wall = gold_wall(frame, 12)

    def retouch(model: Image) -> None:
        flat = cloth * smoothstep(-14.0, -18.0, frame.grid_cm()[1])
        pattern = robe(frame, 31)
        tone = 0.72 + 0.34 * np.clip(model.mean(axis=2) * 2.2, 0, 1)
        model += (pattern * tone[..., None] - model) * (flat * 0.9)[..., None]
        loose_hairs(model, frame, halo, (0.10, 0.11, 0.14), 70, 0.9, 3, 0.05, 0.55)
        x_cm, y_cm = frame.grid_cm()
        for x, y in stars:
            spark = np.exp(-((x_cm - x) ** 2 + (y_cm - y) ** 2) / 0.05)
            model += (tint([0.8, 0.95, 1.0]) - model) * (0.6 * spark)[..., None]

    flow = np.zeros(frame.shape_hw, np.float32) + np.float32(0.9)
    return finish(scene, [frame.px(p)], STUDIO, Backdrop(wall, flow), MANNER, 6,
        retouch)


def _robe(scene: Scene) -> Image:
    frame = scene.frame
    gown = path("-8.6,-14.6 -14,-13.8 -20,-17.5 -24,-28 -26,-44 26,-44 24,-28 20,-17.5 "
        "14,-13.8 9.2,-14.4 5,-18.6 0,-20.2 -4.8,-18.8")
    runs = [[(x, -15), (x * 1.1, -26), (x * 1.1, -42)] for x in (-14, -6, 0, 6, 14)]
    gold = Stuff((0.24, 0.56, 0.76), 0.2, 1.0, 2.0, 2.2, 0.5, 14.0, 0.05)
    layer = scene.add(relief(frame, outline_mask(frame, gown), scene.base(0.5), gold,
        runs, 51))
    return layer.mask


def _choker(scene: Scene) -> None:
    frame = scene.frame
    band = path("-5.2,-9.2 -5.2,-13.0 -2.4,-14.4 0.6,-14.8 3.4,-14.2 5.6,-12.8 "
        "5.6,-9.0 3,-10.6 0.4,-11.2 -2.6,-10.8")
    gold = Stuff((0.20, 0.56, 0.80), 0.8, 0.5, 0.8, 0.35, 0.16, 0.5, 0.1)
    scene.add(relief(frame, outline_mask(frame, band), scene.base(0.5, 0.5), gold,
        [path("-5.2,-11 0.4,-13 5.6,-10.8")], 61))
    for row, (drop, bgr) in enumerate(((-9.9, (0.62, 0.30, 0.10)),
        (-12.0, (0.80, 0.84, 0.86)), (-13.6, (0.14, 0.14, 0.55)))):
        thread = [(-5.0, drop), (-2.5, drop - 1.25), (0.4, drop - 1.6),
            (3.2, drop - 1.2), (5.4, drop + 0.1)]
        for x, y in beads(thread, 13):
            scene.add(ball(frame, (x, y), 0.34 + 0.04 * row, 2.2, bgr, 0.9))


def _hair_jewels(scene: Scene) -> list[tuple[float, float]]:
    frame = scene.frame
    places = path("-9.5,9.6 -5.4,13.4 0.6,14.9 6.4,13.0 10.2,8.6 -11.4,4.6 11.4,3.6")
    petals = 8
    for i, (cx, cy) in enumerate(places):
        for a in np.linspace(0, 2 * np.pi, petals, endpoint=False):
            scene.add(ball(frame, (cx + 0.72 * np.cos(a), cy + 0.72 * np.sin(a)), 0.36,
                4.0, (0.24, 0.62, 0.88), 0.8))
        scene.add(ball(frame, (cx, cy), 0.5, 4.4,
            ((0.60, 0.28, 0.12), (0.16, 0.16, 0.60), (0.85, 0.9, 0.92))[i % 3], 0.9))
    return places
