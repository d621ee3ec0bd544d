"""Marks set by hand, sound and not."""

import numpy as np
import pytest

from pipeline.marks import FaceMark, sound_key_points, sound_moves

GOOD = np.array([[100, 100], [160, 104], [130, 140], [108, 170], [150, 172]], float)
SIZE = (400, 300)


def test_sound_points_stay_as_they_are():
    assert np.array_equal(sound_key_points(FaceMark(GOOD), SIZE), GOOD)


@pytest.mark.parametrize("order", [(1, 0, 2, 3, 4), (0, 1, 2, 4, 3), (1, 0, 2, 4, 3)])
def test_left_and_right_are_put_in_order(order):
    assert np.array_equal(sound_key_points(FaceMark(GOOD[list(order)]), SIZE), GOOD)


def test_a_head_upside_down_keeps_its_own_order():
    turned = np.array([260, 272]) - GOOD
    assert np.array_equal(sound_key_points(FaceMark(turned), SIZE), turned)


@pytest.mark.parametrize(
    "points",
    [
        np.zeros((5, 2)),
        np.full((5, 2), np.nan),
        GOOD * np.inf,
        GOOD[:4],
        GOOD + 5000,
        GOOD * -9,
        np.vstack([GOOD[:1], GOOD[:1], GOOD[2:]]),
        np.vstack([GOOD[:3], GOOD[:2]]),
    ],
)
def test_points_that_cannot_be_a_face_are_refused(points):
    with np.errstate(invalid="ignore"):
        assert sound_key_points(FaceMark(points), SIZE) is None


def test_moves_that_cannot_be_followed_are_left_out():
    moved = {4: (120.0, 140.0), 468: (1.0, 1.0), -1: (1.0, 1.0), 7: (np.nan, 3.0)}
    kept, whole = sound_moves(FaceMark(GOOD, moved=moved), SIZE)
    assert dict(kept) == {4: (120.0, 140.0)}
    assert not whole
    kept, whole = sound_moves(FaceMark(GOOD, moved={4: (120.0, 140.0)}), SIZE)
    assert whole
