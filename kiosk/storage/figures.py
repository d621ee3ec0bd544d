"""Figures of one day for the staff area."""

import sqlite3
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from statistics import median
from typing import NamedTuple

from kiosk.staff.facts import TodayFigures
from kiosk.storage.sessions import Outcome

_DAY_MS = 86_400_000
_HOUR_MS = 3_600_000
_FURTHEST_OFFSET_MS = 24 * _HOUR_MS  # ISO 8601 offsets stay below a day

_SESSIONS = """
    SELECT began_utc_ms + 60000 * utc_offset_min AS began_local_ms,
        outcome, retakes, painting, ended_after_ms
    FROM sessions WHERE began_utc_ms BETWEEN :since_ms AND :until_ms
"""


class _Row(NamedTuple):
    began_local_ms: int
    outcome: str | None
    retakes: int
    painting: str | None
    ended_after_ms: int | None


def figures_of_day(database: sqlite3.Connection, day: date) -> TodayFigures:
    """Count the sessions that began on a day.

    The day and the hour of a session are those that the clock on the wall showed when
    it began, by the offset kept with it: a day of 23 or 25 hours counts as one day.

    Args:
        database: Only read.
        day: In local time.

    Raises:
        sqlite3.Error: If it cannot be read.
    """
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    start_ms = (midnight - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(
        milliseconds=1
    )
    bounds = {
        "since_ms": start_ms - _FURTHEST_OFFSET_MS,
        "until_ms": start_ms + _DAY_MS + _FURTHEST_OFFSET_MS,
    }
    rows = [
        row
        for row in map(_Row._make, database.execute(_SESSIONS, bounds))
        if start_ms <= row.began_local_ms < start_ms + _DAY_MS
    ]
    return _count(rows, start_ms)


def _count(rows: list[_Row], start_ms: int) -> TodayFigures:
    ends = Counter(row.outcome for row in rows)
    hours = Counter((row.began_local_ms - start_ms) // _HOUR_MS for row in rows)
    completed = [row for row in rows if row.outcome == Outcome.COMPLETED]
    lengths_ms = [row.ended_after_ms or 0 for row in completed]
    paintings = Counter(row.painting for row in completed if row.painting)
    return TodayFigures(
        visits=len(rows),
        completed=ends[Outcome.COMPLETED],
        deleted=ends[Outcome.DELETED],
        declined=ends[Outcome.DECLINED],
        abandoned=ends[Outcome.ABANDONED] + ends[Outcome.LEFT],
        errors=ends[Outcome.FAILED] + ends[Outcome.INTERRUPTED],
        retakes=sum(row.retakes for row in rows),
        middle_visit_s=median(lengths_ms) / 1000 if lengths_ms else None,
        portraits_by_painting=dict(paintings.most_common()),
        visits_by_hour=tuple(hours[hour] for hour in range(24)),
    )
