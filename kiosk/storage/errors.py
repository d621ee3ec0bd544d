"""What can go wrong with the session log, each with a plain sentence."""

import sqlite3

from kiosk.errors import KioskError


class StorageError(KioskError):
    """The session log cannot be used now."""


class UnusableError(StorageError):
    """What lies in the place of the session log is damaged or not ours."""


class NewerError(StorageError):
    """The session log was written by a newer version of the kiosk."""


def primary_code(error: Exception) -> int:
    """Say which of SQLite's primary result codes an error carries, 0 if none."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF if isinstance(code, int) else 0


def tells_of_damage(error: Exception) -> bool:
    """Whether an error says that the file itself is no good."""
    damage = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    return isinstance(error, UnusableError) or primary_code(error) in damage
