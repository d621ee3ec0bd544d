"""A camera, played by a file behind the same interface."""

import threading
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.errors import SourceLostError, SourceUnavailableError
from pipeline.runner import Runner
from pipeline.sources.cameras import Camera
from pipeline.sources.video import open_video
from pipeline.sources.webcam import Webcam
from pipeline.status import State

CAMERAS = [Camera(0, "Integrated Camera"), Camera(2, "Logitech C920")]


class FileDevice:
    """Stands for all devices: each opening plays a file, at a hundred a second.

    Attributes:
        behave: What the next pictures are: "play", "gone", "frozen", "black" or
            "hang" (until `release` is set).
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.behave = "play"
        self.release = threading.Event()
        self.wishes: dict[int, float] = {}
        self.targets: list[tuple[int | str, int]] = []
        self.open_count = 0

    def __call__(self, target: int | str, backend: int) -> "FileVideo":
        self.targets.append((target, backend))
        return FileVideo(self)


class FileVideo:
    def __init__(self, device: FileDevice) -> None:
        self._device = device
        is_there = device.behave not in ("gone", "missing")
        self._video = open_video(str(device.path) if is_there else "nowhere")
        self._is_open = is_there
        self._last: np.ndarray | None = None
        device.open_count += is_there

    def isOpened(self) -> bool:  # noqa: N802  OpenCV's name
        return self._is_open and self._video.isOpened()

    def get(self, prop: int) -> float:
        return self._video.get(prop)

    def set(self, prop: int, value: float) -> bool:
        self._device.wishes[prop] = value
        return True

    def grab(self) -> bool:
        time.sleep(0.01)
        if self._device.behave == "hang":
            self._device.release.wait(10.0)
        if self._device.behave == "gone":
            return False
        if not self._video.grab():
            self._video.set(cv2.CAP_PROP_POS_FRAMES, 0)
            return self._video.grab()
        return True

    def retrieve(self) -> tuple[bool, np.ndarray | None]:
        found, bgr = self._video.retrieve()
        if self._device.behave == "black":
            bgr = bgr // 64
        if self._device.behave == "frozen" and self._last is not None:
            bgr = self._last
        self._last = bgr
        return found, bgr

    def release(self) -> None:
        if self._is_open:
            self._device.open_count -= 1
        self._is_open = False
        self._video.release()


@pytest.fixture
def device(make_clip) -> FileDevice:
    return FileDevice(make_clip(frames=30, size_px=(128, 96), grain=True))


def webcam(device: FileDevice, wanted: int | str | None = None, **more) -> Webcam:
    return Webcam(wanted, open_video=device, list_cameras=lambda: CAMERAS, **more)


def until(condition, timeout_s: float = 4.0) -> bool:
    deadline_s = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > deadline_s:
            return False
        time.sleep(0.005)
    return True


def test_it_asks_for_mjpg_size_speed_and_a_short_queue(device):
    camera = webcam(device, "logi", backend="v4l2", size_px=(1920, 1080), fps=60.0)
    camera.open()
    camera.close()
    assert device.targets == [(2, cv2.CAP_V4L2)]
    assert device.wishes == {
        cv2.CAP_PROP_FOURCC: cv2.VideoWriter.fourcc(*"MJPG"),
        cv2.CAP_PROP_FRAME_WIDTH: 1920,
        cv2.CAP_PROP_FRAME_HEIGHT: 1080,
        cv2.CAP_PROP_FPS: 60.0,
        cv2.CAP_PROP_BUFFERSIZE: 1,
    }


def test_it_says_what_it_is_and_delivers(device):
    camera = webcam(device)
    assert camera.info.kind == "camera"
    camera.open()
    frames = [camera.read(2.0) for _ in range(5)]
    camera.close()
    assert camera.info.name == "Integrated Camera"
    assert camera.info.size_px == (128, 96)
    assert camera.info.fps == 100.0
    assert [frame.index for frame in frames] == list(range(5))
    assert all(frame.bgr.shape == (96, 128, 3) for frame in frames)
    assert device.open_count == 0


def test_the_newest_picture_wins(device):
    camera = webcam(device)
    camera.open()
    camera.read(1.0)
    time.sleep(0.4)
    now_s = time.monotonic()
    frame = camera.read(1.0)
    camera.close()
    assert now_s - frame.time_s < 0.3


def test_the_size_that_comes_counts(device):
    class Lying(FileVideo):
        def get(self, prop: int) -> float:
            return float("nan") if prop == cv2.CAP_PROP_FPS else 0.0

    camera = Webcam(
        None, open_video=lambda *_: Lying(device), list_cameras=lambda: CAMERAS
    )
    camera.open()
    assert camera.info.size_px == (0, 0)
    assert camera.info.fps == 0.0
    camera.read(2.0)
    assert camera.info.size_px == (128, 96)
    camera.close()


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [("Sony", "There is no camera named Sony"), (0, "camera 0|Integrated Camera")],
)
def test_a_missing_camera_is_told_in_plain_words(device, wanted, sentence):
    device.behave = "missing"
    with pytest.raises(SourceUnavailableError, match=sentence):
        webcam(device, wanted).open()


def test_no_camera_at_all(device):
    camera = Webcam(None, open_video=device, list_cameras=list)
    with pytest.raises(SourceUnavailableError, match=r"There is no camera\. Plug"):
        camera.open()


def test_opencv_itself_keeps_quiet_about_a_missing_device(capfd):
    with pytest.raises(SourceUnavailableError, match="cannot be opened"):
        Webcam(63, list_cameras=list).open()
    assert capfd.readouterr() == ("", "")


def test_an_unknown_backend_is_refused():
    with pytest.raises(SourceUnavailableError, match=r"Choose one of: any, v4l2"):
        Webcam(0, backend="magic")


def test_a_camera_that_vanishes_is_lost_and_found_again(device):
    camera = webcam(device)
    camera.open()
    assert camera.read(2.0) is not None
    device.behave = "gone"

    def read_on() -> None:
        while True:
            camera.read(0.2)

    with pytest.raises(SourceLostError, match=r"Integrated Camera' is gone.*cable"):
        read_on()
    with pytest.raises(SourceUnavailableError):
        camera.open()
    device.behave = "play"
    camera.open()
    frame = camera.read(2.0)
    camera.close()
    assert frame is not None
    assert frame.index == 0
    assert device.open_count == 0


def test_a_hung_driver_hangs_neither_read_nor_close(device):
    camera = webcam(device)
    camera.open()
    assert camera.read(2.0) is not None
    device.behave = "hang"
    time.sleep(0.05)
    camera.read(0.05)
    began_s = time.monotonic()
    assert camera.read(0.1) is None
    camera.close()
    assert time.monotonic() - began_s < 1.0
    device.release.set()
    assert until(lambda: device.open_count == 0)


def test_a_closed_camera_does_not_read(device):
    with pytest.raises(SourceLostError, match="not open"):
        webcam(device).read(0.1)


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [("gone", "gone|cannot be opened"), ("frozen", "frozen"), ("hang", "no pictures")],
)
def test_the_runner_brings_a_lost_camera_back(device, monkeypatch, trouble, sentence):
    monkeypatch.setattr("pipeline.health.FROZEN_AFTER_S", 0.1)
    if trouble == "hang":
        monkeypatch.setattr("pipeline.health.SILENT_AFTER_S", 0.1)
    monkeypatch.setattr("pipeline.capture.READ_TIMEOUT_S", 0.05)
    runner = Runner(webcam(device), lambda frame: frame.index, first_delay_s=0.05)
    runner.start()
    assert until(lambda: runner.status.state is State.RUNNING)
    device.behave = trouble
    assert until(lambda: runner.status.state is State.WAITING_FOR_SOURCE)
    assert any(part in runner.status.error for part in sentence.split("|"))
    device.behave = "play"
    device.release.set()
    assert until(lambda: runner.status.state is State.RUNNING)
    assert runner.status.error == ""
    runner.stop()
    assert until(lambda: device.open_count == 0)


def test_the_runner_tells_of_a_black_camera(device, monkeypatch):
    monkeypatch.setattr("pipeline.health.BLACK_AFTER_S", 0.1)
    runner = Runner(webcam(device), lambda frame: frame.index)
    runner.start()
    assert until(lambda: runner.status.state is State.RUNNING)
    assert runner.status.notice == ""
    device.behave = "black"
    assert until(lambda: "Uncover its lens" in runner.status.notice)
    device.behave = "play"
    assert until(lambda: runner.status.notice == "")
    runner.stop()
