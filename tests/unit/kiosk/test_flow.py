import itertools

import pytest

from kiosk.flow import (
    FORGETFUL,
    PATIENCE,
    TRANSITIONS,
    WATCHED,
    Event,
    State,
    advance,
    outcome,
)
from kiosk.storage.sessions import Outcome

VISIT = (
    (Event.TOUCHED, State.CONSENT),
    (Event.AGREED, State.CHOOSE),
    (Event.PAINTING_CHOSEN, State.LIVE),
    (Event.SHUTTER_PRESSED, State.COUNTDOWN),
    (Event.COUNTED_DOWN, State.FINISHING),
    (Event.FINISHED, State.RESULT),
    (Event.KEPT, State.HANDOVER),
    (Event.DONE, State.THANKS),
    (Event.TIMED_OUT, State.ATTRACT),
)
VISITORS = set(State) - FORGETFUL
"""States in which a visitor stands there and something of them may be known."""


def test_a_whole_visit_leads_back_to_the_beginning():
    state = State.ATTRACT
    for event, wanted in VISIT:
        following = advance(state, event)
        assert following is wanted
        state = following


def test_the_camera_is_never_on_before_the_visitor_agreed():
    """No way leads into a watched state but through AGREED or from another one."""
    for (state, event), following in TRANSITIONS.items():
        if following in WATCHED and state not in WATCHED:
            assert (state, event) == (State.CONSENT, Event.AGREED)


def test_every_state_can_be_reached_and_left():
    reached = set(TRANSITIONS.values()) | {State.SETUP, State.ATTRACT}
    assert reached == set(State)
    assert {state for state, _ in TRANSITIONS} == set(State)


def test_every_state_with_a_visitor_times_out_into_one_that_forgets():
    for state in VISITORS:
        following = advance(state, Event.TIMED_OUT)
        assert following in FORGETFUL, state
        assert state in PATIENCE


@pytest.mark.parametrize("idle_s", [15, 45, 60])
def test_nothing_of_a_visitor_stays_for_longer_than_a_minute(idle_s):
    for state in VISITORS:
        assert PATIENCE[state].wait_s(idle_s) <= 60.0


def test_every_failure_leads_to_the_one_safe_state_and_out_of_it_again():
    for state in VISITORS | {State.ATTRACT, State.THANKS}:
        assert advance(state, Event.FAILED) is State.OUT_OF_ORDER
    assert advance(State.OUT_OF_ORDER, Event.RECOVERED) is State.ATTRACT


def test_staff_can_come_from_everywhere_and_a_failure_does_not_throw_them_out():
    for state in set(State) - {State.SETUP, State.PIN, State.STAFF}:
        assert advance(state, Event.STAFF_WANTED) is State.PIN
    for state in (State.SETUP, State.PIN, State.STAFF, State.MAINTENANCE):
        assert advance(state, Event.FAILED) is None


@pytest.mark.parametrize(
    ("state", "event"),
    [
        (State.ATTRACT, Event.AGREED),
        (State.CONSENT, Event.SHUTTER_PRESSED),
        (State.CONSENT, Event.PAINTING_CHOSEN),
        (State.COUNTDOWN, Event.LEFT),
        (State.FINISHING, Event.SHUTTER_PRESSED),
        (State.ATTRACT, Event.FINISHED),
        (State.HANDOVER, Event.KEPT),
        (State.PIN, Event.FAILED),
        (State.STAFF, Event.PIN_RIGHT),
    ],
)
def test_what_means_nothing_now_is_not_heard(state, event):
    assert advance(state, event) is None
    assert outcome(state, event) is None


@pytest.mark.parametrize(
    ("state", "event", "wanted"),
    [
        (State.CONSENT, Event.DECLINED, Outcome.DECLINED),
        (State.CONSENT, Event.TIMED_OUT, Outcome.ABANDONED),
        (State.CHOOSE, Event.LEFT, Outcome.LEFT),
        (State.LIVE, Event.TIMED_OUT, Outcome.ABANDONED),
        (State.LIVE, Event.FAILED, Outcome.FAILED),
        (State.FINISHING, Event.TIMED_OUT, Outcome.FAILED),
        (State.RESULT, Event.STAFF_WANTED, Outcome.LEFT),
        (State.HANDOVER, Event.DONE, Outcome.COMPLETED),
        (State.HANDOVER, Event.DELETED, Outcome.DELETED),
        (State.HANDOVER, Event.TIMED_OUT, Outcome.COMPLETED),
        (State.HANDOVER, Event.STAFF_WANTED, Outcome.COMPLETED),
        (State.RESULT, Event.AGAIN, None),
        (State.RESULT, Event.OTHER_WANTED, None),
        (State.THANKS, Event.TIMED_OUT, None),
        (State.ATTRACT, Event.TOUCHED, None),
        (State.ATTRACT, Event.FAILED, None),
    ],
)
def test_a_visit_ends_in_one_way(state, event, wanted):
    assert outcome(state, event) is wanted


def test_every_end_of_a_visit_has_an_outcome():
    for state, event in itertools.product(VISITORS, Event):
        following = advance(state, event)
        if following in FORGETFUL:
            assert outcome(state, event) is not None
