"""The visitor's pixels, drawn into a painted face's box."""

import cv2
import numpy as np
import pytest

from pipeline.manner import Memory
from pipeline.mesh import OVAL
from pipeline.types import FaceMesh
from tests.portraits import mesh_of, polygon


@pytest.fixture(scope="module")
def canvas(studio):
    return studio["gold"].canvas(0, 1.0, studio["gold"].bgr)


@pytest.fixture(scope="module")
def drawn(engine, astronaut_bgr, astronaut_mesh, canvas):
    return engine.swapper.draw(astronaut_bgr, astronaut_mesh, canvas, Memory())


def at(picture, points, index):
    x, y = np.round(points[index, :2]).astype(int)
    return picture[y - 1 : y + 2, x - 1 : x + 2].reshape(9, -1).mean(0)


def test_sizes_fit_the_canvas(drawn, canvas):
    assert drawn.bgr.shape == (*canvas.size_px[::-1], 3)
    assert drawn.bgr.dtype == np.uint8
    assert drawn.trust.shape == canvas.small_size_px[::-1]
    other_bgr, other_trust = drawn.other_half
    assert other_bgr.shape[:2] == other_trust.shape == canvas.small_size_px[::-1]


@pytest.mark.parametrize("index", [1, 9, 50, 280, 151, 168, 205, 425])
def test_every_place_shows_the_visitors_same_place(
    drawn, astronaut_bgr, astronaut_mesh, index
):
    seen = at(astronaut_bgr, astronaut_mesh.points_px, index)
    assert np.abs(at(drawn.bgr, drawn.points, index) - seen).max() < 30


def test_the_whole_picture_is_the_visitors(engine, astronaut_mesh, canvas):
    """A ramp comes out as the coordinates of the matching points."""
    y, x = np.mgrid[:512, :512].astype(np.float32) / 2
    ramp = cv2.merge([x, y, x]).astype(np.uint8)
    drawn = engine.swapper.draw(ramp, astronaut_mesh, canvas, Memory())
    for index in (1, 33, 263, 61, 291, 9, 199):
        seen = astronaut_mesh.points_px[index, :2] / 2
        assert np.abs(at(drawn.bgr, drawn.points, index)[:2] - seen).max() < 2.5


def test_a_frontal_visitor_is_trusted_inside_and_nowhere_else(drawn, canvas):
    small = drawn.points / canvas.step
    inside = polygon(drawn.trust, small, OVAL)
    assert 0 <= drawn.trust.min() <= drawn.trust.max() <= 1.001
    assert drawn.trust[inside].mean() > 0.85
    wide = cv2.dilate(inside.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    assert drawn.trust[~wide].max() < 0.01


def test_the_other_half_is_the_face_in_a_mirror(
    engine, astronaut_mesh, canvas, astronaut_bgr
):
    """With one half of the camera's picture red, the other half comes out red."""
    nose_x = int(astronaut_mesh.points_px[1, 0])
    red = np.zeros_like(astronaut_bgr)
    red[:, :nose_x] = (0, 0, 255)
    drawn = engine.swapper.draw(red, astronaut_mesh, canvas, Memory())
    small = drawn.points / canvas.step
    own = cv2.resize(drawn.bgr, canvas.small_size_px)
    for left, right in ((50, 280), (205, 425)):
        assert at(own, small, left)[2] > 200 > 50 > at(own, small, right)[2]
        other = drawn.other_half[0]
        assert at(other, small, right)[2] > 200 > 50 > at(other, small, left)[2]


def test_a_turned_visitor_is_not_trusted_on_the_far_side(engine, demo, canvas):
    bgr = demo.frame_at(20.3)  # turned to the picture's left
    drawn = engine.swapper.draw(bgr, mesh_of(engine, bgr), canvas, Memory())
    small = drawn.points / canvas.step
    assert at(drawn.trust, small, 147)[0] < 0.5
    assert at(drawn.trust, small, 376)[0] > at(drawn.trust, small, 147)[0] + 0.3


def test_a_close_up_is_not_drawn_with_jagged_lines(engine, astronaut_mesh, canvas):
    """Lines much finer than the painting's pixels become an even grey."""
    stripes = np.zeros((2560, 2560, 3), np.uint8)
    stripes[:, ::4] = stripes[:, 1::4] = 255
    mesh = FaceMesh(astronaut_mesh.points_px * np.float32(5), 1.0)
    drawn = engine.swapper.draw(stripes, mesh, canvas, Memory())
    middle = drawn.bgr[polygon(drawn.bgr, drawn.points, OVAL)]
    assert middle.mean() == pytest.approx(127, abs=8)
    assert middle.std() < 40


@pytest.mark.parametrize("shift_px", [(-3000, 0), (400, 0), (0, 700), (9000, 9000)])
def test_a_face_beyond_the_frame_is_survived(
    engine, astronaut_bgr, astronaut_mesh, canvas, shift_px
):
    points = astronaut_mesh.points_px + np.float32([*shift_px, 0])
    drawn = engine.swapper.draw(astronaut_bgr, FaceMesh(points, 1.0), canvas, Memory())
    assert drawn.bgr.shape == (*canvas.size_px[::-1], 3)
    assert np.isfinite(drawn.trust).all()
