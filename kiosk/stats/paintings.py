"""Measures of paintings: which are liked, and how often they become a portrait."""

from kiosk.stats.measure import Column, Kind, Table
from kiosk.stats.sql import IN_SPAN, share

TABLES: tuple[Table, ...] = (
    Table(
        "paintings",
        "One row for each painting that visitors lived in, the most kept first.",
        (
            Column("painting", "Its pack and name.", Kind.PAINTING),
            Column("tried", "Visits that lived in it.", Kind.WHOLE),
            Column("taken", "Visits that saw a finished portrait in it.", Kind.WHOLE),
            Column("kept", "Visits that kept a portrait in it.", Kind.WHOLE),
            Column("conversion", "Kept over tried.", Kind.SHARE),
            Column("share", "Of all kept portraits.", Kind.SHARE),
        ),
        f"""WITH counts AS (
                SELECT key,
                    coalesce(sum(visits) FILTER
                        (WHERE topic = 'painting_tried'), 0) AS tried,
                    coalesce(sum(visits) FILTER
                        (WHERE topic = 'painting_taken'), 0) AS taken,
                    coalesce(sum(visits) FILTER
                        (WHERE topic = 'painting_kept'), 0) AS kept
                FROM tallies
                WHERE topic IN ('painting_tried', 'painting_taken', 'painting_kept')
                    AND {IN_SPAN} GROUP BY key)
            SELECT key, tried, taken, kept, {share("kept", "tried")},
                {share("kept", "sum(kept) OVER ()")}
            FROM counts ORDER BY kept DESC, tried DESC, key""",
    ),
)
