"""Counts how visits ended, from the session log itself."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from kiosk.storage.database import FILE_NAME, LOCK_PATIENCE_S
from kiosk.storage.sessions import Outcome


def outcomes_in(folder: Path) -> Counter[Outcome]:
    """Count the sessions of a log by their outcome; those that run are interrupted.

    Args:
        folder: Where the log is.

    Raises:
        sqlite3.Error: If it cannot be read.
    """
    source = f"{(folder / FILE_NAME).resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(source, uri=True, timeout=LOCK_PATIENCE_S)) as log:
        rows = log.execute(
            "SELECT coalesce(outcome, ?), count(*) FROM sessions GROUP BY 1",
            (Outcome.INTERRUPTED,),
        )
        return Counter({Outcome(outcome): count for outcome, count in rows})
