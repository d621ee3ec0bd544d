"""Eyes, brows, lips, nostrils and age, drawn into a face's texture."""

from dataclasses import dataclass

import numpy as np

from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image, fractal_noise, smoothstep, tint
from museum_targets.painter.texture import (
    TEXTURE_PX_PER_CM,
    Bgr,
    FaceTexture,
    curve,
    off,
)

UPPER_LID = [33, 246, 161, 160, 159, 158, 157, 173, 133]
LOWER_LID = [33, 7, 163, 144, 145, 153, 154, 155, 133]
BROW_TOP, BROW_FOOT = [70, 63, 105, 66, 107], [46, 53, 52, 65, 55]
HAIRLINE = [
    234,
    127,
    162,
    21,
    54,
    103,
    67,
    109,
    10,
    338,
    297,
    332,
    284,
    251,
    389,
    356,
    454,
]
LIP_TOP = [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291]
LIP_FOOT = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291]
LIP_SEAM = [61, 78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 291]


@dataclass(frozen=True, slots=True)
class Complexion:
    """A sitter's colours and age.

    Attributes:
        skin_bgr, lips_bgr, iris_bgr, hair_bgr: Own colours, 0 to 1.
        brow_weight: Thickness of the eyebrows, 1 is average.
        age: 0 young to 1 old.
        stubble: Shade of a shaved beard, 0 to 1.
        blush: Redness of cheeks and nose.
        lashes: Weight of the lash line.
        gaze: Shift of the irises in cm, right and up.
        catchlight: Place of the light's reflection on the iris, in cm, right and up.
        gloss: Shine of the skin.
        scalp: Whether the head outside the face is covered by hair.
    """

    skin_bgr: Bgr = (0.60, 0.74, 0.90)
    lips_bgr: Bgr = (0.38, 0.36, 0.72)
    iris_bgr: Bgr = (0.16, 0.25, 0.36)
    hair_bgr: Bgr = (0.06, 0.1, 0.17)
    brow_weight: float = 1.0
    age: float = 0.2
    stubble: float = 0.0
    blush: float = 0.6
    lashes: float = 1.0
    gaze: tuple[float, float] = (0.0, 0.0)
    catchlight: tuple[float, float] = (-0.17, 0.2)
    gloss: float = 0.25
    scalp: bool = True


def face_texture(points_cm: Floats, look: Complexion, seed: int) -> FaceTexture:
    """Paint a whole face.

    Args:
        points_cm: (468, 3) landmarks of the sitter, looking ahead.
        look: Colours and age.
        seed: Seed of the freckled skin tone and the brow hairs.
    """
    texture = FaceTexture(look.skin_bgr, look.gloss)
    _skin_tones(texture, points_cm, look, seed)
    _age(texture, points_cm, look.age)
    _nostrils(texture, points_cm)
    _lips(texture, points_cm, look)
    if look.scalp:
        _scalp(texture, points_cm, look)
    for side in (-1.0, 1.0):
        mirror = np.array([-side, 1.0, 1.0])
        _eye(texture, points_cm * mirror, look)
        _brow(texture, points_cm * mirror, look, seed)
    return texture


