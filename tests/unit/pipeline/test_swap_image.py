"""Photographs into paintings: what must stay, and what must change."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from pipeline.alignment import five_points
from pipeline.errors import NoFaceError
from pipeline.evaluate.measures import full_mask, measure
from pipeline.manner import Manner
from pipeline.still import swap_image
from tests.portraits import lab_of, skin_chroma

NAMES = ["baroque", "garden", "gentleman", "gold", "lady", "pair", "turban"]


@pytest.fixture(scope="module")
def swapped(engine, astronaut_bgr, studio):
    """The astronaut in each painting, in the painted complexion."""
    manner = Manner(complexion=0.0)
    return {
        name: swap_image(astronaut_bgr, painting, engine, manner)
        for name, painting in studio.items()
    }


@pytest.fixture(scope="module")
def identify(sface):
    def of(bgr, points_px):
        return sface.embed(bgr, five_points(points_px))

    return of


@pytest.mark.parametrize("name", NAMES)
def test_outside_the_mask_not_one_value_changes(studio, swapped, name):
    painted, still = studio[name].bgr, swapped[name]
    assert still.bgr.shape == painted.shape
    mask = full_mask(painted.shape[1::-1], still.masks)
    same = (still.bgr == painted).all(-1)
    assert same[mask == 0].all()
    assert same[mask > 0.9].mean() < 0.2, "inside there is somebody else"


@pytest.mark.parametrize("name", NAMES)
def test_the_changed_box_holds_every_change(studio, swapped, name):
    painted, still = studio[name].bgr, swapped[name]
    y, x = np.nonzero((still.bgr != painted).any(-1))
    x0, y0, x1, y1 = still.changed_box_px
    assert x0 <= x.min()
    assert y0 <= y.min()
    assert x.max() < x1
    assert y.max() < y1
    assert x.max() - x.min() > 0.75 * (x1 - x0), "and hardly more"


@pytest.mark.parametrize("name", NAMES)
def test_the_face_is_the_visitors(
    studio, swapped, identify, astronaut_bgr, astronaut_mesh, name
):
    painting, still = studio[name], swapped[name]
    place = painting.best_faces(1)[0]
    points = painting.faces[place].points_px
    visitor = identify(astronaut_bgr, astronaut_mesh.points_px)
    painted, new = identify(painting.bgr, points), identify(still.bgr, points)
    assert float(new @ visitor) > float(painted @ visitor) + 0.25
    assert float(new @ visitor) > 0.35
    assert float(new @ visitor) > float(new @ painted)


@pytest.mark.parametrize("name", NAMES)
def test_strokes_light_and_edge_are_the_paintings(studio, swapped, name):
    painted, still = studio[name].bgr, swapped[name]
    mask = full_mask(painted.shape[1::-1], still.masks)
    found = measure(painted, still.bgr, mask)
    assert found.outside_max_abs_diff == 0
    assert 0.7 <= found.strokes_ratio <= 1.35
    assert found.light_delta_e <= 6.5
    assert found.seam <= 1.35


def test_light_and_strokes_are_right_over_the_whole_studio(studio, swapped):
    found = []
    for name, still in swapped.items():
        painted = studio[name].bgr
        mask = full_mask(painted.shape[1::-1], still.masks)
        found.append(measure(painted, still.bgr, mask))
    assert np.mean([one.light_delta_e for one in found]) <= 4.2
    assert 0.8 <= np.mean([one.strokes_ratio for one in found]) <= 1.2
    assert np.mean([one.seam for one in found]) <= 1.15


def test_what_was_found_is_told(swapped):
    assert swapped["lady"].visitor_faces == 1
    assert (swapped["lady"].painted_faces, swapped["pair"].painted_faces) == (1, 2)
    assert swapped["lady"].stages_ms["harmonise"] > 0


def test_the_same_photograph_gives_the_same_portrait(
    engine, studio, swapped, astronaut_bgr
):
    again = swap_image(astronaut_bgr, studio["lady"], engine, Manner(complexion=0.0))
    assert np.array_equal(again.bgr, swapped["lady"].bgr)


def test_the_painting_itself_is_left_alone(engine, studio, astronaut_bgr):
    before = studio["gold"].bgr.copy()
    swap_image(astronaut_bgr, studio["gold"], engine)
    assert np.array_equal(studio["gold"].bgr, before)


def test_two_people_sit_from_left_to_right(
    engine, studio, identify, astronaut_bgr, astronaut_mesh
):
    """The second one is a stranger: the painted gentleman himself."""
    gentleman = studio["gentleman"]
    x0, y0, x1, y1 = gentleman.canvas(0, 1.0, gentleman.bgr).box
    stranger = gentleman.bgr[max(0, y0 - 100) : y1 + 100, x0 - 100 : x1 + 100]
    height = 500
    stranger = cv2.resize(
        stranger, (round(stranger.shape[1] * height / stranger.shape[0]), height)
    )
    photo = np.hstack([stranger, astronaut_bgr[:height]])
    still = swap_image(photo, studio["pair"], engine)
    assert still.visitor_faces == 2
    assert len(still.masks) == 2
    visitor = identify(astronaut_bgr, astronaut_mesh.points_px)
    left, right = (
        float(identify(still.bgr, face.points_px) @ visitor)
        for face in studio["pair"].faces
    )
    assert right > 0.4
    assert left < right - 0.25


def test_twenty_people_fill_the_faces_there_are(engine, studio, astronaut_bgr):
    crowd = np.tile(astronaut_bgr[20:240, 120:340], (4, 5, 1))
    still = swap_image(crowd, studio["pair"], engine)
    assert (still.visitor_faces, len(still.masks)) == (20, 2)


@pytest.mark.parametrize("name", ["lady", "gold"])
def test_complexion_moves_the_skin_towards_the_visitor(
    engine, studio, astronaut_bgr, astronaut_mesh, name
):
    painting = studio[name]
    points = painting.faces[0].points_px
    visitor = lab_of(astronaut_bgr, astronaut_mesh.points_px)
    away, chroma = [], []
    for complexion in (0.0, 0.5, 1.0):
        one = replace(painting, complexion=complexion)
        new = lab_of(swap_image(astronaut_bgr, one, engine).bgr, points)
        away.append(float(np.linalg.norm(new - visitor)))
        chroma.append(skin_chroma(new))
    assert away[2] < away[1] < away[0]
    least = min(skin_chroma(visitor), skin_chroma(lab_of(painting.bgr, points)))
    assert min(chroma) > 0.8 * least


@pytest.mark.parametrize("bgr", [np.zeros((1, 1, 3)), np.full((300, 400, 3), 90)])
def test_a_photograph_without_a_face_is_told(engine, studio, bgr):
    with pytest.raises(NoFaceError, match=r"^No face was found in the visitor's"):
        swap_image(bgr.astype(np.uint8), studio["lady"], engine)


@pytest.mark.parametrize("kind", ["dark", "overexposed", "grey", "small", "half"])
def test_poor_photographs_still_give_a_portrait(engine, studio, astronaut_bgr, kind):
    bgr = {
        "dark": (astronaut_bgr * 0.15).astype(np.uint8),
        "overexposed": np.clip(astronaut_bgr * 2.5, 0, 255).astype(np.uint8),
        "grey": np.repeat(astronaut_bgr.max(-1, keepdims=True), 3, axis=-1),
        "small": cv2.resize(astronaut_bgr, (330, 330)),
        "half": np.ascontiguousarray(astronaut_bgr[:, :232]),
    }[kind]
    painted = studio["lady"]
    still = swap_image(bgr, painted, engine)
    found = measure(
        painted.bgr, still.bgr, full_mask(painted.bgr.shape[1::-1], still.masks)
    )
    assert found.outside_max_abs_diff == 0
    assert found.light_delta_e < 8
    face = lab_of(still.bgr, painted.faces[0].points_px)
    assert skin_chroma(face) > 10, "nobody turns grey in a coloured painting"
