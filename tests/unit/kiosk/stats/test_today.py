import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest

from kiosk.staff.facts import TodayFigures
from kiosk.stats import today
from kiosk.storage.database import open_log
from kiosk.storage.recorder import SessionLog, local_now
from kiosk.storage.sessions import Event, Outcome, Session, Step, write_entries
from kiosk.storage.tallies import keep_tallies

if not available_timezones():
    pytest.skip("this system has no time zones", allow_module_level=True)

BERLIN = ZoneInfo("Europe/Berlin")
KATHMANDU = ZoneInfo("Asia/Kathmandu")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_log(tmp_path).database
    keep_tallies(connection)
    yield connection
    connection.close()


def figures_of_day(database: sqlite3.Connection, day: date) -> TodayFigures:
    (file,) = (row[2] for row in database.execute("PRAGMA database_list") if row[2])
    return today.figures_of_day(Path(file), day)


def _write(
    database: sqlite3.Connection,
    began: datetime,
    outcome: Outcome | None = Outcome.COMPLETED,
    painting: str | None = None,
    retakes: int = 0,
    length_ms: int = 60_000,
) -> None:
    count = database.execute("SELECT count(*) FROM sessions").fetchone()[0]
    offset = began.utcoffset() or timedelta()
    session = Session(
        id=f"{count:032x}",
        began_utc_ms=round(began.timestamp() * 1000),
        utc_offset_min=offset // timedelta(minutes=1),
        language="en",
        engine="mesh",
        kiosk_version="1",
        painting=painting,
        retakes=retakes,
        outcome=outcome,
        ended_after_ms=None if outcome is None else length_ms,
    )
    seen = Step(0, "result", painting, 500)
    write_entries(database, [Event(session, seen)])


def test_a_day_without_visits_is_zeros(database: sqlite3.Connection) -> None:
    assert figures_of_day(database, date(2026, 7, 1)) == TodayFigures()


def test_everything_is_counted_once(database: sqlite3.Connection) -> None:
    noon = datetime(2026, 7, 1, 12, tzinfo=BERLIN)
    for outcome in Outcome:
        _write(database, noon, outcome, "a/lady", retakes=2, length_ms=50_000)
    _write(database, noon, None, "a/lord", retakes=5)
    _write(database, noon, Outcome.COMPLETED, "a/lord", length_ms=80_000)
    _write(database, noon, Outcome.COMPLETED, "a/lord", length_ms=90_000)

    figures = figures_of_day(database, noon.date())
    assert figures.visits == 9
    assert figures.completed == 3
    assert figures.deleted == 1
    assert figures.declined == 1
    assert figures.abandoned == 2
    assert figures.errors == 2
    assert figures.retakes == 14
    assert figures.middle_visit_s == 80.0
    assert list(figures.portraits_by_painting.items()) == [("a/lord", 2), ("a/lady", 1)]
    assert figures.visits_by_hour[12] == sum(figures.visits_by_hour) == 9


def test_a_session_belongs_to_the_day_on_which_it_began(
    database: sqlite3.Connection,
) -> None:
    _write(database, datetime(2026, 6, 30, 23, 59, 59, tzinfo=BERLIN), length_ms=99_000)
    _write(database, datetime(2026, 7, 1, 0, 0, 0, tzinfo=BERLIN))
    _write(database, datetime(2026, 7, 1, 23, 59, 59, tzinfo=BERLIN))
    _write(database, datetime(2026, 7, 2, 0, 0, 0, tzinfo=BERLIN))

    assert figures_of_day(database, date(2026, 6, 30)).visits == 1
    hours = figures_of_day(database, date(2026, 7, 1)).visits_by_hour
    assert (hours[0], hours[23], sum(hours)) == (1, 1, 2)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25)]
)
def test_days_of_daylight_saving_are_as_long_as_they_are(
    database: sqlite3.Connection, day: date, hours: int
) -> None:
    start = datetime(day.year, day.month, day.day, tzinfo=BERLIN).astimezone(UTC)
    for number in range(-2, 28):
        moment = start + timedelta(hours=number, minutes=30)
        _write(database, moment.astimezone(BERLIN))

    figures = figures_of_day(database, day)
    assert figures.visits == hours
    changed = figures.visits_by_hour[2]
    assert changed == (0 if hours == 23 else 2)
    assert sum(figures.visits_by_hour) - changed == 23


def test_offsets_of_part_hours_count(database: sqlite3.Connection) -> None:
    _write(database, datetime(2026, 7, 1, 0, 10, tzinfo=KATHMANDU))

    assert figures_of_day(database, date(2026, 7, 1)).visits_by_hour[0] == 1
    assert figures_of_day(database, date(2026, 6, 30)).visits == 0


def test_a_visit_counts_once_it_is_over_while_the_log_is_written(
    tmp_path: Path,
) -> None:
    day = local_now()
    log = SessionLog(tmp_path, engine="mesh", kiosk_version="1", clock=lambda: day)
    assert today.figures_of_day(log.file(), day.date()) == TodayFigures()
    log.begin("en")
    log.note("live", "museum/lady")
    assert log.flush(5.0)
    assert today.figures_of_day(log.file(), day.date()) == TodayFigures()
    log.end(Outcome.COMPLETED)
    assert log.flush(5.0)

    figures = today.figures_of_day(log.file(), day.date())
    assert (figures.visits, figures.completed, sum(figures.visits_by_hour)) == (1, 1, 1)
    assert figures.portraits_by_painting == {"museum/lady": 1}
    log.close()
