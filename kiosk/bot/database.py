"""Opens the service's database and runs transactions in it, patiently.

SQLite is for one copy of the service, PostgreSQL for several. What passes by itself, a
lock, a lost connection, a deadlock, is tried again for a few seconds.
"""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Connection, Row, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from kiosk.bot.errors import StoreBusyError, StoreFullError
from kiosk.bot.together import Together, Work
from kiosk.errors import SettingsError

Result = TypeVar("Result")
Insert: TypeAlias = sqlite.Insert | postgresql.Insert
AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row whose columns are known by the statement that found it."""

FILE_NAME = "bot.sqlite"
PAUSES_S = (0.05, 0.2, 0.5, 1.0)
LOCK_PATIENCE_S = 2.0
CONNECTIONS = 8

_READS = "reads_only"
_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # What a kiosk was told to be stored must outlast a power cut.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA journal_size_limit = 16777216",
)
# https://www.postgresql.org/docs/current/errcodes-appendix.html
_FULL_STATES = ("53100",)
_PASSING_STATES = ("40001", "40P01", "53300", "55P03", "57P01", "57P02", "57P03")
_PASSING_CLASS = "08"


def database_url(text: str, folder: Path) -> URL:
    """The address of the database.

    Args:
        text: The setting ``bot.database``; empty for a file in the folder.
        folder: The service's own.

    Raises:
        SettingsError: If it is no address of a database.
    """
    if not text:
        return URL.create("sqlite+aiosqlite", database=str(folder / FILE_NAME))
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise SettingsError("bot.database is no address of a database.") from None
    kind = url.get_backend_name()
    if kind == "sqlite" and not url.database:
        raise SettingsError("bot.database names no file; write sqlite:////srv/x.db.")
    return url.set(
        drivername="sqlite+aiosqlite" if kind == "sqlite" else f"{kind}+psycopg"
    )


def is_file(url: URL) -> bool:
    """Whether a database is SQLite's, for one copy of the service only."""
    return url.get_backend_name() == "sqlite"


def insert_into(connection: AsyncConnection, table: Table) -> Insert:
    """Begin an insertion that may say what happens where the row is there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)


class Database:
    """Transactions in the service's database.

    Args:
        url: From `database_url`; its tables must be there, see `kiosk.bot.upgrade`.
    """

    def __init__(self, url: URL) -> None:
        self.url = url
        # One at a time gets SQLite's lock; queueing here is fair and does not sleep.
        self._together = Together(self._commit) if is_file(url) else None
        self._engine = _engine(url)
        self._reading = self._engine.execution_options(**{_READS: True})

    async def close(self) -> None:
        """Close all connections."""
        if self._together is not None:
            await self._together.end()
        await self._engine.dispose()

    async def read(self, work: Work[Result]) -> Result:
        """Run something that only reads; on SQLite each statement sees the latest.

        Args:
            work: Called again from the start if it is tried again.

        Raises:
            StoreBusyError: If the database cannot be used now.
        """
        return await self._patiently(work, reads=True)

    async def write(self, work: Work[Result]) -> Result:
        """Run something in a transaction that is committed at its end.

        Args:
            work: Called again from the start if it is tried again; it may have been
                committed before already, where only the answer was lost.

        Raises:
            StoreBusyError: If the database cannot be used now.
            StoreFullError: If its disk is full.
        """
        if self._together is not None:
            return await self._together.write(work)
        return await self._commit(work)

    async def _commit(self, work: Work[Result]) -> Result:
        return await self._patiently(work, reads=False)

    async def _patiently(self, work: Work[Result], *, reads: bool) -> Result:
        engine = self._reading if reads else self._engine
        for pause_s in (*PAUSES_S, None):
            try:
                async with engine.connect() as connection:
                    result = await work(connection)
                    if not reads:
                        await connection.commit()
                    return result
            except DBAPIError as error:
                _raise_unless_passing(error)
                if pause_s is None:
                    break
            except (OSError, TimeoutError):  # no way to the server
                if pause_s is None:
                    break
            await asyncio.sleep(pause_s)
        raise StoreBusyError("The database does not answer. It is tried again.")


def _engine(url: URL) -> AsyncEngine:
    if not is_file(url):
        return create_async_engine(
            url, pool_size=CONNECTIONS, pool_pre_ping=True, pool_timeout=LOCK_PATIENCE_S
        )
    engine = create_async_engine(
        url, pool_size=CONNECTIONS, connect_args={"timeout": LOCK_PATIENCE_S}
    )
    event.listen(engine.sync_engine, "connect", _on_connect)
    event.listen(engine.sync_engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401 (the driver's)
    connection.isolation_level = None  # transactions are begun below
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _on_begin(connection: Connection) -> None:
    # A transaction that reads first and writes then could not get the lock any more;
    # a statement that only reads needs none, and is asked for with every request.
    if not connection.get_execution_options().get(_READS, False):
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _raise_unless_passing(error: DBAPIError) -> None:
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        full = code == sqlite3.SQLITE_FULL
        passing = code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        broken = code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
    else:
        state = getattr(cause, "sqlstate", None) or ""
        full = state in _FULL_STATES
        passing = state in _PASSING_STATES or state.startswith(_PASSING_CLASS)
        passing = passing or error.connection_invalidated or not state
        broken = False
    if full:
        raise StoreFullError("The disk of the database is full.") from error
    if broken:
        raise StoreBusyError("The file of the database cannot be used.") from error
    if not passing:
        raise error
