"""A girl in a turban, looking over her shoulder out of the dark."""

import numpy as np

from museum_targets.painter.backdrop import dark_ground
from museum_targets.painter.complexion import Complexion
from museum_targets.painter.ear import add_ear
from museum_targets.painter.easel import Manner
from museum_targets.painter.head import Pose, Proportions
from museum_targets.painter.light import Studio
from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image, tint, value_noise
from museum_targets.painter.props import ball
from museum_targets.painter.relief import Line, Stuff, outline_mask, path, relief
from museum_targets.painter.scene import Frame, Scene
from museum_targets.painter.sitter import Sitter, draw_bust, draw_head
from museum_targets.painter.sitting import Backdrop, finish
from museum_targets.painter.strokes import Brush
from museum_targets.painter.surface import Finish

# fmt: off

SITTER = Sitter(
    Proportions(taper=0.8, narrow=0.7, short=0.6, nose_width=-0.7, nose_bridge=-0.45,
        nose_length=-0.4, nose_tip=-0.35, lips=0.65, mouth_width=-0.4, smile=0.8,
        eye_open=0.85, eye_width=0.8, eye_tilt=0.3, cheeks=0.7, brow=-0.8, chin=-0.1),
    Complexion(skin_bgr=(0.36, 0.53, 0.74), lips_bgr=(0.24, 0.24, 0.62),
        iris_bgr=(0.05, 0.12, 0.24), hair_bgr=(0.03, 0.04, 0.06), brow_weight=0.85,
        age=0.0, blush=0.6, lashes=1.1, gaze=(0.32, 0.02), gloss=0.3),
    Pose(-30, 1, -4),
    body_yaw_deg=-62,
    build=0.8,
    seed=33,
)
STUDIO = Studio(key=(-0.7, 0.5, 0.65), wrap=0.3, shadow_bgr=(0.13, 0.17, 0.24),
    cast=0.7, fill=(0.9, -0.1, 0.3), fill_bgr=(0.07, 0.07, 0.06), sheen=1.1)
MANNER = Manner(
    (
        Brush(42, 3, density=1.5, tone=0.02),
        Brush(20, 3.5, density=1.3, least=0.02, tone=0.02, hue=0.01),
        Brush(10, 3.5, density=1.3, least=0.02, detail=0.25, tone=0.015, hue=0.01),
        Brush(5.5, 3.5, 0.75, density=1.3, least=0.02, detail=0.3, tone=0.012,
            hue=0.008, body=0.7),
        Brush(3.2, 3.5, 0.8, density=2.2, least=0.018, detail=0.5, tone=0.008,
            hue=0.005, body=0.5),
        Brush(2.1, 3.5, 0.85, density=1.6, least=0.02, detail=0.85, tone=0.0, hue=0.0,
            body=0.4),
    ),
    Finish(impasto=0.34, weave=0.005, cracks=0.16, crack_px=36,
        varnish_bgr=(0.93, 0.99, 1.0), vignette=0.25),
    (0.10, 0.13, 0.13),
    blend=0.88,
    edge_cm=0.08,
)


WRAPS = ((path("-8.2,9.4 -6.4,12.6 -0.4,15.0 6.6,13.6 11.2,8.6 12.4,2.0 10.8,1.4 "
    "9.0,6.4 4.4,10.0 -2.0,11.0"), path("-7.4,10.6 -1,13 5.6,11.8 10.2,7.2 11.6,2"),
    91), (path("-5.4,13.4 -2.0,16.8 4.6,17.6 10.6,15.0 14.0,9.6 12.2,9.0 8.6,12.8 "
    "2.8,14.4 -2.4,13.4"), path("-4.6,14 2.6,16 9.4,13.8 13,9.4"), 93))


def picture(height_px: int) -> Image:
    """Paint the girl on a canvas of the given height, 4:5."""
    k = height_px / 2000
    frame = Frame((round(1600 * k), height_px), 37 * k, (700 * k, 900 * k))
    scene = Scene(frame)
    scene.add(draw_bust(SITTER, frame))
    head = draw_head(SITTER, frame)
    _jacket(scene)
    scene.drop_shadow(head.layer.mask, (0.8, -1.4), 0.9, 0.5)
    scene.add(head.layer)
    p = head.points_cm
    add_ear(scene, frame, p[361] + np.array([0.1, 0.5, 0]), 1.0, SITTER.look.skin_bgr)
    _turban(scene, p)
    ear = (float(p[361, 0]) + 1.0, float(p[361, 1]) - 1.6)
    scene.add(ball(frame, (ear[0], ear[1] + 1.0), 0.22, 3.0, (0.2, 0.5, 0.7), 1.0))
    scene.add(ball(frame, ear, 0.86, 3.0, (0.66, 0.68, 0.66), 1.5, 1.25))
    ground = dark_ground(frame, (0.06, 0.075, 0.06), (0.16, 0.21, 0.17), (15, 0), 22, 9)
    flow = value_noise(frame.shape_hw, 8 * frame.scale_px, 4) * 0.5 + 1.2

    def retouch(model: Image) -> None:
        _pearl_light(model, frame, ear)

    backdrop = Backdrop(ground, np.asarray(flow, np.float32))
    return finish(scene, [frame.px(p)], STUDIO, backdrop, MANNER, 3, retouch)


