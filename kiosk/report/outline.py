"""What a report consists of, in its order: the same for HTML and PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QImage

from kiosk.charts.board import Board, Section, Tile
from kiosk.charts.values import Chart
from kiosk.report.charts import MOST_DAYS, MOST_WEEKS_DAYS, Charts
from kiosk.report.numbers import Numbers
from kiosk.stats.catalogue import MEASURES, TABLES
from kiosk.stats.figures import Figures
from kiosk.stats.measure import Kind
from kiosk.stats.wording import Wording

TILES = (
    "visits",
    "portraits",
    "completion",
    "visits_per_day",
    "portrait_visit_s",
    "paintings_tried",
    "picked_up_share",
    "availability",
)
MOST_PAINTINGS = 10
_KINDS = {measure.name: measure.kind for measure in MEASURES}
_TABLES = {table.name: table for table in TABLES}


@dataclass(frozen=True, slots=True)
class Listing:
    """A table as it is read.

    Attributes:
        heading: What it is.
        columns: Headings of its columns.
        rows: Texts.
        quiet: Rows that are not complete.
        words_columns: How many columns at the left hold words, not numbers.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    quiet: frozenset[int] = frozenset()
    words_columns: int = 1


@dataclass(frozen=True, slots=True)
class Report:
    """All that a report says.

    Attributes:
        wording: Its words.
        tiles: The big figures.
        sections: The charts.
        listings: The tables.
        notes: What has to be said in small letters.
    """

    wording: Wording
    tiles: tuple[Tile, ...]
    sections: tuple[Section, ...]
    listings: tuple[Listing, ...]
    notes: tuple[str, ...]


def report_of(
    figures: Figures, wording: Wording, pictures: Mapping[str, QImage]
) -> Report:
    """Put a report together.

    Args:
        figures: Of its range.
        wording: Its words.
        pictures: From a painting's key to a small picture of it.
    """
    numbers = Numbers(wording.language)
    charts = Charts(figures, wording, numbers, pictures)
    return Report(
        wording,
        tiles_of(figures, wording, numbers, TILES),
        tuple(_sections(figures, wording, charts)),
        (_measures(figures, wording, numbers), _visits(figures, wording, numbers)),
        tuple(_notes(figures, wording, numbers)),
    )


def board_of(
    figures: Figures, wording: Wording, pictures: Mapping[str, QImage]
) -> Board:
    """What staff see of a range.

    Args:
        figures: Of the range.
        wording: Its words.
        pictures: From a painting's key to a small picture of it.
    """
    numbers = Numbers(wording.language)
    charts = Charts(figures, wording, numbers, pictures)
    return Board(
        f"{wording['period']}, {wording['compared']}",
        tiles_of(figures, wording, numbers, TILES),
        tuple(_sections(figures, wording, charts)),
        numbers.plain,
    )


def tiles_of(
    figures: Figures, wording: Wording, numbers: Numbers, names: Sequence[str]
) -> tuple[Tile, ...]:
    """The big figures."""
    return tuple(
        Tile(
            numbers.value(figures.measures[name], _KINDS[name]),
            wording.measure(name),
            change_of(figures, numbers, name),
        )
        for name in names
    )


def change_of(figures: Figures, numbers: Numbers, name: str) -> str:
    """How a measure changed against the range before; empty where nothing is said."""
    return numbers.change(figures.measures[name], figures.before[name])


def _sections(figures: Figures, wording: Wording, charts: Charts) -> list[Section]:
    def section(
        name: str,
        chart: Chart,
        height_mm: float,
        *,
        note: str = "",
        half: bool = False,
    ) -> Section:
        empty = not figures.tables[name] or not figures.measures["visits"]
        if name == "operation":
            empty = not any(row[1] or row[2] for row in figures.tables[name])
        note = wording["no_data"] if empty else note
        shown = None if empty else chart
        return Section(wording.table(name), shown, height_mm, note, half)

    paintings = min(MOST_PAINTINGS, len(figures.tables["paintings"]))
    found = [
        Section(
            wording["visits_chart"],
            charts.visits() if figures.measures["visits"] else None,
            62.0,
            "" if figures.measures["visits"] else wording["no_data"],
        ),
        section("weekday_hours", charts.week(), 52.0, note=wording["by_the_hour"]),
        section("funnel", charts.funnel(), 78.0),
        section("paintings", charts.paintings(MOST_PAINTINGS), 12.0 + 15.0 * paintings),
        section("languages", charts.languages(), 42.0, half=True),
        section("lengths", charts.lengths(), 42.0, half=True),
        section("operation", charts.operation(), 42.0, half=True),
        section("errors", charts.errors(), 42.0, half=True),
    ]
    if "people" in figures.unavailable:
        people = Section(wording.table("people"), None, 0.0, wording["no_bot"])
        return [*found, people]
    some = bool(figures.measures["people"])
    nothing = "" if some else wording["no_data"]
    found.append(
        Section(
            wording.table("people"), charts.people() if some else None, 44.0, nothing
        )
    )
    if figures.tables["cohorts"]:
        note = wording["weeks_after"]
        found.append(Section(wording.table("cohorts"), charts.cohorts(), 52.0, note))
    return found


def _measures(figures: Figures, wording: Wording, numbers: Numbers) -> Listing:
    rows = []
    for measure in MEASURES:
        if measure.name in figures.unavailable:
            rows.append(
                (wording.measure(measure.name), wording["not_available"], "", "")
            )
            continue
        rows.append(
            (
                wording.measure(measure.name),
                numbers.value(figures.measures[measure.name], measure.kind),
                numbers.value(figures.before[measure.name], measure.kind),
                ""
                if measure.kind is Kind.SHARE
                else change_of(figures, numbers, measure.name),
            )
        )
    heads = ("measure", "value", "before", "change")
    return Listing(
        wording.table("overview"),
        tuple(wording.column(name) for name in heads),
        tuple(rows),
    )


def _visits(figures: Figures, wording: Wording, numbers: Numbers) -> Listing:
    """Visits by day, week or month, whichever is not too long."""
    name = "days" if figures.period.days <= MOST_DAYS // 2 else "weeks"
    if figures.period.days > MOST_WEEKS_DAYS:
        name = "months"
    table = _TABLES[name]
    dropped = {"partial", "monday", "interrupted"}
    places = [
        place
        for place, column in enumerate(table.columns)
        if column.name not in dropped
    ]
    partial = [column.name for column in table.columns].index("partial")
    rows = figures.tables[name]
    words = {Kind.TEXT, Kind.WEEKDAY}
    return Listing(
        wording.table(name),
        tuple(wording.column(table.columns[place].name) for place in places),
        tuple(
            tuple(
                wording.text(row[place], table.columns[place].kind)
                if table.columns[place].kind in words
                else numbers.value(row[place], table.columns[place].kind)
                for place in places
            )
            for row in rows
        ),
        frozenset(number for number, row in enumerate(rows) if row[partial]),
        2 if name == "days" else 1,
    )


def _notes(figures: Figures, wording: Wording, numbers: Numbers) -> list[str]:
    notes = [wording["privacy"], wording["partial"]]
    if figures.odd_visits:
        count = numbers.value(figures.odd_visits, Kind.WHOLE)
        notes.append(wording["odd"].replace("%1", count))
    return [*notes, wording["made"]]
