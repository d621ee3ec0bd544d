"""Paintings that were prepared once are known without any model."""

import json
import os
import shutil
from dataclasses import replace

import pytest

from kiosk.packs.installing import install_prepared, problems_with
from kiosk.packs.library import builtin_packs, packs_folder
from kiosk.packs.preparations import REPORTS, ROOMS_NAME, Preparations
from kiosk.packs.previews import preview_of
from kiosk.packs.report import load_report, save_report
from kiosk.packs.store import PackStore
from pipeline.backends import open_engine
from pipeline.errors import ImageUnreadableError, NoFaceError
from pipeline.images import read_image
from pipeline.verdict import Severity

ROOM = (300, 500)


class NoModelsError(Exception):
    """Models were asked for."""


def no_engine():
    raise NoModelsError


@pytest.fixture(scope="module")
def engine():
    return open_engine()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "prepared"


@pytest.fixture
def preparations(engine, folder):
    return Preparations(lambda: engine, folder)


@pytest.fixture
def pair(tmp_path):
    """The studio's pair, whose picture may be changed."""
    image = tmp_path / "pair.jpg"
    shutil.copy(packs_folder() / "studio" / "pair.jpg", image)
    (found,) = (one for one in builtin_packs()[0].paintings if one.id == "pair")
    return replace(found, image=image)


@pytest.fixture
def wall(tmp_path, pair):
    """A painting of nobody."""
    import numpy as np

    from pipeline.images import write_image

    write_image(tmp_path / "wall.png", np.full((1000, 1200, 3), 120, np.uint8))
    return replace(pair, id="wall", image=tmp_path / "wall.png")


def test_what_was_looked_at_is_known_without_models(preparations, folder, pair):
    fresh = Preparations(no_engine, folder)
    assert fresh.known(pair) is None
    report = preparations.report(pair)
    assert (report.room, report.severity) == (2, Severity.GOOD)
    assert fresh.known(pair) == report
    with pytest.raises(NoModelsError):
        fresh.report(pair)


def test_another_picture_or_other_marks_are_looked_at_anew(preparations, pair, folder):
    preparations.report(pair)
    known = Preparations(no_engine, folder).known
    assert known(replace(pair, faces=())) is not None
    shutil.copy(packs_folder() / "studio" / "lady.jpg", pair.image)
    assert known(pair) is None
    assert preparations.report(pair).room == 1


def test_other_models_are_looked_at_anew(preparations, pair, monkeypatch):
    from pipeline import prepared_file

    preparations.report(pair)
    listed = prepared_file.manifest()
    other = {model: replace(entry, sha256="0" * 64) for model, entry in listed.items()}
    monkeypatch.setattr(prepared_file, "manifest", lambda: other)
    assert preparations.known(pair) is None


def test_a_damaged_report_is_worked_out_again(preparations, pair, folder):
    report = preparations.report(pair)
    (path,) = (folder / REPORTS).iterdir()
    for broken in (b"", b"{}", b"[1]", b'{"format": 99}', b"\xff"):
        path.write_bytes(broken)
        assert preparations.known(pair) is None
    path.unlink()
    assert preparations.report(pair) == report
    assert preparations.known(pair) == report


def test_a_report_comes_back_as_it_was(preparations, pair, tmp_path):
    report = preparations.report(pair)
    save_report(tmp_path / "new" / "a.json", report)
    assert load_report(tmp_path / "new" / "a.json") == report


def test_a_painting_that_nobody_can_step_into_is_told(preparations, wall):
    report = preparations.report(wall)
    assert (report.room, report.severity) == (0, Severity.UNUSABLE)
    with pytest.raises(NoFaceError):
        preview_of(wall, preparations)


def test_a_broken_picture_or_mask_is_told_and_not_kept(preparations, pair, tmp_path):
    gone = replace(pair, mask=tmp_path / "gone.png")
    with pytest.raises(ImageUnreadableError, match=r"gone\.png"):
        preparations.prepared(gone)
    pair.image.write_bytes(b"nothing")
    assert "not a picture" in preparations.report(pair).unreadable
    assert preparations.known(pair) is None


def test_a_folder_that_cannot_be_written_costs_time_only(engine, pair, tmp_path):
    (tmp_path / "file").write_text("in the way")
    preparations = Preparations(lambda: engine, tmp_path / "file")
    assert preparations.report(pair).room == 2
    assert preparations.known(pair) is None


def test_the_displays_are_remembered_for_the_next_installation(
    preparations, pair, folder
):
    prepared, key = preparations.prepared(pair)
    bgr = preparations.shown(pair, prepared, key, ROOM)
    assert max(bgr.shape[1] / ROOM[0], bgr.shape[0] / ROOM[1]) == pytest.approx(1, 0.01)
    for room in ((600, 700), (800, 900)):
        preparations.shown(pair, prepared, key, room)
    assert preparations.rooms_px() == ((800, 900), (600, 700))
    for broken in ("", "[]", "[[1]]", '[["a", 2]]', "[[0, 5]]", "7", "[[1e99, 4]]"):
        (folder / ROOMS_NAME).write_text(broken)
        assert preparations.rooms_px() == ()


def test_a_pack_is_prepared_before_it_is_in_force(preparations, tmp_path, folder):
    source = tmp_path / "source"
    source.mkdir()
    text = 'format = 1\nid = "two"\nversion = "1"\nlicence = "x"\ntitle = "Two"\n'
    for name in ("lady", "gold"):
        shutil.copy(packs_folder() / "studio" / f"{name}.jpg", source)
        text += f'[[paintings]]\nid = "{name}"\nimage = "{name}.jpg"\ntitle = "x"\n'
        text += 'rights = { kind = "cc0" }\n'
    (source / "pack.toml").write_text(text)
    store = PackStore(tmp_path / "store")
    seen = []

    def progress(step, done, whole):
        if step == "prepare":
            seen.append((done, whole, len(store.list())))

    installed = install_prepared(store, preparations, source, progress)

    assert seen == [(1, 2, 0), (2, 2, 0)]
    known = Preparations(no_engine, folder).known
    assert all(known(painting) is not None for painting in installed.pack.paintings)
    assert problems_with(installed, preparations) == ()


def test_whoever_stops_the_preparation_installs_nothing(preparations, tmp_path, pair):
    source = tmp_path / "source"
    source.mkdir()
    shutil.copy(pair.image, source / "pair.jpg")
    (source / "pack.toml").write_text(
        'id = "one"\ntitle = "One"\n[[paintings]]\nid = "a"\nimage = "pair.jpg"\n'
        'title = "x"\n'
    )
    store = PackStore(tmp_path / "store")

    def stop(step, done, whole):
        if step == "prepare":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        install_prepared(store, preparations, source, stop)
    assert store.list() == ()


def test_the_preview_shows_another_face(preparations, pair):
    picture = preview_of(pair, preparations, longer_px=500)
    plain = read_image(pair.image, max_pixels=picture.shape[0] * picture.shape[1])
    assert max(picture.shape) == 500
    assert picture.shape[:2] != plain.shape[:2] or (picture != plain).any()


def test_a_touched_file_is_looked_up_by_its_content(preparations, pair, folder):
    preparations.report(pair)
    os.utime(pair.image, (1, 1))
    assert preparations.known(pair) is None
    found = json.dumps(sorted(path.name for path in folder.iterdir()))
    preparations.report(pair)
    assert json.dumps(sorted(path.name for path in folder.iterdir())) == found
    assert preparations.known(pair) is not None
