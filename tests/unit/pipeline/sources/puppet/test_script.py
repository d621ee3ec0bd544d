"""What the demo visitor does when."""

import math

import numpy as np
import pytest

from pipeline.sources.puppet.script import PERIOD_S, act_at

ACTS = [act_at(k / 30) for k in range(30 * 120)]


@pytest.mark.parametrize(
    ("name", "low", "high"),
    [
        ("yaw", -math.radians(20.5), math.radians(20.5)),
        ("pitch", -math.radians(8), math.radians(8)),
        ("roll", -math.radians(5), math.radians(5)),
        ("zoom", 1.0, 1.3),
        ("shut", 0.0, 1.0),
        ("drop", 0.0, 0.7),
        ("close", 0.0, 1.0),
        ("narrow", 0.0, 0.3),
        ("brightness", 0.9, 1.1),
    ],
)
def test_everything_stays_in_bounds_and_moves(name, low, high):
    values = [getattr(act, name) for act in ACTS]
    assert low <= min(values) < max(values) <= high
    assert max(values) - min(values) > 0.5 * (high - low)


def test_blinks_are_irregular_complete_and_as_frequent_as_in_people():
    shut = np.array([act.shut for act in ACTS])
    begins = np.flatnonzero((shut[1:] > 0) & (shut[:-1] == 0)) / 30
    assert 20 <= len(begins) <= 60
    assert np.std(np.diff(begins)) > 0.5
    ends = np.flatnonzero((shut[1:] == 0) & (shut[:-1] > 0)) / 30
    for begin, end in zip(begins, ends[ends > begins[0]], strict=False):
        assert shut[round(begin * 30) : round(end * 30) + 1].max() > 0.9


def test_light_has_a_direction_of_length_one():
    for act in ACTS[::100]:
        assert math.hypot(*act.light_xyz) == pytest.approx(1.0)


def test_blinks_repeat_after_the_period():
    assert act_at(1.3).shut == pytest.approx(act_at(1.3 + PERIOD_S).shut)


def test_any_moment_can_be_asked_for():
    for t_s in (0.0, 1e-9, PERIOD_S - 1e-6, PERIOD_S, 1e7):
        assert 0.0 <= act_at(t_s).shut <= 1.0