def _pearl_light(model: Image, frame: Frame, ear: tuple[float, float]) -> None:
    x, y = frame.grid_cm()
    for dx, dy, size, strength in ((-0.28, 0.38, 0.17, 1.0), (0.2, -0.55, 0.2, 0.25)):
        far = (x - ear[0] - dx) ** 2 + (y - ear[1] - dy) ** 2
        spot = np.exp(-far / (2 * size**2)) * strength
        model += (tint([0.95, 1.0, 1.0]) - model) * np.clip(spot * 1.3, 0, 1)[..., None]


def _jacket(scene: Scene) -> None:
    frame = scene.frame
    coat = path("-7.5,-14.2 -12,-17.5 -15.5,-24 -17,-34 -17,-50 27,-50 26.5,-34 23,-22 "
        "17,-15.6 10.2,-12.2 7.0,-13.6 1,-17.6")
    runs = [path("9,-13 2,-22 -3,-34 -5,-48"), path("15,-15 12,-28 9,-48"),
        path("-8,-16 -12,-26 -12,-46"), path("21,-20 22,-34 20,-48")]
    stuff = Stuff((0.15, 0.11, 0.33), 0.16, 1.2, 2.5, 2.0, 0.95, 12.0, 0.08)
    scene.add(relief(frame, outline_mask(frame, coat), scene.base(0.6), stuff, runs,
        51))
    collar = path("-7.3,-13.2 -7.7,-15.3 0.8,-19.2 7.0,-15.6 11.0,-12.6 9.6,-10.6 "
        "6.2,-12.4 0.6,-16.0")
    linen = Stuff((0.78, 0.84, 0.86), 0.08, 0.9, 1.2, 0.9, 0.4, 6.0)
    scene.add(relief(frame, outline_mask(frame, collar), scene.base(0.7, 0.5), linen,
        [path("-7.4,-14.2 0.7,-17.6 10,-12")], 61))


def _turban(scene: Scene, p: Floats) -> None:
    frame = scene.frame
    left = p[54]
    saffron = Stuff((0.14, 0.47, 0.74), 0.14, 2.4, 3.2, 1.5, 0.75, 12.0, 0.1)
    peacock = Stuff((0.46, 0.34, 0.10), 0.14, 1.8, 2.2, 1.2, 0.6, 12.0, 0.1)
    body = [(left[0] - 1.4, 5.4), (left[0] - 1.6, 9.0), (-4.5, 13.8), (2.0, 16.2),
        (9.0, 15.2), (13.6, 10.4), (14.2, 4), (12.4, -1.2), (9.8, -3.0), (8.3, 0.2),
        (6.9, 3.4), (3.4, 6.0), (-1, 6.9)]
    runs: list[Line] = [[(left[0], 6), (-2, 8.5), (4, 8), (9, 4), (10.5, -2)],
        [(left[0], 9), (-1, 12), (6, 12), (11, 8), (12.4, 0)],
        path("-5,13 2,15.6 9,14 13,8")]
    scene.add(relief(frame, outline_mask(frame, body), scene.base(0.6), saffron, runs,
        71))
    band = [(left[0] - 1.7, 4.6), (left[0] - 1.5, 7.2), (-2.5, 9.6), (3.4, 9.2),
        (8.6, 5.6), (11.6, -0.6), (10.8, -3.6), (9.0, -3.0), (7.6, 0.6), (5.2, 4.0),
        (1.4, 5.9), (-3, 6.1)]
    runs = [[(left[0] - 1, 5.6), (-2.5, 7.8), (2.8, 7.4), (7, 4.6), (9.6, -1.6)]]
    scene.add(relief(frame, outline_mask(frame, band), scene.base(1.4, 0.6), peacock,
        runs, 81), 0.7)
    for wrap, run, seed in WRAPS:
        scene.add(relief(frame, outline_mask(frame, wrap), scene.base(0.5, 0.5),
            saffron, [run], seed))
    _aigrette(scene, (-3.6, 8.4))


def _aigrette(scene: Scene, at: tuple[float, float]) -> None:
    frame = scene.frame
    x, y = at
    plume = [(x - 0.4, y), (x - 2.0, y + 4.4), (x - 1.6, y + 8.6), (x + 0.8, y + 11.6),
        (x + 3.4, y + 12.4), (x + 2.6, y + 10.0), (x + 1.2, y + 6.4), (x + 0.6, y)]
    runs = [[(x, y), (x - 0.6, y + 5), (x + 0.6, y + 9), (x + 3, y + 12)],
        [(x - 0.2, y + 3), (x - 1.9, y + 5)], [(x - 0.2, y + 7), (x - 1.4, y + 9)],
        [(x + 0.4, y + 5), (x + 1.4, y + 7.6)]]
    feather = Stuff((0.74, 0.84, 0.88), 0.08, 0.7, 1.2, 0.3, 0.22, 3.0, 0.06)
    scene.add(relief(frame, outline_mask(frame, plume, 0.12), scene.base(0.5, 0.6),
        feather, runs, 97))
    for a in np.linspace(0, 2 * np.pi, 9)[:-1]:
        scene.add(ball(frame, (x + 1.15 * np.cos(a), y + 1.15 * np.sin(a)), 0.42, 8.0,
            (0.80, 0.84, 0.86), 1.0))
    scene.add(ball(frame, at, 0.85, 7.6, (0.10, 0.08, 0.50), 1.2))
