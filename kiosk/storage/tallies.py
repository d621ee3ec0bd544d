"""Tallies: how many visits of a day had which key in which topic.

Every session is counted once, when it has ended, in the transaction that ends it; every
picture when it is offered and when it is picked up. Figures over years are sums over
tallies. Topics say what is counted; a file whose tallies
were made by another definition is counted anew when it is opened for writing.

The day and the hour of a visit are those that the clock on the wall showed when it
began, by the offset kept with it, so neither midnight nor daylight saving splits one.
"""

import hashlib
import sqlite3

from kiosk.storage.topics import ENDED, PICKUP_TOPICS, TOPICS, WALKED, Topic

_ADD = """INSERT INTO tallies (topic, day, key, visits)
    SELECT '{topic.name}', day, key, count(*) FROM ({topic.sql}{only})
    WHERE true GROUP BY day, key
    ON CONFLICT (topic, day, key) DO UPDATE SET visits = visits + excluded.visits"""


def _add(topic: Topic, only: str = "") -> str:
    return _ADD.format(topic=topic, only=only)


_STATEMENTS = tuple(_add(topic) for topic in TOPICS)
_PICKUPS = tuple(_add(topic) for topic in PICKUP_TOPICS)
_OFFERED, _PICKED_UP = (
    _add(topic, " AND pickups.session = NEW.session") for topic in PICKUP_TOPICS
)
_TRIGGERS = (
    f"""CREATE TEMP TRIGGER IF NOT EXISTS offered AFTER INSERT ON main.pickups
        BEGIN {_OFFERED}; {_PICKED_UP}; END""",
    f"""CREATE TEMP TRIGGER IF NOT EXISTS picked_up
        AFTER UPDATE OF picked_up_utc_ms ON main.pickups
        WHEN OLD.picked_up_utc_ms IS NULL AND NEW.picked_up_utc_ms IS NOT NULL
        BEGIN {_PICKED_UP}; END""",
)
_PURGED = """INSERT INTO tallies (topic, day, key, visits)
    SELECT topic, day, key, sum(visits) FROM purged WHERE true GROUP BY topic, day, key
    ON CONFLICT (topic, day, key) DO UPDATE SET visits = visits + excluded.visits"""
_DONE = "UPDATE sessions SET counted = 1 WHERE counted = 0 AND outcome IS NOT NULL"
DEFINITION = hashlib.sha256(
    repr((ENDED, WALKED, _STATEMENTS, _PICKUPS)).encode()
).hexdigest()
"""Changes with whatever is counted."""


def keep_tallies(database: sqlite3.Connection) -> None:
    """Count pictures from now on, and a file anew that was counted otherwise.

    Args:
        database: In autocommit mode.

    Raises:
        sqlite3.Error: If it cannot be written.
    """
    for trigger in _TRIGGERS:
        database.execute(trigger)
    if _definition(database) != DEFINITION:
        count_anew(database)


def count_anew(database: sqlite3.Connection) -> None:
    """Forget the tallies and count every session again, in one transaction.

    The sums of visits that were purged are added as they were counted then.

    Takes seconds for a hundred thousand sessions.

    Args:
        database: In autocommit mode.

    Raises:
        sqlite3.Error: If it cannot be written.
    """
    database.execute("BEGIN IMMEDIATE")
    with database:
        database.execute("DELETE FROM tallies")
        database.execute("UPDATE sessions SET counted = 0 WHERE counted = 1")
        count_ended(database)
        for statement in _PICKUPS:
            database.execute(statement)
        database.execute(_PURGED)
        database.execute("DELETE FROM tallied")
        database.execute("INSERT INTO tallied VALUES (?)", (DEFINITION,))


def count_ended(database: sqlite3.Connection) -> None:
    """Count the sessions that have ended and are not counted yet.

    Args:
        database: In a transaction.

    Raises:
        sqlite3.Error: If it cannot be written.
    """
    views_of_ended(database)
    for statement in _STATEMENTS:
        database.execute(statement)
    database.execute(_DONE)


def views_of_ended(database: sqlite3.Connection) -> None:
    """Have the views that topics read on this connection: sessions to be counted.

    Raises:
        sqlite3.Error: If the file cannot be read.
    """
    database.execute(ENDED)
    database.execute(WALKED)


def _definition(database: sqlite3.Connection) -> str:
    row = database.execute("SELECT definition FROM tallied").fetchone()
    return str(row[0]) if row else ""
