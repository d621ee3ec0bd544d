"""When a held pose takes the portrait; how that looks is in test_sitting."""

import pytest

from kiosk.bridge import Bridge
from kiosk.flow import State
from kiosk.visit.auto_shutter import CALM_S, HOLD_S, MOST_VAIN, AutoShutter
from kiosk.visit.idle import SEEN_AT_MOST_S
from pipeline.guidance import Guidance


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


@pytest.mark.parametrize(
    ("wanted", "held_s", "after"),
    [
        (True, HOLD_S, State.COUNTDOWN),
        (True, HOLD_S - 0.1, State.LIVE),
        (False, HOLD_S, State.LIVE),
    ],
)
def test_a_held_pose_takes_the_portrait_where_that_is_wanted(
    make_house, monkeypatch, wanted, held_s, after
):
    house = make_house(visit__auto_shutter=wanted)
    house.live()
    held = Guidance(held_s=held_s)
    monkeypatch.setattr(Bridge, "guidance", property(lambda self: held))
    house.until(lambda: house.bridge.matched > 0)
    house.wait(0.1)
    assert house.state is after


def test_after_a_failed_portrait_a_held_pose_takes_none_for_a_while(
    make_house, monkeypatch
):
    house = make_house(visit__auto_shutter=True)
    house.live()
    house.camera.somebody = False
    house.until(lambda: house.bridge.matched == 0)
    house.stage.live.shutter_pressed.emit()
    monkeypatch.setattr(
        Bridge, "guidance", property(lambda self: Guidance(held_s=HOLD_S))
    )
    house.camera.somebody = True
    house.until(lambda: house.bridge.matched > 0)
    house.wait(0.1)
    house.wait(3.0)
    assert house.state is State.LIVE
    house.until(lambda: house.bridge.matched > 0)
    house.wait(1.1)
    assert house.state is State.COUNTDOWN


@pytest.fixture
def poster_house(make_house, monkeypatch):
    """A poster holds the pose, and no portrait of it ever succeeds."""
    house = make_house(visit__auto_shutter=True)
    house.live()
    monkeypatch.setattr(
        Bridge, "guidance", property(lambda self: Guidance(held_s=HOLD_S))
    )
    monkeypatch.setattr(Bridge, "matched", property(lambda self: 1))
    monkeypatch.setattr(Bridge, "running", property(lambda self: True))
    monkeypatch.setattr(Bridge, "burst", lambda self: ())
    house.controller._ticks.stop()
    return house


def test_portraits_that_take_themselves_do_not_hold_a_visit_for_ever(poster_house):
    house = poster_house
    for _ in range(int(SEEN_AT_MOST_S) + 10):
        house.wait(1.0)
        if house.state is State.ATTRACT:
            break
    assert house.state is State.ATTRACT
    assert house.moves.count(State.COUNTDOWN) == MOST_VAIN


def test_after_a_touch_portraits_take_themselves_again(poster_house):
    house = poster_house
    for _ in range(40):
        house.wait(1.0)
    assert house.moves.count(State.COUNTDOWN) == MOST_VAIN
    house.touches.touched.emit()
    house.wait(1.0)
    assert house.state is State.COUNTDOWN
