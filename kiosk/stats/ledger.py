"""Opens a session log to be read, and asks it for figures."""

import sqlite3
import tempfile
from calendar import monthrange
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.stats.bot import BotDatabase
from kiosk.stats.period import Period, day_number
from kiosk.stats.read_only import open_read_only
from kiosk.stats.sql import CALENDAR, RETURNS
from kiosk.storage.errors import NewerError, StorageError, UnusableError
from kiosk.storage.migrations import MIGRATIONS, migrate, version_of
from kiosk.storage.tallies import DEFINITION, keep_tallies

Value = int | float | str | None
Row = tuple[Value, ...]


class Ledger:
    """A session log that is only read.

    Used by one thread at a time. Nothing is ever written into the file: what a range
    needs is kept in temporary tables of the connection.

    Args:
        database: Read only.
        file: What it reads, perhaps a temporary copy.
        name: Of the file, for messages.
    """

    def __init__(self, database: sqlite3.Connection, file: Path, name: str) -> None:
        self._database, self._file, self._name = database, file, name
        self.knows_people = False
        database.executescript(CALENDAR)

    def ask_bot(self, bot: BotDatabase | None) -> None:
        """Take in who picked pictures up when, where that is known.

        Args:
            bot: None where there is none.

        Raises:
            BotDatabaseError: If it was asked for and cannot be read.
        """
        meetings = None if bot is None else bot.meetings()
        if meetings is None:
            return
        with self._database:
            self._database.execute("BEGIN")
            self._database.execute("DELETE FROM meetings")
            self._database.execute("DELETE FROM returns")
            self._database.executemany(
                "INSERT INTO meetings VALUES (?, ?, ?, ?)", meetings.rows()
            )
            self._database.execute(RETURNS)
        self.knows_people = True

    def choose(self, period: Period) -> None:
        """Ask about this range from now on."""
        today = day_number(period.today)
        self._database.execute("DELETE FROM span")
        self._database.execute("DELETE FROM calendar")
        self._database.execute(
            "INSERT INTO span VALUES (?, ?, ?)",
            (day_number(period.first), day_number(period.last), today),
        )
        self._database.executemany(
            "INSERT INTO calendar VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _calendar(period)
        )

    def ask(self, sql: str, **values: int) -> list[Row]:
        """Ask about the range.

        Args:
            sql: A measure's or a table's.
            values: For its parameters.

        Raises:
            StorageError: If the file cannot be read.
        """
        try:
            return self._database.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise _unreadable(self._name, error) from error

    @property
    def file(self) -> Path:
        """What it reads, as this version writes it, for as long as it is open."""
        return self._file

    def interrupt(self) -> None:
        """Break off what is being asked; from any thread."""
        self._database.interrupt()


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """Open a session log to be read, whether a kiosk writes it meanwhile or not.

    Args:
        path: The file.

    Raises:
        StorageError: If it is missing, damaged, foreign or newer; says what to do.
    """
    with (
        up_to_date(path) as file,
        in_plain_words(path.name),
        closing(open_read_only(file)) as database,
    ):
        yield Ledger(database, file, path.name)


@contextmanager
def up_to_date(path: Path) -> Iterator[Path]:
    """Have a session log as this version writes it.

    Args:
        path: The file; it stays as it is.

    Yields:
        The file, or a temporary copy brought up to date if an older version wrote it.

    Raises:
        StorageError: If it is missing, damaged, foreign or newer; says what to do.
    """
    if not path.is_file():
        raise StorageError(f"There is no session log at {path}.")
    with tempfile.TemporaryDirectory(prefix="vernissage-") as folder:
        file = path
        with in_plain_words(path.name), closing(open_read_only(path)) as database:
            if not _is_up_to_date(database):
                file = Path(folder) / path.name
                with closing(sqlite3.connect(file, isolation_level=None)) as copy:
                    database.backup(copy)
                    migrate(copy)
                    keep_tallies(copy)
        yield file


def _is_up_to_date(database: sqlite3.Connection) -> bool:
    version = version_of(database)
    if version == 0:
        raise UnusableError("The file is empty.")
    if version < len(MIGRATIONS):
        return False
    row = database.execute("SELECT definition FROM tallied").fetchone()
    return bool(row and row[0] == DEFINITION)


def _calendar(period: Period) -> Iterator[Row]:
    for number in range(period.days):
        day = period.first + timedelta(days=number)
        year, week, weekday = day.isocalendar()
        yield (
            day_number(day),
            day.isoformat(),
            weekday,
            f"{year:04}-W{week:02}",
            (day - timedelta(days=weekday - 1)).isoformat(),
            f"{day:%Y-%m}",
            monthrange(day.year, day.month)[1],
            int(day < period.today),
        )


@contextmanager
def in_plain_words(name: str) -> Iterator[None]:
    """Say in plain words what is wrong with a session log.

    Args:
        name: The file's.

    Raises:
        StorageError: Instead of what SQLite and the storage say.
    """
    try:
        yield
    except NewerError as error:
        raise NewerError(
            f"{name} was written by a newer version of the kiosk: read it with that."
        ) from error
    except UnusableError as error:
        raise UnusableError(f"{name} is no session log of the kiosk.") from error
    except sqlite3.Error as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: sqlite3.Error) -> KioskError:
    return StorageError(
        f"{name} cannot be read ({error}): if it is damaged, take a copy from before."
    )
