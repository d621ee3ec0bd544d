"""Two friends before a curtain and an evening sky, in the manner of about 1790."""

import numpy as np

from museum_targets.painter.backdrop import drapery, gradient, over
from museum_targets.painter.complexion import Complexion
from museum_targets.painter.ear import add_ear
from museum_targets.painter.easel import Manner
from museum_targets.painter.hair import hair_mass, loose_hairs
from museum_targets.painter.head import Pose, Proportions
from museum_targets.painter.light import Studio
from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import (
    Image,
    fractal_noise,
    smoothstep,
    tint,
    value_noise,
)
from museum_targets.painter.props import ball, beads
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

HER_HAIR, HIS_HAIR = (0.06, 0.13, 0.27), (0.035, 0.04, 0.05)
HIM = Sitter(
    Proportions(jaw=0.2, taper=0.2, narrow=0.45, nose_width=0.7, nose_bridge=-0.2,
        lips=1.0, brow=0.2, eye_open=0.6, eye_width=0.4, cheekbones=0.6, smile=0.9,
        forehead=0.4, short=0.2),
    Complexion(skin_bgr=(0.19, 0.29, 0.46), lips_bgr=(0.16, 0.18, 0.36),
        iris_bgr=(0.04, 0.07, 0.12), hair_bgr=HIS_HAIR, brow_weight=1.2, age=0.3,
        stubble=0.3, blush=0.3, lashes=0.6, gaze=(-0.2, 0.0), gloss=0.2),
    Pose(15, 0, 2),
    body_yaw_deg=24,
    build=1.05,
    seed=71,
)
HER = Sitter(
    Proportions(taper=0.8, narrow=0.7, short=0.5, nose_width=-0.5, nose_bridge=-0.3,
        nose_length=-0.2, lips=0.4, mouth_width=-0.25, smile=1.0, eye_open=0.65,
        eye_width=0.7, eye_tilt=0.4, cheeks=0.6, brow=-0.7, forehead=0.3),
    Complexion(skin_bgr=(0.68, 0.78, 0.92), lips_bgr=(0.36, 0.35, 0.76),
        iris_bgr=(0.26, 0.32, 0.22), hair_bgr=HER_HAIR, brow_weight=0.75, age=0.1,
        blush=0.6, lashes=0.8, gaze=(0.18, 0.0), gloss=0.16),
    Pose(-15, 0, -4),
    body_yaw_deg=-24,
    build=0.84,
    seed=73,
)
STUDIO = Studio(key=(-0.5, 0.65, 0.75), key_bgr=(0.95, 1.02, 1.07), wrap=0.35,
    shadow_bgr=(0.2, 0.23, 0.3), cast=0.65, fill=(0.9, 0.1, 0.4),
    fill_bgr=(0.12, 0.10, 0.09), sheen=0.9)
MANNER = Manner(
    (
        Brush(52, 3, density=1.5, tone=0.03),
        Brush(26, 3.2, density=1.3, least=0.02, tone=0.03, hue=0.015),
        Brush(14, 3.2, density=1.3, least=0.025, detail=0.2, tone=0.025, hue=0.015,
            body=1.1),
        Brush(7, 3.4, 0.85, density=1.3, least=0.025, detail=0.3, tone=0.018, hue=0.01),
        Brush(4, 3.4, 0.85, density=2.2, least=0.018, detail=0.5, tone=0.01, hue=0.008,
            body=0.7),
        Brush(2.5, 3.5, 0.85, density=1.6, least=0.02, detail=0.85, tone=0.0, hue=0.0,
            body=0.5),
    ),
    Finish(impasto=0.42, weave=0.007, cracks=0.1, crack_px=50,
        varnish_bgr=(0.93, 0.99, 1.0), vignette=0.22),
    (0.20, 0.28, 0.34),
    blend=0.8,
)


