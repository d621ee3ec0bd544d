"""The steps of the database, on both kinds."""

import threading

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import URL

from kiosk.bot.database import database_url
from kiosk.bot.errors import BotError
from kiosk.bot.tables import metadata
from kiosk.bot.upgrade import alembic_config, connected, upgrade


def test_the_steps_make_the_tables(url: URL) -> None:
    upgrade(url)
    upgrade(url)

    with connected(url) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
        command.check(alembic_config(connection))
        found = inspect(connection)
        for table in metadata.sorted_tables:
            indexes = {one["name"] for one in found.get_indexes(table.name)}
            assert {index.name for index in table.indexes} <= indexes
            made = {one["name"] for one in found.get_check_constraints(table.name)}
            wanted = {
                constraint.name
                for constraint in table.constraints
                if type(constraint).__name__ == "CheckConstraint"
            }
            assert wanted == made


def test_copies_may_start_at_once(url: URL) -> None:
    failures: list[Exception] = []

    def begin() -> None:
        try:
            upgrade(url)
        except BotError as error:
            failures.append(error)

    copies = [threading.Thread(target=begin) for _ in range(4)]
    for copy in copies:
        copy.start()
    for copy in copies:
        copy.join()

    assert failures == []


def test_a_newer_database_is_left_alone(url: URL) -> None:
    upgrade(url)
    plain = (
        url if url.drivername != "sqlite+aiosqlite" else url.set(drivername="sqlite")
    )
    engine = create_engine(plain)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(BotError, match="newer version"):
        upgrade(url)


@pytest.mark.parametrize("name", ["a folder", "nonsense"])
def test_what_is_no_database_is_told(tmp_path, name: str) -> None:
    path = tmp_path / "bot.sqlite"
    if name == "a folder":
        path.mkdir()
    else:
        path.write_bytes(b"nonsense" * 1000)

    with pytest.raises(BotError, match="cannot be opened"):
        upgrade(database_url("", tmp_path))


def test_a_server_that_is_not_there_is_told(tmp_path) -> None:
    url = database_url("postgresql://me:secret@127.0.0.1:1/bot", tmp_path)

    with pytest.raises(BotError, match="cannot be opened") as told:
        upgrade(url)

    assert "secret" not in str(told.value)
