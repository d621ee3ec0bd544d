import sqlite3
from collections.abc import Iterator

import pytest

from kiosk.storage import migrations
from kiosk.storage.errors import NewerError, UnusableError
from kiosk.storage.migrations import APPLICATION_ID, MIGRATIONS, migrate, version_of

SESSION_COLUMNS = {
    "number",
    "id",
    "began_utc_ms",
    "utc_offset_min",
    "language",
    "consent_version",
    "consent",
    "painting",
    "engine",
    "kiosk_version",
    "retakes",
    "outcome",
    "error_kind",
    "ended_after_ms",
    "fps",
    "kiosk",
    "counted",
}
OTHER_COLUMNS = {
    "origin": {"id", "begun_utc_ms"},
    "steps": {"session", "position", "step", "painting", "after_ms"},
    "pickups": {"session", "offered_utc_ms", "picked_up_utc_ms"},
    "kiosks": {"number", "id", "name"},
    "tallies": {"topic", "day", "key", "visits"},
    "tallied": {"definition"},
    "purged": {"log", "topic", "day", "key", "visits"},
    "purges": {"log", "before_utc_ms"},
    "spells": {
        "id",
        "standing",
        "began_utc_ms",
        "utc_offset_min",
        "lasted_ms",
        "kiosk",
    },
    "receipts": {
        "id",
        "session",
        "paid_utc_ms",
        "utc_offset_min",
        "amount_minor",
        "currency",
        "kiosk",
    },
}


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def _columns(database: sqlite3.Connection, table: str) -> set[str]:
    return {row[1] for row in database.execute(f"PRAGMA table_info({table})")}


def test_nothing_but_these_columns_can_hold_anything_of_a_visitor(
    database: sqlite3.Connection,
) -> None:
    migrate(database)

    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    assert {name for (name,) in tables} == {"sessions", *OTHER_COLUMNS}
    assert _columns(database, "sessions") == SESSION_COLUMNS
    for table, columns in OTHER_COLUMNS.items():
        assert _columns(database, table) == columns


def test_no_column_takes_pixels_or_an_embedding(database: sqlite3.Connection) -> None:
    migrate(database)
    kinds = {
        row[2]
        for table in ("sessions", *OTHER_COLUMNS)
        for row in database.execute(f"PRAGMA table_info({table})")
    }

    assert kinds == {"TEXT", "INTEGER", "REAL", "ANY"}
    with pytest.raises(sqlite3.IntegrityError, match="BLOB"):
        database.execute("INSERT INTO steps VALUES (1, 0, x'00ff', NULL, 0)")
    with pytest.raises(sqlite3.IntegrityError, match="typeof"):
        database.execute("INSERT INTO tallies VALUES ('face', 1, x'00ff', 1)")


def test_every_database_has_a_name_of_its_own() -> None:
    names = set()
    for _ in range(3):
        one = sqlite3.connect(":memory:", isolation_level=None)
        migrate(one)
        names |= set(one.execute("SELECT id FROM origin"))
        one.close()

    assert len(names) == 3


def test_steps_are_taken_once(database: sqlite3.Connection) -> None:
    assert version_of(database) == 0
    migrate(database)
    migrate(database)

    assert version_of(database) == len(MIGRATIONS)


def test_an_older_database_is_brought_up_to_date(
    database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(database)
    steps = (*MIGRATIONS, ("CREATE TABLE tickets (paid_minor INTEGER) STRICT",))
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    migrate(database)

    assert version_of(database) == len(steps)
    assert _columns(database, "tickets") == {"paid_minor"}


def test_a_step_that_fails_leaves_nothing_behind(
    database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(database)
    broken = ("CREATE TABLE tickets (paid_minor INTEGER)", "CREATE TABEL typo (x)")
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, broken))
    with pytest.raises(sqlite3.OperationalError, match="TABEL"):
        migrate(database)

    assert version_of(database) == len(MIGRATIONS)
    assert _columns(database, "tickets") == set()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE recipes (name TEXT)",
        "PRAGMA user_version = 3",
        "PRAGMA application_id = 77",
    ],
)
def test_something_else_is_recognised(
    database: sqlite3.Connection, statement: str
) -> None:
    database.execute(statement)
    with pytest.raises(UnusableError, match="something other"):
        version_of(database)


def test_a_newer_database_is_recognised(database: sqlite3.Connection) -> None:
    migrate(database)
    database.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    with pytest.raises(NewerError):
        migrate(database)


@pytest.mark.parametrize(
    "statement",
    ["DROP TABLE steps", "ALTER TABLE sessions ADD COLUMN face BLOB"],
)
def test_altered_tables_are_recognised(
    database: sqlite3.Connection, statement: str
) -> None:
    migrate(database)
    database.execute("PRAGMA writable_schema = ON")
    database.execute(statement.replace("BLOB", "TEXT"))
    with pytest.raises(UnusableError, match="missing or altered"):
        migrate(database)
