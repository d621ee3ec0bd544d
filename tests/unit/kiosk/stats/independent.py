"""All measures once more, computed with polars from the raw sessions.

Shares no line with the code that it checks: no tallies, no SQL but SELECT *.
"""

import math
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import polars as pl

STEPS = ["consent", "choose", "live", "countdown", "result", "completed"]
ENDS = {
    "deleted": ["deleted"],
    "declined": ["declined"],
    "left_early": ["left", "abandoned"],
    "failed": ["failed"],
    "interrupted": ["interrupted"],
}
Rows = list[tuple[object, ...]]


def half_up(value: float, step: int) -> int:
    return step * math.floor(value / step + 0.5)


def lower_median(values: list[float]) -> float | None:
    ordered = sorted(values)
    return ordered[(len(ordered) - 1) // 2] if ordered else None


def over(part: float, whole: float) -> float | None:
    return part / whole if whole else None


@dataclass
class Raw:
    """A log's tables, and days to look at."""

    sessions: pl.DataFrame
    steps: pl.DataFrame
    spells: pl.DataFrame
    pickups: pl.DataFrame
    receipts: pl.DataFrame
    meetings: list[tuple[str, date]]
    days: list[date]
    today: date

    @property
    def inside(self) -> pl.DataFrame:
        return self.sessions.filter(pl.col("date").is_in(self.days))

    @property
    def walked(self) -> pl.DataFrame:
        return self.steps.join(
            self.inside.select("number"), left_on="session", right_on="number"
        )


def load(log: Path, bot: Path | None, first: date, last: date, today: date) -> Raw:
    with closing(sqlite3.connect(log)) as database:
        names = ("sessions", "steps", "spells", "pickups", "receipts")
        tables = {
            name: pl.read_database(
                f"SELECT * FROM {name}",  # noqa: S608 - names from above
                database,
                infer_schema_length=None,
            )
            for name in names
        }
    meetings = []
    if bot is not None:
        with closing(sqlite3.connect(bot)) as database:
            found = database.execute("SELECT person, picked_up_at FROM pickups")
            meetings = [(one, datetime.fromtimestamp(s).date()) for one, s in found]  # noqa: DTZ006 (as the wall shows)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    sessions = _dated(tables["sessions"], "began_utc_ms")
    sessions = sessions.filter(pl.col("outcome").is_not_null())
    return Raw(
        sessions,
        tables["steps"],
        _dated(tables["spells"], "began_utc_ms"),
        tables["pickups"],
        _dated(tables["receipts"], "paid_utc_ms"),
        meetings,
        days,
        today,
    )


def _dated(table: pl.DataFrame, column: str) -> pl.DataFrame:
    moments = [
        datetime.fromtimestamp((ms + 60_000 * offset) / 1000, UTC)
        for ms, offset in zip(table[column], table["utc_offset_min"], strict=True)
    ]
    return table.with_columns(
        pl.Series("date", [one.date() for one in moments], dtype=pl.Date),
        pl.Series("hour", [one.hour for one in moments], dtype=pl.Int64),
    )


def counts(frame: pl.DataFrame) -> list[object]:
    kept = frame.filter(pl.col("outcome") == "completed").height
    ends = [
        frame.filter(pl.col("outcome").is_in(names)).height for names in ENDS.values()
    ]
    return [frame.height, kept, *ends, over(kept, frame.height)]


def days(raw: Raw) -> Rows:
    return [
        (
            str(day),
            day.isoweekday(),
            *counts(raw.inside.filter(pl.col("date") == day)),
            int(day >= raw.today),
        )
        for day in raw.days
    ]


def weeks(raw: Raw) -> Rows:
    rows: Rows = []
    mondays = sorted({day - timedelta(days=day.weekday()) for day in raw.days})
    for monday in mondays:
        own = [day for day in raw.days if monday <= day < monday + timedelta(days=7)]
        found = counts(raw.inside.filter(pl.col("date").is_in(own)))
        over_days = sum(day < raw.today for day in own)
        year, week, _ = monday.isocalendar()
        rows.append(
            (
                f"{year}-W{week:02}",
                str(monday),
                len(own),
                *found,
                found[0] / len(own),
                int(over_days < 7),
            )
        )
    return rows


def months(raw: Raw) -> Rows:
    rows: Rows = []
    for month in sorted({day.strftime("%Y-%m") for day in raw.days}):
        own = [day for day in raw.days if day.strftime("%Y-%m") == month]
        found = counts(raw.inside.filter(pl.col("date").is_in(own)))
        following = (own[0].replace(day=28) + timedelta(days=4)).replace(day=1)
        length = (following - timedelta(days=1)).day
        over_days = sum(day < raw.today for day in own)
        rows.append(
            (month, len(own), *found, found[0] / len(own), int(over_days < length))
        )
    return rows


def hours(raw: Raw) -> Rows:
    came = {(d, h): n for d, h, n in raw.inside.group_by("date", "hour").len().rows()}
    completed = raw.inside.filter(pl.col("outcome") == "completed")
    kept = {(d, h): n for d, h, n in completed.group_by("date", "hour").len().rows()}
    return [
        (str(day), hour, came.get((day, hour), 0), kept.get((day, hour), 0))
        for day in raw.days
        for hour in range(24)
    ]


def weekday_hours(raw: Raw) -> Rows:
    rows: Rows = []
    flat = hours(raw)
    for weekday in range(1, 8):
        own = [day for day in raw.days if day.isoweekday() == weekday]
        names = {str(day) for day in own}
        for hour in range(24):
            cells = [row for row in flat if row[0] in names and row[1] == hour]
            visits = sum(row[2] for row in cells)
            kept = sum(row[3] for row in cells)
            rows.append((weekday, hour, len(own), visits, kept, over(visits, len(own))))
    return rows


def funnel(raw: Raw) -> Rows:
    furthest = []
    for session in raw.inside.iter_rows(named=True):
        if session["outcome"] == "completed":
            furthest.append(5)
            continue
        own = raw.steps.filter(pl.col("session") == session["number"])["step"]
        places = [STEPS.index(one) for one in own if one in STEPS[:5]]
        furthest.append(max(places, default=0))
    rows: Rows = []
    for place, step in enumerate(STEPS):
        reached = sum(one >= place for one in furthest)
        lost = sum(one == place for one in furthest)
        last = place == 5
        rows.append(
            (
                step,
                reached,
                over(reached, len(furthest)),
                None if last else lost,
                None if last else over(lost, reached),
            )
        )
    return rows


def lengths(raw: Raw) -> Rows:
    table: dict[int, list[int]] = {}
    for session in raw.inside.iter_rows(named=True):
        entry = table.setdefault(half_up(session["ended_after_ms"] / 1000, 5), [0, 0])
        entry[0] += 1
        entry[1] += session["outcome"] == "completed"
    return [(key, *table[key]) for key in sorted(table)]


def by(raw: Raw, column: str) -> Rows:
    return [
        (key, frame.height, frame.filter(pl.col("outcome") == "completed").height)
        for (key,), frame in raw.inside.group_by(column)
    ]


def languages(raw: Raw) -> Rows:
    rows = [
        (key, came, came / raw.inside.height, kept, kept / came)
        for key, came, kept in by(raw, "language")
    ]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def paintings(raw: Raw) -> Rows:
    def visits(step: str) -> dict[str, int]:
        frame = raw.walked.filter(
            pl.col("step") == step, pl.col("painting").is_not_null()
        )
        unique = frame.select("session", "painting").unique()
        return dict(unique.group_by("painting").len().rows())

    tried, taken = visits("live"), visits("result")
    completed = raw.inside.filter(pl.col("outcome") == "completed")
    kept = dict(completed.group_by("painting").len().rows())
    rows = [
        (
            key,
            tried.get(key, 0),
            taken.get(key, 0),
            kept.get(key, 0),
            over(kept.get(key, 0), tried.get(key, 0)),
            over(kept.get(key, 0), completed.height),
        )
        for key in tried.keys() | taken.keys() | kept.keys()
    ]
    return sorted(rows, key=lambda row: (-row[3], -row[1], row[0]))


def errors(raw: Raw) -> Rows:
    failed = raw.inside.filter(pl.col("outcome") == "failed")
    kinds = dict(failed.group_by("error_kind").len().rows())
    rows = [(kind or "unknown", n, n / raw.inside.height) for kind, n in kinds.items()]
    return sorted(rows, key=lambda row: (-row[1], row[0]))


def speed(raw: Raw) -> Rows:
    paces = [half_up(one, 1) for one in raw.inside["fps"].drop_nulls()]
    return [(pace, paces.count(pace)) for pace in sorted(set(paces))]


def operation(raw: Raw) -> Rows:
    rows: Rows = []
    for day in raw.days:
        own = raw.spells.filter(pl.col("date") == day)
        stood = [
            own.filter(pl.col("standing") == one)["lasted_ms"].sum() / 3_600_000
            for one in ("open", "out_of_order", "maintenance", "staff")
        ]
        rows.append((str(day), *stood, over(stood[0], stood[0] + stood[1])))
    return rows


def revenue(raw: Raw) -> Rows:
    rows: Rows = []
    inside = raw.receipts.filter(pl.col("date").is_in(raw.days))
    for (day, currency), frame in inside.group_by("date", "currency"):
        minor = {"JPY": 1, "EUR": 100}[currency]
        rows.append(
            (str(day), currency, frame.height, frame["amount_minor"].sum() / minor)
        )
    return sorted(rows)


def taken_s(raw: Raw) -> list[tuple[date, int | None]]:
    joined = raw.pickups.join(raw.inside, left_on="session", right_on="id")
    found: list[tuple[date, int | None]] = []
    for row in joined.iter_rows(named=True):
        time = None
        if row["picked_up_utc_ms"] is not None:
            seconds = (row["picked_up_utc_ms"] - row["offered_utc_ms"]) / 1000
            time = half_up(seconds, 10 if seconds < 3600 else 600)
        found.append((row["date"], time))
    return found


def pickups(raw: Raw) -> Rows:
    rows: Rows = []
    for day in raw.days:
        own = [time for one, time in taken_s(raw) if one == day]
        picked = sum(time is not None for time in own)
        rows.append((str(day), len(own), picked, over(picked, len(own))))
    return rows


def pickup_times(raw: Raw) -> Rows:
    times = [time for _day, time in taken_s(raw) if time is not None]
    return [(time, times.count(time)) for time in sorted(set(times))]


def seen(raw: Raw, day: date, length: int) -> int:
    first = day - timedelta(days=length - 1)
    return len({person for person, met in raw.meetings if first <= met <= day})


def people(raw: Raw) -> Rows:
    rows: Rows = []
    for day in raw.days:
        one, seven, thirty = (seen(raw, day, length) for length in (1, 7, 30))
        rows.append((str(day), one, seven, thirty, over(one, thirty)))
    return rows


def cohorts(raw: Raw) -> Rows:
    def monday(day: date) -> date:
        return day - timedelta(days=day.weekday())

    met: dict[str, set[date]] = {}
    for person, day in raw.meetings:
        if day <= raw.days[-1]:
            met.setdefault(person, set()).add(monday(day))
    rows: Rows = []
    for cohort in sorted({min(weeks) for weeks in met.values()}):
        if cohort + timedelta(days=6) < raw.days[0]:
            continue
        own = [weeks for weeks in met.values() if min(weeks) == cohort]
        for age in range(13):
            week = cohort + timedelta(days=7 * age)
            if week > raw.days[-1]:
                break
            back = sum(week in weeks for weeks in own)
            gone = sum(max(weeks) < week for weeks in own)
            end = week + timedelta(days=6)
            partial = end > raw.days[-1] or end >= raw.today
            rows.append(
                (
                    str(cohort),
                    age,
                    len(own),
                    back,
                    back / len(own),
                    gone / len(own),
                    int(partial),
                )
            )
    return rows


TABLES = {
    "days": days,
    "weeks": weeks,
    "months": months,
    "hours": hours,
    "weekday_hours": weekday_hours,
    "funnel": funnel,
    "lengths": lengths,
    "languages": languages,
    "paintings": paintings,
    "errors": errors,
    "speed": speed,
    "operation": operation,
    "revenue": revenue,
    "pickups": pickups,
    "pickup_times": pickup_times,
    "people": people,
    "cohorts": cohorts,
}


def measures(raw: Raw) -> dict[str, object]:
    inside = raw.inside
    kept = inside.filter(pl.col("outcome") == "completed")
    per_day = {str(row[0]): row[2] for row in days(raw)}
    busiest = max(per_day.values())
    seconds = [half_up(ms / 1000, 5) for ms in inside["ended_after_ms"]]
    kept_s = [half_up(ms / 1000, 5) for ms in kept["ended_after_ms"]]
    saw = raw.walked.filter(pl.col("step") == "result")["session"].unique()
    retakes = inside.filter(pl.col("number").is_in(saw.to_list()))["retakes"]
    live = raw.walked.filter(pl.col("step") == "live", pl.col("painting").is_not_null())
    tried = live.group_by("session").agg(pl.col("painting").n_unique())["painting"]
    times = [time for _day, time in taken_s(raw)]
    picked = [time for time in times if time is not None]
    paces = sorted(half_up(one, 1) for one in inside["fps"].drop_nulls())
    stood = [sum(row[place] for row in operation(raw)) for place in (1, 2, 3)]
    met = {(person, day) for person, day in raw.meetings if day in raw.days}
    firsts: dict[str, date] = {}
    for person, day in raw.meetings:
        firsts[person] = min(day, firsts.get(person, day))
    active = people(raw)
    last = raw.days[-1]
    return {
        "visits": inside.height,
        "portraits": kept.height,
        "completion": over(kept.height, inside.height),
        "visits_per_day": inside.height / len(raw.days),
        "busiest_day": min(day for day, n in per_day.items() if n == busiest),
        "agreement": funnel(raw)[1][2],
        "visit_s": lower_median(seconds),
        "portrait_visit_s": lower_median(kept_s),
        "retakes": retakes.mean(),
        "taken_again": retakes.sum(),
        "paintings_tried": tried.mean(),
        "offered": len(times),
        "picked_up": len(picked),
        "picked_up_share": over(len(picked), len(times)),
        "pickup_s": lower_median(picked),
        "people": len({person for person, _day in met}),
        "returning_people": len({p for p, day in met if day > firsts[p]}),
        "people_per_day": len(met) / len(raw.days),
        "people_7_days": seen(raw, last, 7),
        "people_30_days": seen(raw, last, 30),
        "stickiness": over(
            sum(row[1] for row in active), sum(row[3] for row in active)
        ),
        "failed": inside.filter(pl.col("outcome") == "failed").height,
        "open_h": stood[0],
        "out_of_order_h": stood[1],
        "maintenance_h": stood[2],
        "availability": over(stood[0], stood[0] + stood[1]),
        "pictures_per_s": lower_median(paces),
        "slow_pictures_per_s": paces[math.ceil(0.1 * len(paces)) - 1],
        "receipts": sum(row[2] for row in revenue(raw)),
    }
