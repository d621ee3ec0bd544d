"""People of the figures, out of the bot's own tables in both of its databases."""

import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert

from kiosk.bot.database import database_url
from kiosk.bot.tables import pickups
from kiosk.bot.upgrade import connected, upgrade
from kiosk.stats.bot import BotDatabase, BotDatabaseError, Meetings, read_meetings
from kiosk.stats.figures import Figures, read_figures
from kiosk.stats.period import Period, day_number
from tests.postgres import Postgres, free_port

PERIOD = Period(date(2026, 10, 14), date(2026, 11, 12), date(2026, 11, 12))
_PICKUPS = "SELECT person, kiosk, uploaded_at, picked_up_at FROM pickups"


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new bot's database, as the settings name it."""
    found = f"sqlite:///{tmp_path / 'bot.sqlite'}"
    if request.param == "PostgreSQL":
        found = request.getfixturevalue("postgres").new_database()
    upgrade(database_url(found, tmp_path))
    return found


def _of_people(log: Path, address: str) -> tuple[dict[str, object], dict[str, object]]:
    figures: Figures = read_figures(log, PERIOD, BotDatabase(address, asked_for=True))
    assert not figures.unavailable
    measures = {
        name: value
        for name, value in figures.measures.items()
        if "people" in name or name == "stickiness"
    }
    return measures, {name: figures.tables[name] for name in ("people", "cohorts")}


def test_people_are_the_same_whichever_database_holds_them(
    address: str, autumn: Path, bot: Path, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(bot)) as database:
        names = [column.name for column in pickups.columns if column.name != "id"]
        rows = [
            dict(zip(names, row, strict=True)) for row in database.execute(_PICKUPS)
        ]
    with connected(database_url(address, tmp_path)) as connection:
        connection.execute(insert(pickups), rows)

    found = _of_people(autumn, address)
    assert found == _of_people(autumn, str(bot))
    assert found[0]["returning_people"]


def test_a_bot_that_nobody_used_yet_knows_of_no_people(
    address: str, empty: Path
) -> None:
    measures, _tables = _of_people(empty, address)

    assert measures["people"] == 0
    assert measures["stickiness"] is None


def test_any_driver_of_postgresql_means_the_one_there_is(postgres: Postgres) -> None:
    address = postgres.new_database()
    upgrade(database_url(address, Path()))
    for driver in ("postgresql", "postgresql+asyncpg", "postgresql+psycopg2"):
        named = address.replace("postgresql", driver)
        assert list(read_meetings(named).rows()) == []


def test_a_server_that_is_not_ready_is_said_without_the_password(
    postgres: Postgres,
) -> None:
    nobody = f"postgresql://bot:s3cret@127.0.0.1:{free_port()}/bot"
    for address in (nobody, postgres.new_database()):
        with pytest.raises(BotDatabaseError, match="cannot be read") as told:
            read_meetings(address)
        assert "s3cret" not in str(told.value)


@pytest.fixture
def on_the_wall(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Moves this computer into a time zone."""

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone is the system's here")
@pytest.mark.parametrize(
    "zone",
    [
        "UTC",
        "Europe/Berlin",
        "America/Sao_Paulo",
        "Asia/Beirut",
        "Asia/Kathmandu",
        "Atlantic/Azores",
        "Australia/Lord_Howe",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago",
    ],
)
def test_days_are_those_on_the_wall(zone: str, on_the_wall) -> None:
    on_the_wall(zone)
    first_s = (
        1_525_132_800  # 2018-05: Sao Paulo still put its clocks forward at midnight
    )
    when_s = [first_s + 900.0 * quarter for quarter in range(0, 4 * 24 * 365 * 8, 7)]
    meetings = Meetings()
    meetings.add([str(number) for number in range(len(when_s))], when_s)

    found = {day: people for day, _first, _next, people in meetings.rows()}
    wanted = Counter(day_number(datetime.fromtimestamp(s).date()) for s in when_s)  # noqa: DTZ006 (as the wall shows)
    assert found == wanted


def test_days_of_a_person_follow_each_other() -> None:
    day_s = 86_400.0
    meetings = Meetings()
    meetings.add(list("babb"), [29.5 * day_s, 24 * day_s, 22 * day_s, 29.6 * day_s])
    meetings.add(["c", "c"], [-5.0, 1e15])  # before 1970, after 3000
    meetings.add(["c", "d"], [24 * day_s, float("nan")])

    days = [(day, first, then) for day, first, then, _people in meetings.rows()]
    day = days[0][0]
    assert days == [(day, day, day + 7), (day + 2, day + 2, None), (day + 7, day, None)]
    assert [people for *_days, people in meetings.rows()] == [1, 2, 1]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone is the system's here")
def test_a_clock_that_stood_at_its_beginning_met_nobody(on_the_wall) -> None:
    on_the_wall("America/New_York")
    meetings = Meetings()
    meetings.add(["a", "b"], [0.0, 3600.0])
    assert list(meetings.rows()) == []
    meetings.add(["a"], [10 * 86_400.0])
    assert [people for *_days, people in meetings.rows()] == [1]
