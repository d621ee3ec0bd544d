"""What a run tells about itself."""

import pytest

from pipeline.status import Ledger, State
from pipeline.types import SourceInfo

INFO = SourceInfo("demo", "demo", (1280, 720), 30.0)


def test_a_snapshot_holds_everything_that_was_written_down():
    ledger = Ledger(State.STARTING)
    ledger.enter(State.RUNNING)
    ledger.notice("Uncover the lens.")
    for _ in range(31):
        ledger.count_frame()
        ledger.count_picture(12.0)
    status = ledger.snapshot(INFO, 4)
    assert status.state == State.RUNNING == "running"
    assert status.source is INFO
    assert (status.frames_in, status.frames_rendered, status.dropped) == (31, 31, 4)
    assert status.latency_ms.p50 == status.latency_ms.p95 == 12.0
    assert status.notice == "Uncover the lens."


def test_a_failure_is_final_and_stays_readable_after_the_end():
    ledger = Ledger(State.RUNNING)
    ledger.enter(State.FAILED, "The picture could not be made.")
    ledger.enter(State.RUNNING)
    ledger.leave("")
    status = ledger.snapshot(INFO, 0)
    assert status.state is State.FAILED
    assert status.error == "The picture could not be made."


def test_the_end_of_a_good_run_clears_a_passing_trouble():
    ledger = Ledger(State.RUNNING)
    ledger.enter(State.WAITING_FOR_SOURCE, "The camera is gone.")
    ledger.leave("")
    status = ledger.snapshot(INFO, 0)
    assert (status.state, status.error) == (State.STOPPED, "")


def test_after_the_end_nothing_is_noted_any_more():
    ledger = Ledger(State.RUNNING)
    ledger.leave("The last picture is still being made.")
    ledger.enter(State.WAITING_FOR_SOURCE, "The camera is gone.")
    ledger.notice("Uncover the lens.")
    ledger.enter(State.FAILED, "It failed.")
    status = ledger.snapshot(INFO, 0)
    assert (status.state, status.error) == (State.STOPPED, "")
    assert status.notice == "The last picture is still being made."


def test_rates_are_those_of_the_last_two_seconds():
    now = [100.0]
    ledger = Ledger(State.RUNNING, clock=lambda: now[0])
    assert ledger.snapshot(INFO, 0).source_fps == 0.0
    for _ in range(90):
        now[0] += 1 / 30
        ledger.count_frame()
    for _ in range(60):
        now[0] += 1 / 15
        ledger.count_frame()
        ledger.count_picture(20.0)
    status = ledger.snapshot(INFO, 0)
    assert status.source_fps == pytest.approx(15.0)
    assert status.picture_fps == pytest.approx(15.0)
    assert (status.frames_in, status.frames_rendered) == (150, 60)
    now[0] += 2.5
    status = ledger.snapshot(INFO, 0)
    assert (status.source_fps, status.picture_fps) == (0.0, 0.0)
