"""The folder of prepared paintings."""

import os
import sys
from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import ImageUnreadableError
from pipeline.images import read_image
from pipeline.live import LivePortrait
from pipeline.marks import Marks
from pipeline.preparation import shown
from pipeline.prepared_shelf import PreparedShelf

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
