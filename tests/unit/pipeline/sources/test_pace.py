"""A steady pace without drift."""

import pytest

from pipeline.sources.pace import LATE_S, Pace


class FakeClock:
    def __init__(self) -> None:
        self.now_s = 50.0

    def time(self) -> float:
        return self.now_s

    def sleep(self, duration_s: float) -> None:
        self.now_s += duration_s


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


def test_it_sleeps_until_each_tick_and_never_drifts(clock):
    pace = Pace(30.0, clock.time, clock.sleep)
    for _ in range(3001):
        clock.now_s += 0.007
        assert pace.advance(1.0) == 1
    assert pace.tick == 3000
    assert clock.now_s == pytest.approx(50.0 + 3000 / 30.0, abs=0.01)


def test_ticks_that_nobody_came_for_are_skipped(clock):
    pace = Pace(10.0, clock.time, clock.sleep)
    assert pace.advance(1.0) == 1
    clock.now_s += 0.55
    assert pace.advance(1.0) == 5
    assert pace.tick == 5


def test_it_gives_up_when_the_tick_is_not_due_in_time(clock):
    pace = Pace(1.0, clock.time, clock.sleep)
    assert pace.advance(0.1) == 1
    assert pace.advance(0.25) == 0
    assert clock.now_s == pytest.approx(50.25)
    assert pace.advance(1.0) == 1
    assert clock.now_s == pytest.approx(51.0)


def test_a_long_absence_is_left_out_and_not_caught_up(clock):
    pace = Pace(25.0, clock.time, clock.sleep)
    pace.advance(1.0)
    clock.now_s += LATE_S + 3600.0
    assert pace.advance(1.0) == 1
    assert pace.advance(1.0) == 1
    assert pace.tick == 2
