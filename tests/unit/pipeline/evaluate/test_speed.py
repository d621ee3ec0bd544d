"""The figures of a run, on a source and a portrait of known speed."""

import mmap
import threading
import time
from types import SimpleNamespace

import numpy as np
import pytest

from pipeline.errors import SourceError, SourceUnavailableError
from pipeline.evaluate.speed import (
    STAGES,
    frame_to_landmarks,
    resident_mb,
    run_live,
    some_frames,
)
from pipeline.types import Frame, SourceInfo


class FakeSource:
    """Delivers a small grey picture at a given pace, as a camera would."""

    def __init__(self, fps=100.0):
        self.info = SourceInfo("demo", "a fake", (8, 8), fps)
        self.opened = 0
        self._index = 0

    def open(self):
        self.opened += 1

    def read(self, timeout_s):
        time.sleep(1 / self.info.fps)
        self._index += 1
        return Frame(np.zeros((8, 8, 3), np.uint8), time.monotonic(), self._index)

    def close(self):
        self.opened -= 1


class DeadSource(FakeSource):
    """Cannot be opened."""

    tried = 0

    def open(self):
        self.tried += 1
        raise SourceUnavailableError("The camera is not plugged in.")


class SilentSource(FakeSource):
    """Can be opened and sends nothing."""

    def read(self, timeout_s):
        time.sleep(0.01)


def look(frame):
    return SimpleNamespace(frame=frame)


def picture(**stages_ms):
    return SimpleNamespace(stages_ms=stages_ms, matched=1)


def test_a_run_is_counted_and_timed():
    def render(sight):
        time.sleep(0.004)
        return picture(warp=3.0, total=4.0)

    report = run_live(FakeSource(), look, render, 0.5)
    assert abs(report["frames_rendered"] - report["frames_with_face"]) <= 1
    assert 10 < report["frames_rendered"] <= report["frames_in"]
    assert 20 < report["render_fps"] < 110
    assert report["latency_ms"]["p50"] >= 4
    assert report["latency_ms"]["p95"] >= report["latency_ms"]["p50"]
    assert set(STAGES) <= set(report["stages_ms"])
    assert report["stages_ms"]["warp"] == {"p50": 3.0, "p95": 3.0}
    assert report["stages_ms"]["detect"] == {"p50": None, "p95": None}


def test_a_slow_portrait_drops_frames_and_queues_none():
    def render(sight):
        time.sleep(0.05)
        return picture(total=50.0)

    report = run_live(FakeSource(), look, render, 0.6)
    assert report["dropped"] > report["frames_rendered"]
    assert report["latency_ms"]["p95"] < 200


def test_a_portrait_that_fails_ends_the_run_with_a_sentence(caplog):
    def render(sight):
        raise RuntimeError("no paint left")

    with pytest.raises(
        SourceUnavailableError, match=r"could not be made \(RuntimeError\)"
    ):
        run_live(FakeSource(), look, render, 0.5)
    assert threading.active_count() < 10


def test_a_dead_source_is_named_at_once():
    source = DeadSource()
    began_s = time.monotonic()
    with pytest.raises(SourceError, match="not plugged in"):
        run_live(source, look, lambda _: picture(), 0.5)
    assert time.monotonic() - began_s < 2.0
    assert source.tried == 1


def test_a_source_that_sends_nothing_is_not_waited_for_long(monkeypatch):
    monkeypatch.setattr("pipeline.evaluate.speed._START_WITHIN_S", 0.2)
    with pytest.raises(SourceError, match="a fake delivered no picture"):
        run_live(SilentSource(), look, lambda _: picture(), 0.5)


def test_the_frame_is_held_against_one_inference():
    """Three times the work must give three times the ratio."""
    frames = some_frames(FakeSource(), 24)

    def render(ms):
        def work(frame):
            until = time.perf_counter() + ms / 1000
            while time.perf_counter() < until:
                pass
            return picture()

        return work

    once = frame_to_landmarks(frames, render(10))
    thrice = frame_to_landmarks(frames, render(30))
    assert 10 <= once["frame_ms"] < 25
    assert once["landmarks_ms"] > 0
    ratio = thrice["frame_ms"] / thrice["landmarks_ms"]
    assert thrice["ratio_frame_to_landmarks"] == pytest.approx(ratio, rel=0.02)
    assert thrice["frame_ms"] >= 30


def test_frames_without_a_face_do_not_flatter_the_ratio():
    frames = some_frames(FakeSource(), 12)
    nobody = SimpleNamespace(stages_ms={}, matched=0)
    found = frame_to_landmarks(frames, lambda _: nobody)
    assert set(found.values()) == {None}


def test_some_frames_are_read_and_the_source_is_closed():
    source = FakeSource()
    assert len(some_frames(source, 5)) == 5
    assert source.opened == 0


def test_memory_grows_with_what_is_held():
    before = resident_mb()
    # Mapped anew: an array might be laid into memory that was freed but never returned.
    with mmap.mmap(-1, 40_000_000) as held:
        held.write(b"x" * len(held))
        assert resident_mb() > before + 20
