"""Reopening what was lost, with a stop signal that only counts the waits."""

import numpy as np
import pytest

from pipeline.capture import LONGEST_DELAY_S, TRUSTED_AFTER_S, CaptureLoop
from pipeline.errors import SourceLostError, SourceUnavailableError
from pipeline.latest import Latest
from pipeline.status import Ledger, State
from pipeline.types import Frame, SourceInfo


class FakeStop:
    """Never waits, and is set once enough waits were asked for."""

    def __init__(self, after: int) -> None:
        self.waits_s: list[float] = []
        self._after = after

    def is_set(self) -> bool:
        return len(self.waits_s) >= self._after

    def wait(self, timeout_s: float) -> bool:
        self.waits_s.append(timeout_s)
        return self.is_set()


class FakeSource:
    """Is lost after frames at the given times, at every opening."""

    info = SourceInfo("clip", "fake", (4, 4), 30.0)

    def __init__(self, times_s: list[float], opens: bool = True) -> None:
        self._times_s = times_s
        self._opens = opens
        self.closed = 0

    def open(self) -> None:
        if not self._opens:
            raise SourceUnavailableError("There is no camera.")
        self._left_s = list(self._times_s)

    def read(self, timeout_s: float) -> Frame:
        if not self._left_s:
            raise SourceLostError("The camera is gone.")
        return Frame(np.zeros((4, 4, 3), np.uint8), self._left_s.pop(0), 0)

    def close(self) -> None:
        self.closed += 1


def waits(source: FakeSource, count: int) -> list[float]:
    stop = FakeStop(count)
    CaptureLoop(source, Latest(), Ledger(State.STARTING), stop).run()
    assert source.closed == count
    return stop.waits_s


@pytest.mark.parametrize(
    "source",
    [FakeSource([], opens=False), FakeSource([]), FakeSource([0.0, 1.0])],
    ids=["never opens", "never delivers", "keeps being lost"],
)
def test_delays_double_up_to_the_longest(source):
    assert waits(source, 8) == [0.5, 1.0, 2.0, 4.0, 8.0, *[LONGEST_DELAY_S] * 3]


def test_a_source_that_ran_for_a_while_starts_with_the_first_delay():
    healthy = FakeSource([0.0, TRUSTED_AFTER_S + 0.1])
    assert waits(healthy, 4) == [0.5] * 4


def test_an_unexpected_error_leaves_and_the_source_is_closed():
    class Broken(FakeSource):
        def read(self, timeout_s: float) -> Frame:
            raise ZeroDivisionError

    source = Broken([])
    loop = CaptureLoop(source, Latest(), Ledger(State.STARTING), FakeStop(3))
    with pytest.raises(ZeroDivisionError):
        loop.run()
    assert source.closed == 1


def test_the_log_hears_of_the_same_trouble_once(caplog):
    waits(FakeSource([], opens=False), 6)
    assert [record.message for record in caplog.records] == [
        "Source lost: clip (SourceUnavailableError)"
    ]


def test_a_trouble_that_had_passed_is_told_again(caplog):
    waits(FakeSource([0.0]), 3)
    assert len(caplog.records) == 3
