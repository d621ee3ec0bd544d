"""Pieces of SQL that several measures share, and the tables they read.

Measures read ``tallies``, ``spells`` and ``receipts`` of the session log, and temporary
tables that are filled for each range: ``span`` with its first and last day,
``calendar`` with one row for each of its days, ``meetings`` with how many people of the
bot picked a picture up on which day, ``returns`` likewise by when they came next. Days
are numbers since 1970; weeks begin on Monday.
"""

from kiosk.storage.topics import day_of

IN_SPAN = "day BETWEEN (SELECT first FROM span) AND (SELECT last FROM span)"
"""Whether a day is in the range."""

WEEK_OF = "(({day} + 3 - (({day} + 3) % 7 + 7) % 7) / 7)"
"""The week of a day: 0 held the first of January 1970, a Thursday."""

CALENDAR = """
    CREATE TEMP TABLE span (
        first INTEGER NOT NULL, last INTEGER NOT NULL, today INTEGER NOT NULL
    );
    CREATE TEMP TABLE calendar (
        day INTEGER PRIMARY KEY,
        date TEXT NOT NULL,
        weekday INTEGER NOT NULL, -- 1 is Monday
        week TEXT NOT NULL, -- ISO 8601, such as 2026-W48
        monday TEXT NOT NULL, -- the week's first day
        month TEXT NOT NULL, -- such as 2026-11
        month_days INTEGER NOT NULL, -- how many days it has
        whole INTEGER NOT NULL -- 0 for today, which is not over
    );
    CREATE TEMP TABLE meetings (
        day INTEGER NOT NULL,
        first_day INTEGER NOT NULL, -- the day on which the same people came first
        next_day INTEGER, -- the day on which the same people came next
        people INTEGER NOT NULL
    );
    CREATE TEMP TABLE returns (
        day INTEGER NOT NULL,
        gap INTEGER NOT NULL, -- days until the same people came next, 30 at most
        people INTEGER NOT NULL
    );
    CREATE TEMP VIEW daily AS
        SELECT calendar.*,
            coalesce(sum(visits), 0) AS visits,
            coalesce(sum(visits) FILTER (WHERE key = 'completed'), 0) AS portraits,
            coalesce(sum(visits) FILTER (WHERE key = 'deleted'), 0) AS deleted,
            coalesce(sum(visits) FILTER (WHERE key = 'declined'), 0) AS declined,
            coalesce(sum(visits) FILTER (WHERE key IN ('abandoned', 'left')), 0)
                AS left_early,
            coalesce(sum(visits) FILTER (WHERE key = 'failed'), 0) AS failed,
            coalesce(sum(visits) FILTER (WHERE key = 'interrupted'), 0) AS interrupted
        FROM calendar LEFT JOIN tallies
            ON topic = 'outcome' AND tallies.day = calendar.day
        GROUP BY calendar.day;
"""
"""Made once for each connection; ``daily`` counts each day's visits by their end."""

LONGEST_GAP_DAYS = 30
RETURNS = f"""INSERT INTO returns
    SELECT day, min(coalesce(next_day - day, {LONGEST_GAP_DAYS}), {LONGEST_GAP_DAYS}),
        sum(people)
    FROM meetings GROUP BY 1, 2"""
"""Fills ``returns``."""

SPELLS = f"""(
    SELECT {day_of("began_utc_ms + 60000 * utc_offset_min")} AS day, standing,
        sum(lasted_ms) / 3600000.0 AS hours
    FROM spells
    WHERE began_utc_ms BETWEEN 86400000 * (SELECT first - 1 FROM span)
        AND 86400000 * (SELECT last + 2 FROM span)
    GROUP BY day, standing
    HAVING {IN_SPAN}
)"""
"""Hours by day and standing."""

RECEIPTS = f"""(
    SELECT {day_of("paid_utc_ms + 60000 * utc_offset_min")} AS day, currency,
        count(*) AS receipts, sum(amount_minor) AS amount_minor
    FROM receipts
    WHERE paid_utc_ms BETWEEN 86400000 * (SELECT first - 1 FROM span)
        AND 86400000 * (SELECT last + 2 FROM span)
    GROUP BY day, currency
    HAVING {IN_SPAN}
)"""
"""Receipts by day and currency."""

MINOR_UNITS = """CASE
    WHEN currency IN ('CLP', 'ISK', 'JPY', 'KRW', 'UGX', 'VND', 'XAF', 'XOF', 'XPF')
        THEN 1.0
    WHEN currency IN ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') THEN 1000.0
    ELSE 100.0 END"""
"""How many minor units make one of a currency, by ISO 4217."""


def share(part: str, whole: str) -> str:
    """SQL for a share, NULL of nothing."""
    return f"CAST({part} AS REAL) / nullif({whole}, 0)"


def tally(topic: str, key: str | None = None) -> str:
    """SQL for the number of visits of a range that were counted in a topic."""
    condition = "" if key is None else f" AND key = '{key}'"
    return (
        "(SELECT coalesce(sum(visits), 0) FROM tallies "
        f"WHERE topic = '{topic}' AND {IN_SPAN}{condition})"
    )


def mean(topic: str) -> str:
    """SQL for the mean of a topic's keys, which are numbers."""
    return (
        "(SELECT CAST(sum(key * visits) AS REAL) / sum(visits) FROM tallies "
        f"WHERE topic = '{topic}' AND {IN_SPAN})"
    )


def quantile(topic: str, share_of_visits: float) -> str:
    """SQL for the smallest key that so large a share of visits does not exceed."""
    return f"""(
        SELECT key FROM (
            SELECT key, sum(sum(visits)) OVER (ORDER BY key) AS upto,
                sum(sum(visits)) OVER () AS every
            FROM tallies WHERE topic = '{topic}' AND {IN_SPAN} GROUP BY key
        ) WHERE upto >= {share_of_visits} * every ORDER BY key LIMIT 1)"""


def median(topic: str) -> str:
    """SQL for the median of a topic's keys; the lower one of two."""
    return quantile(topic, 0.5)
