"""The tables of the session log, as steps from one version to the next.

``PRAGMA user_version`` holds the number of steps that were taken. A step that was
released is never edited: a change is another step.

Times: ``began_utc_ms`` is milliseconds since 1970 in UTC, ``utc_offset_min`` how far
local time was ahead of it, so a session's own day and hour are known for ever, whatever
the clocks do later. Everything inside a session is counted in ``after_ms``, by the
monotonic clock from where it began, so setting the clock does no harm.

``outcome`` and ``ended_after_ms`` are NULL while a session runs. ``number`` is this
file's own; ``id`` (random, 128 bits) is a session's name when files are merged, and
``origin.id`` a file's. In a merged file ``kiosk`` tells whose a session, spell or
receipt was; NULL is the file's own kiosk.

``tallies`` holds how many visits of a local day had which key in which topic, so that
figures over years need not read every session; :mod:`kiosk.storage.tallies` keeps them.

``pickups`` says by a session's ``id`` when its portrait was offered and when it was
fetched; ``picked_up_utc_ms`` is NULL until the hand-over's service says so.

``purged`` holds the sums of visits that were too old to be kept, ``purges`` up to when
they are gone; :mod:`kiosk.storage.purged` writes both.
"""

import sqlite3

from kiosk.storage.errors import NewerError, UnusableError

APPLICATION_ID = 0x564E5353
"""Marks a SQLite file as ours: ``VNSS``."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE origin (
            id TEXT NOT NULL,
            begun_utc_ms INTEGER NOT NULL
        ) STRICT""",
        """INSERT INTO origin
            SELECT lower(hex(randomblob(16))), 1000 * strftime('%s', 'now')""",
        """CREATE TABLE sessions (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE CHECK (length(id) = 32),
            began_utc_ms INTEGER NOT NULL,
            utc_offset_min INTEGER NOT NULL,
            language TEXT NOT NULL,
            consent_version TEXT,
            consent INTEGER CHECK (consent IN (0, 1)),
            painting TEXT,
            engine TEXT NOT NULL,
            kiosk_version TEXT NOT NULL,
            retakes INTEGER NOT NULL,
            outcome TEXT,
            error_kind TEXT NOT NULL,
            ended_after_ms INTEGER,
            fps REAL
        ) STRICT""",
        "CREATE INDEX sessions_by_time ON sessions (began_utc_ms)",
        "CREATE INDEX sessions_running ON sessions (number) WHERE outcome IS NULL",
        """CREATE TABLE steps (
            session INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            step TEXT NOT NULL,
            painting TEXT,
            after_ms INTEGER NOT NULL,
            PRIMARY KEY (session, position)
        ) STRICT, WITHOUT ROWID""",
    ),
    (
        """CREATE TABLE kiosks (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL
        ) STRICT""",
        """ALTER TABLE sessions
            ADD COLUMN kiosk INTEGER REFERENCES kiosks (number)""",
        """ALTER TABLE sessions
            ADD COLUMN counted INTEGER NOT NULL DEFAULT 0""",
        "CREATE INDEX sessions_uncounted ON sessions (number) WHERE counted = 0",
        """CREATE TABLE tallies (
            topic TEXT NOT NULL,
            day INTEGER NOT NULL,
            key ANY NOT NULL CHECK (typeof(key) IN ('integer', 'text')),
            visits INTEGER NOT NULL,
            PRIMARY KEY (topic, day, key)
        ) STRICT, WITHOUT ROWID""",
        "CREATE TABLE tallied (definition TEXT NOT NULL) STRICT",
        """CREATE TABLE spells (
            id TEXT PRIMARY KEY CHECK (length(id) = 32),
            standing TEXT NOT NULL,
            began_utc_ms INTEGER NOT NULL,
            utc_offset_min INTEGER NOT NULL,
            lasted_ms INTEGER NOT NULL,
            kiosk INTEGER REFERENCES kiosks (number)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX spells_by_time ON spells (began_utc_ms)",
        """CREATE TABLE receipts (
            id TEXT PRIMARY KEY CHECK (length(id) = 32),
            session TEXT,
            paid_utc_ms INTEGER NOT NULL,
            utc_offset_min INTEGER NOT NULL,
            amount_minor INTEGER NOT NULL,
            currency TEXT NOT NULL CHECK (length(currency) = 3),
            kiosk INTEGER REFERENCES kiosks (number)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX receipts_by_time ON receipts (paid_utc_ms)",
    ),
    (
        """CREATE TABLE pickups (
            session TEXT PRIMARY KEY,
            offered_utc_ms INTEGER NOT NULL,
            picked_up_utc_ms INTEGER
        ) STRICT""",
    ),
    (
        """CREATE TABLE purged (
            log TEXT NOT NULL,
            topic TEXT NOT NULL,
            day INTEGER NOT NULL,
            key ANY NOT NULL CHECK (typeof(key) IN ('integer', 'text')),
            visits INTEGER NOT NULL,
            PRIMARY KEY (log, topic, day, key)
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE purges (
            log TEXT PRIMARY KEY,
            before_utc_ms INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID""",
    ),
)


def version_of(database: sqlite3.Connection) -> int:
    """Say how many steps a database has taken; 0 for a new one.

    Args:
        database: Only read.

    Raises:
        UnusableError: If it holds something other than a session log.
        NewerError: If it has taken steps that are not known here.
    """
    mark = _pragma(database, "application_id")
    version = _pragma(database, "user_version")
    tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    fresh = mark == version == tables == 0
    if not fresh and (mark != APPLICATION_ID or version < 1):
        raise UnusableError("The file holds something other than a session log.")
    if version > len(MIGRATIONS):
        raise NewerError("The session log was written by a newer version.")
    return version


def migrate(database: sqlite3.Connection) -> None:
    """Take every step that is missing, each in a transaction of its own.

    Args:
        database: In autocommit mode.

    Raises:
        UnusableError: If what the steps should have made is not there.
        NewerError: If another process took steps that are not known here.
        sqlite3.Error: If it cannot be written.
    """
    while (version := version_of(database)) < len(MIGRATIONS):
        database.execute("BEGIN IMMEDIATE")
        with database:
            # Another process may have taken the step before the lock was ours.
            if version_of(database) == version:
                for statement in MIGRATIONS[version]:
                    database.execute(statement)
                database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                database.execute(f"PRAGMA user_version = {version + 1}")
    if not _made_by_steps() <= _things_in(database):
        raise UnusableError("Tables of the session log are missing or altered.")


def _pragma(database: sqlite3.Connection, name: str) -> int:
    return int(database.execute(f"PRAGMA {name}").fetchone()[0])


def _made_by_steps() -> set[tuple[str, str]]:
    model = sqlite3.connect(":memory:", isolation_level=None)
    try:
        for step in MIGRATIONS:
            for statement in step:
                model.execute(statement)
        return _things_in(model)
    finally:
        model.close()


def _things_in(database: sqlite3.Connection) -> set[tuple[str, str]]:
    rows = database.execute("SELECT name, sql FROM sqlite_master WHERE sql NOT NULL")
    return set(rows)