def _skin_tones(texture: FaceTexture, p: Floats, look: Complexion, seed: int) -> None:
    shape = texture.bump_cm.shape
    mottle = fractal_noise(shape, 1.1 * TEXTURE_PX_PER_CM, seed, 4)
    texture.colour_bgr *= 1 + 0.012 * mottle[..., None] * tint([1.4, 1.2, 0.5])
    warm = (0.80, 0.86, 1.03)
    for x in (-1.0, 1.0):
        cheek = p[50] * [-x, 1, 1]
        texture.glaze(texture.blob(cheek, (1.7, 1.25), x * 18) * look.blush, warm)
        texture.glaze(
            texture.blob(off(p[145] * [-x, 1, 1], 0, -0.55), (1.0, 0.35)) * 0.5,
            (0.93, 0.88, 0.9),
        )
        socket = off(p[159] * [-x, 1, 1], 0, 0.35)
        texture.glaze(
            texture.blob(socket, (1.3, 0.45), -x * 6) * 0.55, (0.82, 0.83, 0.9)
        )
        texture.glaze(
            texture.blob(off(p[133] * [-x, 1, 1], -0.15 * x, 0.3), (0.35, 0.7)) * 0.4,
            (0.8, 0.82, 0.88),
        )
    texture.glaze(texture.blob(p[4], (1.1, 0.9)) * look.blush * 0.8, warm)
    texture.glaze(
        texture.blob(off(p[152], 0, 1.0), (1.3, 0.8)) * look.blush * 0.45, warm
    )
    texture.glaze(
        texture.blob(off(p[17], 0, -0.35), (1.0, 0.28)) * 0.45, (0.85, 0.86, 0.9)
    )
    forehead = texture.blob(p[151], (3.4, 1.7)) * 0.5
    texture.glaze(forehead, (0.95, 1.01, 1.01))
    if look.stubble:
        jaw = smoothstep(-2.2, -4.6, texture.y_cm) * smoothstep(
            8.4, 6.6, abs(texture.x_cm)
        )
        cheek = smoothstep(1.9, 4.0, abs(texture.x_cm)) * smoothstep(
            -0.2, -3.2, texture.y_cm
        )
        shade = np.maximum(jaw, cheek * jaw) * look.stubble
        texture.glaze(np.asarray(shade, np.float32), (0.86, 0.80, 0.72))


def _scalp(texture: FaceTexture, p: Floats, look: Complexion) -> None:
    rim = off(p[HAIRLINE], 0, 0.2)
    rim[:, 1] += 1.5 * np.exp(-((rim[:, 0] / 3.6) ** 2))
    below = np.array(
        [[9.0, -2.0, 0], [9.0, -12.0, 0], [-9.0, -12.0, 0], [-9.0, -2.0, 0]]
    )
    hair = 1 - texture.polygon(np.vstack([rim, below]), 0.25)
    texture.cover(hair, look.hair_bgr, 0.1, 0.0)


def _age(texture: FaceTexture, p: Floats, age: float) -> None:
    folds: list[tuple[Floats, float, float]] = []
    for side in (-1.0, 1.0):
        m = np.array([-side, 1, 1])
        fold = (
            np.array([off(p[129], -0.15, 0.1), p[203], p[206], off(p[216], 0.1, 0)]) * m
        )
        folds.append((fold, 0.32, 0.35 + age))
        bag = (
            np.array(
                [
                    off(p[133], 0.1, -0.35),
                    off(p[145], 0, -0.62),
                    off(p[163], -0.3, -0.5),
                ]
            )
            * m
        )
        folds.append((bag, 0.16, 0.15 + 0.9 * age))
        folds.append(
            (
                np.array([p[61], off(p[61], -0.22, -0.45), off(p[61], -0.3, -1.1)]) * m,
                0.2,
                0.15 + 0.5 * age,
            )
        )
        if age > 0.35:
            for rise in (-0.3, 0.05, 0.4):
                foot = off(p[33], -0.25, 0)
                folds.append(
                    (
                        np.array(
                            [
                                foot,
                                off(foot, -0.5, rise * 0.7),
                                off(foot, -0.95, rise * 1.6),
                            ]
                        )
                        * m,
                        0.1,
                        age * 0.6,
                    )
                )
            folds.append(
                (
                    np.array(
                        [
                            off(p[55], 0.25, -0.2),
                            off(p[9], -0.35, 0),
                            off(p[9], -0.42, 0.6),
                        ]
                    )
                    * m,
                    0.16,
                    age * 0.8,
                )
            )
    if age > 0.35:
        for i, y in enumerate((1.0, 1.75, 2.5)):
            row = [
                (x, p[9][1] + y + 0.12 * np.cos(x * 1.1 + i), 0)
                for x in (-3.2, -1.7, 0, 1.7, 3.2)
            ]
            folds.append((np.array(row), 0.17, age * 0.75))
    for path, width, strength in folds:
        groove = texture.line(path, (0.3 * width, width, 0.25 * width), width * 0.5)
        texture.bump_cm -= groove * 0.13 * strength
        texture.glaze(groove * min(strength, 1) * 0.5, (0.72, 0.76, 0.84))


