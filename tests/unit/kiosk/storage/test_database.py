import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from kiosk.storage import database as storage_database
from kiosk.storage.condition import LogCondition, LogState
from kiosk.storage.database import (
    BESIDE_NAME,
    FILE_NAME,
    MOST_ASIDE,
    TOLD_FOR,
    Opened,
    open_log,
    set_aside,
)
from kiosk.storage.errors import StorageError
from kiosk.storage.migrations import MIGRATIONS
from kiosk.storage.sessions import Event, Session, Step, write_entries

PAGE = 4096


def _fill(folder: Path) -> Path:
    """Write enough sessions for a file of many pages."""
    opened = open_log(folder)
    events = [
        Event(
            Session(f"{number:032x}", number * 60_000, 60, "en", "mesh", "1"),
            Step(position, "live", "museum/lady", position),
        )
        for number in range(300)
        for position in range(8)
    ]
    write_entries(opened.database, events)
    opened.database.close()
    assert opened.path.stat().st_size > 20 * PAGE
    return opened.path


def _sessions(opened: Opened) -> int:
    count = opened.database.execute("SELECT count(*) FROM sessions").fetchone()[0]
    opened.database.close()
    return int(count)


def _aside(folder: Path) -> list[Path]:
    return sorted(folder.glob("sessions-set-aside-*.sqlite"))


