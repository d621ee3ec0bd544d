"""A folder and a bucket behave alike."""

import errno
import os

import pytest

from kiosk.bot.blobs import FolderBlobs
from kiosk.bot.bucket import BucketBlobs
from kiosk.bot.errors import StoreBusyError, StoreFullError
from tests.bucket import BUCKET


@pytest.fixture(params=["folder", "bucket"])
def blobs(request: pytest.FixtureRequest, tmp_path):
    if request.param == "folder":
        return FolderBlobs(tmp_path / "new" / "blobs")
    address = request.getfixturevalue("bucket")
    return BucketBlobs(f"s3://{BUCKET}/{tmp_path.name.replace('[', '-')}", address)


def test_blobs_come_and_go(blobs) -> None:
    assert blobs.get("a-1") is None
    blobs.put("a-1", b"one")
    blobs.put("a-1", b"two")
    blobs.put("b-2", bytes(300_000))

    assert blobs.get("a-1") == b"two"
    assert set(blobs.older_than(-60.0)) == {"a-1", "b-2"}
    assert not list(blobs.older_than(60.0))
    blobs.delete("a-1")
    blobs.delete("a-1")
    assert list(blobs.older_than(-60.0)) == ["b-2"]


def test_a_bucket_that_is_not_there_is_told(bucket: str) -> None:
    with pytest.raises(StoreBusyError, match="NoSuchBucket"):
        BucketBlobs("s3://nothing-here", bucket).put("a", b"one")


def test_a_full_disk_leaves_nothing_behind(tmp_path, monkeypatch) -> None:
    blobs = FolderBlobs(tmp_path)

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(StoreFullError, match="full"):
        blobs.put("a", b"one")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_used_is_told(tmp_path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(StoreBusyError):
        FolderBlobs(tmp_path / "file").put("a", b"one")


def test_what_was_left_half_written_goes(tmp_path) -> None:
    blobs = FolderBlobs(tmp_path)
    (tmp_path / ".a.1234.part").write_bytes(b"half")

    assert not list(blobs.older_than(-60.0))
    assert not list(tmp_path.iterdir())


def test_one_that_goes_while_they_are_looked_through_is_no_trouble(tmp_path) -> None:
    blobs = FolderBlobs(tmp_path)
    for name in ("a", "b", "c"):
        blobs.put(name, b"one")

    names = blobs.older_than(-60.0)
    gone = {next(names)}
    for name in {"a", "b", "c"} - gone:
        blobs.delete(name)

    assert not list(names)