def picture(long_px: int) -> Image:
    """Paint the two friends on a canvas of the given width, 5:4."""
    k = long_px / 2000
    size = (long_px, round(1600 * k))
    canvas = Frame(size, 28 * k, (1000 * k, 700 * k))
    his, hers = canvas.moved(-14.2, 1.6, 1.04), canvas.moved(14.0, -1.6, 0.98)
    scene = Scene(canvas)
    scene.add(draw_bust(HIM, his))
    him = draw_head(HIM, his)
    _his_coat(scene, his)
    scene.drop_shadow(him.layer.mask, (0.8, -1.3), 0.8, 0.55)
    scene.add(him.layer)
    add_ear(scene, his, him.points_cm[234], -1.0, HIM.look.skin_bgr)
    _his_hair(scene, his, him.points_cm)
    curls = _her_back_hair(scene, hers)
    scene.add(draw_bust(HER, hers))
    _her_dress(scene, hers)
    her = draw_head(HER, hers)
    scene.drop_shadow(her.layer.mask, (0.8, -1.3), 0.8, 0.5)
    scene.add(her.layer)
    curls += _her_front_hair(scene, hers, her.points_cm)
    backdrop = _room(canvas)

    def retouch(model: Image) -> None:
        loose_hairs(model, hers, curls, (0.15, 0.28, 0.48), 24, 0.5, 3, 0.045, 0.45)
        loose_hairs(model, hers, curls, (0.05, 0.10, 0.20), 24, 0.5, 4, 0.045, 0.45)

    points = [his.px(him.points_cm), hers.px(her.points_cm)]
    return finish(scene, points, STUDIO, backdrop, MANNER, 7, retouch)


def _room(frame: Frame) -> Backdrop:
    x, y = frame.grid_cm()
    sky = gradient(frame, [(26, (0.42, 0.34, 0.28)), (12, (0.56, 0.52, 0.46)),
        (2, (0.56, 0.66, 0.74)), (-6, (0.42, 0.58, 0.72)), (-30, (0.10, 0.16, 0.18))])
    cloud = fractal_noise(frame.shape_hw, 9 * frame.scale_px, 3, 5)
    sky += (0.10 * smoothstep(0.0, 1.2, cloud))[..., None] * tint([0.8, 0.95, 1.1])
    row = fractal_noise((8, frame.size_wh[0]), 4 * frame.scale_px, 6, 6)[4]
    trees = smoothstep(0.2, -0.2, y + 7 - 2.2 * row[None, :] - 0.006 * x * x)
    sky += (tint([0.10, 0.17, 0.16]) - sky) * (trees * 0.85)[..., None]
    cloth = drapery(frame, (0.10, 0.09, 0.40), 8, -1.0)
    edge = x + 4.5 + 0.02 * (y - 26) * 4.0 + 1.2 * value_noise(frame.shape_hw,
        12 * frame.scale_px, 9)
    curtain = smoothstep(0.4, -0.4, edge)
    picture = over(sky, cloth, curtain)
    flow = np.where(curtain > 0.5, np.float32(np.pi / 2),
        np.float32(0.15) + 0.4 * cloud)
    return Backdrop(picture, np.asarray(flow, np.float32))


