"""Brings the service's database up to date, by the steps in `kiosk.bot.revisions`."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from kiosk.bot.database import LOCK_PATIENCE_S, is_file
from kiosk.bot.errors import BotError

_REVISIONS = Path(__file__).with_name("revisions")
_LOCK = 0x564E5353
"""PostgreSQL's advisory lock, so that one copy of the service upgrades at a time."""


def upgrade(url: URL) -> None:
    """Make the tables, or take the steps that are missing; waits for the disk.

    Args:
        url: From `kiosk.bot.database.database_url`.

    Raises:
        BotError: If the database cannot be used, or a newer version made it.
    """
    try:
        if is_file(url):
            Path(url.database or "").parent.mkdir(parents=True, exist_ok=True)
        with connected(url) as connection:
            command.upgrade(alembic_config(connection), "head")
    except CommandError as error:
        raise BotError(
            "The bot's database was made by a newer version of Vernissage, or is "
            "somebody else's. Install the newer version, or set bot.database."
        ) from error
    except (SQLAlchemyError, OSError) as error:
        raise BotError(
            "The bot's database cannot be opened: look at bot.database, at the rights "
            "of its folder and whether its server runs."
        ) from error


@contextlib.contextmanager
def connected(url: URL) -> Iterator[Connection]:
    """A connection in a transaction that nobody else upgrades in."""
    if not is_file(url):
        engine = create_engine(url)
    else:
        plain = url.set(drivername="sqlite")
        engine = create_engine(plain, connect_args={"timeout": LOCK_PATIENCE_S})
        event.listen(engine, "connect", _begin_ourselves)
        event.listen(engine, "begin", _begin_alone)
    try:
        with engine.begin() as connection:
            if not is_file(url):
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            yield connection
    finally:
        engine.dispose()


def alembic_config(connection: Connection) -> Config:
    """What Alembic has to know; the command ``alembic`` is not needed."""
    config = Config()
    config.set_main_option("script_location", str(_REVISIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _begin_ourselves(connection: object, _record: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined] # sqlite3's


def _begin_alone(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
