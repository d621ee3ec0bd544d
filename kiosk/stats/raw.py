"""The visits themselves, for analysts: under random numbers, nothing of the person."""

from kiosk.stats.measure import Column, Kind, Table
from kiosk.storage.topics import DAY_MS

_LOCAL_MS = "began_utc_ms + 60000 * utc_offset_min"
_BEGAN = f"strftime('%Y-%m-%dT%H:%M:%S', ({_LOCAL_MS}) / 1000, 'unixepoch')"

_COLUMNS = {
    Column("visit", "32 random hexadecimal digits.", Kind.TEXT): "id",
    Column("began", "When it began, on the wall: ISO 8601 without zone.", Kind.TEXT): (
        _BEGAN
    ),
    Column("utc_offset_min", "Minutes that the wall was ahead of UTC.", Kind.WHOLE): (
        "utc_offset_min"
    ),
    Column("seconds", "How long it lasted.", Kind.SECONDS): "ended_after_ms / 1000.0",
    Column("outcome", "How it ended.", Kind.CODE): "outcome",
    Column("language", "Two letters, ISO 639.", Kind.LANGUAGE): "language",
    Column("painting", "The last one chosen.", Kind.PAINTING): "painting",
    Column("retakes", "Portraits taken again.", Kind.WHOLE): "retakes",
    Column(
        "pictures_per_s",
        "Median of living pictures per second, to hundredths.",
        Kind.NUMBER,
    ): "CAST(100 * fps + 0.5 AS INTEGER) / 100.0",
    Column("error", "What failed, where something did.", Kind.CODE): "error_kind",
    Column("engine", "The way of painting.", Kind.TEXT): "engine",
    Column("kiosk_version", "The program's version.", Kind.TEXT): "kiosk_version",
}
"""Each with the SQL for its value."""


def _select(values: str, first_day: str, last_day: str) -> str:
    """SQL for visits of the range that began on some days of UTC."""
    return f"""SELECT {values} FROM sessions
        WHERE began_utc_ms >= {DAY_MS} * ({first_day})
            AND began_utc_ms < {DAY_MS} * ({last_day} + 1)
            AND outcome IS NOT NULL
            AND {_LOCAL_MS} >= {DAY_MS} * (SELECT first FROM span)
            AND {_LOCAL_MS} < {DAY_MS} * (SELECT last + 1 FROM span)
        ORDER BY began_utc_ms"""


_VALUES = ", ".join(_COLUMNS.values())

VISITS = Table(
    "visits",
    "One row for each visit that is over, in the order in which they began.",
    tuple(_COLUMNS),
    _select(_VALUES, "(SELECT first FROM span) - 1", "(SELECT last FROM span) + 1"),
)
LINES_OF_DAYS = f"""SELECT count(*), CAST(group_concat(line, char(13, 10)) AS BLOB)
    FROM ({_select(f"json_array({_VALUES}) AS line", ":first", ":last")})"""
"""The same rows of some days of UTC, each a line of JSON in UTF-8: SQLite does all the
work."""
