"""What becomes of a run whose source is lost, frozen, black or silent."""

import time

import numpy as np

from pipeline.errors import SourceLostError, SourceUnavailableError
from pipeline.runner import Runner
from pipeline.status import State
from pipeline.types import Frame
from tests.fake_source import BGR, FakeSource, until


def test_a_lost_source_is_reopened_with_growing_delays():
    opened_s = []

    def trouble(opening: int, read: int) -> None:
        if read == -1:
            opened_s.append(time.monotonic())
            if opening == 3:
                raise SourceUnavailableError("The camera cannot be opened.")
        if read == 3 and opening < 5:
            raise SourceLostError("The camera is gone.")

    source = FakeSource(trouble)
    runner = Runner(source, lambda frame: frame.index, first_delay_s=0.02)
    runner.start()
    assert until(lambda: runner.status.state is State.WAITING_FOR_SOURCE)
    assert "The camera" in runner.status.error
    assert until(lambda: source.opened == 5)
    assert until(lambda: runner.status.state is State.RUNNING)
    assert runner.status.error == ""
    runner.stop()
    gaps_s = np.diff(opened_s)
    assert len(gaps_s) == 4
    for gap_s, delay_s in zip(gaps_s, (0.02, 0.04, 0.08, 0.16), strict=True):
        assert delay_s <= gap_s < delay_s + 1.0


def test_a_frozen_camera_never_counts_as_running_and_is_reopened(monkeypatch):
    monkeypatch.setattr("pipeline.health.FROZEN_AFTER_S", 0.1)
    monkeypatch.setattr("pipeline.health.BLACK_AFTER_S", 30.0)
    source = FakeSource(kind="camera")
    states = set()
    runner = Runner(source, lambda frame: frame.index, first_delay_s=0.01)
    runner.start()
    assert until(lambda: states.add(runner.status.state) or source.opened >= 3)
    assert "frozen" in runner.status.error
    runner.stop()
    assert State.RUNNING not in states
    assert State.WAITING_FOR_SOURCE in states


def test_a_black_camera_is_told_while_it_runs(monkeypatch):
    monkeypatch.setattr("pipeline.health.BLACK_AFTER_S", 0.05)

    class DarkCamera(FakeSource):
        def read(self, timeout_s: float) -> Frame | None:
            frame = super().read(timeout_s)
            return Frame(BGR + np.uint8(frame.index % 3), frame.time_s, frame.index)

    runner = Runner(DarkCamera(kind="camera"), lambda frame: frame.index)
    runner.start()
    assert until(lambda: "black pictures" in runner.status.notice)
    assert runner.status.state is State.RUNNING
    runner.stop()
    assert runner.status.notice == ""


def test_a_silent_source_is_reopened(monkeypatch):
    monkeypatch.setattr("pipeline.health.SILENT_AFTER_S", 0.05)

    class SilentSource(FakeSource):
        def read(self, timeout_s: float) -> Frame | None:
            time.sleep(0.01)

    source = SilentSource()
    runner = Runner(source, lambda frame: frame.index, first_delay_s=0.01)
    runner.start()
    assert until(lambda: source.opened >= 2)
    assert "sends no pictures" in runner.status.error
    runner.stop()
