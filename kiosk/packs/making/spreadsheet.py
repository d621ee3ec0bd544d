"""Reads a spreadsheet, whatever program saved it."""

from pathlib import Path

from kiosk.errors import PackError
from kiosk.packs.making.csv_file import csv_sheet
from kiosk.packs.making.sheet import Sheet
from kiosk.packs.making.workbook import workbook_sheets
from kiosk.packs.problems import printable

LARGEST_BYTES = 20_000_000
_WORKBOOKS = frozenset({".xlsx", ".xlsm"})
_OTHERS = frozenset({".xls", ".xlsb", ".ods", ".numbers", ".doc", ".docx", ".pdf"})
_ZIP_START = b"PK\x03\x04"


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Read a CSV file in any usual encoding and with any delimiter, or a workbook.

    Args:
        path: ``.xlsx`` and ``.xlsm`` are workbooks; anything else is text.

    Returns:
        The sheets that have something in them, at least one.

    Raises:
        PackError: If it cannot be read, is no spreadsheet or is empty.
    """
    raw = _bytes_of(path)
    ending = path.suffix.lower()
    if ending in _OTHERS:
        raise PackError(
            f"The file '{printable(path.name)}' is none that can be read here. Save it "
            "as an Excel workbook (.xlsx) or as CSV."
        )
    if ending in _WORKBOOKS or raw.startswith(_ZIP_START):
        sheets = workbook_sheets(path.name, raw)
    else:
        sheets = (csv_sheet(path.name, raw),)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise PackError(
            f"The spreadsheet '{printable(path.name)}' is empty. Give each picture a "
            "row, and each column a heading such as file or title."
        )
    return filled


def _bytes_of(path: Path) -> bytes:
    name = printable(path.name)
    try:
        with path.expanduser().open("rb") as file:
            raw = file.read(LARGEST_BYTES + 1)
    except FileNotFoundError as error:
        raise PackError(
            f"There is no spreadsheet {path}. Check the name, or leave it out."
        ) from error
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be"
        raise PackError(
            f"The spreadsheet '{name}' cannot be read: {reason}. Name a CSV file or an "
            "Excel workbook."
        ) from error
    if len(raw) > LARGEST_BYTES:
        raise PackError(
            f"The spreadsheet '{name}' is larger than {LARGEST_BYTES // 1_000_000} MB. "
            "Leave only the rows of these pictures in it, and no pictures."
        )
    return raw
