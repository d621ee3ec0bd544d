"""Shadows, glasses and fringes: the harder flaws of the prototype."""

import cv2
import numpy as np
import pytest

from pipeline.manner import Manner, Memory
from pipeline.mesh import OVAL
from tests.portraits import (
    hull,
    lab_of,
    lab_picture,
    laid_on,
    mask_of,
    mesh_of,
    polygon,
    shaded,
    still_of,
)

MOUTH = [216, 436, 212, 432, 18, 2]
NOSE_TIP = [195, 129, 358, 2, 98, 327]
MIDDLE = [10, 151, 9, 8, 168, 6, 197, 195, 5, 4, 1, 2, 164, 0, 17, 152]


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("name", ["gold", "lady", "pair"])
def test_a_shadow_down_the_middle_leaves_no_streak(
    engine, studio, astronaut_bgr, astronaut_mesh, name, side
):
    points, painting = astronaut_mesh.points_px, studio[name]
    rows = np.arange(astronaut_bgr.shape[0])
    middle = np.interp(rows, points[MIDDLE, 1], points[MIDDLE, 0])[:, None]
    x = np.arange(astronaut_bgr.shape[1])[None]
    half = x < middle if side == "left" else x > middle
    shadow = shaded(astronaut_bgr, half, 0.3, 1.2)
    usual = still_of(engine, astronaut_bgr, astronaut_mesh, painting)
    new = still_of(engine, shadow, astronaut_mesh, painting)
    change = (lab_picture(new.bgr) - lab_picture(usual.bgr))[..., 0]
    sigma = 0.015 * painting.faces[0].width_px
    calm = cv2.GaussianBlur(change, (0, 0), sigma)
    face = polygon(painting.bgr, painting.faces[0].points_px, OVAL)
    face &= mask_of(new, painting) > 0.9
    for feature in (MOUTH, NOSE_TIP):
        face &= ~hull(painting.bgr, painting.faces[0].points_px, feature)
    assert np.percentile(calm[face], 2) > -20


@pytest.mark.parametrize("name", ["gold", "lady", "pair"])
def test_a_brow_in_shadow_stays_a_brow(
    engine, studio, astronaut_bgr, astronaut_mesh, name
):
    points, painting = astronaut_mesh.points_px, studio[name]
    x = np.arange(astronaut_bgr.shape[1])[None].repeat(astronaut_bgr.shape[0], 0)
    half = x > points[1, 0] + 0.2 * np.ptp(points[:, 0])
    shadow = shaded(astronaut_bgr, half, 0.3, 1.2)
    usual = still_of(engine, astronaut_bgr, astronaut_mesh, painting)
    new = still_of(engine, shadow, astronaut_mesh, painting)
    brow = hull(
        painting.bgr, painting.faces[0].points_px, [336, 296, 334, 293, 276, 285, 295]
    )
    brow &= mask_of(new, painting) > 0.9
    change = (lab_picture(new.bgr) - lab_picture(usual.bgr))[..., 0]
    assert change[brow].mean() > -12


@pytest.mark.parametrize("name", ["gold", "pair"])
def test_the_highlights_of_a_light_complexion_are_not_cold(
    engine, studio, astronaut_bgr, astronaut_mesh, name
):
    painting = studio[name]
    points = painting.faces[0].points_px
    still = still_of(
        engine, astronaut_bgr, astronaut_mesh, painting, Manner(complexion=1.0)
    )
    visitor = lab_of(astronaut_bgr, astronaut_mesh.points_px)
    face = polygon(painting.bgr, points, OVAL) & (mask_of(still, painting) > 0.9)
    yellow = cv2.GaussianBlur(lab_picture(still.bgr)[..., 2], (0, 0), 3)[face]
    assert visitor[2] > 8
    assert np.mean(yellow < 2) < 0.02


@pytest.mark.parametrize("name", ["gold", "lady", "turban"])
def test_both_lenses_of_glasses_are_seen(
    engine, studio, astronaut_bgr, astronaut_mesh, name
):
    points, painting = astronaut_mesh.points_px, studio[name]
    width = float(np.ptp(points[:, 0]))
    frames = np.zeros(astronaut_bgr.shape[:2], np.uint8)
    axes = (int(0.16 * width), int(0.13 * width))
    for eye in ([33, 133], [362, 263]):
        x, y = points[eye, :2].mean(0)
        cv2.ellipse(frames, (int(x), int(y) + 1), axes, 0, 0, 360, 1, 3)
    glasses = laid_on(astronaut_bgr, frames > 0, (20, 20, 25))
    canvas = painting.canvas(0, 1.0, painting.bgr)
    rim_bgr = cv2.merge([frames * 255] * 3)
    rim = (
        engine.swapper.draw(rim_bgr, astronaut_mesh, canvas, Memory()).bgr[..., 0] > 180
    )
    rim &= canvas.alpha3[..., 0] > 0.95
    x0, y0, x1, y1 = canvas.box
    light = [
        lab_picture(still_of(engine, bgr, astronaut_mesh, painting).bgr)[y0:y1, x0:x1]
        for bgr in (astronaut_bgr, glasses)
    ]
    darker = (light[0] - light[1])[..., 0][rim]
    assert np.mean(darker > 8) > 0.75


@pytest.mark.parametrize("name", ["gold", "lady"])
@pytest.mark.parametrize("t_s", [4.0, 5.3])
def test_the_demo_visitors_own_fringe_does_not_smear_the_forehead(
    engine, studio, demo, name, t_s
):
    painting, bgr = studio[name], demo.frame_at(t_s)
    still = still_of(engine, bgr, mesh_of(engine, bgr), painting)
    top = [109, 10, 338, 337, 151, 108]
    forehead = hull(painting.bgr, painting.faces[0].points_px, top)
    forehead &= mask_of(still, painting) > 0.5
    change = (lab_picture(still.bgr) - lab_picture(painting.bgr))[..., 0][forehead]
    assert np.abs(change).mean() < 5
    assert np.percentile(change, 5) > -14
