import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kiosk.storage.migrations import migrate
from kiosk.storage.sessions import (
    Event,
    Outcome,
    Session,
    Step,
    close_interrupted,
    write_entries,
)

BEGUN = Session(
    id="ab" * 16,
    began_utc_ms=1_800_000_000_123,
    utc_offset_min=-210,
    language="fr",
    engine="mesh",
    kiosk_version="1.2.3",
)
LIVE = Step(0, "live", "museum/lady", 2500)
ENDED = replace(
    BEGUN, consent=True, outcome=Outcome.LEFT, ended_after_ms=9000, fps=29.5
)


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    yield connection
    connection.close()


def _sessions(database: sqlite3.Connection) -> list[tuple[object, ...]]:
    question = "SELECT id, consent, outcome, ended_after_ms, fps FROM sessions"
    return database.execute(question).fetchall()


def _steps(database: sqlite3.Connection) -> list[tuple[object, ...]]:
    return database.execute("SELECT * FROM steps").fetchall()


def test_a_session_is_written_as_it_stands(database: sqlite3.Connection) -> None:
    write_entries(database, [Event(BEGUN), Event(BEGUN, LIVE)])
    assert _sessions(database) == [(BEGUN.id, None, None, None, None)]

    write_entries(database, [Event(ENDED)])
    assert _sessions(database) == [(BEGUN.id, 1, "left", 9000, 29.5)]
    assert _steps(database) == [(1, 0, "live", "museum/lady", 2500)]


def test_writing_twice_is_harmless(database: sqlite3.Connection) -> None:
    events = [Event(BEGUN), Event(BEGUN, LIVE), Event(ENDED)]
    write_entries(database, events)
    write_entries(database, events)

    assert len(_sessions(database)) == len(_steps(database)) == 1


def test_a_session_may_go_on_in_a_new_file(database: sqlite3.Connection) -> None:
    write_entries(database, [Event(BEGUN, replace(LIVE, position=7))])

    assert len(_sessions(database)) == len(_steps(database)) == 1


def test_all_or_nothing_is_written(database: sqlite3.Connection) -> None:
    nameless = replace(BEGUN, id="short")
    with pytest.raises(sqlite3.IntegrityError):
        write_entries(database, [Event(BEGUN, LIVE), Event(nameless)])

    assert _sessions(database) == _steps(database) == []
    assert not database.in_transaction


def test_interrupted_sessions_end_with_their_last_step(
    database: sqlite3.Connection,
) -> None:
    stepless = replace(BEGUN, id="cd" * 16)
    whole = replace(ENDED, id="ef" * 16)
    write_entries(
        database,
        [
            Event(BEGUN, LIVE),
            Event(BEGUN, Step(1, "result", None, 8000)),
            Event(stepless),
            Event(whole),
        ],
    )

    assert close_interrupted(database) == 2
    assert close_interrupted(database) == 0
    assert {row[0]: row[2:4] for row in _sessions(database)} == {
        BEGUN.id: ("interrupted", 8000),
        stepless.id: ("interrupted", 0),
        whole.id: ("left", 9000),
    }
