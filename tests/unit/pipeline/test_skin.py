"""The colour of skin, and how one complexion becomes another."""

import cv2
import numpy as np
import pytest

from pipeline import skin
from pipeline.skin import complexion_shift
from pipeline.zones import Zones

LIGHT = np.array([75.0, 14.0, 18.0])
DARK = np.array([35.0, 13.0, 17.0])
COOL = np.array([60.0, 14.0, -12.0])
GREY = np.array([55.0, 0.5, 0.5])
PEOPLE = {
    "light": LIGHT,
    "dark": DARK,
    "rosy": np.array([70.0, 24.0, 10.0]),
    "olive": np.array([60.0, 6.0, 24.0]),
    "cool": COOL,
}


def chroma(lab):
    return float(np.hypot(*lab[1:]))


@pytest.mark.parametrize("visitor", PEOPLE.values(), ids=PEOPLE)
@pytest.mark.parametrize("painted", PEOPLE.values(), ids=PEOPLE)
def test_at_zero_the_painted_skin_stays(visitor, painted):
    assert np.abs(complexion_shift(visitor, painted, 0.0)).max() < 1e-4


def test_at_one_a_warm_skin_becomes_the_visitors_own():
    shift = complexion_shift(DARK, LIGHT, 1.0)
    assert np.allclose((LIGHT + shift)[1:], DARK[1:], atol=0.01)
    assert shift[0] == pytest.approx(0.7 * (35 - 75), abs=1), "light stays painted"


@pytest.mark.parametrize("visitor", PEOPLE.values(), ids=PEOPLE)
@pytest.mark.parametrize("painted", PEOPLE.values(), ids=PEOPLE)
def test_no_mixture_passes_through_grey(visitor, painted):
    least = min(chroma(visitor), chroma(painted))
    for amount in np.linspace(0, 1, 21):
        mixed = painted + complexion_shift(visitor, painted, amount)
        assert chroma(mixed) >= 0.99 * least


@pytest.mark.parametrize(("visitor", "painted"), [(GREY, LIGHT), (DARK, GREY)])
def test_a_colourless_picture_moves_lightness_only(visitor, painted):
    shift = complexion_shift(visitor, painted, 1.0)
    assert np.abs(shift[1:]).max() < 1e-4
    assert np.sign(shift[0]) == np.sign(visitor[0] - painted[0])


def test_more_of_the_visitor_comes_nearer_to_the_visitor():
    away = [
        np.linalg.norm(LIGHT + complexion_shift(DARK, LIGHT, amount) - DARK)
        for amount in np.linspace(0, 1, 6)
    ]
    assert np.all(np.diff(away) < 0)


def test_skin_is_measured_where_skin_is(astronaut_bgr, astronaut_mesh):
    lab = cv2.cvtColor(astronaut_bgr.astype(np.float32) / 255, cv2.COLOR_BGR2LAB)
    zones = Zones(astronaut_mesh.points_px, (512, 512), 95)
    found = skin.measure_skin(lab, zones.skin_patches())
    assert 50 < found.mean[0] < 85
    assert found.mean[1] > 8, "reddish"
    assert found.mean[2] > 8, "yellowish"
    assert np.all(found.spread >= [7, 3, 4])


def test_without_a_patch_there_is_still_a_colour():
    found = skin.measure_skin(
        np.zeros((4, 4, 3), np.float32), np.zeros((4, 4), np.uint8)
    )
    assert np.isfinite(found.mean).all()
    assert np.all(found.spread > 0)


def test_hair_and_cloth_are_unlike_skin_and_shine_is_not():
    lab = np.tile(np.float32(LIGHT), (20, 80, 1))
    lab[:, 20:40] = [18, 3, 4]  # hair
    lab[:, 40:60] = [40, 5, -40]  # blue cloth
    lab[:, 60:] = [92, 10, 13]  # a shining forehead
    colour = skin.SkinColour(LIGHT, np.array([7.0, 3.0, 4.0]))
    eye = skin.CAMERA_EYE
    away = skin.unlike_skin(lab, colour, 1.0, eye.dark_weight)[10]
    assert away[10] < 0.5
    assert away[30] > eye.hair_from
    assert away[50] > eye.hair_from
    assert away[75] < eye.hair_from


def test_only_what_hangs_from_the_rim_is_hair():
    lab = np.tile(np.float32(LIGHT), (100, 100, 1))
    lab[:40, 20:30] = [18, 3, 4]  # a strand from the rim
    lab[50:60, 60:70] = [18, 3, 4]  # a mole
    zone, rim = np.ones((100, 100), np.uint8), np.zeros((100, 100), np.uint8)
    rim[:3] = 1
    colour = skin.SkinColour(LIGHT, np.array([7.0, 3.0, 4.0]))
    hair = skin.hanging_hair(lab, colour, zone, rim, 100, skin.CAMERA_EYE)
    assert hair[20, 25] > 0.9
    assert hair[55, 65] == 0
    assert hair[80, 80] == 0


def test_a_measure_moves_part_of_the_way():
    one = skin.SkinColour(LIGHT, np.full(3, 8.0))
    other = skin.SkinColour(DARK, np.full(3, 4.0))
    between = one.nearer(other, 0.25)
    assert between.mean[0] == pytest.approx(65)
    assert between.spread.tolist() == [7, 7, 7]
