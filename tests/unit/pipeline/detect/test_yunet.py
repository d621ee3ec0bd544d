"""Faces of every size, in pictures of every kind."""

import cv2
import numpy as np
import pytest

from pipeline.detect.yunet import YuNet
from pipeline.geometry import box_overlap, points_box


@pytest.fixture(scope="module")
def truth(astronaut_mesh):
    """Box of the astronaut's face."""
    return points_box(astronaut_mesh.points_px)


def agreement(detection, box):
    return box_overlap(detection.box_xyxy, np.asarray(box, np.float32))


def test_the_portrait_has_one_face_where_it_is(engine, astronaut_bgr, truth):
    (face,) = engine.detector.detect(astronaut_bgr)
    assert agreement(face, truth) > 0.6
    assert face.score > 0.8
    left_eye, right_eye, nose, left_mouth, right_mouth = face.key_points_px
    assert left_eye[0] < nose[0] < right_eye[0]
    assert left_mouth[0] < right_mouth[0]
    assert max(left_eye[1], right_eye[1]) < nose[1] < min(left_mouth[1], right_mouth[1])


@pytest.mark.parametrize("face_px", [40, 60])
def test_a_small_face_in_a_large_room_is_found(engine, astronaut_bgr, truth, face_px):
    scale = face_px / (truth[2] - truth[0])
    small = cv2.resize(astronaut_bgr, None, fx=scale, fy=scale)
    room = np.full((720, 1280, 3), 90, np.uint8)
    room[200 : 200 + small.shape[0], 700 : 700 + small.shape[1]] = small
    (face,) = engine.detector.detect(room)
    assert agreement(face, truth * scale + [700, 200, 700, 200]) > 0.5


@pytest.mark.parametrize("side_px", [120, 900, 2400])
def test_a_face_that_fills_the_frame_is_found(engine, astronaut_bgr, truth, side_px):
    x0, y0, x1, y1 = truth.round().astype(int)
    close_up = astronaut_bgr[y0 - 4 : y1 + 4, x0 - 4 : x1 + 4]
    scale = side_px / close_up.shape[1]
    close_up = cv2.resize(close_up, None, fx=scale, fy=scale)
    face = engine.detector.detect(close_up)[0]
    assert agreement(face, [0, 0, close_up.shape[1], close_up.shape[0]]) > 0.5


def test_twenty_faces_are_twenty_faces(engine, astronaut_bgr):
    head = astronaut_bgr[20:240, 120:340]
    crowd = np.tile(head, (4, 5, 1))
    faces = engine.detector.detect(crowd)
    assert len(faces) == 20
    cells = {tuple((f.key_points_px[2] // 220).astype(int)) for f in faces}
    assert len(cells) == 20


def test_the_largest_comes_first(engine, astronaut_bgr):
    wall = np.full((600, 1100, 3), 120, np.uint8)
    wall[:256, :256] = cv2.resize(astronaut_bgr, (256, 256))
    wall[80:592, 400:912] = astronaut_bgr
    first, second = engine.detector.detect(wall)
    assert first.width_px > 1.5 * second.width_px
    assert first.key_points_px[2, 0] > 500


def test_half_a_face_at_the_edge_is_found(engine, astronaut_bgr, truth):
    middle = round(0.45 * truth[0] + 0.55 * truth[2])
    faces = engine.detector.detect(np.ascontiguousarray(astronaut_bgr[:, :middle]))
    assert len(faces) == 1
    assert agreement(faces[0], truth) > 0.35


@pytest.mark.parametrize(
    "bgr",
    [
        np.zeros((1, 1, 3), np.uint8),
        np.zeros((720, 1280, 3), np.uint8),
        np.full((300, 300, 3), 255, np.uint8),
        np.zeros((2, 3000, 3), np.uint8),
        np.zeros((0, 5, 3), np.uint8),
        np.random.default_rng(1).integers(0, 255, (480, 640, 3), np.uint8),
    ],
    ids=["pixel", "black", "white", "line", "nothing", "noise"],
)
def test_where_no_face_is_none_is_found(engine, bgr):
    assert engine.detector.detect(bgr) == []


@pytest.mark.parametrize("factor", [0.15, 2.5])
def test_dark_and_overexposed_faces_are_found(engine, astronaut_bgr, truth, factor):
    bgr = np.clip(astronaut_bgr * factor, 0, 255).astype(np.uint8)
    assert agreement(engine.detector.detect(bgr)[0], truth) > 0.5


def test_a_grey_face_is_found(engine, astronaut_bgr, truth):
    grey = cv2.cvtColor(astronaut_bgr, cv2.COLOR_BGR2GRAY)
    face = engine.detector.detect(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR))[0]
    assert agreement(face, truth) > 0.6


def test_a_stricter_detector_leaves_out_what_it_is_less_sure_of(astronaut_bgr):
    assert YuNet(0.999).detect(astronaut_bgr) == []
