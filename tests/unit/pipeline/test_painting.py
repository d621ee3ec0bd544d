"""Which faces of a painting can be stepped into."""

from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.backends import open_engine
from pipeline.errors import ImageUnreadableError, ModelError, NoFaceError
from pipeline.geometry import box_overlap, points_box
from pipeline.mesh import canonical_face
from pipeline.painting import LEAST_FACE_PX, load_painting, prepare_painting
from pipeline.types import FaceMesh

STUDIO = Path(__file__).resolve().parents[3] / "museum_targets" / "studio"
FACES = {
    "baroque": 1,
    "garden": 1,
    "gentleman": 1,
    "gold": 1,
    "lady": 1,
    "pair": 2,
    "turban": 1,
}


@dataclass
class FakeLandmarker:
    """Sees the same points everywhere."""

    mesh: FaceMesh

    def first_look(self, bgr, detection):
        return self.mesh

    def follow(self, bgr, last_points_px):
        return self.mesh


def turned(yaw_deg):
    turn = cv2.Rodrigues(np.array([0.0, -np.radians(yaw_deg), 0.0]))[0]
    points = 10 * canonical_face().points_cm @ turn.T + [226, 130, 0]
    return points.astype(np.float32)


def room_with(bgr, scale, width_px=1000):
    """The portrait, scaled, on a wall."""
    small = cv2.resize(bgr, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    wall = np.full((700, width_px, 3), 110, np.uint8)
    wall[60 : 60 + small.shape[0], 80 : 80 + small.shape[1]] = small
    return wall


def test_the_studio_is_all_here(studio):
    assert {path.stem for path in STUDIO.glob("*.jpg")} == set(FACES)
    assert {name: len(one.faces) for name, one in studio.items()} == FACES


@pytest.mark.parametrize("name", ["lady", "pair"])
def test_a_file_is_loaded_at_full_size(engine, studio, name):
    full = load_painting(STUDIO / f"{name}.jpg", engine, complexion=0.4)
    assert full.name == name
    assert max(full.bgr.shape) == 2000
    assert full.complexion == 0.4
    for face, small in zip(full.faces, studio[name].faces, strict=True):
        assert box_overlap(
            points_box(face.points_px) * 0.4, points_box(small.points_px)
        ) == pytest.approx(1, abs=0.1)


def test_the_same_picture_gives_the_same_faces(engine, studio):
    for one in (studio["turban"], studio["pair"]):
        again = prepare_painting(one.name, one.bgr.copy(), engine)
        for face, same in zip(one.faces, again.faces, strict=True):
            assert np.array_equal(face.points_px, same.points_px)
            assert np.array_equal(face.occlusion.shown, same.occlusion.shown)
            assert (face.merit, face.yaw_deg) == (same.merit, same.yaw_deg)


def test_heads_turn_as_they_are_painted(studio):
    left, right = studio["pair"].faces
    assert left.points_px[:, 0].mean() < right.points_px[:, 0].mean()
    assert left.yaw_deg > 8, "the friends look at each other"
    assert right.yaw_deg < -8
    assert studio["turban"].faces[0].yaw_deg < -20


def test_the_best_faces_come_from_left_to_right(engine, astronaut_bgr):
    wall = np.full((560, 1300, 3), 110, np.uint8)
    for left, scale in ((20, 0.5), (300, 1.0), (850, 0.8)):
        portrait = cv2.resize(astronaut_bgr, None, fx=scale, fy=scale)
        height, width = portrait.shape[:2]
        wall[20 : 20 + height, left : left + width] = portrait
    three = prepare_painting("three", wall, engine)
    assert three.best_faces(1) == (1,)
    assert three.best_faces(2) == (1, 2)
    assert three.best_faces(3) == three.best_faces(9) == (0, 1, 2)
    assert three.best_faces(0) == ()


def test_a_landscape_has_no_face(engine, studio):
    sky = studio["lady"].bgr[:90]
    with pytest.raises(
        NoFaceError, match=r"^No face was found in the painting hills\."
    ):
        prepare_painting("hills", np.ascontiguousarray(sky), engine)


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (300, 300)])
def test_an_empty_picture_has_no_face(engine, size):
    with pytest.raises(NoFaceError, match=r"Choose another picture\.$"):
        prepare_painting("void", np.zeros((*size, 3), np.uint8), engine)


def test_a_face_too_small_is_told_with_its_size(engine, astronaut_bgr):
    with pytest.raises(NoFaceError, match=r"too small \(\d+ pixels wide, at least 40"):
        prepare_painting("crowd", room_with(astronaut_bgr, 0.35), engine)


def test_a_face_just_large_enough_will_do(engine, astronaut_bgr):
    one = prepare_painting("room", room_with(astronaut_bgr, 0.62), engine)
    assert LEAST_FACE_PX < one.faces[0].width_px < 75


@pytest.mark.parametrize("yaw_deg", [-70, 58])
def test_a_profile_is_told(engine, astronaut_bgr, yaw_deg):
    profile = FakeLandmarker(FaceMesh(turned(yaw_deg), 0.99))
    with pytest.raises(NoFaceError, match="in profile"):
        prepare_painting("p", astronaut_bgr, replace(engine, landmarker=profile))


def test_a_head_turned_less_is_taken(engine, astronaut_bgr):
    aside = replace(engine, landmarker=FakeLandmarker(FaceMesh(turned(40), 0.99)))
    one = prepare_painting("aside", astronaut_bgr, aside)
    assert one.faces[0].yaw_deg == pytest.approx(40, abs=0.5)


def test_a_face_that_cannot_be_measured_is_told(engine, astronaut_bgr):
    unsure = FakeLandmarker(FaceMesh(turned(0), 0.2))
    with pytest.raises(NoFaceError, match="set by hand"):
        prepare_painting("mask", astronaut_bgr, replace(engine, landmarker=unsure))


def test_a_file_that_is_no_picture_is_told(engine, tmp_path):
    path = tmp_path / "broken.jpg"
    path.write_bytes(b"not a picture")
    with pytest.raises(ImageUnreadableError):
        load_painting(path, engine)


def test_an_engine_nobody_knows_is_told():
    with pytest.raises(ModelError, match=r"no engine named foo\. Known: mesh"):
        open_engine("foo")


def test_nearly_every_real_painting_is_accepted(engine, shared_dir):
    refused = {}
    paths = sorted((shared_dir / "testdata/paintings").glob("*.jpg"))
    for path in paths:
        try:
            load_painting(path, engine)
        except NoFaceError as error:
            refused[path.stem] = str(error)
    assert len(paths) >= 28
    assert len(paths) - len(refused) >= 27, refused
