"""What a run tells about itself."""

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
