import pytest

from kiosk.clock import Clock


def test_it_begins_at_nothing_and_runs_as_fast_as_it_is_told():
    real_s = [100.0]
    clock = Clock(8.0, lambda: real_s[0])
    assert clock.now_s() == 0.0
    real_s[0] += 2.5
    assert clock.now_s() == pytest.approx(20.0)
    assert clock.real_s() == pytest.approx(2.5)
    assert clock.speed == 8.0
