"""Rolling times."""

import time

import pytest

from pipeline.timing import Percentiles, Rate, StageClock


def test_percentiles_of_known_times():
    clock = StageClock(window=200)
    for ms in range(101):
        clock.record("warp", float(ms))
    assert clock.p50_p95() == {"warp": Percentiles(50.0, 95.0)}
    assert clock.of("warp") == Percentiles(50.0, 95.0)


def test_only_the_window_counts():
    clock = StageClock(window=10)
    for ms in [1000.0] * 50 + [2.0] * 10:
        clock.record("warp", ms)
    assert clock.of("warp") == Percentiles(2.0, 2.0)


def test_stage_measures_what_happens_inside():
    clock = StageClock()
    with clock.stage("sleep"):
        time.sleep(0.02)
    assert 15.0 < clock.of("sleep").p50 < 500.0


def test_a_stage_that_fails_is_measured_as_well():
    clock = StageClock()
    with pytest.raises(ZeroDivisionError), clock.stage("bad"):
        _ = 1 / 0
    assert "bad" in clock.p50_p95()


def test_unknown_stages_are_zero_and_clear_forgets():
    clock = StageClock()
    assert clock.of("never") == Percentiles()
    clock.record_all({"a": 1.0, "b": 2.0})
    assert list(clock.p50_p95()) == ["a", "b"]
    clock.clear()
    assert clock.p50_p95() == {}


def test_rate_counts_events_a_second():
    rate = Rate(window_s=2.0)
    assert rate.per_second(0.0) == 0.0
    for k in range(90):
        rate.tick(k / 30.0)
    assert rate.per_second(89 / 30.0) == pytest.approx(30.0, rel=0.01)


def test_rate_falls_to_nothing_when_events_stop():
    rate = Rate(window_s=2.0)
    for k in range(30):
        rate.tick(k / 30.0)
    assert rate.per_second(10.0) == 0.0
