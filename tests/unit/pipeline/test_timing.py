"""Rolling times."""

from pipeline.timing import Percentiles, StageClock


def test_percentiles_of_known_times():
    clock = StageClock(window=200)
    for ms in range(101):
        clock.record("warp", float(ms))
    assert clock.of("warp") == Percentiles(50.0, 95.0)


def test_only_the_window_counts():
    clock = StageClock(window=10)
    for ms in [1000.0] * 50 + [2.0] * 10:
        clock.record("warp", ms)
    assert clock.of("warp") == Percentiles(2.0, 2.0)


def test_stages_are_kept_apart_and_unknown_ones_are_zero():
    clock = StageClock()
    clock.record("a", 1.0)
    clock.record("b", 2.0)
    assert clock.of("a") == Percentiles(1.0, 1.0)
    assert clock.of("b") == Percentiles(2.0, 2.0)
    assert clock.of("never") == Percentiles()
