"""Clips, good and bad."""

import struct
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.errors import SourceLostError, SourceUnavailableError
from pipeline.sources.clip import Clip
from pipeline.sources.video import open_video
from pipeline.types import Frame


class FakeClock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def time(self) -> float:
        return self.now_s

    def sleep(self, duration_s: float) -> None:
        self.now_s += duration_s


def timeless(path: Path) -> Clip:
    """A clip for which no time passes but what it sleeps itself."""
    clock = FakeClock()
    return Clip(path, clock=clock.time, sleep=clock.sleep)


def play(clip: Clip, count: int) -> list[Frame]:
    clip.open()
    frames = [clip.read(1.0) for _ in range(count)]
    clip.close()
    assert all(frame is not None for frame in frames)
    return frames


def shades(frames: list[Frame]) -> list[int]:
    return [round(float(frame.bgr.mean()) / 20.0) for frame in frames]


@pytest.mark.parametrize("name", ["clip.avi", "clip.mp4"])
def test_a_clip_is_played_in_order_and_looped(make_clip, name):
    clip = timeless(make_clip(name))
    frames = play(clip, 23)
    assert shades(frames) == [*range(10), *range(10), 0, 1, 2]
    assert [frame.index for frame in frames] == list(range(23))
    assert clip.info.kind == "clip"
    assert clip.info.name == name
    assert clip.info.size_px == (64, 48)
    assert clip.info.fps == 100.0


def test_it_keeps_its_own_pace(make_clip):
    began_s = time.monotonic()
    play(Clip(make_clip(fps=50.0)), 16)
    assert 0.28 < time.monotonic() - began_s < 1.0


def test_pictures_that_nobody_came_for_are_skipped(make_clip):
    clock = FakeClock()
    clip = Clip(make_clip(fps=10.0), clock=clock.time, sleep=clock.sleep)
    clip.open()
    seen = [clip.read(1.0)]
    clock.now_s += 0.45
    seen += [clip.read(1.0), clip.read(1.0)]
    clip.close()
    assert shades(seen) == [0, 4, 5]
    assert [frame.index for frame in seen] == [0, 1, 2]


def test_none_comes_when_the_next_picture_is_not_due(make_clip):
    clip = Clip(make_clip(fps=2.0))
    clip.open()
    assert clip.read(0.1) is not None
    assert clip.read(0.01) is None
    clip.close()


@pytest.mark.parametrize("fps", [0.0, -5.0, float("nan"), float("inf"), 90000.0, 0.01])
def test_an_absurd_speed_is_replaced(make_clip, fps):
    class Odd:
        def __init__(self, target: int | str, backend: int) -> None:
            self._video = open_video(target, backend)

        def __getattr__(self, name: str):
            return getattr(self._video, name)

        def get(self, prop: int) -> float:
            return fps if prop == cv2.CAP_PROP_FPS else self._video.get(prop)

    clip = Clip(make_clip(), open_video=Odd)
    clip.open()
    assert clip.info.fps == 30.0
    clip.close()


def test_a_turned_clip_is_played_upright(make_clip):
    path = make_clip("turned.mp4")
    data = bytearray(path.read_bytes())
    matrix = data.find(b"tkhd") + 4 + 40
    quarter_turn = (0, 65536, 0, -65536, 0, 0, 48 << 16, 0, 1 << 30)
    data[matrix : matrix + 36] = struct.pack(">9i", *quarter_turn)
    path.write_bytes(data)
    clip = Clip(path)
    assert play(clip, 1)[0].bgr.shape == (64, 48, 3)
    assert clip.info.size_px == (48, 64)


def test_a_clip_that_breaks_off_is_looped_as_far_as_it_goes(make_clip):
    path = make_clip("cut.avi", frames=9, size_px=(320, 240), grain=True)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 2 // 3])
    frames = play(timeless(path), 12)
    different = {frame.bgr.tobytes() for frame in frames}
    assert 1 <= len(different) < 9


