"""Skin, age, nostrils and lips, drawn into a face's texture."""

import numpy as np

from museum_targets.painter.complexion import Complexion
from museum_targets.painter.eyes import paint_brow, paint_eye
from museum_targets.painter.mesh import Floats, mirror_order
from museum_targets.painter.noise import fractal_noise, smoothstep, tint
from museum_targets.painter.texture import (
    TEXTURE_PX_PER_CM,
    FaceTexture,
    curve,
    off,
)

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
    _scalp(texture, points_cm, look)
    for half, mirror in _halves(points_cm):
        paint_eye(texture, half * mirror, look)
        paint_brow(texture, half * mirror, look, seed)
    return texture


def _halves(p: Floats) -> tuple[tuple[Floats, Floats], ...]:
    """Each half as if it were the left one, and what brings it to its place."""
    back = np.array([-1.0, 1.0, 1.0])
    return (p, np.ones(3)), (p[mirror_order()] * back, back)


def _skin_tones(texture: FaceTexture, p: Floats, look: Complexion, seed: int) -> None:
    shape = texture.bump_cm.shape
    mottle = fractal_noise(shape, 1.1 * TEXTURE_PX_PER_CM, seed, 4)
    texture.colour_bgr *= 1 + 0.012 * mottle[..., None] * tint([1.4, 1.2, 0.5])
    warm = (0.80, 0.86, 1.03)
    patchy = np.clip(1 + 0.22 * mottle, 0.4, 1.6)
    for half, m in _halves(p):
        x = -m[0]
        cheek = half[50] * m
        texture.glaze(
            texture.blob(cheek, (1.7, 1.25), x * 18) * patchy * look.blush, warm
        )
        texture.glaze(
            texture.blob(off(half[145] * m, 0, -0.55), (1.0, 0.35)) * 0.5,
            (0.93, 0.88, 0.9),
        )
        socket = off(half[159] * m, 0, 0.35)
        texture.glaze(
            texture.blob(socket, (1.3, 0.45), -x * 6) * 0.55, (0.82, 0.83, 0.9)
        )
        texture.glaze(
            texture.blob(off(half[133] * m, -0.15 * x, 0.3), (0.35, 0.7)) * 0.4,
            (0.8, 0.82, 0.88),
        )
    texture.glaze(texture.blob(p[4], (1.1, 0.9)) * patchy * look.blush * 0.9, warm)
    cool = smoothstep(-3.6, -6.4, texture.y_cm) * 0.9
    texture.glaze(cool, (1.03, 0.99, 0.95))
    texture.glaze(
        texture.blob(off(p[164], 0, -0.1), (1.4, 0.4)) * 0.5, (1.0, 0.98, 0.96)
    )
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
    skin = np.vstack([rim, below])
    texture.glaze(1 - texture.polygon(skin, 0.9), (0.72, 0.76, 0.86))
    hair = smoothstep(0.25, 0.95, 1 - texture.polygon(skin, 0.55))
    texture.cover(hair, look.hair_bgr, 0.1, 0.0)


def _age(texture: FaceTexture, points: Floats, age: float) -> None:
    folds: list[tuple[Floats, float, float]] = []
    for p, m in _halves(points):
        fold = (
            np.array([off(p[129], -0.15, 0.1), p[203], p[206], off(p[216], 0.1, 0)]) * m
        )
        folds.append((fold, 0.32, 0.15 + 1.1 * age))
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
                0.02 + 0.6 * age,
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
                (x + 0.5 * i - 0.4, points[9][1] + y + 0.1 * np.sin(x * 2.3 + 2 * i), 0)
                for x in (-3.0, -1.7, -0.2, 1.5, 2.6 + 0.4 * i)
            ]
            folds.append((np.array(row), 0.17, age * 0.75))
    for path, width, strength in folds:
        groove = texture.line(path, (0.3 * width, width, 0.25 * width), width * 0.5)
        texture.bump_cm -= groove * 0.13 * strength
        texture.glaze(groove * min(strength, 1) * 0.5, (0.72, 0.76, 0.84))


def _nostrils(texture: FaceTexture, points: Floats) -> None:
    for p, m in _halves(points):
        hole = (p[79] + p[238] + p[20] + p[166]) / 4 * m
        dark = np.clip(
            1.5 * texture.blob(off(hole, 0, -0.03), (0.27, 0.115), m[0] * 20), 0, 1
        )
        texture.cover(
            dark * 0.8, tuple(texture.colour_bgr[10, 10] * [0.2, 0.22, 0.34]), 0.0
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
        texture.line(seam, (0.05, 0.13, 0.10, 0.15, 0.10, 0.13, 0.05), 0.05) * 0.72,
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
