"""Figures of a range, computed at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.stats.bot import BotDatabase
from kiosk.stats.catalogue import MEASURES, TABLES
from kiosk.stats.ledger import Ledger, Row, Value, open_ledger
from kiosk.stats.measure import Measure, Source, Table
from kiosk.stats.period import Period, day_number

EARLIEST = date(2020, 1, 1)
"""There was no kiosk before."""
_ODD = """SELECT coalesce(sum(visits), 0) FROM tallies
    WHERE topic = 'outcome' AND (day < {earliest} OR day > {today})"""
_ORIGIN = "SELECT id FROM origin"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures are to be computed.

    Attributes:
        measures: Of the range and of as many days before.
        tables: Of the range.
    """

    measures: tuple[Measure, ...] = MEASURES
    tables: tuple[Table, ...] = TABLES

    @property
    def asks_bot(self) -> bool:
        """Whether the bot's database has to be read for them."""
        every: tuple[Measure | Table, ...] = (*self.measures, *self.tables)
        return any(one.source is Source.BOT for one in every)


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Figures:
    """What a session log tells of a range.

    Attributes:
        period: The range.
        origin: The random name of the log.
        measures: From the name of a wanted measure to its value; None where there is
            nothing to tell.
        before: Likewise, of as many days right before.
        tables: From a wanted table's name to its rows.
        unavailable: Names of measures and tables whose source is not there.
        odd_visits: Visits dated before the kiosk existed or after today: its clock
            was wrong. They are in no range that makes sense.
    """

    period: Period
    origin: str
    measures: Mapping[str, Value]
    before: Mapping[str, Value]
    tables: Mapping[str, tuple[Row, ...]]
    unavailable: frozenset[str] = frozenset()
    odd_visits: int = 0


def read_figures(
    log: Path,
    period: Period,
    bot: BotDatabase | None = None,
    wanted: Wanted = EVERYTHING,
) -> Figures:
    """Open a session log and compute figures of it.

    Args:
        log: The file.
        period: The range.
        bot: The bot's database; None where there is none. Unless it was asked for, it
            is not read for figures that do without.
        wanted: Which of them.

    Raises:
        StorageError: If the log cannot be read.
        BotDatabaseError: If the bot's database was asked for and cannot be read.
    """
    with open_ledger(log) as ledger:
        if wanted.asks_bot or (bot is not None and bot.asked_for):
            ledger.ask_bot(bot)
        return compute(ledger, period, wanted=wanted)


def compute(
    ledger: Ledger,
    period: Period,
    progress: Callable[[float], None] = lambda _done: None,
    wanted: Wanted = EVERYTHING,
) -> Figures:
    """Compute figures of a range.

    Args:
        ledger: An open session log.
        period: The range.
        progress: Told how much is done, from 0 to 1.
        wanted: Which figures.

    Raises:
        StorageError: If the log cannot be read.
    """
    ledger.choose(period.before)
    before = _measures(ledger, wanted)
    progress(0.2)
    ledger.choose(period)
    measures = _measures(ledger, wanted)
    progress(0.4)
    tables: dict[str, tuple[Row, ...]] = {}
    for done, table in enumerate(wanted.tables, 1):
        known = table.source is Source.LOG or ledger.knows_people
        tables[table.name] = tuple(ledger.ask(table.sql)) if known else ()
        progress(0.4 + 0.6 * done / len(wanted.tables))
    odd = _ODD.format(earliest=day_number(EARLIEST), today=day_number(period.today))
    return Figures(
        period,
        str(ledger.ask(_ORIGIN)[0][0]),
        measures,
        before,
        tables,
        frozenset() if ledger.knows_people else _of_the_bot(),
        int(ledger.ask(odd)[0][0] or 0),
    )


def _measures(ledger: Ledger, wanted: Wanted) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for measure in wanted.measures:
        known = measure.source is Source.LOG or ledger.knows_people
        rows = ledger.ask(measure.sql) if known else []
        values[measure.name] = rows[0][0] if rows else None
    return values


def _of_the_bot() -> frozenset[str]:
    every: tuple[Measure | Table, ...] = (*MEASURES, *TABLES)
    return frozenset(one.name for one in every if one.source is Source.BOT)
