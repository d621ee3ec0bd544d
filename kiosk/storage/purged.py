"""Takes old visits out of a session log and keeps their sums for ever.

``purged`` holds, by the random name of the log that they were taken from, what the
visits that are gone had been counted for; ``purges`` says up to when they are gone.
Whoever counts a file anew adds these sums. New topics begin with the visits that are
still there.
"""

import sqlite3

from kiosk.storage.tallies import views_of_ended
from kiosk.storage.topics import PICKUP_TOPICS, TOPICS

_KEEP = """INSERT INTO purged (log, topic, day, key, visits)
    SELECT (SELECT id FROM origin), '{topic.name}', day, key, count(*)
    FROM ({topic.sql}{only}) WHERE true GROUP BY day, key
    ON CONFLICT (log, topic, day, key) DO UPDATE
        SET visits = visits + excluded.visits"""
_THEIRS = " AND pickups.session IN (SELECT id FROM leaving)"
_STATEMENTS = (
    "UPDATE sessions SET counted = 0 WHERE number IN (SELECT number FROM leaving)",
    *(_KEEP.format(topic=topic, only="") for topic in TOPICS),
    *(_KEEP.format(topic=topic, only=_THEIRS) for topic in PICKUP_TOPICS),
    """INSERT INTO purges SELECT origin.id, max(began_utc_ms) + 1
        FROM origin, leaving WHERE true GROUP BY origin.id
        ON CONFLICT (log) DO UPDATE
            SET before_utc_ms = max(before_utc_ms, excluded.before_utc_ms)""",
    "DELETE FROM pickups WHERE session IN (SELECT id FROM leaving)",
    "DELETE FROM sessions WHERE number IN (SELECT number FROM leaving)",
)
_LEAVING = """CREATE TEMP TABLE IF NOT EXISTS leaving (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, began_utc_ms INTEGER NOT NULL)"""
_CHOOSE = """INSERT INTO leaving SELECT number, id, began_utc_ms FROM sessions
    WHERE began_utc_ms < ? AND outcome IS NOT NULL AND counted = 1
    ORDER BY began_utc_ms LIMIT ?"""


def purge_visits(database: sqlite3.Connection, before_utc_ms: int, most: int) -> int:
    """Take the oldest visits out, in one transaction.

    Args:
        database: In autocommit mode; its tallies are up to date.
        before_utc_ms: Visits that began earlier, and are over, go.
        most: How many may go at once.

    Returns:
        How many went.

    Raises:
        sqlite3.Error: If it cannot be written.
    """
    views_of_ended(database)
    database.execute(_LEAVING)
    database.execute("BEGIN IMMEDIATE")
    with database:
        database.execute("DELETE FROM leaving")
        gone = database.execute(_CHOOSE, (before_utc_ms, most)).rowcount
        if gone:
            for statement in _STATEMENTS:
                database.execute(statement)
    return gone
