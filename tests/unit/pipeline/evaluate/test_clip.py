"""How calm the picture is, on clips and portraits made to known measures."""

from types import SimpleNamespace

import cv2
import numpy as np
import pytest

from pipeline.evaluate.clip import frames_of, grain_levels, play
from pipeline.evaluate.folders import FolderError
from pipeline.sources.video import open_video
from pipeline.types import FaceMesh, TrackedFace

SIZE_PX = (96, 96)
CORNERS = np.float32([[20, 20, 0], [76, 20, 0], [76, 76, 0], [20, 76, 0]])


def write_clip(path, pictures):
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 20.0, SIZE_PX)
    assert writer.isOpened()
    for picture in pictures:
        writer.write(picture)
    writer.release()
    return path


def grey(level):
    return np.full((*SIZE_PX, 3), level, np.uint8)


@pytest.fixture
def still_clip(tmp_path):
    return write_clip(tmp_path / "still.avi", [grey(120)] * 9)


class Portrait:
    """Shows a square face whose brightness follows a list of levels."""

    def __init__(self, levels, fades=()):
        self.levels = levels
        self.fades = dict(fades)
        self.calls = 0

    def render(self, frame):
        bgra = np.full((80, 60, 4), 90, np.uint8)
        faces = ()
        if self.calls:
            number = self.calls - 1
            bgra[30:50, 20:40, :3] = self.levels[number % len(self.levels)]
            fade = self.fades.get(number, 1.0)
            faces = (TrackedFace(1, FaceMesh(CORNERS, 1.0), fade),)
        self.calls += 1
        return SimpleNamespace(bgra=bgra, faces=faces)


def test_a_steady_face_has_no_jitter(still_clip):
    report = play(still_clip, Portrait([150]).render)
    assert (report["frames"], report["lost_frames"]) == (9, 0)
    assert report["still_frames"] == 8
    assert report["jitter"] == 0.0


def test_a_flickering_face_has_the_jitter_it_was_given(still_clip):
    report = play(still_clip, Portrait([150, 153]).render)
    assert report["jitter"] == pytest.approx(3.0)
    assert report["jitter_p95"] == pytest.approx(3.0)


def test_only_still_moments_count(tmp_path):
    clip = write_clip(tmp_path / "moves.avi", [grey(40), grey(200)] * 4)
    report = play(clip, Portrait([150, 190]).render)
    assert report["still_frames"] == 0
    assert report["jitter"] is None
    assert report["jitter_to_grain"] is None


def test_a_fading_face_counts_as_lost(still_clip):
    report = play(still_clip, Portrait([150], {3: 0.5, 4: 0.2}).render)
    assert report["lost_frames"] == 2


def test_every_frame_is_read_once_with_the_clips_own_time(still_clip):
    frames = list(frames_of(still_clip))
    assert [frame.index for frame in frames] == list(range(1, 10))
    assert np.diff([frame.time_s for frame in frames]) == pytest.approx(0.05)


@pytest.mark.parametrize(
    "name", ["missing.avi", "broken.avi", "broken.mp4", "folder", "x" * 300]
)
def test_what_is_no_clip_is_refused(tmp_path, name):
    (tmp_path / "broken.avi").write_bytes(b"RIFF" + bytes(99))
    (tmp_path / "broken.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(99))
    (tmp_path / "folder").mkdir()
    with pytest.raises(FolderError):
        play(tmp_path / name, Portrait([150]).render)


class Changed:
    """Reads a clip and changes what is delivered."""

    def __init__(self, target, backend, change):
        self._video = open_video(target, backend)
        self._change = change
        self._count = 0

    def __getattr__(self, name):
        return getattr(self._video, name)

    def retrieve(self):
        self._count += 1
        found, bgr = self._video.retrieve()
        return found, self._change(bgr, self._count)


def test_a_grey_clip_is_played_to_its_end(still_clip):
    def grey_only(bgr, _):
        return bgr[..., 0].copy()

    frames = list(frames_of(still_clip, lambda *args: Changed(*args, grey_only)))
    assert [frame.bgr.shape for frame in frames] == [(96, 96, 3)] * 9


def test_a_clip_is_played_up_to_where_its_reader_raises(still_clip):
    def raising(bgr, count):
        if count > 4:
            raise cv2.error("a broken spot")
        return bgr

    report = play(
        still_clip, Portrait([150]).render, lambda *args: Changed(*args, raising)
    )
    assert report["frames"] == 4


def test_a_large_clip_is_played_as_small_as_the_kiosk_has_it(still_clip):
    def large(bgr, _):
        return np.tile(bgr, (20, 30, 1))

    frame = next(frames_of(still_clip, lambda *args: Changed(*args, large)))
    assert frame.bgr.shape[0] * frame.bgr.shape[1] <= 2_100_000


def test_grain_is_the_fine_texture_where_the_face_is():
    noise = np.random.default_rng(5).integers(-20, 20, (80, 80, 1))
    picture = np.clip(np.full((80, 80, 3), 128) + noise, 0, 255).astype(np.uint8)
    picture[:, :40] = 128
    left = np.zeros((80, 80), bool)
    left[:, :30] = True
    assert grain_levels(picture, left) == 0
    assert grain_levels(picture, ~left) > 4
    assert grain_levels(picture, None) == grain_levels(picture, np.zeros_like(left))
