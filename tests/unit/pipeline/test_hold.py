"""How long a pose is held, and whose eyes are open."""

import pytest

from pipeline.hold import EyeWatch, PoseHold


def hold(held, seconds, nearness=1.0, awake=True, start_s=100.0, fps=30):
    answers = [
        held.see(nearness, awake=awake, now_s=start_s + k / fps)
        for k in range(round(seconds * fps))
    ]
    return answers[-1]


def test_held_time_grows_with_the_clock():
    assert hold(PoseHold(), 2.0) == pytest.approx(2.0, abs=0.05)
    assert hold(PoseHold(), 2.0, fps=10) == pytest.approx(1.9, abs=0.05)


@pytest.mark.parametrize("trouble", [{"nearness": 0.5}, {"awake": False}])
def test_a_lapse_stops_the_count_and_a_long_one_ends_it(trouble):
    held = PoseHold()
    hold(held, 1.0)
    assert hold(held, 0.2, **trouble, start_s=101.0) == pytest.approx(1.0, abs=0.05)
    assert hold(held, 1.0, start_s=101.2) == pytest.approx(2.0, abs=0.1)
    assert hold(held, 0.5, **trouble, start_s=102.2) == 0.0


def test_holding_begins_above_one_nearness_and_goes_on_above_a_lower_one():
    assert hold(PoseHold(), 1.0, nearness=0.83) == 0.0
    held = PoseHold()
    hold(held, 1.0)
    assert hold(held, 1.0, nearness=0.83, start_s=101.0) > 1.9


def test_time_without_frames_is_not_held():
    held = PoseHold()
    hold(held, 1.0)
    assert held.see(1.0, awake=True, now_s=160.0) < 1.3
    assert held.see(1.0, awake=True, now_s=20.0) < 1.3
    assert held.see(1.0, awake=True, now_s=20.1) < 1.4


def watch(eyes, ratios, start_s=100.0):
    return [eyes.see({1: ratio}, start_s + k / 30) for k, ratio in enumerate(ratios)]


@pytest.mark.parametrize("usual", [0.16, 0.30, 0.45])
def test_a_blink_is_seen_in_narrow_and_in_wide_eyes(usual):
    eyes = EyeWatch()
    assert all(watch(eyes, [usual] * 30))
    blink = [0.8, 0.6, 0.5, 0.5, 0.6, 0.8]
    assert watch(eyes, [usual * part for part in blink], 101.0) == [
        True,
        False,
        False,
        False,
        False,
        True,
    ]
    assert all(watch(eyes, [usual] * 30, 101.2))


def test_eyes_that_stay_narrow_are_open_after_a_while():
    eyes = EyeWatch()
    watch(eyes, [0.35] * 60)
    answers = watch(eyes, [0.2] * 150, 102.0)
    assert not answers[0]
    assert answers == sorted(answers)
    assert answers[-1]


def test_everybody_must_be_awake():
    eyes = EyeWatch()
    assert eyes.see({1: 0.3, 2: 0.3}, 100.0)
    assert not eyes.see({1: 0.3, 2: 0.15}, 100.03)
    assert eyes.see({1: 0.3}, 100.06), "who has left does not count"
    assert eyes.see({1: 0.3, 2: 0.15}, 100.1), "somebody new"
    assert eyes.see({}, 100.2)
