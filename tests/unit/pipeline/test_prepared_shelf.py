"""The folder of prepared paintings."""

import os
import statistics
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.errors import ImageUnreadableError
from pipeline.images import read_image, write_image
from pipeline.live import LivePortrait
from pipeline.marks import FaceMark, Marks
from pipeline.painting import load_painting
from pipeline.preparation import shown
from pipeline.prepared_shelf import PreparedShelf, marks_as_read

STUDIO = Path(__file__).resolve().parents[3] / "museum_targets" / "studio"
LADY = STUDIO / "lady.jpg"
ROOM = (400, 700)
KEY = "0a" * 32
OTHER = "1b" * 32


class Broken:
    """Models that must not be asked."""

    def __getattr__(self, name):
        raise AssertionError(name)


@pytest.fixture
def shelf(engine, tmp_path):
    return PreparedShelf(tmp_path / "prepared", engine)


def idle(shelf):
    """The same folder, but neither models nor the picture can be had."""
    return PreparedShelf(shelf._folder, Broken())


def test_models_and_decoder_run_once(shelf, engine, tmp_path):
    first = shelf.prepare(KEY, LADY, Marks(), (ROOM,))
    gone = tmp_path / "gone.jpg"
    again = idle(shelf).prepared(KEY, gone, Marks())
    assert np.array_equal(again.faces[0].points_px, first.faces[0].points_px)
    bgr = idle(shelf).shown(KEY, gone, again.size_px, ROOM)
    assert np.array_equal(bgr, shown(read_image(LADY), ROOM))
    portrait = LivePortrait(engine, again.painting("lady", bgr), ROOM)
    assert portrait.size_px == bgr.shape[1::-1]


def test_what_is_not_there_is_worked_out_and_kept(shelf, tmp_path):
    assert shelf.find(KEY) is None
    prepared = shelf.prepared(KEY, LADY, Marks())
    shelf.shown(KEY, LADY, prepared.size_px, ROOM)
    assert idle(shelf).find(KEY) is not None
    idle(shelf).shown(KEY, tmp_path / "gone", prepared.size_px, ROOM)


@pytest.mark.parametrize("pattern", ["*.bin", "*.bgr"])
def test_a_damaged_file_is_redone(shelf, pattern):
    first = shelf.prepare(KEY, LADY, Marks(), (ROOM,))
    (path,) = (shelf._folder / KEY).glob(pattern)
    whole = path.read_bytes()
    path.write_bytes(whole[:-7] + b"damaged")
    again = shelf.prepared(KEY, LADY, Marks())
    bgr = shelf.shown(KEY, LADY, again.size_px, ROOM)
    assert np.array_equal(again.faces[0].points_px, first.faces[0].points_px)
    assert np.array_equal(bgr, shown(read_image(LADY), ROOM))
    assert path.stat().st_size == len(whole)
    assert idle(shelf).find(KEY) is not None


def test_a_broken_picture_is_told_and_leaves_nothing(shelf, tmp_path):
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"no picture")
    with pytest.raises(ImageUnreadableError):
        shelf.prepared(KEY, broken, Marks())
    assert not (tmp_path / "prepared").exists()


def test_a_folder_that_cannot_be_made_costs_time_only(engine, tmp_path):
    (tmp_path / "prepared").write_text("a file is in the way")
    shelf = PreparedShelf(tmp_path / "prepared", engine)
    prepared = shelf.prepared(KEY, LADY, Marks())
    assert shelf.shown(KEY, LADY, prepared.size_px, ROOM).shape[1] == ROOM[0]
    assert shelf.find(KEY) is None
    shelf.keep_only(frozenset())


def test_fitted_pictures_longest_unused_go_first(shelf):
    prepared = shelf.prepare(KEY, LADY, Marks(), (ROOM,))
    shelf.prepare(OTHER, LADY, Marks(), (ROOM,))
    (old,) = (shelf._folder / OTHER).glob("*.bgr")
    os.utime(old, (1, 1))
    size = old.stat().st_size
    small = PreparedShelf(shelf._folder, shelf._engine, shown_bytes=int(2.5 * size))
    small.shown(KEY, LADY, prepared.size_px, (380, 700))
    left = sorted(path.parent.name for path in shelf._folder.glob("*/*.bgr"))
    assert left == [KEY, KEY]
    assert shelf.find(OTHER) is not None, "the faces stay: they are small"


