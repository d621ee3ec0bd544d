"""How a run ends, whatever hangs, and how the next one takes over."""

import threading
import time

from pipeline.errors import SourceLostError, SourceUnavailableError
from pipeline.runner import Runner
from pipeline.status import State
from pipeline.types import Frame
from tests.fake_source import (
    FakeSource,
    HangingSource,
    RememberedFrames,
    capturing,
    named,
    until,
)


def test_stop_is_quick_while_it_waits_for_a_source():
    def trouble(opening: int, read: int) -> None:
        raise SourceUnavailableError("There is no camera. Plug one in.")

    runner = Runner(FakeSource(trouble), lambda frame: frame.index, first_delay_s=60.0)
    runner.start()
    assert until(lambda: runner.status.state is State.WAITING_FOR_SOURCE)
    began_s = time.monotonic()
    runner.stop()
    assert time.monotonic() - began_s < 0.5


def test_stop_leaves_a_hung_driver_behind_and_says_so(monkeypatch):
    monkeypatch.setattr("pipeline.runner.STOP_WITHIN_S", 0.1)
    monkeypatch.setattr("pipeline.runner.HAND_OVER_WITHIN_S", 0.1)
    source = HangingSource()
    runner = Runner(source, lambda frame: frame.index)
    runner.start()
    assert source.hangs.wait(2.0)
    runner.stop()
    assert "fake does not answer" in runner.status.notice
    runner.start()
    assert until(lambda: runner.status.state is State.FAILED)
    assert "fake does not answer" in runner.status.error
    runner.end()
    source.release.set()
    assert until(lambda: not capturing())
    runner.start()
    assert runner.pictures.take(2.0) is not None
    runner.stop()
    assert runner.status.notice == ""


def test_stop_before_start_is_harmless():
    runner = Runner(FakeSource(), lambda frame: frame.index)
    runner.stop()
    assert runner.status.state is State.STOPPED


def test_end_does_not_wait_for_a_hung_driver():
    source = HangingSource()
    runner = Runner(source, lambda frame: frame.index)
    runner.start()
    assert source.hangs.wait(2.0)
    began_s = time.perf_counter()
    runner.end()
    assert time.perf_counter() - began_s < 0.05
    assert runner.status.state is State.STOPPED
    assert runner.pictures.poll() is None
    source.release.set()
    assert until(lambda: not source.is_open)
    assert runner.status.state is State.STOPPED


def test_what_the_threads_say_after_the_end_is_not_heard():
    source = HangingSource()

    def trouble(opening: int, read: int) -> None:
        source._hang(opening, read)
        if read == 2:
            raise SourceLostError("The camera is gone.")

    source._trouble = trouble
    runner = Runner(source, lambda frame: frame.index)
    runner.start()
    assert source.hangs.wait(2.0)
    runner.end()
    source.release.set()
    assert until(lambda: not capturing())
    status = runner.status
    assert (status.state, status.error) == (State.STOPPED, "")


def test_a_new_run_takes_over_when_the_old_one_has_closed_the_source():
    source = HangingSource()
    runner = Runner(source, lambda frame: frame)
    runner.start()
    assert source.hangs.wait(2.0)
    for _ in range(3):
        runner.end()
        began_s = time.perf_counter()
        runner.start()
        assert time.perf_counter() - began_s < 0.05
    assert runner.pictures.take(0.1) is None
    assert runner.status.state is State.STARTING
    assert (source.opened, runner.status.frames_in) == (1, 0)
    released_s = time.monotonic()
    source.release.set()
    picture = runner.pictures.take(2.0)
    assert picture.time_s > released_s
    assert picture.index < 5, "frames are counted anew"
    assert until(lambda: runner.status.state is State.RUNNING)
    assert (source.opened, source.widest) == (2, 1)
    runner.stop()
    assert runner.status.state is State.STOPPED


def test_a_picture_of_the_old_run_never_reaches_the_new_one():
    release, inside = threading.Event(), threading.Event()
    at_once, most_at_once = [], []

    def render(frame: Frame) -> str:
        at_once.append(frame)
        most_at_once.append(len(at_once))
        first = not inside.is_set()
        if first:
            inside.set()
            release.wait(20.0)
        at_once.pop()
        return "old" if first else "new"

    source = FakeSource()
    runner = Runner(source, render)
    runner.start()
    assert inside.wait(2.0)
    runner.end()
    runner.start()
    assert until(lambda: source.opened == 2)
    assert runner.pictures.take(0.1) is None, "the new run waits for the old picture"
    release.set()
    assert [runner.pictures.take(2.0) for _ in range(5)] == ["new"] * 5
    runner.stop()
    assert max(most_at_once) == 1


def test_a_render_that_hangs_fails_the_next_run(monkeypatch):
    monkeypatch.setattr("pipeline.runner.HAND_OVER_WITHIN_S", 0.1)
    release, inside = threading.Event(), threading.Event()

    def render(frame: Frame) -> int:
        inside.set()
        release.wait(20.0)
        return frame.index

    runner = Runner(FakeSource(), render)
    runner.start()
    assert inside.wait(2.0)
    runner.end()
    runner.start()
    assert until(lambda: runner.status.state is State.FAILED)
    assert "still being made" in runner.status.error
    release.set()
    runner.stop()


def test_ended_and_started_again_and_again_one_run_is_left():
    source = FakeSource()
    runner = Runner(source, lambda frame: frame.index)
    for _ in range(30):
        runner.start()
        runner.end()
    runner.start()
    assert runner.pictures.take(3.0) is not None
    assert until(lambda: len(named("capture")) == len(named("render")) == 1)
    runner.stop()
    assert not source.is_open


def test_no_frame_survives_the_end_even_while_the_driver_hangs():
    source = RememberedFrames()
    runner = Runner(source, lambda frame: frame)  # its pictures hold the frames
    runner.start()
    assert source.hangs.wait(2.0)
    assert until(lambda: runner.status.frames_rendered > 0)
    assert source.alive() > 0, "the newest picture waits for a viewer"
    runner.end()
    assert until(lambda: source.alive() == 0)
    assert capturing()
    source.release.set()
    assert until(lambda: not capturing())
    assert until(lambda: source.alive() == 0)
    assert len(source.given) >= 10


def test_waiting_threads_hold_no_frame():
    source = RememberedFrames()
    runner = Runner(source, lambda frame: frame.index)
    runner.start()
    assert source.hangs.wait(2.0)
    assert until(lambda: source.alive() == 0), "while the run goes on"
    source.release.set()
    runner.stop()
