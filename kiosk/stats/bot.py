"""Who picked pictures up when: read from the bot's database."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.errors import KioskError
from kiosk.settings.schema import Settings
from kiosk.stats.period import day_number

if TYPE_CHECKING:
    from sqlalchemy import Engine

logger = logging.getLogger(__name__)

_FIRST_S, _LAST_S = 0.0, 32_503_680_000.0
"""Times outside 1970 to 3000 are no times of a pick-up."""
PATIENCE_S = 5
"""How long a server may take to answer."""
_PICKUPS = "SELECT person, picked_up_at FROM pickups WHERE picked_up_at IS NOT NULL"


class BotDatabaseError(KioskError):
    """The bot's database cannot be read."""


class Meetings:
    """On which days which person picked a picture up.

    Days are those on the wall where the figures are made, by this computer's time zone.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._days: set[tuple[int, int]] = set()
        self._day_of_quarter: dict[int, int] = {}

    def add(self, person: str, picked_up_s: float) -> None:
        """Note a pick-up; one at an impossible time is left out.

        Args:
            person: A salted hash.
            picked_up_s: Seconds since 1970, UTC.
        """
        if not _FIRST_S <= picked_up_s < _LAST_S:
            return
        # Offsets of time zones are whole quarters of an hour.
        quarter = int(picked_up_s) // 900
        day = self._day_of_quarter.get(quarter)
        if day is None:
            local = datetime.fromtimestamp(900 * quarter).astimezone()
            day = self._day_of_quarter[quarter] = day_number(local.date())
        self._days.add((self._numbers.setdefault(person, len(self._numbers)), day))

    def rows(self) -> Iterator[tuple[int, int, int | None]]:
        """Day, the day of the same person's first pick-up, and that of their next."""
        ordered = sorted(self._days)
        before, first = -1, 0
        for (person, day), (following, later) in pairwise([*ordered, (-1, 0)]):
            if person != before:
                before, first = person, day
            yield day, first, later if following == person else None


@dataclass(frozen=True, slots=True)
class BotDatabase:
    """Where the bot notes who picked pictures up.

    Attributes:
        address: Path of a SQLite file, or an address as SQLAlchemy takes it.
        asked_for: Whether somebody named it for these figures; otherwise they do
            without it where it cannot be read.
    """

    address: str
    asked_for: bool = False

    def meetings(self) -> Meetings | None:
        """Who picked pictures up when; None where that cannot be read.

        Raises:
            BotDatabaseError: Likewise, if it was asked for.
        """
        try:
            return read_meetings(self.address)
        except BotDatabaseError as error:
            if self.asked_for:
                raise
            logger.warning("the figures do without the bot: %s", error)
            return None


def known_database(settings: Settings, data_folder: Path) -> BotDatabase | None:
    """The bot's database as the settings have it; None if it is not there.

    Args:
        settings: In force.
        data_folder: Where the kiosk keeps its data.
    """
    address = settings.bot.database.get_secret_value()
    if address:
        return BotDatabase(address)
    file = data_folder / "bot" / "bot.sqlite"
    return BotDatabase(str(file)) if file.is_file() else None


def read_meetings(database: str) -> Meetings:
    """Read the bot's pick-ups; nothing is written.

    Args:
        database: Path of a SQLite file, or an address as SQLAlchemy takes it.

    Raises:
        BotDatabaseError: If it cannot be read; says what to do, without the password.
    """
    from sqlalchemy.exc import SQLAlchemyError

    engine = _engine(database)
    meetings = Meetings()
    try:
        with engine.connect() as connection:
            found = connection.execution_options(
                stream_results=True, yield_per=10_000
            ).exec_driver_sql(_PICKUPS)
            for partition in found.partitions():
                for person, picked_up_s in partition:
                    meetings.add(str(person), float(picked_up_s))
    except (SQLAlchemyError, ValueError, TypeError) as error:
        raise BotDatabaseError(
            "The bot's database cannot be read: check that it is there, that it may be "
            f"read and that the bot has run once ({type(error).__name__})."
        ) from error
    finally:
        engine.dispose()
    return meetings


def _engine(database: str) -> "Engine":
    from sqlalchemy import create_engine
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError, NoSuchModuleError

    if "://" not in database:
        return _open_file(Path(database))
    try:
        address = make_url(database)
        kind = address.get_backend_name()
        if kind == "sqlite":
            return _open_file(Path(address.database or ""))
        address = address.set(drivername=f"{kind}+psycopg")
        return create_engine(address, connect_args={"connect_timeout": PATIENCE_S})
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
        raise BotDatabaseError(
            "The address of the bot's database is wrong: it must be the path of a "
            "file, sqlite:///PATH or postgresql://USER:PASSWORD@HOST/NAME."
        ) from error


def _open_file(path: Path) -> "Engine":
    from sqlalchemy import create_engine

    from kiosk.stats.read_only import open_read_only

    if not path.is_file():
        raise BotDatabaseError(f"There is no database of the bot at {path}.")
    return create_engine("sqlite://", creator=lambda: open_read_only(path))