def _nostrils(texture: FaceTexture, p: Floats) -> None:
    for side in (-1.0, 1.0):
        m = np.array([-side, 1, 1])
        hole = (p[79] + p[238] + p[20] + p[166]) / 4 * m
        dark = np.clip(
            1.5 * texture.blob(off(hole, 0, -0.03), (0.27, 0.115), -side * 20), 0, 1
        )
        texture.cover(
            dark * 0.92, tuple(texture.colour_bgr[10, 10] * [0.16, 0.18, 0.26]), 0.0
        )
        wing = (
            np.array(
                [
                    off(p[48], -0.1, 0.35),
                    off(p[129], -0.02, 0),
                    off(p[98], -0.08, -0.02),
                ]
            )
            * m
        )
        texture.glaze(
            texture.line(wing, (0.03, 0.14, 0.05), 0.05) * 0.5, (0.5, 0.55, 0.68)
        )
        texture.glaze(texture.blob(p[97] * m, (0.35, 0.2)) * 0.4, (0.72, 0.74, 0.84))


def _lips(texture: FaceTexture, p: Floats, look: Complexion) -> None:
    top, foot, seam = (curve(p[i], 90) for i in (LIP_TOP, LIP_FOOT, LIP_SEAM))
    lips = texture.polygon(np.vstack([top, foot[::-1]]), 0.1)
    upper = texture.polygon(np.vstack([top, seam[::-1]]), 0.05)
    texture.cover(lips * 0.68, look.lips_bgr, look.gloss * 1.7 + 0.06, 0.6)
    texture.glaze(upper * 0.55, (0.68, 0.68, 0.80))
    tone = fractal_noise(lips.shape, 0.16 * TEXTURE_PX_PER_CM, 5, 2)
    texture.colour_bgr *= 1 + (lips * tone * 0.03)[..., None]
    texture.bump_cm += lips * 0.04
    ink = tuple(np.array(look.lips_bgr) * [0.28, 0.26, 0.36])
    texture.cover(
        texture.line(seam, (0.05, 0.13, 0.10, 0.15, 0.10, 0.13, 0.05), 0.035) * 0.85,
        ink,
        0.0,
    )
    texture.bump_cm -= texture.line(seam, (0.1, 0.2, 0.2, 0.1), 0.06) * 0.07
    for end in (p[61], p[291]):
        texture.glaze(
            texture.blob(off(end, np.sign(end[0]) * 0.1, -0.03), (0.24, 0.15)) * 0.6,
            (0.6, 0.62, 0.74),
        )
    texture.glaze(
        texture.line(off(foot, 0, -0.07), (0.02, 0.2, 0.02), 0.1) * 0.4,
        (0.75, 0.77, 0.84),
    )


def _eye(texture: FaceTexture, p: Floats, look: Complexion) -> None:
    upper, lower = curve(p[UPPER_LID], 60), curve(p[LOWER_LID], 60)
    opening = texture.polygon(np.vstack([upper, lower[::-1]]), 0.025)
    middle = (p[33] + p[133]) / 2
    texture.cover(opening, (0.66, 0.71, 0.74), 0.32, 0.0)
    inner = texture.blob(p[133], (0.26, 0.2)) * opening
    texture.cover(inner * 0.8, (0.42, 0.46, 0.68), 0.5)
    outer = texture.blob(p[33], (0.45, 0.4)) * opening
    texture.glaze(outer * 0.5, (0.72, 0.74, 0.82))
    height = float(p[159][1] - p[145][1])
    centre = off(
        middle,
        look.gaze[0],
        look.gaze[1] + (p[159][1] + p[145][1]) / 2 - middle[1] + 0.07 * height,
    )
    _iris(texture, centre, opening, look)
    lid = texture.line(off(upper, 0, -0.10), (0.16, 0.34, 0.22), 0.07) * opening
    texture.glaze(lid * 0.78, (0.36, 0.36, 0.42))
    rim = texture.line(off(lower, 0, -0.03), (0.04, 0.09, 0.05), 0.02)
    texture.glaze(rim * 0.45, (0.68, 0.66, 0.84))
    dark = tuple(np.array(look.hair_bgr) * 0.5 + [0.02, 0.025, 0.035])
    lash = np.vstack([off(p[33], -0.16, 0.02), upper[6:]])
    texture.cover(
        texture.line(
            off(lash, 0, 0.03),
            (0.03, 0.14 * look.lashes, 0.12 * look.lashes, 0.06),
            0.025,
        )
        * 0.88,
        dark,
        0.0,
        0.0,
    )
    low_lash = texture.line(off(lower, 0, -0.06), (0.09, 0.05, 0.0), 0.03)
    texture.cover(low_lash * 0.45 * look.lashes, dark, 0.0)
    crease = (
        upper
        + np.c_[
            np.zeros(60), 0.16 + 0.2 * np.sin(np.linspace(0.2, 2.9, 60)), np.zeros(60)
        ]
    )
    line = texture.line(crease, (0.03, 0.13, 0.12, 0.05), 0.04)
    texture.glaze(line * 0.7, (0.5, 0.55, 0.68))
    texture.bump_cm -= line * 0.05
    texture.bump_cm += (
        texture.line(off(upper, 0, 0.09), (0.05, 0.16, 0.08), 0.05) * 0.05
    )
    texture.bump_cm += texture.blob(centre, (0.75, 0.5)) * opening * 0.1