def _his_coat(scene: Scene, frame: Frame) -> None:
    coat = path("-5.5,-11 -14,-13.6 -22,-18 -26,-30 -28,-46 27,-46 25,-30 20.5,-18 "
        "13,-13.6 6,-11")
    runs: list[Line] = [[(x, -14), (x * 1.3, -26), (x * 1.3, -44)] for x in (-14, -6, 6,
        14)]
    blue = Stuff((0.30, 0.15, 0.075), 0.12, 1.4, 3.0, 2.2, 0.6, 12.0, 0.08)
    scene.add(relief(frame, outline_mask(frame, coat), scene.base(0.6), blue, runs, 51))
    waistcoat = path("-4.4,-16 4.8,-16 6.6,-24 7.4,-46 -5.6,-46 -5.4,-24")
    buff = Stuff((0.44, 0.66, 0.76), 0.16, 0.5, 1.0, 1.4, 0.25, 12.0, 0.06)
    scene.add(relief(frame, outline_mask(frame, waistcoat), scene.base(0.1), buff,
        [path("0,-16 0.8,-44")], 53))
    for side, seed in ((-1, 61), (1, 71)):
        lapel = [(side * 5.2, -9.4), (side * 8.6, -11.4), (side * 12.6, -19),
            (side * 9.4, -24.5), (side * 6.6, -46), (side * 3.4, -46),
            (side * 4.0, -25), (side * 2.6, -18.6)]
        run: list[Line] = [[(side * 6.4, -10), (side * 7.2, -20), (side * 4.8, -44)]]
        scene.add(relief(frame, outline_mask(frame, lapel), scene.base(0.7, 0.7), blue,
            run, seed))
    for i in range(4):
        scene.add(ball(frame, (0.8 + 0.1 * i, -21.5 - 3.6 * i), 0.5, 8.0,
            (0.24, 0.56, 0.76), 0.9))
    cravat = path("-5.6,-8.0 -6.0,-12.4 -3.4,-15.0 -3.6,-19.6 0.8,-22.0 4.4,-19.4 "
        "3.8,-15 6.4,-12.2 6.0,-7.8 0.4,-10.6")
    linen = Stuff((0.84, 0.87, 0.88), 0.05, 1.4, 1.8, 1.1, 0.7, 5.0, 0.03)
    runs = [path("-5.6,-10 0,-12.6 6,-9.8"), path("0,-14 -1.6,-18 -1.4,-21"),
        path("0.6,-14 2.4,-18 1.6,-21")]
    scene.add(relief(frame, outline_mask(frame, cravat), scene.base(0.6, 0.6), linen,
        runs, 81))


def _his_hair(scene: Scene, frame: Frame, p: Floats) -> None:
    inner = [p[i, :2] + o for i, o in ((234, (0.55, 0.3)), (127, (0.6, 0.6)),
        (162, (0.5, 0.4)), (54, (0.2, 0.8)), (67, (0, 1.1)), (10, (0, 1.2)),
        (297, (0, 1.1)), (284, (-0.2, 0.8)), (389, (-0.4, 0.6)), (356, (0.0, 1.4)))]
    left, right = p[234, 0], p[454, 0]
    outer = [(right + 0.5, 2.6), (right + 1.5, 4), (right + 0.9, 9), (5.2, 12.6),
        (0, 13.9), (-5.4, 12.9), (left - 1.2, 9), (left - 1.4, 4), (left + 0.15, 1.0)]
    shape = [*path_of(inner), *outer]
    rays: list[Line] = [[(7 * np.cos(a), 4 + 6 * np.sin(a)),
        (10 * np.cos(a), 4 + 9.6 * np.sin(a))] for a in np.linspace(-0.3, 3.45, 9)]
    scene.add(hair_mass(frame, shape, rays, HIS_HAIR, scene.base(0.2, 0.6), 91, 0.5,
        1.4), 0.5)


def _her_back_hair(scene: Scene, frame: Frame) -> list[Line]:
    bun = path("-7,8 -8.4,2 -7.2,-5 -3,-8 8,-8 10.8,-13 12.6,-19 9.6,-21 8,-16 9.6,-6 "
        "9.6,3 10,10 7.6,15.6 1,17.6 -5,15 -7.6,11")
    runs: list[Line] = [path("-6,10 -2,15 4,16 8.6,11"),
        path("8,4 8.6,-6 9.4,-14 10.6,-20"), path("-5,8 1,12 7,10"),
        path("9.4,10 8.8,0 9.2,-10")]
    scene.add(hair_mass(frame, bun, runs, HER_HAIR, -6.5, 111, 0.7, 3.0))
    return runs


