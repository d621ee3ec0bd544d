"""Opens a SQLite file so that nothing is written, not even beside it."""

import sqlite3
from contextlib import closing
from pathlib import Path

PATIENCE_S = 5.0
_LOOK = "SELECT count(*) FROM sqlite_master"


def read_only_address(path: Path) -> str:
    """The address under which SQLite only reads a file.

    Args:
        path: The file; a kiosk may be writing it.

    Raises:
        sqlite3.Error: If it cannot be read.
    """
    address = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=PATIENCE_S)) as trial:
            trial.execute(_LOOK).fetchone()
    except sqlite3.OperationalError:
        # On a write-protected stick SQLite cannot make the files that it shares.
        return f"{address}&immutable=1"
    return address


def open_read_only(path: Path) -> sqlite3.Connection:
    """Connect to a database file, in autocommit mode; for one thread at a time.

    Args:
        path: The file; a kiosk may be writing it.

    Raises:
        sqlite3.Error: If it cannot be read.
    """
    return sqlite3.connect(
        read_only_address(path),
        uri=True,
        timeout=PATIENCE_S,
        isolation_level=None,
        check_same_thread=False,
    )