def _iris(
    texture: FaceTexture, centre: Floats, opening: Image, look: Complexion
) -> None:
    radius = np.hypot(texture.x_cm - centre[0], texture.y_cm - centre[1]).astype(
        np.float32
    )
    ring = smoothstep(0.60, 0.53, radius) * opening
    texture.cover(ring, tuple(np.array(look.iris_bgr) * 0.45), 0.75)
    low = texture.blob(off(centre, 0.12, -0.2), (0.28, 0.22)) * smoothstep(
        0.53, 0.42, radius
    )
    glow = smoothstep(0.53, 0.38, radius) * opening
    texture.cover(glow * 0.75, look.iris_bgr)
    texture.cover(
        low * opening * 0.7, tuple(np.minimum(np.array(look.iris_bgr) * 1.9, 1))
    )
    texture.cover(smoothstep(0.27, 0.21, radius) * opening, (0.015, 0.015, 0.02))
    spark = off(centre, look.catchlight[0], look.catchlight[1])
    texture.cover(
        np.clip(1.6 * texture.blob(spark, (0.065, 0.075)), 0, 1) * opening,
        (1.5, 1.55, 1.6),
    )


def _brow(texture: FaceTexture, p: Floats, look: Complexion, seed: int) -> None:
    top, foot = curve(p[BROW_TOP], 50), curve(p[BROW_FOOT], 50)
    spine = 0.55 * top + 0.45 * foot
    rng = np.random.default_rng(seed + 77)
    weight = look.brow_weight
    soft = texture.line(spine, (0.08, 0.34 * weight, 0.42 * weight, 0.26 * weight), 0.1)
    dark = np.array(look.hair_bgr) * 0.7 + np.array(texture.colour_bgr[10, 10]) * 0.06
    texture.cover(soft * 0.5, tuple(dark * 0.6 + np.array(look.skin_bgr) * 0.25), 0.05)
    inward = 1.0 if p[33][0] < 0 else -1.0
    for tone in (0.7, 1.3):
        hairs = [_brow_hair(spine, inward, weight, rng) for _ in range(55)]
        texture.cover(
            texture.lines(hairs, 0.03, 0.02) * 0.5, tuple(dark * tone), 0.03, 0.2
        )
    texture.bump_cm += soft * 0.04


def _brow_hair(
    spine: Floats, inward: float, weight: float, rng: np.random.Generator
) -> Floats:
    t = rng.uniform(0.02, 1.0)
    here = off(spine[int(t * 49)], 0, rng.normal(0, 0.10 * weight * min(1, 2.5 * t)))
    lean = np.radians(172 - 68 * t**2 + rng.normal(0, 9))
    length = rng.uniform(0.25, 0.45) * min(1.0, 0.6 + weight * 0.4)
    reach = np.array([inward * np.cos(lean), np.sin(lean) * 0.8, 0]) * length
    return np.array(
        [here, off(here + reach * 0.5, 0, 0.02), here + off(reach, 0, -0.05)]
    )
