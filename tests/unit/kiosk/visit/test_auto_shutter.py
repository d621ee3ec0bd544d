"""When a held pose takes the portrait; how that looks is in test_sitting."""

import pytest

from kiosk.visit.auto_shutter import CALM_S, HOLD_S, MOST_VAIN, AutoShutter


@pytest.fixture
def shutter():
    return AutoShutter()


def test_a_pose_is_held_for_a_while(shutter):
    assert not shutter.release(HOLD_S - 0.1, 1.0)
    assert shutter.release(HOLD_S, 1.0)


def test_after_a_failed_portrait_it_rests(shutter):
    shutter.rest(10.0)
    assert not shutter.release(HOLD_S, 10.0 + CALM_S)
    assert shutter.release(HOLD_S, 10.1 + CALM_S)


def miss(shutter, times):
    for _ in range(times):
        assert shutter.release(HOLD_S, 1.0)
        shutter.miss()
        shutter.rearm()


@pytest.mark.parametrize("again", [AutoShutter.encourage, AutoShutter.forget])
def test_it_gives_up_until_somebody_touches_or_another_comes(shutter, again):
    miss(shutter, MOST_VAIN)
    assert not shutter.release(HOLD_S, 1.0)
    again(shutter)
    assert shutter.release(HOLD_S, 1.0)


def test_what_a_touch_took_in_vain_does_not_count(shutter):
    miss(shutter, MOST_VAIN - 1)
    for _ in range(MOST_VAIN):
        shutter.miss()
    assert shutter.release(HOLD_S, 1.0)
