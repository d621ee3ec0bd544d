"""Opens the outbox of a folder, whatever a crash has left there.

A sealed picture is a file named by its id, written whole before the list learns of it.
So after a crash there may be a file that is not in the list: it was promised to a
visitor and is taken in. A name in the list without its file, and half a file, are
dropped. The list holds no person and no token; a damaged one is made anew from the
files.
"""

import logging
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kiosk.handover.errors import OutboxError
from kiosk.storage.errors import UnusableError, tells_of_damage

logger = logging.getLogger(__name__)

LIST_NAME = "outbox.sqlite"
ENDING = ".sealed"
LOCK_PATIENCE_S = 5.0
APPLICATION_ID = 0x564E4F42
"""Marks a SQLite file as an outbox: ``VNOB``."""
VERSION = 1

_PICTURE_NAME = re.compile(rf"([0-9a-f]{{64}}){re.escape(ENDING)}")
_DRAFT_NAME = re.compile(rf"\.[0-9a-f]{{64}}{re.escape(ENDING)}\.[0-9a-f]+\.tmp")
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # what was promised survives a power cut
    "PRAGMA journal_size_limit = 1048576",
)
_TABLES = (
    """CREATE TABLE pictures (
        id TEXT PRIMARY KEY CHECK (length(id) = 64),
        session TEXT NOT NULL,
        kept_at_s REAL NOT NULL,
        size_bytes INTEGER NOT NULL,
        place TEXT NOT NULL CHECK (place IN ('here', 'sent', 'fetched', 'deleted')),
        fetched_at_s REAL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE services (
        url TEXT PRIMARY KEY,
        kiosk TEXT NOT NULL,
        bot TEXT NOT NULL,
        link TEXT NOT NULL,
        keep_hours REAL NOT NULL,
        answered_at_s REAL NOT NULL,
        trouble TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
)


def path_of(folder: Path, picture: str) -> Path:
    """Where the sealed picture of an id lies."""
    return folder / f"{picture}{ENDING}"


def open_list(folder: Path) -> sqlite3.Connection:
    """Open the list, and make it agree with the files.

    Args:
        folder: Made if it is not there, for its owner alone.

    Returns:
        In autocommit mode; for one thread at a time.

    Raises:
        OSError: If the folder cannot be used.
        sqlite3.Error: If the list cannot be used now.
        OutboxError: If it is a newer version's.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        database = _open(folder / LIST_NAME)
    except (sqlite3.DatabaseError, UnusableError) as error:
        if not tells_of_damage(error):
            raise
        logger.warning("the list of the outbox is damaged and made anew")
        for ending in ("-wal", "-shm", ""):
            (folder / f"{LIST_NAME}{ending}").unlink(missing_ok=True)
        database = _open(folder / LIST_NAME)
    try:
        _reconcile(database, folder)
    except BaseException:
        database.close()
        raise
    return database


def read_list(folder: Path) -> sqlite3.Connection | None:
    """Open the list only to read, for a command beside a running kiosk.

    Returns:
        None where there is none.

    Raises:
        sqlite3.Error: If it cannot be read.
    """
    path = folder / LIST_NAME
    if not path.is_file():
        return None
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=LOCK_PATIENCE_S
    )


def _open(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(
        path, timeout=LOCK_PATIENCE_S, isolation_level=None, check_same_thread=False
    )
    try:
        _bring_up(database)
    except BaseException:
        database.close()
        raise
    return database


def _bring_up(database: sqlite3.Connection) -> None:
    for pragma in _PRAGMAS:
        database.execute(pragma)
    if not _number(database, "user_version"):
        database.execute("BEGIN IMMEDIATE")
        with database:
            if not _number(database, "user_version"):  # nobody else was quicker
                for table in _TABLES:
                    database.execute(table)
                database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                database.execute(f"PRAGMA user_version = {VERSION}")
    ours = _number(database, "application_id") == APPLICATION_ID
    if not ours or _number(database, "user_version") != VERSION:
        raise OutboxError(
            "The outbox was written by another version of the kiosk and is left as it "
            "is: install the newer version again."
        )
    if database.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise UnusableError("The list of the outbox is damaged.")


def _number(database: sqlite3.Connection, pragma: str) -> int:
    return int(database.execute(f"PRAGMA {pragma}").fetchone()[0])


def _reconcile(database: sqlite3.Connection, folder: Path) -> None:
    database.execute("BEGIN IMMEDIATE")  # no other process is just putting something in
    with database:
        listed = dict(database.execute("SELECT id, place FROM pictures"))
        there = dict(_files(folder))
        for picture, path in there.items():
            if picture not in listed:
                status = path.stat()
                row = (picture, status.st_mtime, status.st_size)
                database.execute(
                    "INSERT INTO pictures VALUES (?, '', ?, ?, 'here', NULL)", row
                )
            elif listed[picture] not in ("here", "sent"):
                path.unlink(missing_ok=True)
        lost = [
            (picture,)
            for picture, place in listed.items()
            if place in ("here", "sent") and picture not in there
        ]
        database.executemany("DELETE FROM pictures WHERE id = ?", lost)
    taken_in = len(there.keys() - listed.keys())
    if taken_in or lost:
        fields = {"taken_in": taken_in, "lost": len(lost)}
        logger.warning("the outbox was put in order", extra={"fields": fields})


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Sealed pictures by id; what a crash left of others is removed."""
    for path in folder.iterdir():
        if _DRAFT_NAME.fullmatch(path.name):
            path.unlink(missing_ok=True)
        elif (found := _PICTURE_NAME.fullmatch(path.name)) and path.is_file():
            yield found[1], path
