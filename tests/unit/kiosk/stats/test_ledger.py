import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kiosk.stats.figures import read_figures
from kiosk.stats.ledger import open_ledger
from kiosk.stats.period import Period
from kiosk.storage.errors import NewerError, StorageError, UnusableError
from kiosk.storage.migrations import APPLICATION_ID, MIGRATIONS
from kiosk.storage.recorder import SessionLog

PERIOD = Period(date(2026, 10, 14), date(2026, 11, 12), date(2026, 11, 12))
Change = Callable[[Path, str], None]


def _copy(log: Path, folder: Path) -> Path:
    copy = folder / "copy.sqlite"
    copy.write_bytes(log.read_bytes())
    return copy


def test_nothing_is_written_not_even_beside_it(autumn: Path, tmp_path: Path) -> None:
    log = _copy(autumn, tmp_path)
    before = log.read_bytes()
    with open_ledger(log) as ledger, pytest.raises(StorageError, match="readonly"):
        ledger.ask("DELETE FROM main.sessions")

    assert log.read_bytes() == before


def test_what_is_missing_foreign_or_damaged_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="no session log at"):
        read_figures(tmp_path / "none.sqlite", PERIOD)
    for content in (b"", b"a", b"no database at all" * 100):
        odd = tmp_path / "odd.sqlite"
        odd.write_bytes(content)
        with pytest.raises(StorageError, match=r"odd\.sqlite"):
            read_figures(odd, PERIOD)
    with closing(sqlite3.connect(tmp_path / "recipes.sqlite")) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(UnusableError, match="no session log of the kiosk"):
        read_figures(tmp_path / "recipes.sqlite", PERIOD)


def test_a_log_damaged_inside_is_said(autumn: Path, tmp_path: Path) -> None:
    log = _copy(autumn, tmp_path)
    content = bytearray(log.read_bytes())
    content[4096:] = b"\x7f" * (len(content) - 4096)
    log.write_bytes(content)

    with pytest.raises(StorageError, match=r"copy\.sqlite cannot be read"):
        read_figures(log, PERIOD)


def test_a_newer_log_is_left_alone(
    autumn: Path, tmp_path: Path, change: Change
) -> None:
    log = _copy(autumn, tmp_path)
    change(log, f"PRAGMA user_version = {len(MIGRATIONS) + 1}")

    with pytest.raises(NewerError, match="newer version"):
        read_figures(log, PERIOD)


def test_an_older_log_is_read_by_a_copy_and_stays_as_it_is(
    autumn: Path, tmp_path: Path
) -> None:
    old = tmp_path / "old.sqlite"
    with closing(sqlite3.connect(old, isolation_level=None)) as database:
        for statement in MIGRATIONS[0]:
            database.execute(statement)
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute("PRAGMA user_version = 1")
        database.execute("ATTACH ? AS new", (str(autumn),))
        columns = ", ".join(
            row[1] for row in database.execute("PRAGMA main.table_info(sessions)")
        )
        copy = f"INSERT INTO main.sessions ({columns}) SELECT {columns}"
        database.execute(f"{copy} FROM new.sessions")
        database.execute("INSERT INTO main.steps SELECT * FROM new.steps")
    before = old.read_bytes()

    found, wanted = read_figures(old, PERIOD), read_figures(autumn, PERIOD)
    for table in ("days", "funnel", "paintings", "lengths", "weekday_hours"):
        assert found.tables[table] == wanted.tables[table]
    assert old.read_bytes() == before


def test_tallies_of_another_definition_are_not_believed(
    autumn: Path, tmp_path: Path, change: Change
) -> None:
    log = _copy(autumn, tmp_path)
    change(log, "UPDATE tallied SET definition = 'old'; UPDATE tallies SET visits = 1")

    wanted = read_figures(autumn, PERIOD).measures
    assert read_figures(log, PERIOD).measures == wanted


def test_a_kiosk_writes_while_figures_are_read(tmp_path: Path) -> None:
    log = SessionLog(tmp_path, engine="mesh", kiosk_version="1")
    ended = threading.Event()

    def visits() -> None:
        while not ended.is_set():
            log.begin("de")
            log.note("consent")
            log.end("declined")
            ended.wait(0.002)  # no kiosk has more visitors than its log can take

    thread = threading.Thread(target=visits)
    log.flush(5.0)
    thread.start()
    try:
        today = date.today()  # noqa: DTZ011 - as the wall shows
        counts = [
            read_figures(log.file(), Period(today, today, today)).measures["visits"]
            for _ in range(4)
        ]
    finally:
        ended.set()
        thread.join()
        log.close()

    assert counts == sorted(counts)
    assert log.condition.sentence == ""
