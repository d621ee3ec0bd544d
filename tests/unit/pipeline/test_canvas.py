"""A painted face, prepared at a size."""

import cv2
import numpy as np
import pytest

from pipeline.mesh import OVAL
from pipeline.painting import prepare_painting

NOSE_TIP = 1


@pytest.fixture(scope="module")
def lady(studio):
    return studio["lady"]


@pytest.fixture(scope="module")
def canvas(lady):
    return lady.canvas(0, 1.0, lady.bgr)


def test_the_mask_is_full_inside_and_nothing_at_the_edge(canvas):
    alpha = canvas.alpha3[..., 0]
    assert (canvas.alpha3 == alpha[..., None]).all()
    assert alpha.shape == canvas.size_px[::-1]
    assert 0 <= alpha.min() < alpha.max() <= 1
    nose = canvas.points[NOSE_TIP].round().astype(int)
    assert alpha[nose[1], nose[0]] > 0.999
    for edge in (alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]):
        assert not edge.any()


def test_the_mask_fades_without_a_step(canvas):
    alpha = canvas.alpha3[..., 0]
    steps = max(np.abs(np.diff(alpha, axis=axis)).max() for axis in (0, 1))
    assert steps < 0.35


def test_the_outline_stays_painted_and_the_middle_moves(canvas):
    assert np.median(canvas.reach[OVAL]) == 0
    assert np.mean(canvas.reach[OVAL] < 0.1) > 0.75, "but for a far cheek's"
    assert canvas.reach[[NOSE_TIP, 13, 14, 168]].min() == 1
    assert canvas.reach.min() >= 0


@pytest.mark.parametrize("scale", [0.6, 1.5])
def test_at_another_size_it_is_the_same_face(lady, canvas, scale):
    bgr = cv2.resize(lady.bgr, None, fx=scale, fy=scale)
    other = lady.canvas(0, scale, bgr)
    assert other.face_px == pytest.approx(scale * canvas.face_px, rel=0.01)
    alpha = cv2.resize(other.alpha3[..., 0], canvas.size_px)
    assert np.abs(alpha - canvas.alpha3[..., 0]).mean() < 0.03
    corner = np.array(canvas.box[:2]) * scale - np.array(other.box[:2])
    shift = other.points[:, :2] - canvas.points[:, :2] * scale
    assert np.abs(shift - corner - (scale - 1) / 2).max() < 0.05


@pytest.mark.parametrize(("scale", "step"), [(0.5, 1), (1.0, 2), (2.0, 4)])
def test_the_small_canvas_keeps_its_size(lady, scale, step):
    bgr = cv2.resize(lady.bgr, None, fx=scale, fy=scale)
    canvas = lady.canvas(0, scale, bgr)
    assert canvas.step == step
    assert len(canvas.fine) == {1: 0, 2: 1, 4: 2}[step]
    assert 60 < canvas.face_px / canvas.step < 135


def test_a_face_that_reaches_the_edge_of_the_picture_is_prepared(engine, lady):
    x0, y0, x1, y1 = lady.canvas(0, 1.0, lady.bgr).box
    tight = np.ascontiguousarray(lady.bgr[y0 + 15 : y1 - 12, x0 + 10 : x1 - 10])
    one = prepare_painting("tight", tight, engine)
    canvas = one.canvas(0, 1.0, tight)
    x0, y0, x1, y1 = canvas.box
    assert 0 <= x0 < x1 <= tight.shape[1]
    assert 0 <= y0 < y1 <= tight.shape[0]
    assert not canvas.alpha3[0].any(), "no hard cut along the picture's edge"


def test_a_grey_painting_has_no_colour(lady):
    grey = cv2.cvtColor(cv2.cvtColor(lady.bgr, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    assert lady.canvas(0, 1.0, grey).colourfulness < 0.1
    assert lady.canvas(0, 1.0, lady.bgr).colourfulness == 1
