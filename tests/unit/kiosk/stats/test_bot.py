"""People of the figures, out of the bot's own tables in both of its databases."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert

from kiosk.bot.database import database_url
from kiosk.bot.tables import pickups
from kiosk.bot.upgrade import connected, upgrade
from kiosk.stats.bot import BotDatabase, BotDatabaseError, read_meetings
from kiosk.stats.figures import Figures, read_figures
from kiosk.stats.period import Period
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
