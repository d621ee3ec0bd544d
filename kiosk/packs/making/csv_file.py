"""Reads CSV with whatever delimiter it was saved."""

import csv
import io
from collections.abc import Iterator

from kiosk.errors import PackError
from kiosk.packs.making.encoding import text_of
from kiosk.packs.making.headings import known_headings
from kiosk.packs.making.sheet import (
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Sheet,
    row_of,
    too_many_rows,
)
from kiosk.packs.problems import printable

_DELIMITERS = ";,\t|"
_LOOKED_AT_ROWS = 20
_LARGEST_CELL = 100_000
_EXCELS_WORD = "sep="


def csv_sheet(name: str, raw: bytes) -> Sheet:
    """Read CSV.

    Args:
        name: Of the file.
        raw: All of it.

    Raises:
        PackError: If it is no CSV.
    """
    text = text_of(raw)
    if "\0" in text:
        raise _no_csv(name)
    text, delimiter, skipped = _said_delimiter(text)
    delimiter = delimiter or max(_DELIMITERS, key=lambda sign: _merit(text, sign))
    rows: list[Row] = []
    try:
        for number, cells in enumerate(_reader(text, delimiter), start=1 + skipped):
            row = row_of(number, cells)
            if row is not None:
                rows.append(row)
            if len(rows) > MOST_ROWS:
                raise too_many_rows(name)
    except csv.Error as error:
        raise _no_csv(name) from error
    return Sheet(name, tuple(rows))


def _said_delimiter(text: str) -> tuple[str, str, int]:
    """What Excel understands: a first line such as ``sep=;``."""
    first, _, rest = text.partition("\n")
    said = first.strip().strip('"')
    if said.lower().startswith(_EXCELS_WORD) and len(said) == len(_EXCELS_WORD) + 1:
        return rest, said[-1], 1
    return text, "", 0


def _merit(text: str, delimiter: str) -> tuple[int, int]:
    """How much a delimiter makes of a text: known headings, then equal columns."""
    try:
        rows = [
            cells
            for _, cells in zip(
                range(_LOOKED_AT_ROWS), _reader(text, delimiter), strict=False
            )
            if any(cells)
        ]
    except csv.Error:
        return 0, 0
    headings = max((known_headings(cells) for cells in rows), default=0)
    counts = [len(cells) for cells in rows if len(cells) <= MOST_COLUMNS]
    usual = max(counts, key=counts.count, default=1)
    return headings, counts.count(usual) if usual > 1 else 0


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LARGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _no_csv(name: str) -> PackError:
    return PackError(
        f"The file '{printable(name)}' is no spreadsheet that can be read. Save it as "
        "an Excel workbook (.xlsx) or as CSV."
    )
