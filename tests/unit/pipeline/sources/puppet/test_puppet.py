"""The warps that move the portrait."""

import numpy as np
import pytest

from pipeline.sources.puppet.puppet import Puppet
from pipeline.sources.puppet.script import Act


@pytest.fixture(scope="module")
def puppet() -> Puppet:
    return Puppet()


def draw(puppet: Puppet, act: Act) -> np.ndarray:
    return puppet.draw(act, 0).astype(np.int16)


def changed(puppet: Puppet, act: Act) -> np.ndarray:
    """Where a pixel differs visibly from the portrait at rest."""
    return np.abs(draw(puppet, act) - draw(puppet, Act())).max(axis=2) > 12


def test_it_draws_a_view_without_holes(puppet):
    picture = draw(puppet, Act(yaw=0.35, roll=0.08, shift_xy_px=(10, 5)))
    assert picture.shape == (720, 1280, 3)
    assert picture.std() > 30
    edges = [picture[0], picture[-1], picture[:, 0], picture[:, -1]]
    assert min(edge.max() for edge in edges) > 60


def test_a_blink_changes_nothing_but_the_eyes(puppet):
    rows, columns = np.nonzero(changed(puppet, Act(shut=1.0)))
    assert 200 < len(rows) < 8000
    assert rows.min() > 240
    assert rows.max() < 360
    assert columns.min() > 520
    assert columns.max() < 760


def test_a_word_changes_nothing_but_the_lower_face(puppet):
    rows, _ = np.nonzero(changed(puppet, Act(drop=0.5, narrow=0.1)))
    assert len(rows) > 2000
    assert rows.min() > 340


def test_a_turn_moves_the_face_and_leaves_the_room(puppet):
    where = changed(puppet, Act(yaw=0.25))
    assert where[250:500, 500:760].mean() > 0.2
    assert not where[:, :150].any()
    assert not where[:, -150:].any()
    assert not where[:20].any()


def test_a_turn_folds_nowhere(puppet):
    """Neighbours in the view stay neighbours, in the same order, in the stage."""
    for act in (
        Act(yaw=0.35, pitch=0.13, roll=0.08, shift_xy_px=(10, 5)),
        Act(yaw=-0.35, pitch=-0.13, roll=-0.08, shift_xy_px=(-10, -5)),
    ):
        x, y = puppet._way_back(act)
        assert np.diff(x, axis=1).min() > 0
        assert np.diff(y, axis=0).min() > 0


def test_light_from_the_left_makes_the_left_brighter(puppet):
    left = draw(puppet, Act(light_xyz=(-0.7, -0.2, -0.68)))
    right = draw(puppet, Act(light_xyz=(0.7, -0.2, -0.68)))
    difference = (left - right).mean(axis=2)
    assert difference[330:420, 540:580].mean() > 10
    assert difference[330:420, 700:740].mean() < -10


def test_brightness_and_colour_of_the_light(puppet):
    plain = draw(puppet, Act()).mean((0, 1))
    warm = draw(puppet, Act(light_bgr=(0.9, 1.0, 1.1))).mean((0, 1))
    dark = draw(puppet, Act(brightness=0.8)).mean((0, 1))
    assert warm[0] < 0.95 * plain[0]
    assert warm[2] > 1.02 * plain[2]
    assert (dark < 0.85 * plain).all()


def test_zoom_enlarges_about_the_middle(puppet):
    near = draw(puppet, Act(zoom=1.2))
    plain = draw(puppet, Act())
    middle = np.s_[355:365, 635:645]
    assert np.abs(near[middle] - plain[middle]).mean() < 20
    assert np.abs(near[100:110, 600:700] - plain[100:110, 600:700]).mean() > 10


def test_the_grain_differs_from_frame_to_frame_and_is_faint(puppet):
    one, two = puppet.draw(Act(), 1), puppet.draw(Act(), 2)
    difference = np.abs(one.astype(np.int16) - two)
    assert 0 < difference.mean() < 3