def _cut(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2 // PAGE * PAGE)


def _cut_to_a_stump(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(60)


def _spoil_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"\xff" * 100)


def _spoil_first_page(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (PAGE - 100))


def _spoil_middle(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // PAGE * PAGE)
        file.write(b"\xff" * PAGE)


def _put_text(path: Path) -> None:
    path.write_text("shopping list\n" * 100, encoding="utf-8")


def _put_other_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")


def _lose_a_table(path: Path) -> None:
    with closing(sqlite3.connect(path)) as ours:
        ours.execute("DROP TABLE steps")


def _put_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "something").touch()


def test_a_new_log_is_made_with_its_folder(tmp_path: Path) -> None:
    opened = open_log(tmp_path / "new" / "folder")

    assert opened.path == tmp_path / "new" / "folder" / FILE_NAME
    assert opened.condition == LogCondition()
    pragma = {
        name: opened.database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    }
    assert pragma["journal_mode"] == "wal"
    assert (pragma["synchronous"], pragma["foreign_keys"]) == (1, 1)
    assert 0 < pragma["busy_timeout"] <= 1000
    assert _sessions(opened) == 0


def test_what_was_written_is_there_again(tmp_path: Path) -> None:
    _fill(tmp_path)
    opened = open_log(tmp_path)

    assert opened.condition.state is LogState.GOOD
    assert _sessions(opened) == 300


@pytest.mark.parametrize(
    "damage",
    [
        _cut,
        _cut_to_a_stump,
        _spoil_header,
        _spoil_first_page,
        _spoil_middle,
        _put_text,
        _put_other_database,
        _lose_a_table,
        _put_folder,
    ],
)
def test_what_is_no_log_is_set_aside_unharmed_and_told(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    path = _fill(tmp_path)
    damage(path)
    before = None if path.is_dir() else path.read_bytes()

    for _ in range(2):  # the second time nothing is set aside, and staff are still told
        opened = open_log(tmp_path)
        (aside,) = _aside(tmp_path)
        assert opened.path == path
        assert opened.condition.state is LogState.SET_ASIDE
        assert aside.name in opened.condition.sentence
        assert _sessions(opened) == 0
    if before is None:
        assert (aside / "something").exists()
    else:
        assert aside.read_bytes() == before


def test_an_empty_file_is_a_new_log(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    opened = open_log(tmp_path)

    assert opened.condition.state is LogState.GOOD
    assert _sessions(opened) == 0


def test_what_sqlite_keeps_beside_a_file_goes_with_it(tmp_path: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        (tmp_path / f"{FILE_NAME}{ending}").write_text(ending, encoding="utf-8")
    new = set_aside(tmp_path / FILE_NAME)

    names = {path.name for path in tmp_path.iterdir()}
    assert names == {new.name, f"{new.name}-wal", f"{new.name}-shm"}


def test_files_set_aside_in_the_same_second_do_not_replace_each_other(
    tmp_path: Path,
) -> None:
    for number in range(3):
        (tmp_path / FILE_NAME).write_text(str(number), encoding="utf-8")
        set_aside(tmp_path / FILE_NAME)

    assert {path.read_text("utf-8") for path in _aside(tmp_path)} == {"0", "1", "2"}


def test_a_broken_disk_is_not_filled_with_files_set_aside(tmp_path: Path) -> None:
    for _ in range(MOST_ASIDE):
        _put_text(tmp_path / FILE_NAME)
        set_aside(tmp_path / FILE_NAME)
    _put_text(tmp_path / FILE_NAME)

    with pytest.raises(StorageError, match="have the disk checked"):
        open_log(tmp_path)
    assert len(_aside(tmp_path)) == MOST_ASIDE


def test_staff_are_not_told_for_ever(tmp_path: Path) -> None:
    long_ago = datetime.now(UTC) - TOLD_FOR - timedelta(hours=1)
    for name in (f"{long_ago:%Y%m%dT%H%M%SZ}", "by-hand"):
        (tmp_path / f"sessions-set-aside-{name}.sqlite").touch()
    opened = open_log(tmp_path)

    assert opened.condition.state is LogState.GOOD
    opened.database.close()


def _make_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as ours:
        ours.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
        ours.commit()


def test_a_newer_log_is_left_alone_and_another_begun_beside_it(tmp_path: Path) -> None:
    path = _fill(tmp_path)
    _make_newer(path)
    before = path.read_bytes()

    for expected in (0, 1):
        opened = open_log(tmp_path)
        assert opened.path == tmp_path / BESIDE_NAME
        assert opened.condition.state is LogState.NEWER
        assert BESIDE_NAME in opened.condition.sentence
        event = Event(Session(f"{expected:032x}", 0, 0, "en", "mesh", "1"))
        write_entries(opened.database, [event])
        assert _sessions(opened) == expected + 1
    names = {file.name for file in tmp_path.iterdir()}
    assert names == {FILE_NAME, BESIDE_NAME}
    assert path.read_bytes() == before


def test_a_damaged_file_beside_a_newer_one_is_set_aside_alone(tmp_path: Path) -> None:
    path = _fill(tmp_path)
    _make_newer(path)
    before = path.read_bytes()
    _put_text(tmp_path / BESIDE_NAME)
    opened = open_log(tmp_path)

    assert opened.condition.state is LogState.NEWER
    assert _sessions(opened) == 0
    assert len(_aside(tmp_path)) == 1
    assert path.read_bytes() == before


def test_a_locked_log_is_not_touched(tmp_path: Path) -> None:
    path = _fill(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            open_log(tmp_path)
        assert _aside(tmp_path) == []


def test_a_check_that_takes_too_long_is_cut_off(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Slow(sqlite3.Connection):
        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            if "quick_check" in sql:
                self.set_progress_handler(lambda: time.sleep(0.001), 1)
            try:
                return super().execute(sql, *values)
            finally:
                self.set_progress_handler(None, 1)

    _fill(tmp_path)
    monkeypatch.setattr(storage_database, "CHECK_AT_MOST_S", 0.05)
    monkeypatch.setattr(
        storage_database.sqlite3, "connect", partial(sqlite3.connect, factory=Slow)
    )
    with caplog.at_level("INFO"):
        opened = open_log(tmp_path)

    assert "too large to be checked" in caplog.text
    assert opened.condition.state is LogState.GOOD
    assert _sessions(opened) == 300


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        open_log(tmp_path / "file" / "data")
