"""The visits themselves, for analysts: under random numbers, nothing of the person."""

from kiosk.stats.measure import Column, Kind, Table
from kiosk.stats.sql import IN_SPAN
from kiosk.storage.topics import day_of

_LOCAL_MS = "began_utc_ms + 60000 * utc_offset_min"

VISITS = Table(
    "visits",
    "One row for each visit that is over, in the order in which they began.",
    (
        Column("visit", "32 random hexadecimal digits.", Kind.TEXT),
        Column(
            "began", "When it began, on the wall: ISO 8601 without zone.", Kind.TEXT
        ),
        Column("utc_offset_min", "Minutes that the wall was ahead of UTC.", Kind.WHOLE),
        Column("seconds", "How long it lasted.", Kind.SECONDS),
        Column("outcome", "How it ended.", Kind.CODE),
        Column("language", "Two letters, ISO 639.", Kind.LANGUAGE),
        Column("painting", "The last one chosen.", Kind.PAINTING),
        Column("retakes", "Portraits taken again.", Kind.WHOLE),
        Column("pictures_per_s", "Median of living pictures per second.", Kind.NUMBER),
        Column("error", "What failed, where something did.", Kind.CODE),
        Column("engine", "The way of painting.", Kind.TEXT),
        Column("kiosk_version", "The program's version.", Kind.TEXT),
    ),
    f"""SELECT id,
            strftime('%Y-%m-%dT%H:%M:%S', ({_LOCAL_MS}) / 1000, 'unixepoch'),
            utc_offset_min, ended_after_ms / 1000.0, outcome, language, painting,
            retakes, fps, error_kind, engine, kiosk_version
        FROM sessions
        WHERE began_utc_ms BETWEEN 86400000 * (SELECT first - 1 FROM span)
            AND 86400000 * (SELECT last + 2 FROM span)
            AND outcome IS NOT NULL
            AND {day_of(_LOCAL_MS)} {IN_SPAN.removeprefix("day ")}
        ORDER BY began_utc_ms""",
)
