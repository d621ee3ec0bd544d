"""The two threads, on made-up sources and without models."""

import gc
import itertools
import threading
import time
import weakref
from collections.abc import Callable

import numpy as np
import pytest

from pipeline.errors import (
    ModelMissingError,
    SourceLostError,
    SourceUnavailableError,
)
from pipeline.runner import Runner
from pipeline.status import State
from pipeline.types import Frame, SourceInfo

BGR = np.zeros((4, 4, 3), np.uint8)


class FakeSource:
    """Delivers frames at a pace and does at one read what a test wants.

    ``trouble`` is called with the number of the opening and of the read.
    """

    def __init__(
        self,
        trouble: Callable[[int, int], None] = lambda *_: None,
        pause_s: float = 0.002,
        kind: str = "clip",
    ) -> None:
        self.info = SourceInfo(kind, "fake", (4, 4), 500.0)
        self.opened = 0
        self.is_open = False
        self.threads: set[str] = set()
        self._trouble = trouble
        self._pause_s = pause_s
        self._reads = itertools.count()

    def open(self) -> None:
        self.opened += 1
        self._reads = itertools.count()
        self._trouble(self.opened, -1)
        self.is_open = True

    def read(self, timeout_s: float) -> Frame | None:
        self.threads.add(threading.current_thread().name)
        index = next(self._reads)
        self._trouble(self.opened, index)
        time.sleep(self._pause_s)
        return Frame(BGR, time.monotonic(), index)

    def close(self) -> None:
        self.is_open = False


class HangingSource(FakeSource):
    """Its first opening hangs at the third read until it is released.

    Attributes:
        widest: The most openings that there were at once.
    """

    def __init__(self) -> None:
        super().__init__(self._hang)
        self.hangs, self.release = threading.Event(), threading.Event()
        self.widest = 0
        self._now_open = 0

    def open(self) -> None:
        super().open()
        self._now_open += 1
        self.widest = max(self.widest, self._now_open)

    def close(self) -> None:
        self._now_open -= self.is_open
        super().close()

    def _hang(self, opening: int, read: int) -> None:
        if opening == 1 and read == 2:
            self.hangs.set()
            self.release.wait(20.0)


def until(condition: Callable[[], bool], timeout_s: float = 15.0) -> bool:
    deadline_s = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > deadline_s:
            return False
        time.sleep(0.002)
    return True


def test_frames_become_pictures_on_two_other_threads():
    source = FakeSource()
    threads = set()

    def render(frame: Frame) -> int:
        threads.add(threading.current_thread().name)
        return frame.index

    runner = Runner(source, render)
    assert runner.status.state is State.STOPPED
    runner.start()
    seen = [runner.pictures.take(2.0) for _ in range(20)]
    status = runner.status
    runner.stop()
    assert seen == sorted(seen)
    assert status.state is State.RUNNING
    assert status.frames_rendered >= 20
    assert 0 < status.latency_ms.p50 <= status.latency_ms.p95 < 500
    assert source.threads == {"capture"}
    assert threads == {"render"}
    assert not source.is_open
    assert runner.status.state is State.STOPPED
    assert runner.pictures.poll() is None


def test_a_slow_render_drops_frames_and_never_falls_behind():
    source = FakeSource()
    late_s = []

    def render(frame: Frame) -> int:
        late_s.append(time.monotonic() - frame.time_s)
        time.sleep(0.05)
        return frame.index

    runner = Runner(source, render)
    runner.start()
    assert until(lambda: runner.status.frames_rendered >= 8)
    status = runner.status
    runner.stop()
    assert status.dropped > 3 * status.frames_rendered
    assert status.frames_in >= status.dropped + status.frames_rendered
    assert np.median(late_s) < 0.2


def test_a_viewer_that_never_comes_costs_nothing():
    runner = Runner(FakeSource(), lambda frame: frame.index)
    runner.start()
    assert until(lambda: runner.status.frames_rendered > 50)
    assert runner.pictures.dropped > 40
    runner.stop()


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


def test_an_error_in_render_ends_the_run_and_stays_in_the_status():
    def render(frame: Frame) -> int:
        if frame.index == 2:
            raise ZeroDivisionError("no pixels")
        return frame.index

    source = FakeSource()
    runner = Runner(source, render)
    runner.start()
    assert until(lambda: runner.status.state is State.FAILED)
    assert until(lambda: not source.is_open)
    assert runner.pictures.poll() is None
    runner.stop()
    assert runner.status.state is State.FAILED
    assert "(ZeroDivisionError). The log" in runner.status.error


@pytest.mark.parametrize("where", [-1, 2])
def test_a_known_failure_is_told_in_its_own_words(where):
    def trouble(opening: int, read: int) -> None:
        if read == where:
            raise ModelMissingError("A model is missing. Install the program again.")

    runner = Runner(FakeSource(trouble), lambda frame: frame.index)
    runner.start()
    assert until(lambda: runner.status.state is State.FAILED)
    runner.stop()
    assert runner.status.error == "A model is missing. Install the program again."


def test_it_can_be_started_again_after_a_failure():
    fails = [True]

    def render(frame: Frame) -> int:
        if fails[0]:
            raise ValueError("once")
        return frame.index

    runner = Runner(FakeSource(), render)
    runner.start()
    assert until(lambda: runner.status.state is State.FAILED)
    runner.stop()
    fails[0] = False
    runner.start()
    assert runner.pictures.take(2.0) is not None
    assert runner.status.state is State.RUNNING
    assert runner.status.error == ""
    runner.stop()


def test_starting_twice_starts_once():
    source = FakeSource()
    runner = Runner(source, lambda frame: frame.index)
    runner.start()
    runner.start()
    assert runner.pictures.take(2.0) is not None
    runner.stop()
    assert source.opened == 1


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


def named(name: str) -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == name]


def capturing() -> bool:
    return bool(named("capture"))


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


class RememberedFrames(FakeSource):
    """Holds weakly every picture that it gave away; after ten it hangs."""

    def __init__(self) -> None:
        super().__init__(self._hang)
        self.hangs, self.release = threading.Event(), threading.Event()
        self.given: list[weakref.ref] = []

    def read(self, timeout_s: float) -> Frame:
        frame = super().read(timeout_s)
        bgr = np.zeros((4, 4, 3), np.uint8)
        self.given.append(weakref.ref(bgr))
        return Frame(bgr, frame.time_s, frame.index)

    def alive(self) -> int:
        gc.collect()
        return sum(ref() is not None for ref in self.given)

    def _hang(self, opening: int, read: int) -> None:
        if read == 10:
            self.hangs.set()
            self.release.wait(20.0)


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


def test_a_render_that_makes_nothing_is_no_failure():
    source = FakeSource()
    runner = Runner(source, lambda frame: frame.index if frame.index > 20 else None)
    runner.start()
    assert runner.pictures.take(2.0) > 20
    assert runner.status.state is State.RUNNING
    runner.stop()


def test_rates_are_told():
    source = FakeSource(pause_s=0.01)
    runner = Runner(source, lambda frame: frame.index)
    runner.start()
    assert until(lambda: runner.status.frames_rendered > 30)
    status = runner.status
    runner.stop()
    assert 20 < status.source_fps <= 100
    assert 0 < status.picture_fps <= 100
