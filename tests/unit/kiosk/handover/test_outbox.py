import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.handover import outbox as outbox_module
from kiosk.handover.errors import OutboxError, OutboxFullError
from kiosk.handover.outbox import Outbox, Place
from kiosk.handover.outbox_file import LIST_NAME, path_of

SEALED = b"VSP1" + bytes(2000)
PLENTY = 10**9
PUTS_FOR_EVER = """
import hashlib, secrets, sys
from pathlib import Path
from kiosk.handover.outbox import Outbox

outbox = Outbox(Path(sys.argv[1]))
while True:
    sealed = b"VSP1" + secrets.token_bytes(300_000)
    name = hashlib.sha256(sealed).hexdigest()
    outbox.put(name, sealed, session="s", kept_at_s=1e9, most_bytes=10**12)
    print(name, flush=True)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "outbox"


@pytest.fixture
def outbox(folder: Path):
    made = Outbox(folder)
    yield made
    made.close()


def name(number: int) -> str:
    return f"{number:064x}"


def put(outbox: Outbox, number: int = 1, sealed: bytes = SEALED, at_s: float = 1000.0):
    outbox.put(
        name(number), sealed, session="a" * 32, kept_at_s=at_s, most_bytes=PLENTY
    )
    return name(number)


def everything(outbox: Outbox) -> list[tuple[str, Place]]:
    return [(one.id, one.place) for one in outbox.waiting(*Place)]


def test_a_picture_goes_its_way_and_leaves_nothing(outbox: Outbox, folder: Path):
    picture = put(outbox)
    assert outbox.sealed(picture) == SEALED
    assert everything(outbox) == [(picture, Place.HERE)]
    outbox.note_sent(picture)
    assert everything(outbox) == [(picture, Place.SENT)]
    outbox.note_missing(picture)
    assert everything(outbox) == [(picture, Place.HERE)]
    outbox.note_fetched(picture, 1234.5)
    (one,) = outbox.waiting(Place.FETCHED)
    assert (one.session, one.fetched_at_s) == ("a" * 32, 1234.5)
    assert outbox.sealed(picture) is None
    outbox.drop(picture)
    assert everything(outbox) == []
    assert not list(folder.glob("*.sealed"))


def test_only_its_owner_may_look_in(outbox: Outbox, folder: Path):
    put(outbox)
    if os.name == "posix":
        assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_whoever_is_killed_in_the_middle_loses_nothing_that_was_promised(folder: Path):
    promised: set[str] = set()
    for puts in (1, 7):
        child = subprocess.Popen(  # noqa: S603 (our own words)
            [sys.executable, "-c", PUTS_FOR_EVER, str(folder)],
            stdout=subprocess.PIPE,
            text=True,
        )
        promised |= {child.stdout.readline().strip() for _ in range(puts)}
        os.kill(child.pid, signal.SIGKILL)
        promised |= set(child.stdout.read().split())
        child.stdout.close()
        child.wait()

    with closing(Outbox(folder)) as outbox:
        there = {one.id for one in outbox.waiting(Place.HERE)}
        assert promised <= there
        for picture in there:
            assert hashlib.sha256(outbox.sealed(picture)).hexdigest() == picture
    assert {path.suffix for path in folder.iterdir()} <= {".sealed", ".sqlite"}


def test_a_file_that_is_not_listed_yet_was_promised_too(outbox: Outbox, folder: Path):
    put(outbox)
    outbox.close()
    path_of(folder, name(2)).write_bytes(SEALED)
    os.utime(path_of(folder, name(2)), (500.0, 500.0))

    assert everything(outbox) == [(name(2), Place.HERE), (name(1), Place.HERE)]
    assert outbox.waiting(Place.HERE)[0].kept_at_s == 500.0


def test_half_a_file_and_a_name_without_one_are_dropped(outbox: Outbox, folder: Path):
    put(outbox)
    put(outbox, 2)
    outbox.close()
    path_of(folder, name(1)).unlink()
    draft = folder / f".{name(3)}.sealed.{'0' * 16}.tmp"
    draft.write_bytes(b"VS")
    (folder / "somebody else's.txt").write_text("stays")

    assert everything(outbox) == [(name(2), Place.HERE)]
    assert not draft.exists()
    assert (folder / "somebody else's.txt").exists()


def test_a_deletion_that_a_crash_cut_off_is_finished(outbox: Outbox, folder: Path):
    put(outbox)
    outbox.delete(name(1), 1001.0)
    outbox.close()
    path_of(folder, name(1)).write_bytes(SEALED)  # as if it had not been unlinked yet

    assert everything(outbox) == [(name(1), Place.DELETED)]
    assert not path_of(folder, name(1)).exists()


def test_what_was_deleted_before_it_came_stays_deleted(outbox: Outbox, folder: Path):
    outbox.delete(name(1), 1000.0)
    put(outbox)

    assert everything(outbox) == [(name(1), Place.DELETED)]
    assert not list(folder.glob("*.sealed"))


@pytest.mark.parametrize("damage", [b"no database at all", b""])
def test_a_damaged_list_is_made_anew_from_the_files(
    outbox: Outbox, folder: Path, damage: bytes
):
    put(outbox)
    outbox.close()
    for ending in ("-wal", "-shm"):
        (folder / (LIST_NAME + ending)).unlink(missing_ok=True)
    (folder / LIST_NAME).write_bytes(damage * 100)

    assert everything(outbox) == [(name(1), Place.HERE)]
    assert outbox.sealed(name(1)) == SEALED


def test_a_newer_versions_list_is_left_alone(outbox: Outbox, folder: Path):
    put(outbox)
    outbox.close()
    with closing(sqlite3.connect(folder / LIST_NAME)) as database:
        database.execute("PRAGMA user_version = 9")

    with pytest.raises(OutboxError, match="newer version"):
        everything(outbox)
    assert path_of(folder, name(1)).exists()


def test_a_list_that_somebody_holds_is_waited_for_and_then_named(
    outbox: Outbox, folder: Path, monkeypatch
):
    monkeypatch.setattr("kiosk.handover.outbox_file.LOCK_PATIENCE_S", 0.05)
    outbox.waiting(Place.HERE)
    with closing(sqlite3.connect(folder / LIST_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OutboxError, match="Another program"):
            put(outbox)
        assert not list(folder.glob("*.sealed"))

    put(outbox)
    assert everything(outbox) == [(name(1), Place.HERE)]


def test_a_full_disk_is_named_and_leaves_nothing_half(
    outbox: Outbox, folder: Path, monkeypatch
):
    outbox.waiting(Place.HERE)

    def full(path: Path, content: bytes) -> None:
        path.write_bytes(content[:10])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(outbox_module, "write_whole", full)
        with pytest.raises(OutboxError, match="disk is full"):
            put(outbox)

    assert not list(folder.glob("*.sealed"))
    assert everything(outbox) == []


def test_too_much_is_refused_and_nothing_makes_room(outbox: Outbox):
    put(outbox)
    with pytest.raises(OutboxFullError, match="outbox_mb"):
        outbox.put(name(2), SEALED, session="", kept_at_s=1.0, most_bytes=3000)
    assert everything(outbox) == [(name(1), Place.HERE)]


def test_a_disk_that_is_nearly_full_is_left_to_others(outbox: Outbox, monkeypatch):
    monkeypatch.setattr(outbox_module, "free_bytes", lambda _folder: 199_000_000)
    with pytest.raises(OutboxFullError, match="make room"):
        put(outbox)


def test_what_is_too_old_goes_and_what_is_from_the_future_is_dated_now(
    outbox: Outbox, folder: Path
):
    put(outbox, 1, at_s=1000.0)
    put(outbox, 2, at_s=2000.0)
    put(outbox, 3, at_s=9_000_000.0)

    assert [one.id for one in outbox.expire(4600.0, 3600.0)] == [name(1)]
    assert [one.kept_at_s for one in outbox.waiting(*Place)] == [2000.0, 4600.0]
    assert outbox.sealed(name(1)) is None


def test_a_clock_that_was_wrong_is_corrected_for_what_it_dated(outbox: Outbox):
    put(outbox, 1, at_s=1000.0)
    put(outbox, 2, at_s=2000.0)
    outbox.shift(1500.0, 86_400.0)

    assert [one.kept_at_s for one in outbox.waiting(*Place)] == [1000.0, 88_400.0]


def test_a_folder_that_is_taken_away_is_made_again(outbox: Outbox, folder: Path):
    put(outbox)
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    with pytest.raises(OutboxError):
        put(outbox, 2)

    put(outbox, 2)
    assert everything(outbox) == [(name(2), Place.HERE)]
