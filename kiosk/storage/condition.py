"""How the session log is, in words for the staff."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from kiosk.storage.errors import StorageError, primary_code


class LogState(StrEnum):
    """How the session log is; from ``WAITING`` on nothing reaches the disk."""

    GOOD = "good"
    SET_ASIDE = "set_aside"
    """A file was damaged, foreign or taken away and a new one begun; it is written."""
    NEWER = "newer"
    """A newer version's file is left alone; a file beside it is written."""
    WAITING = "waiting"
    """Another program holds the file; sessions are kept in memory."""
    FAILING = "failing"
    """The file cannot be written; sessions are kept in memory."""


@dataclass(frozen=True, slots=True)
class LogCondition:
    """How the session log is.

    Attributes:
        state: In one word.
        sentence: What is wrong and what to do; empty where all is well.
        lost: Sessions of which something could not be kept since the start.
    """

    state: LogState = LogState.GOOD
    sentence: str = ""
    lost: int = 0


_KEPT = "Visits are kept in memory meanwhile and written later, by themselves."
_WAITING = f"Another program is holding the session log: close it. {_KEPT}"
_FULL = f"The disk is full: make room on it. {_KEPT}"
_NO_RIGHTS = (
    "The folder of the session log cannot be written: check that it is there and that "
    f"the kiosk's user may write into it. {_KEPT}"
)
_OTHER = f"The session log cannot be written: check the disk. {_KEPT}"

_NO_RIGHTS_CODES = frozenset(
    {
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)


def condition_from(error: Exception) -> LogCondition:
    """Say what an error means to those who run the kiosk.

    Args:
        error: From SQLite, the file system or the storage itself.
    """
    code = primary_code(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LogCondition(LogState.WAITING, _WAITING)
    if code == sqlite3.SQLITE_FULL:
        return LogCondition(LogState.FAILING, _FULL)
    if code in _NO_RIGHTS_CODES or isinstance(error, OSError):
        return LogCondition(LogState.FAILING, _NO_RIGHTS)
    if isinstance(error, StorageError):
        return LogCondition(LogState.FAILING, str(error))
    return LogCondition(LogState.FAILING, _OTHER)
