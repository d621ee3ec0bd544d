"""A visitor laid on a picture of the painting."""

import cv2
import numpy as np
import pytest

from pipeline.compose import paint_in
from pipeline.manner import Manner, Memory
from pipeline.stopwatch import Stopwatch


@pytest.fixture
def paint(engine, studio, astronaut_bgr, astronaut_mesh):
    lady = studio["lady"]
    canvas = lady.canvas(0, 1.0, lady.bgr)

    def onto(picture, fade=1.0):
        paint_in(
            picture,
            astronaut_bgr,
            astronaut_mesh,
            canvas,
            engine.swapper,
            Manner(),
            Memory(),
            Stopwatch(),
            fade,
        )
        return picture

    return onto


def test_faded_out_the_painting_is_left(paint, studio):
    assert np.array_equal(paint(studio["lady"].bgr.copy(), 0.0), studio["lady"].bgr)


def test_half_faded_half_the_change_is_left(paint, studio):
    painted = studio["lady"].bgr
    whole = paint(painted.copy()).astype(int) - painted
    half = paint(painted.copy(), 0.5).astype(int) - painted
    free = (paint(painted.copy()) > 0) & (paint(painted.copy()) < 255)
    assert np.abs(half - whole / 2)[free].max() <= 1
    assert np.abs(whole).max() > 40


def test_with_an_alpha_channel_the_colours_are_the_same(paint, studio):
    painted = studio["lady"].bgr
    bgra = paint(cv2.cvtColor(painted, cv2.COLOR_BGR2BGRA))
    assert np.array_equal(bgra[..., :3], paint(painted.copy()))
    assert (bgra[..., 3] == 255).all()
