"""A spreadsheet of titles: which row is the heading, and what each row says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import PackError
from kiosk.packs.kinds import FALLBACK_LANGUAGE
from kiosk.packs.making.heading_words import Column
from kiosk.packs.making.headings import (
    Heading,
    heading_of,
    known_headings,
    table_language,
)
from kiosk.packs.making.sheet import Row, Sheet
from kiosk.packs.making.spreadsheet import read_sheets
from kiosk.packs.problems import Problem, printable, shown, warning

_LOOKED_AT_ROWS = 20
_NEEDED = frozenset({Column.FILE, Column.TITLE, Column.INVENTORY})


@dataclass(frozen=True, slots=True)
class TitleRow:
    """What is said of one picture.

    Attributes:
        number: Of the row, as spreadsheet programs count.
        cells: From each column to its texts by language; none is empty.
    """

    number: int
    cells: Mapping[Column, Mapping[str, str]]

    def text(self, column: Column) -> str:
        """The text of a column, in whatever language; empty where there is none."""
        return next(iter(self.cells.get(column, {}).values()), "")


@dataclass(frozen=True, slots=True)
class Titles:
    """A spreadsheet that was understood.

    Attributes:
        name: Of the file, for messages.
        rows: Below the headings.
        problems: Columns that say nothing here.
    """

    name: str
    rows: tuple[TitleRow, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_titles(path: Path) -> Titles:
    """Read a spreadsheet of titles.

    Args:
        path: A CSV file or an Excel workbook.

    Raises:
        PackError: If it cannot be read, or no heading in it is known.
    """
    best = max(read_sheets(path), key=lambda sheet: known_headings(_head(sheet).cells))
    head = _head(best)
    headings = [heading_of(cell) if cell else None for cell in head.cells]
    known = [heading for heading in headings if heading is not None]
    if _NEEDED.isdisjoint(heading.column for heading in known):
        raise PackError(
            f"No column of '{printable(path.name)}' is headed file or title. Put such "
            "headings in its first row: file, title, artist, year, museum …"
        )
    language = table_language(known)
    columns, problems = _columns(best.name, head, headings, language)
    rows = tuple(
        TitleRow(row.number, _cells(row, columns))
        for row in best.rows
        if row.number > head.number
    )
    return Titles(best.name, rows, problems)


def _head(sheet: Sheet) -> Row:
    """The row with the most headings; above it may be a title of the whole."""
    return max(sheet.rows[:_LOOKED_AT_ROWS], key=lambda row: known_headings(row.cells))


_Columns = dict[int, tuple[Column, str]]


def _columns(
    name: str, head: Row, headings: Sequence[Heading | None], language: str
) -> tuple[_Columns, tuple[Problem, ...]]:
    """From the place of each column to what it says, in which language."""
    columns: _Columns = {}
    problems: list[Problem] = []
    row = f"row {head.number}"
    for place, (text, heading) in enumerate(zip(head.cells, headings, strict=True)):
        if heading is None:
            if text:
                words = f"has a column {shown(text)}, which is not known here."
                cure = "Nothing of it is taken; give it another heading if it matters."
                problems.append(warning(name, row, words, cure))
            continue
        said = heading.column, heading.language_in(language)
        if said in columns.values():
            words = f"has a second column for the {heading.column}, {shown(text)}."
            cure = "Only the first is taken; give them different headings."
            problems.append(warning(name, row, words, cure))
            continue
        columns[place] = said
    return columns, tuple(problems)


def _cells(row: Row, columns: _Columns) -> Mapping[Column, Mapping[str, str]]:
    cells: dict[Column, dict[str, str]] = {}
    for place, (column, language) in columns.items():
        text = row.cells[place] if place < len(row.cells) else ""
        if text:
            cells.setdefault(column, {})[language or FALLBACK_LANGUAGE] = text
    return cells
