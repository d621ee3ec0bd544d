"""What a measure and a table are: their words, their SQL, their columns."""

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a value is, so that each format can write it rightly."""

    TEXT = auto()
    DATE = auto()
    """``YYYY-MM-DD``."""
    WHOLE = auto()
    NUMBER = auto()
    SHARE = auto()
    """From 0 to 1."""
    SECONDS = auto()
    HOURS = auto()
    FLAG = auto()
    """0 or 1."""
    PAINTING = auto()
    """``pack/painting``; venues choose these words."""
    LANGUAGE = auto()
    WEEKDAY = auto()
    """1 is Monday."""
    CODE = auto()
    """One of our own words, such as the name of a step."""
    AMOUNT = auto()
    """Money, in the currency of its row."""


class Source(Enum):
    """Where a figure comes from."""

    LOG = auto()
    """The session log."""
    BOT = auto()
    """The bot's database; not available where there is none."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A single figure of a range.

    Attributes:
        name: Stable, as in exports.
        words: What it is, exactly.
        kind: What its value is.
        sql: Selects it; NULL where there is nothing to tell.
        source: Where it comes from.
    """

    name: str
    words: str
    kind: Kind
    sql: str
    source: Source = Source.LOG


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: Stable, as in exports.
        words: What stands in it.
        kind: What its values are.
    """

    name: str
    words: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """Figures in rows.

    Attributes:
        name: Stable, as in exports.
        words: What a row is.
        columns: In the order in which ``sql`` selects them.
        sql: Selects the rows in their order.
        source: Where it comes from.
    """

    name: str
    words: str
    columns: tuple[Column, ...]
    sql: str
    source: Source = Source.LOG
