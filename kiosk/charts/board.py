"""What a page of figures consists of: big figures, and headings with charts."""

from dataclasses import dataclass

from kiosk.charts.values import Chart, Say

LABELS_MM = 3.0
"""Height of labels on paper, from which charts scale."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One big figure.

    Attributes:
        number: As it is read.
        words: What it is.
        change: Against the range before; may be empty.
    """

    number: str
    words: str
    change: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a chart, or with a sentence where there is nothing to draw.

    Attributes:
        heading: What it shows.
        chart: None where there is nothing.
        height_mm: Of the chart on paper, where labels are 3 mm high.
        note: Beneath the heading; may be empty.
        half: Whether two such sections stand beside each other where there is room.
    """

    heading: str
    chart: Chart | None
    height_mm: float
    note: str = ""
    half: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """Figures of a range, as staff see them.

    Attributes:
        period: Its days, and what changes are compared with.
        tiles: The big figures.
        sections: The charts, from the top.
        say: Writes the numbers of scales.
    """

    period: str
    tiles: tuple[Tile, ...]
    sections: tuple[Section, ...]
    say: Say
