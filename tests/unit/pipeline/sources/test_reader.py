"""A device on a thread of its own."""

import threading
import time
import weakref

import cv2
import numpy as np
import pytest

from pipeline.sources.reader import MISSES, GuardedReader


class FakeVideo:
    """Delivers grey pictures until told to fail."""

    def __init__(self, fails_after: int = 10**9) -> None:
        self.released = threading.Event()
        self.reads = 0
        self._fails_after = fails_after

    def isOpened(self) -> bool:  # noqa: N802  OpenCV's name
        return True

    def grab(self) -> bool:
        self.reads += 1
        time.sleep(0.002)
        return self.reads <= self._fails_after

    def retrieve(self) -> tuple[bool, np.ndarray]:
        return True, np.full((6, 8), 50, np.uint8)

    def get(self, prop: int) -> float:
        return {cv2.CAP_PROP_FRAME_WIDTH: 8.0, cv2.CAP_PROP_FRAME_HEIGHT: 6.0}.get(
            prop, 25.0
        )

    def set(self, prop: int, value: float) -> bool:
        return False

    def release(self) -> None:
        self.released.set()


def test_pictures_come_as_bgr_with_the_time_of_their_coming():
    video = FakeVideo()
    reader = GuardedReader(lambda: video)
    assert reader.wait_open(2.0)
    assert reader.size_fps == (8, 6, 25.0)
    bgr, came_s = reader.take(2.0)
    assert bgr.shape == (6, 8, 3)
    assert 0.0 <= time.monotonic() - came_s < 1.0
    assert reader.close()
    assert video.released.is_set()


def test_a_camera_beyond_full_hd_is_delivered_smaller():
    class Large(FakeVideo):
        def retrieve(self) -> tuple[bool, np.ndarray]:
            return True, np.full((2160, 3840, 3), 50, np.uint8)

    reader = GuardedReader(Large)
    bgr, _ = reader.take(5.0)
    assert reader.close()
    assert bgr.shape[0] * bgr.shape[1] <= 2_100_000
    assert bgr.shape[1] / bgr.shape[0] == pytest.approx(16 / 9, rel=0.01)


def test_a_single_failed_read_is_forgiven_and_a_row_of_them_is_not(monkeypatch):
    monkeypatch.setattr("pipeline.sources.reader.MISS_PAUSE_S", 0.001)
    video = FakeVideo(fails_after=5)
    reader = GuardedReader(lambda: video)
    assert video.released.wait(2.0)
    assert video.reads == 5 + MISSES
    assert reader.lost
    assert reader.take(0.0) is None
    assert reader.close()


def test_a_driver_that_fails_to_open_is_lost():
    def connect() -> FakeVideo:
        raise cv2.error("no such device")

    reader = GuardedReader(connect)
    assert not reader.wait_open(2.0)
    assert reader.lost
    assert reader.close()


def test_a_driver_that_fails_while_reading_is_lost_and_released():
    class Failing(FakeVideo):
        def retrieve(self) -> tuple[bool, np.ndarray]:
            raise cv2.error("bad data")

    video = Failing()
    reader = GuardedReader(lambda: video)
    assert video.released.wait(2.0)
    assert reader.close()
    assert reader.lost


def test_a_driver_that_opens_too_late_is_let_go_by_itself():
    gate, video = threading.Event(), FakeVideo()

    def connect() -> FakeVideo:
        gate.wait(10.0)
        return video

    reader = GuardedReader(connect)
    assert not reader.wait_open(0.02)
    began_s = time.monotonic()
    assert not reader.close()
    assert time.monotonic() - began_s < 1.0
    gate.set()
    assert video.released.wait(2.0)
    assert video.reads == 0


def test_a_driver_that_hangs_keeps_no_picture():
    gate, hangs = threading.Event(), threading.Event()
    alive = []

    class Hanging(FakeVideo):
        def grab(self) -> bool:
            if alive:
                hangs.set()
                gate.wait(10.0)
            return super().grab()

        def retrieve(self) -> tuple[bool, np.ndarray]:
            picture = np.full((6, 8, 3), 50, np.uint8)
            alive.append(weakref.ref(picture))
            return True, picture

    reader = GuardedReader(Hanging)
    assert hangs.wait(2.0)
    assert alive[0]() is not None, "nobody has taken it yet"
    assert not reader.close()
    try:
        assert alive[0]() is None
    finally:
        gate.set()
