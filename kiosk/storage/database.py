"""Opens the file of the session log, whatever lies in its place.

- Nothing there, or an older version's file: made, or brought up to date.
- Damaged, or not ours: set aside under a name with the time, and a new one is begun.
- A newer version's: left alone; a file beside it is used, named by our version.
- Locked, unreadable, disk full: an error; it may pass, so nothing is moved.
"""

import logging
import sqlite3
import struct
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.storage.condition import LogCondition, LogState
from kiosk.storage.errors import (
    NewerError,
    StorageError,
    UnusableError,
    primary_code,
    tells_of_damage,
)
from kiosk.storage.migrations import APPLICATION_ID, MIGRATIONS, migrate, version_of

logger = logging.getLogger(__name__)

FILE_NAME = "sessions.sqlite"
BESIDE_NAME = f"sessions-version-{len(MIGRATIONS)}.sqlite"
LOCK_PATIENCE_S = 0.5
CHECK_AT_MOST_S = 2.0
"""Longest check of a file at its opening, however large it and slow the disk is. Damage
that is not reached in this time shows when it is used; the file is set aside then."""
TOLD_FOR = timedelta(days=7)
"""How long staff are told of a file that was set aside, over restarts."""
MOST_ASIDE = 10
"""Files set aside within that time; a broken disk must not be filled with them."""

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA journal_size_limit = 4194304",
)

_BROKEN_DISK = "The session log is damaged again and again: have the disk checked."
_ASIDE = "sessions-set-aside-"
_ASIDE_TIME = "%Y%m%dT%H%M%SZ"
_HEADER = struct.Struct(
    ">16s44xI4xI28x"
)  # of SQLite's file format: magic, user_version,
_MAGIC = b"SQLite format 3\0"  # application_id


@dataclass(frozen=True, slots=True)
class Opened:
    """An open session log.

    Attributes:
        database: In autocommit mode; used and closed by the thread that opened it.
        path: The file, which may be another than ``FILE_NAME``.
        condition: Good, set aside or newer, with a sentence.
    """

    database: sqlite3.Connection
    path: Path
    condition: LogCondition


def open_log(folder: Path) -> Opened:
    """Open the session log of a folder for writing.

    Args:
        folder: Made if it is not there.

    Raises:
        OSError: If the folder cannot be used.
        sqlite3.Error: If the file cannot be used now, but may be later.
        StorageError: If no file of a version that we know can be had.
    """
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return _open_or_begin(folder / FILE_NAME)
    except NewerError:
        logger.warning("the session log is newer than this version")
        sentence = (
            "The session log was written by a newer version of the kiosk and is left "
            f"as it is. Visits are logged in {BESIDE_NAME} beside it: install the "
            "newer version again."
        )
        beside = _open_or_begin(folder / BESIDE_NAME)
        condition = LogCondition(LogState.NEWER, sentence)
        return Opened(beside.database, beside.path, condition)


def set_aside(path: Path) -> Path:
    """Rename a database with what SQLite keeps beside it.

    Args:
        path: A file or folder.

    Returns:
        Its new place, in the same folder.

    Raises:
        OSError: If it cannot be renamed.
        StorageError: If that happens too often to be worth it.
    """
    moment = datetime.now(UTC)
    if len(_set_aside_lately(path.parent)) >= MOST_ASIDE:
        raise StorageError(_BROKEN_DISK)
    while (new := path.with_name(f"{_ASIDE}{moment:{_ASIDE_TIME}}.sqlite")).exists():
        moment += timedelta(seconds=1)
    for ending in ("-wal", "-shm", ""):  # the last goes last: cut off, it is done again
        old = path.with_name(path.name + ending)
        if old.exists():
            old.rename(new.with_name(new.name + ending))
    logger.error("the session log was set aside", extra={"fields": {"file": new.name}})
    return new


def _open_or_begin(path: Path) -> Opened:
    if path.exists() and not path.is_file():
        set_aside(path)
    try:
        database = _open(path)
    except (sqlite3.DatabaseError, UnusableError) as error:
        if not tells_of_damage(error):
            raise
        set_aside(path)
        try:
            database = _open(path)
        except (sqlite3.DatabaseError, UnusableError) as again:
            if not tells_of_damage(again):
                raise
            raise StorageError(_BROKEN_DISK) from again
    return Opened(database, path, _told_of_set_aside(path.parent))


def _open(path: Path) -> sqlite3.Connection:
    _look_at_header(path)
    database = sqlite3.connect(path, timeout=LOCK_PATIENCE_S, isolation_level=None)
    try:
        if version_of(database):
            _check(database)
        for pragma in PRAGMAS:
            database.execute(pragma)
        migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def _look_at_header(path: Path) -> None:
    """Recognise a newer file without opening it, for SQLite may tidy what it opens."""
    if not path.exists():
        return
    with path.open("rb") as file:
        header = file.read(_HEADER.size)
    if len(header) < _HEADER.size:
        if header:
            raise UnusableError("The file is too short for a session log.")
        return
    magic, version, mark = _HEADER.unpack(header)
    if magic == _MAGIC and mark == APPLICATION_ID and version > len(MIGRATIONS):
        raise NewerError("The session log was written by a newer version.")


def _check(database: sqlite3.Connection) -> None:
    alarm = threading.Timer(CHECK_AT_MOST_S, database.interrupt)
    alarm.start()
    try:
        verdict = database.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_INTERRUPT:
            raise
        logger.info("the session log is too large to be checked as a whole")
        return
    finally:
        alarm.cancel()
        alarm.join()
    if verdict != "ok":
        raise UnusableError("The session log is damaged.")


def _told_of_set_aside(folder: Path) -> LogCondition:
    found = _set_aside_lately(folder)
    if not found:
        return LogCondition()
    moment, name = max(found)
    return LogCondition(
        LogState.SET_ASIDE,
        f"The session log could not be read on {moment.astimezone():%Y-%m-%d} and a "
        "new one was begun: figures from before are missing. The old one is kept as "
        f"{name}.",
    )


def _set_aside_lately(folder: Path) -> list[tuple[datetime, str]]:
    now = datetime.now(UTC)
    found = []
    for path in folder.glob(f"{_ASIDE}*.sqlite"):
        try:
            text = path.stem.removeprefix(_ASIDE)
            moment = datetime.strptime(text, _ASIDE_TIME).replace(tzinfo=UTC)
        except ValueError:
            continue  # somebody else's file
        if abs(now - moment) < TOLD_FOR:
            found.append((moment, path.name))
    return found
