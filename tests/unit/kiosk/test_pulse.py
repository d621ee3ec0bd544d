import pytest

from kiosk.pulse import BETWEEN_S, Pulse
from pipeline.status import State, Status
from pipeline.types import SourceInfo


class FakeBridge:
    """An engine that makes thirty pictures a second of a clock that is ours."""

    def __init__(self, clock: list[float]) -> None:
        self.clock, self.began_s = clock, clock[0]
        self.state = State.RUNNING

    @property
    def status(self) -> Status:
        made = round(30.0 * (self.clock[0] - self.began_s))
        info = SourceInfo("camera", "Front", (640, 480), 30.0)
        return Status(self.state, info, frames_in=made, frames_rendered=made)


@pytest.fixture
def clock() -> list[float]:
    return [50.0]


@pytest.fixture
def bridge(clock: list[float]) -> FakeBridge:
    return FakeBridge(clock)


@pytest.fixture
def pulse(bridge: FakeBridge, clock: list[float]) -> Pulse:
    return Pulse(bridge, lambda: clock[0])


def feel(pulse: Pulse, clock: list[float], *waits_s: float) -> None:
    for wait_s in waits_s:
        clock[0] += wait_s
        pulse.feel()


def test_before_the_first_visitor_nothing_is_known(pulse, clock) -> None:
    assert (pulse.pace, pulse.status) == (None, None)
    feel(pulse, clock, BETWEEN_S / 2)
    assert (pulse.pace, pulse.status) == (None, None)


def test_the_pace_is_measured_between_two_looks(pulse, clock) -> None:
    feel(pulse, clock, BETWEEN_S)
    assert pulse.pace is None
    assert pulse.status.state is State.RUNNING
    feel(pulse, clock, BETWEEN_S)
    assert pulse.pace.pictures_per_s == pytest.approx(30.0, abs=0.5)


def test_looks_come_no_faster_than_every_other_second(pulse, clock) -> None:
    feel(pulse, clock, BETWEEN_S, *[BETWEEN_S / 10] * 9)
    assert pulse.pace is None
    feel(pulse, clock, BETWEEN_S / 10)
    assert pulse.pace is not None


def test_the_time_between_visitors_is_not_measured(pulse, bridge, clock) -> None:
    feel(pulse, clock, BETWEEN_S, BETWEEN_S)
    before = pulse.pace
    feel(pulse, clock, 600.0)
    assert pulse.pace is before


def test_an_engine_started_anew_keeps_the_last_pace(pulse, bridge, clock) -> None:
    feel(pulse, clock, BETWEEN_S, BETWEEN_S)
    before = pulse.pace
    bridge.began_s = clock[0] + BETWEEN_S
    feel(pulse, clock, BETWEEN_S)
    assert pulse.pace is before


def test_a_stopped_engine_leaves_how_it_last_worked(pulse, bridge, clock) -> None:
    feel(pulse, clock, BETWEEN_S, BETWEEN_S)
    bridge.state = State.STOPPED
    feel(pulse, clock, BETWEEN_S)
    assert pulse.status.state is State.RUNNING
    bridge.state = State.FAILED
    feel(pulse, clock, BETWEEN_S)
    assert pulse.status.state is State.FAILED
