"""What charts show. Words and numbers come as they shall be read."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage

Say = Callable[[float], str]
"""Writes a number as the reader's language does."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns over a line of labels, each with a part of it in front.

    Attributes:
        labels: One for each column; only as many are written as have room.
        wholes: Heights.
        parts: What of each is in front; empty for plain columns.
        names: Of whole and part, for the legend; empty for none.
        unfinished: Columns that lack something; they are drawn lighter.
    """

    labels: tuple[str, ...]
    wholes: tuple[float, ...]
    parts: tuple[float, ...] = ()
    names: tuple[str, ...] = ()
    unfinished: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over a line of labels.

    Attributes:
        labels: One for each point.
        series: Name and values of each; None leaves a gap.
        most: The top of the scale; None for the largest value.
    """

    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar that lies.

    Attributes:
        label: What it is.
        whole: Its length.
        text: Written behind it.
        part: What of it is in front; None for a plain bar.
        picture: Shown before it; None for none.
    """

    label: str
    whole: float
    text: str
    part: float | None = None
    picture: QImage | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars beneath each other.

    Attributes:
        bars: From the top.
        names: Of whole and part, for the legend; empty for none.
    """

    bars: tuple[Bar, ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """A step of a funnel.

    Attributes:
        label: What it is.
        share: How many of the first reached it, from 0 to 1.
        text: Written in it.
        lost: Written between it and the next; empty for nothing.
    """

    label: str
    share: float
    text: str
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many come how far.

    Attributes:
        steps: From the first.
    """

    steps: tuple[FunnelStep, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Values in rows and columns, the larger the brighter.

    Attributes:
        rows: Labels at the left.
        columns: Labels beneath; only as many are written as have room.
        cells: Values by row and column; None leaves an empty place.
        texts: Written in the cells, by row and column; empty for none.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[float | None, ...], ...]
    texts: tuple[tuple[str, ...], ...] = ()


Chart = Columns | Lines | Bars | Funnel | HeatMap
