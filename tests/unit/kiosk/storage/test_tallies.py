import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.storage import tallies
from kiosk.storage.database import open_log
from kiosk.storage.sessions import (
    Event,
    Outcome,
    Session,
    Step,
    close_interrupted,
    write_entries,
)
from kiosk.storage.tallies import count_anew, keep_tallies
from kiosk.storage.topics import TOPICS, day_of
from tests.made_up import Life, fill, pick_up


@pytest.fixture
def log(tmp_path: Path) -> sqlite3.Connection:
    opened = open_log(tmp_path)
    yield opened.database
    opened.database.close()


def _tallies(database: sqlite3.Connection) -> list[tuple[object, ...]]:
    return database.execute("SELECT * FROM tallies").fetchall()


def _session(name: str, **changes: object) -> Session:
    begun = Session(name * 32, 1_774_700_000_000, 60, "de", "mesh", "1")
    return replace(begun, **changes)


def test_counting_one_by_one_is_counting_at_once(tmp_path: Path) -> None:
    path = fill(tmp_path, 12, 40, 2, "2026-03-25")
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        one_by_one = _tallies(database)
        count_anew(database)

        assert {row[0] for row in one_by_one} == {topic.name for topic in TOPICS}
        assert _tallies(database) == one_by_one


def test_a_session_counts_once_and_only_when_it_has_ended(
    log: sqlite3.Connection,
) -> None:
    running = _session("a")
    write_entries(log, [Event(running), Event(running, Step(0, "consent", None, 0))])
    assert _tallies(log) == []

    ended = Event(replace(running, outcome=Outcome.LEFT, ended_after_ms=8000))
    write_entries(log, [ended])
    once = _tallies(log)
    write_entries(log, [ended])

    assert ("outcome", 20540, "left", 1) in once
    assert ("length_s", 20540, 10, 1) in once
    assert _tallies(log) == once


def test_the_last_step_counts_though_it_comes_with_the_end(
    log: sqlite3.Connection,
) -> None:
    ended = _session("a", outcome=Outcome.COMPLETED, ended_after_ms=1, painting="p/a")
    write_entries(
        log,
        [
            Event(ended, Step(0, "live", "p/a", 0)),
            Event(ended, Step(1, "result", "p/a", 0)),
        ],
    )

    counted = {row[0]: row[2:] for row in _tallies(log)}
    assert counted["reached"] == (5, 1)
    assert counted["painting_taken"] == counted["painting_kept"] == ("p/a", 1)


def test_what_never_ended_counts_at_the_next_start(log: sqlite3.Connection) -> None:
    write_entries(log, [Event(_session("a"))])
    assert close_interrupted(log) == 1

    assert ("outcome", 20540, "interrupted", 1) in _tallies(log)


def test_another_definition_counts_anew(
    log: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_entries(log, Life(3).day(datetime.fromisoformat("2026-05-01"), 4))
    right = _tallies(log)
    keep_tallies(log)
    log.execute("UPDATE tallies SET visits = 99")
    keep_tallies(log)
    assert _tallies(log) != right

    monkeypatch.setattr(tallies, "DEFINITION", "another")
    keep_tallies(log)
    assert _tallies(log) == right


@pytest.mark.parametrize(
    ("local_ms", "day"),
    [(0, 0), (-1, -1), (86_399_999, 0), (-86_400_000, -1), (-86_400_001, -2)],
)
def test_days_are_right_before_1970_too(
    log: sqlite3.Connection, local_ms: int, day: int
) -> None:
    assert log.execute(f"SELECT {day_of(str(local_ms))}").fetchone() == (day,)


def test_pictures_count_when_offered_and_once_when_picked_up(tmp_path: Path) -> None:
    path = fill(tmp_path, 5, 20, 2, "2026-10-23")
    opened = open_log(tmp_path)
    database = opened.database
    keep_tallies(database)
    pick_up(database, 3)
    again = "UPDATE pickups SET picked_up_utc_ms = picked_up_utc_ms + 1"
    database.execute(f"{again} WHERE picked_up_utc_ms IS NOT NULL")
    database.execute(f"{again} - 1 WHERE picked_up_utc_ms IS NOT NULL")
    database.execute(
        "UPDATE pickups SET picked_up_utc_ms = offered_utc_ms + 7200000 WHERE session ="
        " (SELECT session FROM pickups WHERE picked_up_utc_ms IS NULL LIMIT 1)"
    )
    one_by_one = _tallies(database)
    count_anew(database)
    at_once = _tallies(database)
    offered = database.execute("SELECT count(*) FROM pickups").fetchone()[0]
    database.close()

    assert path == opened.path
    assert one_by_one == at_once
    assert sum(row[3] for row in at_once if row[0] == "offered") == offered
    assert ("pickup_s", 7200) in {(row[0], row[2]) for row in at_once}
