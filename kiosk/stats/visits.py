"""Measures of visits: how many came, when, how far they got and how they ended."""

from kiosk.stats.measure import Column, Kind, Measure, Table
from kiosk.stats.sql import IN_SPAN, mean, median, share, tally
from kiosk.storage.topics import FUNNEL, LENGTH_STEP_S

_VISITS = Column("visits", "Visits that began and are over.", Kind.WHOLE)
_PORTRAITS = Column("portraits", "Visits with a kept portrait.", Kind.WHOLE)
_COMPLETION = Column("completion", "Portraits over visits.", Kind.SHARE)
_PARTIAL = Column(
    "partial",
    "1 where days are missing: outside the range, or not over yet.",
    Kind.FLAG,
)
_ENDS = (
    Column("deleted", "Visits whose portrait was deleted.", Kind.WHOLE),
    Column("declined", "Visits that ended at the consent.", Kind.WHOLE),
    Column("left_early", "Visits that were left or walked away from.", Kind.WHOLE),
    Column("failed", "Visits that a failure ended.", Kind.WHOLE),
    Column("interrupted", "Visits during which the kiosk stopped.", Kind.WHOLE),
)
_COUNTS = ", ".join(f"sum({column.name})" for column in (_VISITS, _PORTRAITS, *_ENDS))
_COMPLETED = share("sum(portraits)", "sum(visits)")
_PER_DAY = Column("visits_per_day", "Visits over the days counted.", Kind.NUMBER)
_DAYS = Column("days", "Days of it in the range, today included.", Kind.WHOLE)
_STEPS = " UNION ALL ".join(
    f"SELECT {position} AS position, '{step}' AS step"
    for position, step in enumerate(FUNNEL)
)

MEASURES: tuple[Measure, ...] = (
    Measure(
        "visits",
        "Visits that began in the range and are over: somebody touched the screen, or "
        "several people together did.",
        Kind.WHOLE,
        f"SELECT {tally('outcome')}",
    ),
    Measure(
        "portraits",
        "Visits that ended with a portrait that the visitor kept.",
        Kind.WHOLE,
        f"SELECT {tally('outcome', 'completed')}",
    ),
    Measure(
        "completion",
        "Portraits over visits.",
        Kind.SHARE,
        f"SELECT {share(tally('outcome', 'completed'), tally('outcome'))}",
    ),
    Measure(
        "visits_per_day",
        "Visits over all days of the range, also those without visits.",
        Kind.NUMBER,
        "SELECT avg(visits) FROM daily",
    ),
    Measure(
        "busiest_day",
        "The day with the most visits, the first of several.",
        Kind.DATE,
        "SELECT date FROM daily WHERE visits > 0 ORDER BY visits DESC, day LIMIT 1",
    ),
    Measure(
        "agreement",
        "Share of visits that agreed to the camera.",
        Kind.SHARE,
        "SELECT CAST(sum(visits) FILTER (WHERE key > 0) AS REAL) / sum(visits)"
        f" FROM tallies WHERE topic = 'reached' AND {IN_SPAN}",
    ),
    Measure(
        "visit_s",
        f"Median length of all visits, in steps of {LENGTH_STEP_S} seconds.",
        Kind.SECONDS,
        f"SELECT {median('length_s')}",
    ),
    Measure(
        "portrait_visit_s",
        "Median length of visits with a kept portrait, in steps of "
        f"{LENGTH_STEP_S} seconds.",
        Kind.SECONDS,
        f"SELECT {median('portrait_length_s')}",
    ),
    Measure(
        "retakes",
        "Mean number of portraits taken again, of visits that saw a finished one.",
        Kind.NUMBER,
        f"SELECT {mean('retakes')}",
    ),
    Measure(
        "taken_again",
        "Portraits taken again, in all visits that saw a finished one.",
        Kind.WHOLE,
        "SELECT coalesce(sum(key * visits), 0) FROM tallies "
        f"WHERE topic = 'retakes' AND {IN_SPAN}",
    ),
    Measure(
        "paintings_tried",
        "Mean number of different paintings lived in, of visits that lived in one.",
        Kind.NUMBER,
        f"SELECT {mean('tried')}",
    ),
)