def test_a_read_counts_as_use(shelf):
    prepared = shelf.prepare(KEY, LADY, Marks(), (ROOM,))
    (path,) = (shelf._folder / KEY).glob("*.bgr")
    os.utime(path, (1, 1))
    shelf.shown(KEY, LADY, prepared.size_px, ROOM)
    assert path.stat().st_mtime > 1000


def test_paintings_are_dropped_one_by_one_or_all_but_some(shelf):
    for key in (KEY, OTHER):
        shelf.prepare(key, LADY, Marks(), ())
    shelf.drop(KEY)
    assert shelf.find(KEY) is None
    assert shelf.find(OTHER) is not None
    shelf.prepare(KEY, LADY, Marks(), ())
    shelf.keep_only(frozenset([KEY]))
    assert shelf.find(KEY) is not None
    assert shelf.find(OTHER) is None


@pytest.mark.parametrize("key", ["", "..", "../" + "a" * 61, "A" * 64, "a" * 63, "/"])
def test_a_key_that_is_none_never_becomes_a_path(shelf, key):
    for use in (shelf.find, shelf.drop):
        with pytest.raises(ValueError, match="no key"):
            use(key)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is forbidden to root"
)
def test_a_folder_that_may_not_be_written_costs_time_only(engine, tmp_path):
    folder = tmp_path / "prepared"
    folder.mkdir(mode=0o500)
    shelf = PreparedShelf(folder, engine)
    assert shelf.prepared(KEY, LADY, Marks()).faces


def test_the_picture_for_two_displays_is_kept_twice(shelf):
    prepared = shelf.prepare(KEY, LADY, Marks(), (ROOM, (800, 400)))
    names = sorted(path.name for path in (shelf._folder / KEY).glob("*.bgr"))
    assert names == ["320x400.bgr", "400x500.bgr"]
    assert prepared.size_px == (1600, 2000)


def test_marks_follow_a_picture_that_was_read_smaller():
    mark = FaceMark(np.full((5, 2), 99.5), moved={4: (199.5, 0.0)})
    half = read_image(LADY, max_pixels=800_000)
    (scaled,) = marks_as_read(LADY, half, Marks((mark,))).faces
    assert scaled.key_points_px == pytest.approx(np.full((5, 2), 49.5), abs=0.05)
    assert scaled.moved[4] == pytest.approx((99.5, -0.25), abs=0.05)
    whole = Marks((mark,))
    assert marks_as_read(LADY, read_image(LADY), whole) is whole


def median_s(work, times):
    taken = []
    for _ in range(times):
        start_s = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start_s)
    return statistics.median(taken)


@pytest.mark.bench
def test_switching_paintings_is_ten_times_quicker_from_the_shelf(
    engine, shelf, tmp_path
):
    lady = read_image(LADY)
    scale = (12_000_000 / (lady.shape[0] * lady.shape[1])) ** 0.5
    image = tmp_path / "large.jpg"
    write_image(image, cv2.resize(lady, None, fx=scale, fy=scale))
    room = (1080, 1920)

    def from_file():
        LivePortrait(engine, load_painting(image, engine), room)

    def from_shelf():
        prepared = shelf.prepared(KEY, image, Marks())
        bgr = shelf.shown(KEY, image, prepared.size_px, room)
        LivePortrait(engine, prepared.painting("large", bgr), room)

    install_s = median_s(lambda: shelf.prepare(KEY, image, Marks(), (room,)), 3)
    file_s, shelf_s = median_s(from_file, 3), median_s(from_shelf, 9)
    assert shelf_s < file_s / 10, (shelf_s, file_s)
    assert install_s < 2 * file_s, (install_s, file_s)
