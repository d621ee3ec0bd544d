import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.storage import tallies
from kiosk.storage.database import open_log
from kiosk.storage.purged import purge_visits
from kiosk.storage.tallies import keep_tallies
from tests.made_up import fill, pick_up


@pytest.fixture
def log(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    fill(tmp_path, 6, 30, 4, "2026-10-22")
    database = open_log(tmp_path).database
    keep_tallies(database)
    pick_up(database, 3)
    yield database
    database.close()


def _all(database: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return database.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 (names from this file)


def test_sums_outlive_their_visits_and_another_definition(
    log: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _all(log, "tallies")
    visits = len(_all(log, "sessions"))
    moments = [row[0] for row in log.execute("SELECT began_utc_ms FROM sessions")]
    middle = sorted(moments)[visits // 2]

    gone = purge_visits(log, middle, 7)
    while batch := purge_visits(log, middle, 7):
        gone += batch
    assert gone == visits // 2
    assert len(_all(log, "sessions")) == visits - gone
    assert _all(log, "tallies") == before

    monkeypatch.setattr(tallies, "DEFINITION", "another")
    keep_tallies(log)
    assert _all(log, "tallies") == before


def test_pictures_go_with_their_visits(log: sqlite3.Connection) -> None:
    log.execute("DELETE FROM pickups WHERE session NOT IN (SELECT id FROM sessions)")
    assert _all(log, "pickups")
    purge_visits(log, 2**60, 10_000)

    assert _all(log, "sessions") == _all(log, "steps") == _all(log, "pickups") == []


def test_visits_that_run_or_are_young_stay(log: sqlite3.Connection) -> None:
    log.execute("UPDATE sessions SET outcome = NULL WHERE number = 1")

    assert purge_visits(log, 0, 100) == 0
    assert _all(log, "purges") == []
    purge_visits(log, 2**60, 10_000)
    assert [row[0] for row in _all(log, "sessions")] == [1]
