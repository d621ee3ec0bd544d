"""Measures of pictures picked up, and of people as far as the bot knows them.

Nobody is known by name: the bot counts people by a salted hash, and only those who
picked a picture up. The kiosk recognises nobody.
"""

from kiosk.stats.measure import Column, Kind, Measure, Source, Table
from kiosk.stats.sql import IN_SPAN, WEEK_OF, median, share, tally

COHORT_WEEKS = 12
"""A cohort is followed for so many weeks after its first."""

_WEEK, _NEXT_WEEK, _COHORT = (
    WEEK_OF.format(day=day) for day in ("day", "next_day", "first_day")
)
_LAST = "(SELECT last FROM span)"
_NONE_LATER = f"coalesce(next_day > {_LAST}, 1)"
"""Whether it is its person's last meeting up to the end of the range."""
_OFFERED, _PICKED_UP = tally("offered"), tally("pickup_s")


def _seen_within(days: int) -> str:
    """SQL for how many people were seen in so many days up to each day of the range.

    A meeting stands for its person until it is too old or the next one takes over, so
    a running sum over beginnings and ends counts nobody twice.
    """
    return f"""(
        SELECT day, sum(sum(change)) OVER (ORDER BY day) AS people FROM (
            SELECT day, people AS change FROM returns
            UNION ALL
            SELECT day + min({days}, gap), -people FROM returns
            UNION ALL
            SELECT day, 0 FROM calendar)
        GROUP BY day)"""


_ACTIVE = f"""(
    SELECT calendar.day, calendar.date, one.people AS people,
        seven.people AS people_7_days, thirty.people AS people_30_days
    FROM calendar
    JOIN {_seen_within(1)} AS one USING (day)
    JOIN {_seen_within(7)} AS seven USING (day)
    JOIN {_seen_within(30)} AS thirty USING (day))"""

MEASURES: tuple[Measure, ...] = (
    Measure(
        "offered",
        "Pictures offered to be picked up, of visits of the range.",
        Kind.WHOLE,
        f"SELECT {_OFFERED}",
    ),
    Measure(
        "picked_up",
        "Those of them that were picked up, whenever that was.",
        Kind.WHOLE,
        f"SELECT {_PICKED_UP}",
    ),
    Measure(
        "picked_up_share",
        "Picked up over offered.",
        Kind.SHARE,
        f"SELECT {share(_PICKED_UP, _OFFERED)}",
    ),
    Measure(
        "pickup_s",
        "Median time from the offer to the pick-up, in steps of 10 seconds in the "
        "first hour and of 10 minutes after.",
        Kind.SECONDS,
        f"SELECT {median('pickup_s')}",
    ),
    Measure(
        "people",
        "Different people who picked a picture up in the range.",
        Kind.WHOLE,
        f"""SELECT coalesce(sum(people), 0) FROM meetings
            WHERE {IN_SPAN} AND {_NONE_LATER}""",
        Source.BOT,
    ),
    Measure(
        "returning_people",
        "Those of them who had picked one up on an earlier day, at whatever time.",
        Kind.WHOLE,
        f"""SELECT coalesce(sum(people), 0) FROM meetings
            WHERE {IN_SPAN} AND {_NONE_LATER} AND day > first_day""",
        Source.BOT,
    ),
    Measure(
        "people_per_day",
        "Different people per day (DAU), mean over the days of the range.",
        Kind.NUMBER,
        "SELECT CAST(coalesce(sum(people), 0) AS REAL) / "
        f"(SELECT count(*) FROM calendar) FROM returns WHERE {IN_SPAN}",
        Source.BOT,
    ),
    Measure(
        "people_7_days",
        "Different people in the last seven days of the range (WAU).",
        Kind.WHOLE,
        f"SELECT coalesce(sum(people), 0) FROM meetings "
        f"WHERE day BETWEEN {_LAST} - 6 AND {_LAST} AND {_NONE_LATER}",
        Source.BOT,
    ),
    Measure(
        "people_30_days",
        "Different people in the last thirty days of the range (MAU).",
        Kind.WHOLE,
        f"SELECT coalesce(sum(people), 0) FROM meetings "
        f"WHERE day BETWEEN {_LAST} - 29 AND {_LAST} AND {_NONE_LATER}",
        Source.BOT,
    ),
    Measure(
        "stickiness",
        "Mean of the people per day over the mean of the people per thirty days: on "
        "how many of thirty days a person comes, as a share.",
        Kind.SHARE,
        f"SELECT CAST(sum(people) AS REAL) / nullif(sum(people_30_days), 0) "
        f"FROM {_ACTIVE}",
        Source.BOT,
    ),
)

