"""Who picked pictures up when: read from the bot's database."""

import logging
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kiosk.errors import KioskError
from kiosk.settings.schema import Settings
from kiosk.stats.period import EPOCH

if TYPE_CHECKING:
    from sqlalchemy import Engine

logger = logging.getLogger(__name__)

DAY_S = 86_400
_FIRST_S, _LAST_S = 3 * DAY_S, 32_503_680_000.0
"""Times outside 1970 to 3000 are no times of a pick-up. In the first hours of 1970 a
wall behind UTC still shows 1969, and Windows tells no time of one that is ahead."""
PATIENCE_S = 5
"""How long a server may take to answer."""
ROWS_AT_ONCE = 10_000
_DAY_BITS = 19
"""Enough for days until the year 3000."""
_NEVER = 2**_DAY_BITS - 1
_PICKUPS = "SELECT person, picked_up_at FROM pickups WHERE picked_up_at IS NOT NULL"


class BotDatabaseError(KioskError):
    """The bot's database cannot be read."""


class Meetings:
    """On which days people picked pictures up.

    Days are those on the wall where the figures are made, by this computer's time zone.
    """

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._who, self._when_s = array("q"), array("d")

    def add(self, persons: Iterable[str], picked_up_s: Iterable[float]) -> None:
        """Note pick-ups; those at impossible times are left out in the end.

        Args:
            persons: A salted hash for each.
            picked_up_s: Seconds since 1970, UTC, for each.
        """
        self._who.extend([self._numbers[person] for person in persons])
        self._when_s.extend(map(float, picked_up_s))

    def rows(self) -> Iterator[tuple[int, int, int | None, int]]:
        """How many people met the bot, by the days of it.

        Yields:
            A day, the day on which the same people came first and the one on which
            they came next, and how many they are.
        """
        # Each person's days, once and in their order.
        when_s = np.array(self._when_s)
        possible = (when_s >= _FIRST_S) & (when_s < _LAST_S)
        who = np.array(self._who)[possible]
        met = np.unique(who << _DAY_BITS | _days(when_s[possible]))
        who, day = met >> _DAY_BITS, met & _NEVER
        begins = np.diff(who, prepend=-1) != 0
        first = day[begins][np.cumsum(begins) - 1]
        goes_on = np.append(~begins[1:], False)[: len(day)]
        following = np.where(goes_on, np.roll(day, -1), _NEVER)
        alike = (day << _DAY_BITS | first) << _DAY_BITS | following
        alike, people = np.unique(alike, return_counts=True)
        later = (alike & _NEVER).tolist()
        yield from zip(
            (alike >> 2 * _DAY_BITS).tolist(),
            (alike >> _DAY_BITS & _NEVER).tolist(),
            (None if one == _NEVER else one for one in later),
            people.tolist(),
            strict=True,
        )


def _days(when_s: NDArray[np.float64]) -> NDArray[np.int64]:
    """Days since 1970 on the wall where the figures are made."""
    if not len(when_s):
        return np.empty(0, np.int64)
    # A day more at both ends, as the wall may be ahead of UTC or behind.
    first, last = (int(end // DAY_S) for end in (when_s.min(), when_s.max()))
    days = range(first - 1, last + 2)
    midnights_s = [_midnight_s(EPOCH + timedelta(days=day)) for day in days]
    return days[0] + np.searchsorted(midnights_s, when_s, "right") - 1


def _midnight_s(day: date) -> float:
    """When a day began on the wall, in seconds since 1970 UTC."""
    # With a zone it would be wrong where the clock is put forward at midnight.
    return datetime.combine(day, time()).timestamp()


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
        # Past SQLAlchemy's own rows, which cost three times as much. A cursor with a
        # name stays in the server, which hands over as many rows at once as are wanted.
        named = () if engine.dialect.name == "sqlite" else ("pickups",)
        with (
            closing(engine.raw_connection()) as connection,
            closing(connection.cursor(*named)) as cursor,
        ):
            cursor.execute(_PICKUPS)
            while found := cursor.fetchmany(ROWS_AT_ONCE):
                meetings.add(*zip(*found, strict=True))
    except (
        SQLAlchemyError,
        engine.dialect.loaded_dbapi.Error,
        ValueError,
        TypeError,
    ) as error:
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