def _her_front_hair(scene: Scene, frame: Frame, p: Floats) -> list[Line]:
    lines: list[Line] = []
    for index, seed in (((10, 67, 54, 162, 127, 234), 131),
        ((10, 297, 284, 389, 356, 454), 141)):
        inner = [p[i, :2] for i in index]
        out = float(np.sign(inner[4][0] - p[1, 0]))
        edge = [off(v, -out * 0.35 * (i > 1), 0.3 + 0.9 * (i < 2)) for i,
            v in enumerate(inner)]
        outer = [off(inner[5], out * 1.0, -0.8), off(inner[4], out * 2.0, 1.5),
            off(inner[3], out * 1.8, 4.0), off(inner[0], out * 4.6, 6.2),
            off(inner[0], 0, 6.0)]
        runs = [path_of(run) for run in ([off(edge[0], 0, 0.3), *edge[1:]],
            [off(inner[0], 0, 2.2), off(inner[2], out * 0.8, 2.6),
            off(inner[4], out * 1.2, 1)], [off(inner[0], 0, 4.6),
            off(inner[0], out * 3.6, 4.9), off(inner[3], out * 1.6, 3.2),
            off(inner[5], out * 0.8, 0)])]
        scene.add(hair_mass(frame, path_of([*edge, *outer]), runs, HER_HAIR,
            scene.base(0.2, 0.6), seed, 0.4, 1.3), 0.5)
        lines += runs
    top = p[10, :2]
    for x, y in beads([(top[0] - 6.4, top[1] + 2.8), (top[0] - 3, top[1] + 5.4),
        (top[0] + 2.4, top[1] + 5.4), (top[0] + 7.0, top[1] + 2.4)], 17):
        scene.add(ball(frame, (x, y), 0.36, 3.2, (0.84, 0.88, 0.9), 1.0))
    return lines


def _her_dress(scene: Scene, frame: Frame) -> None:
    gown = path("-12.6,-14.4 -8.6,-18.4 -4,-20.8 0.6,-21.4 5.4,-20.4 9.6,-17.8 "
        "13.4,-13.8 18,-15 22,-22 25,-46 -25,-46 -22,-22 -17.4,-15.4")
    runs: list[Line] = [[(x, -16), (x * 1.1, -26), (x * 0.9, -44)] for x in (-14, -7, 0,
        7, 14)]
    satin = Stuff((0.62, 0.76, 0.84), 0.25, 1.0, 1.6, 1.7, 0.7, 12.0, 0.04)
    scene.add(relief(frame, outline_mask(frame, gown), scene.base(0.5), satin, runs,
        151))
    shawl = path("13.2,-13.4 19,-14.6 24,-20 28,-34 28,-46 9,-46 13.6,-34 16.4,-24")
    runs = [path("15,-14 18,-24 15,-44"), path("19,-15 23,-28 22,-45")]
    green = Stuff((0.22, 0.34, 0.20), 0.14, 1.4, 1.6, 1.6, 0.9, 12.0, 0.06)
    scene.add(relief(frame, outline_mask(frame, shawl), scene.base(0.6), green, runs,
        161))
    sash = path("-12,-29.4 0,-30.6 12.6,-29 13,-33 0,-34.6 -12.4,-33.4")
    rose = Stuff((0.42, 0.38, 0.74), 0.25, 0.8, 1.2, 1.0, 0.4, 9.0, 0.05)
    scene.add(relief(frame, outline_mask(frame, sash), scene.base(0.5), rose,
        [path("-12,-31 0,-32.4 13,-31")], 171))
    for x, y in beads(path("-3.0,-13.2 -0.8,-14.9 2.0,-15.3 4.6,-14.4 6.4,-12.4"), 19):
        scene.add(ball(frame, (x, y), 0.4, 2.0, (0.84, 0.88, 0.9), 1.1))