TABLES: tuple[Table, ...] = (
    Table(
        "days",
        "One row for each day of the range.",
        (
            Column("date", "The day, on the wall where the kiosk stands.", Kind.DATE),
            Column("weekday", "1 is Monday, 7 is Sunday.", Kind.WEEKDAY),
            _VISITS,
            _PORTRAITS,
            *_ENDS,
            _COMPLETION,
            _PARTIAL,
        ),
        f"""SELECT date, weekday, {_COUNTS}, {_COMPLETED}, 1 - whole
            FROM daily GROUP BY day ORDER BY day""",
    ),
    Table(
        "weeks",
        "One row for each week of which days are in the range.",
        (
            Column("week", "The week by ISO 8601.", Kind.TEXT),
            Column("monday", "Its first day.", Kind.DATE),
            _DAYS,
            _VISITS,
            _PORTRAITS,
            *_ENDS,
            _COMPLETION,
            _PER_DAY,
            _PARTIAL,
        ),
        f"""SELECT week, monday, count(*), {_COUNTS}, {_COMPLETED}, avg(visits),
            sum(whole) < 7 FROM daily GROUP BY monday ORDER BY monday""",
    ),
    Table(
        "months",
        "One row for each month of which days are in the range.",
        (
            Column("month", "Year and month.", Kind.TEXT),
            _DAYS,
            _VISITS,
            _PORTRAITS,
            *_ENDS,
            _COMPLETION,
            _PER_DAY,
            _PARTIAL,
        ),
        f"""SELECT month, count(*), {_COUNTS}, {_COMPLETED}, avg(visits),
            sum(whole) < month_days FROM daily GROUP BY month ORDER BY month""",
    ),
    Table(
        "hours",
        "One row for each hour of each day. The hour that is lived twice in autumn is "
        "one row, the one that is left out in spring has none in it.",
        (
            Column("date", "The day.", Kind.DATE),
            Column("hour", "The hour in which visits began, 0 to 23.", Kind.WHOLE),
            _VISITS,
            _PORTRAITS,
        ),
        """WITH RECURSIVE clock (hour) AS (
                SELECT 0 UNION ALL SELECT hour + 1 FROM clock WHERE hour < 23)
            SELECT date, hour, coalesce(came.visits, 0), coalesce(kept.visits, 0)
            FROM calendar CROSS JOIN clock
            LEFT JOIN tallies AS came ON came.topic = 'hour'
                AND came.day = calendar.day AND came.key = hour
            LEFT JOIN tallies AS kept ON kept.topic = 'portrait_hour'
                AND kept.day = calendar.day AND kept.key = hour
            ORDER BY calendar.day, hour""",
    ),
    Table(
        "weekday_hours",
        "One row for each hour of each day of the week.",
        (
            Column("weekday", "1 is Monday, 7 is Sunday.", Kind.WEEKDAY),
            Column("hour", "The hour in which visits began, 0 to 23.", Kind.WHOLE),
            Column("days", "How many such days the range has.", Kind.WHOLE),
            _VISITS,
            _PORTRAITS,
            _PER_DAY,
        ),
        f"""WITH RECURSIVE clock (hour) AS (
                SELECT 0 UNION ALL SELECT hour + 1 FROM clock WHERE hour < 23),
            week (weekday) AS (
                SELECT 1 UNION ALL SELECT weekday + 1 FROM week WHERE weekday < 7),
            held AS (SELECT weekday, count(*) AS days FROM calendar GROUP BY weekday),
            counts AS (
                SELECT weekday, key AS hour,
                    sum(visits) FILTER (WHERE topic = 'hour') AS visits,
                    sum(visits) FILTER (WHERE topic = 'portrait_hour') AS portraits
                FROM tallies JOIN calendar USING (day)
                WHERE topic IN ('hour', 'portrait_hour') AND {IN_SPAN}
                GROUP BY weekday, key)
            SELECT week.weekday, clock.hour, coalesce(days, 0),
                coalesce(counts.visits, 0), coalesce(counts.portraits, 0),
                CAST(coalesce(counts.visits, 0) AS REAL) / days
            FROM week CROSS JOIN clock
            LEFT JOIN held ON held.weekday = week.weekday
            LEFT JOIN counts ON counts.weekday = week.weekday
                AND counts.hour = clock.hour
            ORDER BY week.weekday, clock.hour""",
    ),
    Table(
        "funnel",
        "One row for each step of a visit, in their order: consent (touched the "
        "screen), choose (agreed), live (chose a painting), countdown (pressed the "
        "shutter), result (saw the finished portrait), completed (kept it).",
        (
            Column("step", "The step.", Kind.CODE),
            Column("visits", "Visits that reached it or a later one.", Kind.WHOLE),
            Column("share", "Of all visits.", Kind.SHARE),
            Column("lost", "Visits that reached it and no later one.", Kind.WHOLE),
            Column("drop_off", "Lost over the visits that reached it.", Kind.SHARE),
        ),
        f"""WITH steps AS ({_STEPS}),
            furthest AS (
                SELECT key, sum(visits) AS visits FROM tallies
                WHERE topic = 'reached' AND {IN_SPAN} GROUP BY key),
            reached AS (
                SELECT position, step,
                    coalesce((SELECT sum(visits) FROM furthest
                        WHERE key >= position), 0) AS visits,
                    coalesce((SELECT visits FROM furthest
                        WHERE key = position), 0) AS lost
                FROM steps)
            SELECT step, visits,
                {share("visits", "(SELECT max(visits) FROM reached)")},
                iif(step = '{FUNNEL[-1]}', NULL, lost),
                iif(step = '{FUNNEL[-1]}', NULL, {share("lost", "visits")})
            FROM reached ORDER BY position""",
    ),
    Table(
        "lengths",
        f"One row for each length of visits, in steps of {LENGTH_STEP_S} seconds.",
        (Column("seconds", "The length.", Kind.SECONDS), _VISITS, _PORTRAITS),
        f"""SELECT key, sum(visits) FILTER (WHERE topic = 'length_s'),
                coalesce(sum(visits) FILTER (WHERE topic = 'portrait_length_s'), 0)
            FROM tallies WHERE topic IN ('length_s', 'portrait_length_s')
                AND {IN_SPAN} GROUP BY key ORDER BY key""",
    ),
    Table(
        "languages",
        "One row for each language in which visits ended, the most frequent first.",
        (
            Column("language", "Two letters, ISO 639.", Kind.LANGUAGE),
            _VISITS,
            Column("share", "Of all visits.", Kind.SHARE),
            _PORTRAITS,
            _COMPLETION,
        ),
        f"""WITH counts AS (
                SELECT key, sum(visits) FILTER (WHERE topic = 'language') AS visits,
                    coalesce(sum(visits) FILTER
                        (WHERE topic = 'portrait_language'), 0) AS portraits
                FROM tallies WHERE topic IN ('language', 'portrait_language')
                    AND {IN_SPAN} GROUP BY key)
            SELECT key, visits, {share("visits", "sum(visits) OVER ()")}, portraits,
                {share("portraits", "visits")}
            FROM counts ORDER BY visits DESC, key""",
    ),
    Table(
        "kiosks",
        "One row for each kiosk whose visits are in the file.",
        (
            Column("kiosk", "The random name of its session log.", Kind.TEXT),
            Column("name", "As it was merged; empty for the file's own.", Kind.TEXT),
            _VISITS,
            _PORTRAITS,
            _COMPLETION,
        ),
        f"""WITH counts AS (
                SELECT key, sum(visits) FILTER (WHERE topic = 'kiosk') AS visits,
                    coalesce(sum(visits) FILTER
                        (WHERE topic = 'portrait_kiosk'), 0) AS portraits
                FROM tallies WHERE topic IN ('kiosk', 'portrait_kiosk')
                    AND {IN_SPAN} GROUP BY key)
            SELECT key, coalesce((SELECT name FROM kiosks WHERE id = key), ''), visits,
                portraits, {share("portraits", "visits")}
            FROM counts ORDER BY visits DESC, key""",
    ),
)
