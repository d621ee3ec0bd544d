"""Reads Excel workbooks, which may be anything at all.

The library that reads them takes memory for every cell up to the last one that has a
name, and ends the whole program where there is not so much. So the workbook is measured
before it is handed over.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from kiosk.errors import PackError
from kiosk.packs.making.sheet import (
    MOST_ROWS,
    Row,
    Sheet,
    row_of,
    too_many_rows,
)
from kiosk.packs.problems import printable

_MOST_UNPACKED_BYTES = 100_000_000
_MOST_FILES = 2_000
_MOST_CELLS = 4_000_000
_MOST_SHEETS = 50
_CELL_NAME = re.compile(rb"""\br\s*=\s*["']\s*([A-Za-z]{0,4})(\d{1,12})\s*["']""")
_LETTERS = 26

_Cell: TypeAlias = (
    int | float | str | bool | time | date | datetime | timedelta  # as calamine tells
)


def workbook_sheets(name: str, raw: bytes) -> tuple[Sheet, ...]:
    """Read all visible sheets of a workbook.

    Args:
        name: Of the file.
        raw: All of it.

    Raises:
        PackError: If it is none, has a password or is made to fill the memory.
    """
    _measure(name, raw)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(raw)) as workbook:
            visible = [
                sheet.name
                for sheet in workbook.sheets_metadata
                if sheet.visible is SheetVisibleEnum.Visible
            ][:_MOST_SHEETS]
            return tuple(
                Sheet(
                    name if len(visible) == 1 else f"{name}, {title}",
                    _rows(name, workbook.get_sheet_by_name(title).iter_rows()),
                )
                for title in visible
            )
    except (CalamineError, ValueError, OSError) as error:
        raise _no_workbook(name) from error


def _rows(name: str, rows: Iterable[list[_Cell]]) -> tuple[Row, ...]:
    found: list[Row] = []
    for number, cells in enumerate(rows, start=1):
        row = row_of(number, [_text(cell) for cell in cells])
        if row is not None:
            found.append(row)
        if len(found) > MOST_ROWS:
            raise too_many_rows(name)
    return tuple(found)


def _text(cell: _Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return str(cell)


def _measure(name: str, raw: bytes) -> None:
    """Make sure that a workbook needs a bounded amount of memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            infos = archive.infolist()
            whole_bytes = sum(info.file_size for info in infos)
            if len(infos) > _MOST_FILES or whole_bytes > _MOST_UNPACKED_BYTES:
                raise _too_large(name)
            for info in infos:
                content = archive.read(info)  # fails where the size is a lie
                if info.filename.lower().startswith("xl/worksheets/"):
                    _measure_sheet(name, content)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        raise _no_workbook(name) from error
    except (RuntimeError, ValueError, EOFError, OSError) as error:
        raise _no_workbook(name) from error


def _measure_sheet(name: str, content: bytes) -> None:
    if b"\0" in content:  # UTF-16: no program saves sheets so
        raise _no_workbook(name)
    rows = columns = 1
    for letters, digits in _CELL_NAME.findall(content):
        rows, columns = max(rows, int(digits)), max(columns, _column(letters))
    if rows * columns > _MOST_CELLS:
        raise _too_large(name)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = _LETTERS * number + letter - ord("A") + 1
    return number


def _too_large(name: str) -> PackError:
    return PackError(
        f"The workbook '{printable(name)}' is far too large for a list of titles. "
        "Copy the rows into a new workbook, or save it as CSV."
    )


def _no_workbook(name: str) -> PackError:
    return PackError(
        f"The workbook '{printable(name)}' cannot be read. Open it, take its password "
        "away if it has one, and save it as an Excel workbook (.xlsx) or as CSV."
    )
