"""Prepared paintings in files, whole and damaged."""

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.marks import FaceMark, Marks
from pipeline.preparation import Prepared, prepare
from pipeline.prepared_file import (
    file_digest,
    load_prepared,
    prepared_key,
    read_sealed,
    save_prepared,
    write_sealed,
)
from pipeline.verdict import Finding, Severity, Verdict

IMAGE = "ab" * 32
MARK = FaceMark(np.arange(10.0).reshape(5, 2), moved={4: (1.0, 2.0)})


@pytest.fixture(scope="module")
def prepared(engine, studio) -> Prepared:
    found = prepare(studio["pair"].bgr, Marks(), engine)
    finding = Finding(Verdict.PROFILE, Severity.UNUSABLE, 61.5, 50)
    refused = replace(found.seen[0], points_px=None, place=None, findings=(finding,))
    return replace(found, seen=(*found.seen, refused))


@pytest.fixture
def path(tmp_path, prepared) -> Path:
    save_prepared(tmp_path / "faces.bin", prepared)
    return tmp_path / "faces.bin"


def test_what_is_kept_comes_back_to_the_bit(path, prepared):
    back = load_prepared(path)
    assert back.size_px == prepared.size_px
    assert back.findings == prepared.findings
    for one, other in zip(back.faces, prepared.faces, strict=True):
        assert np.array_equal(one.points_px, other.points_px)
        assert np.array_equal(one.occlusion.shown, other.occlusion.shown)
        assert one.occlusion.box == other.occlusion.box
        assert one.merit == other.merit
        assert (one.yaw_deg, one.pitch_deg) == (other.yaw_deg, other.pitch_deg)
    for seen, other in zip(back.seen, prepared.seen, strict=True):
        assert (seen.place, seen.findings) == (other.place, other.findings)
        assert np.allclose(seen.key_points_px, other.key_points_px)
        assert (seen.points_px is None) == (other.points_px is None)
    assert [each.name for each in path.parent.iterdir()] == ["faces.bin"]


def test_a_file_is_small(path):
    assert path.stat().st_size < 400_000


def test_a_missing_file_is_none(tmp_path):
    assert load_prepared(tmp_path / "gone") is None
    assert load_prepared(tmp_path) is None


@pytest.mark.parametrize("at", [0, 9, 20, 60, 3000, -1])
def test_one_wrong_byte_is_noticed(path, at):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    assert load_prepared(path) is None


@pytest.mark.parametrize("length", [0, 1, 12, 43, 44, 5000])
def test_a_file_cut_short_is_noticed(path, length):
    path.write_bytes(path.read_bytes()[:length])
    assert load_prepared(path) is None


@pytest.mark.parametrize("payload", [b"", b"PK\x03\x04 no zip", b"\x80\x04pickle"])
def test_a_sealed_file_of_something_else_is_noticed(tmp_path, payload):
    write_sealed(tmp_path / "x", payload)
    assert bytes(read_sealed(tmp_path / "x")) == payload
    assert load_prepared(tmp_path / "x") is None


def test_pickled_objects_are_never_opened(tmp_path):
    buffer = io.BytesIO()
    np.savez(buffer, notes=np.array([{"size_px": (1, 1)}], dtype=object))
    write_sealed(tmp_path / "x", buffer.getvalue())
    assert load_prepared(tmp_path / "x") is None


def test_a_disk_that_refuses_leaves_no_half_file(tmp_path, prepared):
    with pytest.raises(FileNotFoundError):
        save_prepared(tmp_path / "no" / "folder", prepared)
    assert list(tmp_path.iterdir()) == []


def mask(folder, value):
    Image.new("L", (4, 4), value).save(folder / f"{value}.png")
    return folder / f"{value}.png"


def test_the_key_hangs_on_all_that_counts(tmp_path):
    usual = Marks((MARK,), mask(tmp_path, 0))
    others = [
        Marks(),
        Marks((MARK,)),
        Marks((MARK, MARK), usual.mask),
        Marks((replace(MARK, swappable=False),), usual.mask),
        Marks((replace(MARK, moved={}),), usual.mask),
        Marks((replace(MARK, moved={4: (1.0, 2.5)}),), usual.mask),
        Marks((replace(MARK, key_points_px=MARK.key_points_px + 1),), usual.mask),
        Marks((MARK,), mask(tmp_path, 255)),
    ]
    keys = {prepared_key(IMAGE, each) for each in (usual, *others)}
    keys.add(prepared_key("cd" * 32, usual))
    keys.add(prepared_key(IMAGE, usual, {"mesh": "1"}))
    keys.add(prepared_key(IMAGE, usual, {"mesh": "2"}))
    assert len(keys) == len(others) + 4
    assert all(len(key) == 64 for key in keys)


def test_the_key_does_not_hang_on_names_and_order(tmp_path):
    one = mask(tmp_path, 7)
    other = one.rename(tmp_path / "renamed.png")
    key = prepared_key(IMAGE, Marks((MARK,), other))
    moved = {9: (1.0, 1.0), 4: (2.0, 2.0)}
    turned = dict(reversed(moved.items()))
    assert key == prepared_key(IMAGE, Marks((MARK,), mask(tmp_path, 7)))
    assert prepared_key(IMAGE, Marks((replace(MARK, moved=moved),))) == prepared_key(
        IMAGE, Marks((replace(MARK, moved=turned),))
    )


def test_the_digest_is_that_of_the_bytes(tmp_path):
    (tmp_path / "x").write_bytes(b"abc")
    assert file_digest(tmp_path / "x").startswith("ba7816bf")
