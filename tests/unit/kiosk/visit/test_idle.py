import pytest

from kiosk.flow import PATIENCE, State
from kiosk.visit.idle import SEEN_AT_MOST_S, WARNING_S, IdleWatch, Waiting

IDLE_S = 45.0


@pytest.fixture
def watch():
    return IdleWatch()


def begin(watch, state, now_s):
    """Enter a state by a touch."""
    watch.touch(now_s)
    watch.enter(state, now_s)


def test_a_state_without_patience_waits_for_ever(watch):
    watch.enter(State.ATTRACT, 0.0)
    assert watch.look(1e6, IDLE_S) == Waiting()


def test_it_warns_and_then_gives_up(watch):
    begin(watch, State.CHOOSE, 100.0)
    assert watch.look(100.0 + IDLE_S - WARNING_S - 0.1, IDLE_S) == Waiting()
    assert watch.look(100.0 + IDLE_S - 3.5, IDLE_S) == Waiting(warn_s=4)
    assert watch.look(100.0 + IDLE_S, IDLE_S) == Waiting(over=True)


def test_a_touch_begins_the_wait_anew(watch):
    begin(watch, State.RESULT, 0.0)
    watch.touch(40.0)
    assert watch.look(60.0, IDLE_S) == Waiting()


def test_the_consent_ends_without_a_warning(watch):
    begin(watch, State.CONSENT, 0.0)
    assert watch.look(IDLE_S - 1.0, IDLE_S) == Waiting()
    assert watch.look(IDLE_S, IDLE_S).over


def test_entering_a_state_alone_is_no_touch(watch):
    begin(watch, State.LIVE, 0.0)
    watch.enter(State.COUNTDOWN, 30.0)
    watch.enter(State.LIVE, 34.0)
    assert watch.look(IDLE_S - 0.1, IDLE_S).warn_s == 1
    assert watch.look(IDLE_S, IDLE_S).over


def test_touches_lengthen_no_countdown(watch):
    begin(watch, State.COUNTDOWN, 0.0)
    watch.touch(19.0)
    assert watch.look(20.0, IDLE_S).over


def test_a_face_counts_in_a_painting_and_nowhere_else(watch):
    begin(watch, State.LIVE, 0.0)
    watch.see(50.0)
    assert watch.look(60.0, IDLE_S) == Waiting()
    assert watch.look(50.0 + IDLE_S, IDLE_S).over
    begin(watch, State.RESULT, 0.0)
    watch.see(50.0)
    assert watch.look(60.0, IDLE_S).over


def test_a_poster_does_not_hold_a_visit_for_ever(watch):
    begin(watch, State.LIVE, 0.0)
    for now_s in range(0, int(SEEN_AT_MOST_S) + 1, 5):
        watch.see(float(now_s))
    assert watch.look(SEEN_AT_MOST_S - 4.0, IDLE_S).warn_s is not None
    assert watch.look(SEEN_AT_MOST_S, IDLE_S).over


def test_a_touch_in_a_painting_is_worth_the_whole_patience(watch):
    begin(watch, State.LIVE, 0.0)
    watch.touch(SEEN_AT_MOST_S - 1.0)
    assert watch.look(SEEN_AT_MOST_S + 10.0, IDLE_S) == Waiting()


def test_seconds_to_show_never_reach_nothing_before_the_end(watch):
    begin(watch, State.HANDOVER, 0.0)
    end_s = PATIENCE[State.HANDOVER].wait_s(IDLE_S)
    shown = [watch.look(end_s - left, IDLE_S).warn_s for left in (9.9, 5.0, 0.05)]
    assert shown == [10, 6, 1]
