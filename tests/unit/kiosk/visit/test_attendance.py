"""Whoever gives no sign of life, on the real screens; only the clock is ours."""

import pytest

from kiosk.flow import State
from tests.visiting import IDLE_S


@pytest.mark.parametrize(
    "state", [State.CONSENT, State.CHOOSE, State.RESULT, State.HANDOVER]
)
def test_who_walks_away_is_forgotten_within_a_minute(house, state):
    house.go(state)
    for _ in range(61):
        house.wait(1.0)
        if house.state is State.ATTRACT:
            break
    assert house.state is State.ATTRACT
    assert house.left() == []
    assert house.languages.code == "en"


def test_who_walks_away_before_the_camera_is_forgotten_too(house):
    house.live()
    house.camera.somebody = False
    house.until(lambda: house.bridge.matched == 0)
    house.wait(IDLE_S - 1.0)
    assert house.state is State.LIVE
    house.wait(1.1)
    assert house.state is State.ATTRACT
    assert house.left() == []


def test_whoever_is_asked_and_touches_stays(house):
    house.agree()
    house.wait(IDLE_S - 5.0)
    asks = house.stage.still_there
    assert asks.isVisible()
    assert asks.seconds in (5, 6)
    asks.here.pressed.emit()
    house.wait(0.1)
    assert not asks.isVisible()
    house.wait(IDLE_S - 15.0)
    assert house.state is State.CHOOSE
    house.touches.touched.emit()
    house.wait(IDLE_S - 15.0)
    assert (house.state, asks.isVisible()) == (State.CHOOSE, False)


def test_a_language_chosen_by_a_passer_by_is_not_left_to_all_others(house):
    house.wait(3600.0)
    house.stage.attract.language_chosen.emit("de")
    house.touches.touched.emit()
    house.wait(IDLE_S - 1.0)
    assert house.languages.code == "de"
    house.wait(2.0)
    assert house.languages.code == "en"
    assert house.state is State.ATTRACT


def test_a_finished_portrait_is_looked_at_with_the_whole_patience(house):
    house.live()
    house.now_s += IDLE_S - 5.0
    house.shoot()
    house.wait(IDLE_S - 1.0)
    assert house.state is State.RESULT
    house.wait(1.1)
    assert house.state is State.ATTRACT
