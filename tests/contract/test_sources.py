"""Every source keeps the promises of `FrameSource`."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.errors import SourceError, SourceLostError
from pipeline.sources.base import FrameSource
from pipeline.sources.cameras import Camera
from pipeline.sources.clip import Clip
from pipeline.sources.demo import DemoVisitor
from pipeline.sources.video import open_video
from pipeline.sources.webcam import Webcam


@pytest.fixture(scope="module")
def clip_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clips") / "noise.avi"
    codec = cv2.VideoWriter.fourcc(*"MJPG")
    writer = cv2.VideoWriter(str(path), codec, 60.0, (160, 120))
    random = np.random.default_rng(5)
    for _ in range(400):
        writer.write(random.integers(0, 255, (120, 160, 3), np.uint8))
    writer.release()
    return path


@pytest.fixture(scope="module")
def still_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stills") / "still.png"
    cv2.imwrite(str(path), np.full((120, 160, 3), 128, np.uint8))
    return path


@pytest.fixture(params=["demo", "clip", "still", "camera"])
def source(
    request: pytest.FixtureRequest, clip_path: Path, still_path: Path
) -> Iterator[FrameSource]:
    makers: dict[str, Callable[[], FrameSource]] = {
        "demo": DemoVisitor,
        "clip": lambda: Clip(clip_path),
        "still": lambda: Clip(still_path),
        "camera": lambda: Webcam(
            0,
            open_video=lambda _target, backend: open_video(str(clip_path), backend),
            list_cameras=lambda: [Camera(0, "file")],
        ),
    }
    made = makers[request.param]()
    yield made
    made.close()


def test_frames_are_pictures_with_growing_times_and_numbers_without_gaps(source):
    source.open()
    frames = [source.read(2.0) for _ in range(6)]
    assert all(frame is not None for frame in frames)
    assert [frame.index for frame in frames] == list(range(6))
    times_s = [frame.time_s for frame in frames]
    assert times_s == sorted(set(times_s))
    assert abs(time.monotonic() - times_s[-1]) < 1.0
    for frame in frames:
        assert frame.bgr.dtype == np.uint8
        assert frame.bgr.shape[::-1][1:] == source.info.size_px
        assert frame.bgr.shape[2] == 3
        assert frame.bgr.flags.c_contiguous


def test_info_says_what_it_is(source):
    assert source.info.kind in ("demo", "clip", "camera")
    source.open()
    assert source.info.name
    assert "/" not in source.info.name
    assert source.info.fps > 0
    assert min(source.info.size_px) > 0


def test_frames_belong_to_whoever_got_them(source):
    source.open()
    first = source.read(2.0)
    kept = first.bgr.copy()
    for _ in range(3):
        source.read(2.0)
    assert np.array_equal(first.bgr, kept)


def test_it_can_be_opened_again_and_counts_from_nought(source):
    for _ in range(2):
        source.open()
        assert source.read(2.0).index == 0
        assert source.read(2.0).index == 1
        source.close()
    source.open()
    source.open()
    assert source.read(2.0).index == 0


def test_close_is_harmless_at_any_time(source):
    source.close()
    source.open()
    source.close()
    source.close()
    with pytest.raises(SourceLostError):
        source.read(0.01)


def test_read_keeps_to_its_time(source):
    source.open()
    source.read(2.0)
    began_s = time.monotonic()
    source.read(0.0)
    assert time.monotonic() - began_s < 0.5


def test_it_does_not_run_faster_than_it_says(source):
    if source.info.kind == "camera":
        pytest.skip("the file that stands for a camera has no pace")
    source.open()
    source.read(2.0)
    began_s, count = time.monotonic(), 0
    while time.monotonic() - began_s < 0.3:
        count += source.read(0.05) is not None
    assert count <= 0.35 * source.info.fps + 2


def test_its_errors_are_sentences_without_paths(tmp_path):
    for broken in (Clip(tmp_path / "gone.mp4"), Webcam("nobody", list_cameras=list)):
        with pytest.raises(SourceError) as caught:
            broken.open()
        assert str(caught.value).endswith(".")
        assert str(tmp_path) not in str(caught.value)
