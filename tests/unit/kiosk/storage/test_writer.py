import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.storage import database as storage_database
from kiosk.storage import writer as storage_writer
from kiosk.storage.condition import LogCondition, LogState
from kiosk.storage.database import FILE_NAME, PRAGMAS
from kiosk.storage.recorder import SessionLog

MakeLog = Callable[..., SessionLog]
Rows = Callable[[Path, str], list[tuple[Any, ...]]]
Soon = Callable[[Callable[[], bool]], bool]
Visit = Callable[[SessionLog], None]

PATIENCE_S = 5.0
ROOT = Path(__file__).parents[4]
HOLD = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""
WITHOUT_RIGHTS = """
import os, sys, tempfile
from pathlib import Path
from kiosk.storage.recorder import SessionLog
if os.geteuid() == 0:  # root may write anywhere
    os.setuid(65534)
with tempfile.TemporaryDirectory() as place:
    folder = Path(place) / "data"
    folder.mkdir(mode=0o500)
    log = SessionLog(folder, engine="mesh", kiosk_version="1")
    log.begin("en")
    log.end("left")
    first = log.flush(0.2), "may write" in log.condition.sentence
    folder.chmod(0o700)
    print(first, log.flush(5.0), str(log.condition.state), flush=True)
    log.close()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / FILE_NAME


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage_database, "LOCK_PATIENCE_S", 0.02)
    monkeypatch.setattr(storage_writer, "FIRST_RETRY_S", 0.01)
    monkeypatch.setattr(storage_writer, "LONGEST_RETRY_S", 0.05)


@pytest.mark.parametrize("begun", [False, True])
def test_a_log_that_another_program_holds_is_written_when_it_lets_go(
    make_log: MakeLog, path: Path, rows: Rows, soon: Soon, visit: Visit, begun: bool
) -> None:
    make_log().close()
    log = make_log() if begun else None
    if log is not None:
        visit(log)
        assert log.flush(PATIENCE_S)
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        log = log or make_log()
        visit(log)
        assert soon(lambda: log.condition.state is LogState.WAITING)
        assert "close it" in log.condition.sentence
        other.communicate("")

    assert log.flush(PATIENCE_S)
    assert soon(lambda: log.condition == LogCondition())
    count = 2 if begun else 1
    assert rows(path, "SELECT outcome FROM sessions") == [("completed",)] * count


def test_the_oldest_visits_are_dropped_and_counted_where_it_takes_too_long(
    make_log: MakeLog, path: Path, rows: Rows, soon: Soon, visit: Visit
) -> None:
    make_log().close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        log = make_log(most_waiting=10)
        assert soon(lambda: log.condition.state is LogState.WAITING)
        for _ in range(7):
            visit(log)
        assert log.condition.state is LogState.WAITING
        assert log.condition.lost == 5
        assert "since the start: 5" in log.condition.sentence
        other.execute("ROLLBACK")

    assert log.flush(PATIENCE_S)
    assert soon(lambda: log.condition.state is LogState.GOOD)
    assert "since the start: 5" in log.condition.sentence
    assert rows(path, "SELECT count(*) FROM sessions") == [(2,)]


def test_a_full_disk_is_waited_out(
    make_log: MakeLog,
    path: Path,
    rows: Rows,
    soon: Soon,
    visit: Visit,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    full = (*PRAGMAS, "PRAGMA max_page_count = 12")
    monkeypatch.setattr(storage_database, "PRAGMAS", full)
    log = make_log()
    for _ in range(400):
        visit(log)
    assert soon(lambda: log.condition.state is LogState.FAILING)
    assert "make room" in log.condition.sentence
    assert not log.flush(0.1)
    assert log.condition.state is LogState.FAILING

    monkeypatch.setattr(storage_database, "PRAGMAS", PRAGMAS)
    assert log.flush(PATIENCE_S)
    assert soon(lambda: log.condition == LogCondition())
    assert rows(path, "SELECT count(*) FROM sessions") == [(400,)]
    assert rows(path, "SELECT count(*) FROM steps") == [(1200,)]


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no open file")
@pytest.mark.parametrize("whole_folder", [False, True])
def test_a_log_deleted_while_open_is_begun_again(
    make_log: MakeLog,
    path: Path,
    rows: Rows,
    visit: Visit,
    soon: Soon,
    whole_folder: bool,
) -> None:
    log = make_log()
    visit(log)
    log.begin("de")
    log.note("live", "museum/lady")
    assert log.flush(PATIENCE_S)
    for file in list(path.parent.iterdir()) if whole_folder else [path]:
        file.unlink()
    if whole_folder:
        path.parent.rmdir()
    log.end("left")
    assert log.flush(PATIENCE_S)

    assert soon(lambda: log.condition.state is LogState.SET_ASIDE)
    assert "taken away" in log.condition.sentence
    assert rows(path, "SELECT language, outcome FROM sessions") == [("de", "left")]
    assert not list(path.parent.glob("*set-aside*"))


def test_a_log_damaged_while_open_is_set_aside_once(
    make_log: MakeLog,
    path: Path,
    rows: Rows,
    soon: Soon,
    visit: Visit,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    log = make_log()
    visit(log)
    assert log.flush(PATIENCE_S)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        assert other.execute("PRAGMA page_count").fetchone()[0] > 3
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xff" * (path.stat().st_size - 4096))
        # Makes the writer's connection forget the pages that it holds in memory.
        other.execute("PRAGMA user_version = 1")
    # Nor can a new one be begun at once: that must not set aside one file a try.
    full = (*PRAGMAS, "PRAGMA max_page_count = 2")
    monkeypatch.setattr(storage_database, "PRAGMAS", full)
    visit(log)
    assert soon(lambda: "make room" in log.condition.sentence)
    assert not log.flush(0.2)
    monkeypatch.setattr(storage_database, "PRAGMAS", PRAGMAS)
    assert log.flush(PATIENCE_S)

    assert soon(lambda: log.condition.state is LogState.SET_ASIDE)
    assert len(list(path.parent.glob("sessions-set-aside-*.sqlite"))) == 1
    assert rows(path, "SELECT outcome FROM sessions") == [("completed",)]


def test_a_folder_that_cannot_be_made_is_tried_again(
    make_log: MakeLog, path: Path, rows: Rows, soon: Soon, visit: Visit
) -> None:
    path.parent.touch()
    log = make_log()
    visit(log)
    assert soon(lambda: log.condition.state is LogState.FAILING)
    path.parent.unlink()

    assert log.flush(PATIENCE_S)
    assert soon(lambda: log.condition == LogCondition())
    assert rows(path, "SELECT outcome FROM sessions") == [("completed",)]


@pytest.mark.skipif(os.name == "nt", reason="rights are set otherwise on Windows")
def test_a_folder_without_rights_is_said_and_tried_again() -> None:
    result = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", WITHOUT_RIGHTS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )

    assert result.stdout == "(False, True) True good\n", result.stderr


def test_closing_does_not_wait_for_ever(
    make_log: MakeLog, path: Path, visit: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.touch()
    log = make_log()
    visit(log)
    log.close(0.1)

    assert "closed unwritten" in caplog.text


def test_a_bug_does_not_end_the_log(
    make_log: MakeLog, visit: Visit, soon: Soon, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*given: object) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as patch:
        patch.setattr(storage_writer, "write_entries", broken)
        log = make_log()
        visit(log)
        assert soon(lambda: log.condition.state is LogState.FAILING)

    assert log.flush(PATIENCE_S)
    assert soon(lambda: log.condition == LogCondition())
