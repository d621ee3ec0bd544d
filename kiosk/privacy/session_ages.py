"""How old the visits of a session log are, and leaving out the old ones."""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from kiosk.storage.migrations import migrate
from kiosk.storage.purged import purge_visits
from kiosk.storage.tallies import keep_tallies

BATCH: Final = 200
"""So many visits go at a time: a kiosk that runs never waits for long."""
PATIENCE_S: Final = 5.0
TABLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sessions": "visits: time, language, painting, answer to the consent",
        "steps": "steps of a visit, in milliseconds since it began",
        "pickups": "whether a portrait was fetched, by the visit's random number",
        "tallies": "sums over days",
        "purged": "sums over days of visits that are gone",
        "purges": "up to when visits are gone",
        "tallied": "how those sums are made",
        "spells": "when the kiosk stood open",
        "receipts": "payments: amount and time, no payer",
        "kiosks": "names of kiosks",
        "origin": "the file's own random number",
    }
)


def tables_of(path: Path) -> Mapping[str, int]:
    """The tables of a session log with their numbers of rows.

    Raises:
        sqlite3.Error: If it cannot be read.
    """
    with _opened(path, writes=False) as database:
        names = [
            str(name)
            for (name,) in database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' "
                "AND name NOT LIKE 'sqlite_%' ORDER BY name"
            )
        ]
        return {name: _count(database, name) for name in names}


def oldest_visit(path: Path) -> datetime | None:
    """When the oldest visit that is still there began.

    Raises:
        sqlite3.Error: If it cannot be read.
    """
    with _opened(path, writes=False) as database:
        (began,) = database.execute("SELECT min(began_utc_ms) FROM sessions").fetchone()
    return None if began is None else _moment(began)


def drop_old_visits(
    path: Path, before: datetime, stopped: Callable[[], bool] = lambda: False
) -> int:
    """Take ended visits out that began before a moment; sums over days stay.

    May be cut off at any time, and goes on when it is called again.

    Args:
        path: A session log.
        before: The moment.
        stopped: Asked after each batch.

    Returns:
        How many went.

    Raises:
        sqlite3.Error: If it cannot be written.
        StorageError: If it is no session log, or a newer one.
    """
    limit_ms, gone = round(1000 * before.timestamp()), 0
    with _opened(path, writes=True) as database:
        migrate(database)
        keep_tallies(database)
        while not stopped():
            done = purge_visits(database, limit_ms, BATCH)
            gone += done
            if done < BATCH:
                break
        with contextlib.suppress(sqlite3.Error):  # the kiosk's reader may hold it
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return gone


@contextlib.contextmanager
def _opened(path: Path, *, writes: bool) -> Iterator[sqlite3.Connection]:
    mode = "rw" if writes else "ro"
    address = f"{path.absolute().as_uri()}?mode={mode}"
    database = sqlite3.connect(
        address, uri=True, timeout=PATIENCE_S, isolation_level=None
    )
    try:
        database.execute("PRAGMA foreign_keys = ON")
        if writes:
            database.execute("PRAGMA secure_delete = ON")
        yield database
    finally:
        database.close()


def _count(database: sqlite3.Connection, table: str) -> int:
    quoted = '"' + table.replace('"', '""') + '"'
    (count,) = database.execute(f"SELECT count(*) FROM {quoted}").fetchone()  # noqa: S608 (quoted)
    return int(count)


def _moment(utc_ms: int) -> datetime:
    try:
        return datetime.fromtimestamp(utc_ms / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
