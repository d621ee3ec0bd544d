"""Measures of the kiosk itself: failures, opening hours, speed, receipts."""

from kiosk.stats.measure import Column, Kind, Measure, Table
from kiosk.stats.sql import (
    IN_SPAN,
    MINOR_UNITS,
    RECEIPTS,
    SPELLS,
    median,
    quantile,
    share,
    tally,
)


def _hours(standing: str) -> str:
    return f"""(SELECT coalesce(sum(hours), 0.0) FROM {SPELLS}
        WHERE standing = '{standing}')"""


MEASURES: tuple[Measure, ...] = (
    Measure(
        "failed",
        "Visits that a failure ended.",
        Kind.WHOLE,
        f"SELECT {tally('outcome', 'failed')}",
    ),
    Measure(
        "open_h",
        "Hours in which visitors could use the kiosk. Time in which it was switched "
        "off or crashed is in none of these hours: nobody was there to note it.",
        Kind.HOURS,
        f"SELECT {_hours('open')}",
    ),
    Measure(
        "out_of_order_h",
        "Hours in which the kiosk ran and was out of order.",
        Kind.HOURS,
        f"SELECT {_hours('out_of_order')}",
    ),
    Measure(
        "maintenance_h",
        "Hours in which the maintenance sign hung.",
        Kind.HOURS,
        f"SELECT {_hours('maintenance')}",
    ),
    Measure(
        "availability",
        "Open hours over open hours and those out of order.",
        Kind.SHARE,
        f"""SELECT sum(hours) FILTER (WHERE standing = 'open') / nullif(sum(hours), 0)
            FROM {SPELLS} WHERE standing IN ('open', 'out_of_order')""",
    ),
    Measure(
        "pictures_per_s",
        "Median over visits of the living pictures painted per second.",
        Kind.WHOLE,
        f"SELECT {median('pace')}",
    ),
    Measure(
        "slow_pictures_per_s",
        "So many living pictures per second or fewer had the slowest tenth of visits.",
        Kind.WHOLE,
        f"SELECT {quantile('pace', 0.1)}",
    ),
    Measure(
        "receipts",
        "Payments, refunds included.",
        Kind.WHOLE,
        f"SELECT coalesce(sum(receipts), 0) FROM {RECEIPTS}",
    ),
)

TABLES: tuple[Table, ...] = (
    Table(
        "errors",
        "One row for each kind of failure that ended visits, the most frequent first.",
        (
            Column("error", "camera, engine, painting, time, program …", Kind.CODE),
            Column("visits", "Visits that it ended.", Kind.WHOLE),
            Column("share", "Of all visits.", Kind.SHARE),
        ),
        f"""SELECT key, sum(visits), {share("sum(visits)", tally("outcome"))}
            FROM tallies WHERE topic = 'error' AND {IN_SPAN}
            GROUP BY key ORDER BY sum(visits) DESC, key""",
    ),
    Table(
        "operation",
        "One row for each day: how long the kiosk stood how.",
        (
            Column("date", "The day.", Kind.DATE),
            Column("open_h", "Hours open to visitors.", Kind.HOURS),
            Column("out_of_order_h", "Hours out of order.", Kind.HOURS),
            Column("maintenance_h", "Hours under the maintenance sign.", Kind.HOURS),
            Column("staff_h", "Hours in the staff's hands.", Kind.HOURS),
            Column(
                "availability",
                "Open hours over open hours and those out of order.",
                Kind.SHARE,
            ),
        ),
        f"""WITH hours AS (
                SELECT date, day,
                    coalesce(sum(hours) FILTER (WHERE standing = 'open'), 0.0) AS open,
                    coalesce(sum(hours) FILTER
                        (WHERE standing = 'out_of_order'), 0.0) AS broken,
                    coalesce(sum(hours) FILTER
                        (WHERE standing = 'maintenance'), 0.0) AS maintained,
                    coalesce(sum(hours) FILTER
                        (WHERE standing = 'staff'), 0.0) AS staffed
                FROM (SELECT day, standing, hours FROM {SPELLS}
                    UNION ALL SELECT day, NULL, 0.0 FROM calendar)
                JOIN calendar USING (day) GROUP BY day)
            SELECT date, open, broken, maintained, staffed,
                open / nullif(open + broken, 0) FROM hours ORDER BY day""",
    ),
    Table(
        "speed",
        "One row for each number of living pictures per second.",
        (
            Column("pictures_per_s", "Median of a visit, whole.", Kind.WHOLE),
            Column("visits", "Visits that were painted so fast.", Kind.WHOLE),
        ),
        f"""SELECT key, sum(visits) FROM tallies WHERE topic = 'pace' AND {IN_SPAN}
            GROUP BY key ORDER BY key""",
    ),
    Table(
        "revenue",
        "One row for each day and currency with payments.",
        (
            Column("date", "The day.", Kind.DATE),
            Column("currency", "ISO 4217.", Kind.TEXT),
            Column("receipts", "Payments, refunds included.", Kind.WHOLE),
            Column("amount", "Their sum; refunds are negative.", Kind.AMOUNT),
        ),
        f"""SELECT date, currency, receipts, amount_minor / {MINOR_UNITS}
            FROM {RECEIPTS} JOIN calendar USING (day) ORDER BY day, currency""",
    ),
)
