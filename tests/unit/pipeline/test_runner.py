"""The three threads, on made-up sources and without models."""

import threading
import time

import numpy as np
import pytest

from pipeline.errors import ModelMissingError
from pipeline.runner import Runner
from pipeline.status import State
from pipeline.types import Frame
from tests.fake_source import FakeSource, until


def test_frames_become_pictures_on_three_other_threads():
    source = FakeSource()
    threads = set()

    def look(frame: Frame) -> str:
        threads.add(("look", threading.current_thread().name))
        return str(frame.index)

    def render(seen: str) -> int:
        threads.add(("render", threading.current_thread().name))
        return int(seen)

    runner = Runner(source, render, look=look)
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
    assert threads == {("look", "look"), ("render", "render")}
    assert not source.is_open
    assert runner.status.state is State.STOPPED
    assert runner.pictures.poll() is None


def test_the_next_frame_is_looked_at_while_a_picture_is_made():
    looked = threading.Condition()
    newest = 0

    def look(frame: Frame) -> int:
        nonlocal newest
        with looked:
            newest = frame.index
            looked.notify_all()
        return frame.index

    def render(index: int) -> bool:
        with looked:
            return looked.wait_for(lambda: newest > index, 5.0)

    runner = Runner(FakeSource(), render, look=look)
    runner.start()
    assert [runner.pictures.take(5.0) for _ in range(3)] == [True] * 3
    runner.stop()


def test_where_nothing_is_seen_no_picture_is_made():
    runner = Runner(
        FakeSource(),
        lambda index: index,
        look=lambda frame: frame.index if frame.index > 20 else None,
    )
    runner.start()
    assert runner.pictures.take(5.0) > 20
    runner.stop()


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


def test_all_threads_give_way_for_a_moment_and_go_on():
    at_s = {"read": [0.0], "rendered": [0.0]}

    def render(frame: Frame) -> int:
        at_s["rendered"].append(time.monotonic())
        return frame.index

    runner = Runner(
        FakeSource(lambda *_: at_s["read"].append(time.monotonic())), render
    )
    runner.start()
    assert until(lambda: len(at_s["rendered"]) > 5)
    began_s = time.monotonic()
    runner.give_way(0.4)
    assert until(lambda: at_s["rendered"][-1] > began_s + 0.4)
    runner.stop()
    for what, begun_s in (("read", 0.1), ("rendered", 0.02)):
        # What was begun before is ended.
        within_s = began_s + begun_s, began_s + 0.4
        assert not [s for s in at_s[what] if within_s[0] < s < within_s[1]]


def test_a_run_that_gives_way_ends_at_once():
    runner = Runner(FakeSource(), lambda frame: frame.index)
    runner.start()
    assert until(lambda: runner.status.frames_rendered > 5)
    runner.give_way(60.0)
    began_s = time.monotonic()
    runner.stop()
    assert time.monotonic() - began_s < 1.0
    assert runner.status.state is State.STOPPED


def test_a_viewer_that_never_comes_costs_nothing():
    runner = Runner(FakeSource(), lambda frame: frame.index)
    runner.start()
    assert until(lambda: runner.status.frames_rendered > 50)
    assert runner.pictures.dropped > 40
    runner.stop()


@pytest.mark.parametrize("where", ["look", "render"])
def test_an_error_in_work_ends_the_run_and_stays_in_the_status(where):
    def fail(frame: Frame) -> Frame:
        if frame.index == 2:
            raise ZeroDivisionError("no pixels")
        return frame

    source = FakeSource()
    work = {"look": lambda frame: frame, "render": lambda frame: frame, where: fail}
    runner = Runner(source, work["render"], look=work["look"])
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