TABLES: tuple[Table, ...] = (
    Table(
        "pickups",
        "One row for each day: pictures of that day's visits.",
        (
            Column("date", "The day of the visit.", Kind.DATE),
            Column("offered", "Pictures offered.", Kind.WHOLE),
            Column("picked_up", "Those picked up, whenever that was.", Kind.WHOLE),
            Column("share", "Picked up over offered.", Kind.SHARE),
        ),
        f"""WITH counts AS (
                SELECT date, calendar.day,
                    coalesce(sum(visits) FILTER (WHERE topic = 'offered'), 0)
                        AS offered,
                    coalesce(sum(visits) FILTER (WHERE topic = 'pickup_s'), 0)
                        AS picked_up
                FROM calendar LEFT JOIN tallies
                    ON topic IN ('offered', 'pickup_s') AND tallies.day = calendar.day
                GROUP BY calendar.day)
            SELECT date, offered, picked_up, {share("picked_up", "offered")}
            FROM counts ORDER BY day""",
    ),
    Table(
        "pickup_times",
        "One row for each time from the offer to the pick-up.",
        (
            Column("seconds", "The time, in steps.", Kind.SECONDS),
            Column("pictures", "Pictures picked up so soon.", Kind.WHOLE),
        ),
        f"""SELECT key, sum(visits) FROM tallies
            WHERE topic = 'pickup_s' AND {IN_SPAN} GROUP BY key ORDER BY key""",
    ),
    Table(
        "people",
        "One row for each day: different people who picked pictures up.",
        (
            Column("date", "The day of the pick-up.", Kind.DATE),
            Column("people", "On this day (DAU).", Kind.WHOLE),
            Column("people_7_days", "In seven days up to it (WAU).", Kind.WHOLE),
            Column("people_30_days", "In thirty days up to it (MAU).", Kind.WHOLE),
            Column("stickiness", "DAU over MAU.", Kind.SHARE),
        ),
        f"""SELECT date, people, people_7_days, people_30_days,
                {share("people", "people_30_days")}
            FROM {_ACTIVE} ORDER BY day""",
        Source.BOT,
    ),
    Table(
        "cohorts",
        "One row for each week of first pick-ups in the range and each of the "
        f"{COHORT_WEEKS} weeks that followed.",
        (
            Column("cohort", "Monday of the week of the first pick-up.", Kind.DATE),
            Column("week", "Weeks since then; 0 is the first.", Kind.WHOLE),
            Column("people", "Size of the cohort.", Kind.WHOLE),
            Column("returned", "Those who picked up in this week.", Kind.WHOLE),
            Column("retention", "Returned over size.", Kind.SHARE),
            Column(
                "churn", "Share that was not seen in this week or later.", Kind.SHARE
            ),
            Column("partial", "1 where the week is not over in the range.", Kind.FLAG),
        ),
        f"""WITH RECURSIVE
            ages (age) AS (
                SELECT 0 UNION ALL SELECT age + 1 FROM ages WHERE age < {COHORT_WEEKS}),
            seen AS MATERIALIZED (
                SELECT {_COHORT} AS cohort, {_WEEK} - {_COHORT} AS age,
                    sum(people) FILTER (WHERE day = first_day) AS people,
                    sum(people) FILTER
                        (WHERE {_NONE_LATER} OR {_NEXT_WEEK} > {_WEEK}) AS returned,
                    sum(people) FILTER (WHERE {_NONE_LATER}) AS gone
                FROM meetings WHERE day <= {_LAST} GROUP BY 1, 2),
            sizes AS (SELECT cohort, people FROM seen
                WHERE age = 0 AND 7 * cohort + 3 >= (SELECT first FROM span)),
            lives AS (
                SELECT cohort, ages.age, sizes.people,
                    coalesce(returned, 0) AS returned,
                    coalesce(sum(gone) OVER (PARTITION BY cohort ORDER BY ages.age
                        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS gone
                FROM sizes CROSS JOIN ages LEFT JOIN seen USING (cohort, age))
            SELECT date(86400 * (7 * cohort - 3), 'unixepoch'), age, people, returned,
                {share("returned", "people")}, {share("gone", "people")},
                7 * (cohort + age) + 3 > {_LAST}
                    OR 7 * (cohort + age) + 3 >= (SELECT today FROM span)
            FROM lives WHERE 7 * (cohort + age) - 3 <= {_LAST}
            ORDER BY cohort, age""",
        Source.BOT,
    ),
)