def test_rows_of_jpegs_of_changing_size_play(tmp_path):
    path = tmp_path / "row.mjpeg"
    pictures = [
        np.full((48 + 16 * (k // 3), 64, 3), 20 * k, np.uint8) for k in range(6)
    ]
    path.write_bytes(b"".join(cv2.imencode(".jpg", p)[1].tobytes() for p in pictures))
    assert shades(play(timeless(path), 8)) == [0, 1, 2, 3, 4, 5, 0, 1]


def test_a_change_of_size_is_told(make_clip):
    class Growing:
        def __init__(self, target: int | str, backend: int) -> None:
            self._video = open_video(target, backend)
            self._count = 0

        def __getattr__(self, name: str):
            return getattr(self._video, name)

        def retrieve(self):
            self._count += 1
            found, bgr = self._video.retrieve()
            return found, np.tile(bgr, (self._count, 1, 1))

    clip = Clip(make_clip(), open_video=Growing)
    clip.open()
    for count in (1, 2, 3):
        assert clip.read(1.0).bgr.shape == (48 * count, 64, 3)
        assert clip.info.size_px == (64, 48 * count)
    clip.close()


@pytest.mark.parametrize("name", ["still.png", "still.jpg", "still.mp4"])
def test_a_still_picture_is_an_endless_clip(tmp_path, name):
    path = tmp_path / name
    code = ".jpg" if path.suffix == ".jpg" else ".png"
    path.write_bytes(cv2.imencode(code, np.full((30, 40, 3), 99, np.uint8))[1])
    clip = Clip(path)
    frames = play(clip, 4)
    assert {frame.bgr.shape for frame in frames} == {(30, 40, 3)}
    assert [frame.index for frame in frames] == [0, 1, 2, 3]
    assert 0.08 < frames[-1].time_s - frames[0].time_s < 0.5
    assert clip.info.fps == 30.0


@pytest.mark.parametrize("name", ["large.mp4", "large.avi"])
def test_a_large_clip_is_delivered_smaller_and_says_so(make_clip, name):
    clip = timeless(make_clip(name, frames=3, size_px=(3840, 2160)))
    frames = play(clip, 4)
    shapes = {frame.bgr.shape for frame in frames}
    assert len(shapes) == 1
    height, width, _ = shapes.pop()
    assert 2_000_000 < height * width <= 2_100_000
    assert width / height == pytest.approx(16 / 9, rel=0.01)
    assert clip.info.size_px == (width, height)
    assert shades(frames) == [0, 1, 2, 0]


def test_a_clip_of_full_hd_is_delivered_as_it_is(make_clip):
    clip = timeless(make_clip("hd.mp4", frames=2, size_px=(1920, 1080)))
    assert play(clip, 1)[0].bgr.shape == (1080, 1920, 3)


def test_a_large_still_is_delivered_smaller(tmp_path):
    path = tmp_path / "large.jpg"
    cv2.imwrite(str(path), np.full((2400, 3600, 3), 99, np.uint8))
    height, width, _ = play(timeless(path), 1)[0].bgr.shape
    assert height * width <= 2_100_000
    assert width / height == pytest.approx(1.5, rel=0.01)


@pytest.mark.parametrize("method", ["grab", "retrieve"])
def test_a_reader_that_raises_is_read_anew(make_clip, method):
    """OpenCV's readers raise at some broken spots instead of saying no."""
    broken = []

    class Raising:
        def __init__(self, target: int | str, backend: int) -> None:
            self._video = open_video(target, backend)
            self._calls = {"grab": 0, "retrieve": 0}
            broken.append(self)

        def __getattr__(self, name: str):
            if name in self._calls and len(broken) == 1:
                self._calls[name] += 1
                if name == method and self._calls[name] > 2:
                    raise cv2.error("a broken spot")
            return getattr(self._video, name)

    clock = FakeClock()
    clip = Clip(make_clip(fps=10.0), Raising, clock=clock.time, sleep=clock.sleep)
    clip.open()
    seen = [clip.read(1.0), clip.read(1.0)]
    clock.now_s += 0.45
    seen.append(clip.read(1.0))
    clip.close()
    assert shades(seen) == [0, 1, 0]


def write_text(path: Path) -> None:
    path.write_text("This is no video. " * 100)


def write_nothing(path: Path) -> None:
    path.write_bytes(b"")


def write_broken_picture(path: Path) -> None:
    path.write_bytes(cv2.imencode(".png", np.zeros((30, 40, 3), np.uint8))[1][:40])


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (write_text, "cannot be played. Choose an MP4"),
        (write_nothing, "is empty. Copy it again"),
        (write_broken_picture, "x.mp4"),
        (Path.mkdir, "There is no clip x.mp4"),
        (lambda path: None, "There is no clip x.mp4"),
    ],
)
def test_what_is_no_clip_is_refused_in_plain_words(tmp_path, make, sentence):
    path = tmp_path / "x.mp4"
    make(path)
    with pytest.raises(SourceUnavailableError, match=sentence) as caught:
        Clip(path).open()
    assert str(tmp_path) not in str(caught.value)


def test_names_that_no_file_can_have_are_refused():
    for name in ("a\0b", "x" * 5000):
        with pytest.raises(SourceUnavailableError):
            Clip(Path(name)).open()


def test_a_file_that_vanishes_is_lost_at_its_end(make_clip):
    path = make_clip(frames=3)
    clip = timeless(path)
    clip.open()
    path.unlink()
    for _ in range(3):
        assert clip.read(1.0) is not None
    with pytest.raises(SourceLostError, match="can no longer be read"):
        clip.read(1.0)
    clip.close()


def test_a_closed_clip_does_not_read(make_clip):
    with pytest.raises(SourceLostError, match="not open"):
        Clip(make_clip()).read(0.1)
