"""Eyes and eyebrows, drawn into a face's texture."""

import numpy as np

from museum_targets.painter.complexion import Complexion
from museum_targets.painter.mesh import Floats
from museum_targets.painter.noise import Image, smoothstep
from museum_targets.painter.texture import FaceTexture, curve, off

UPPER_LID = [33, 246, 161, 160, 159, 158, 157, 173, 133]
LOWER_LID = [33, 7, 163, 144, 145, 153, 154, 155, 133]
BROW_TOP, BROW_FOOT = [70, 63, 105, 66, 107], [46, 53, 52, 65, 55]


def paint_eye(texture: FaceTexture, p: Floats, look: Complexion) -> None:
    """Paint one eye with its lids.

    Args:
        texture: The face.
        p: (468, 3) landmarks in cm, mirrored if the eye is the one at the right.
        look: Colours, gaze and lashes.
    """
    upper, lower = curve(p[UPPER_LID], 60), curve(p[LOWER_LID], 60)
    opening = texture.polygon(np.vstack([upper, lower[::-1]]), 0.025)
    middle = (p[33] + p[133]) / 2
    texture.cover(opening, (0.58, 0.64, 0.68), 0.14, 0.0)
    inner = texture.blob(p[133], (0.26, 0.2)) * opening
    texture.cover(inner * 0.8, (0.42, 0.46, 0.68), 0.3)
    outer = texture.blob(p[33], (0.45, 0.4)) * opening
    texture.glaze(outer * 0.5, (0.72, 0.74, 0.82))
    height = float(p[159][1] - p[145][1])
    centre = off(
        middle,
        look.gaze[0],
        look.gaze[1] + (p[159][1] + p[145][1]) / 2 - middle[1] + 0.07 * height,
    )
    _iris(texture, centre, opening, look)
    lid = texture.line(off(upper, 0, -0.10), (0.16, 0.40, 0.26), 0.09) * opening
    texture.glaze(lid * 0.78, (0.36, 0.36, 0.42))
    rim = texture.line(off(lower, 0, -0.03), (0.04, 0.09, 0.05), 0.02)
    texture.glaze(rim * 0.45, (0.68, 0.66, 0.84))
    dark = tuple(np.array(look.hair_bgr) * 0.5 + [0.02, 0.025, 0.035])
    lash = np.vstack([off(p[33], 0.16 * np.sign(p[33][0]), 0.02), upper[6:]])
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
    texture.cover(ring, tuple(np.array(look.iris_bgr) * 0.45), 0.12)
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


def paint_brow(texture: FaceTexture, p: Floats, look: Complexion, seed: int) -> None:
    """Paint one eyebrow, hair by hair.

    Args:
        texture: The face.
        p: (468, 3) landmarks in cm, mirrored if the brow is the one at the right.
        look: Colour and weight.
        seed: Seed of the hairs.
    """
    top, foot = curve(p[BROW_TOP], 50), curve(p[BROW_FOOT], 50)
    spine = 0.55 * top + 0.45 * foot
    rng = np.random.default_rng(seed + 77)
    weight = look.brow_weight
    soft = texture.line(spine, (0.08, 0.34 * weight, 0.42 * weight, 0.2 * weight), 0.13)
    dark = np.array(look.hair_bgr) * 0.7 + np.array(texture.colour_bgr[10, 10]) * 0.06
    texture.cover(soft * 0.62, tuple(dark * 0.6 + np.array(look.skin_bgr) * 0.25), 0.05)
    inward = 1.0 if p[33][0] < 0 else -1.0
    for tone in (0.7, 1.3):
        hairs = [_brow_hair(spine, inward, weight, rng) for _ in range(80)]
        texture.cover(
            texture.lines(hairs, 0.022, 0.02) * 0.38, tuple(dark * tone), 0.03, 0.2
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
