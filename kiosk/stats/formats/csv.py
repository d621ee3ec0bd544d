"""One CSV file for each table, as spreadsheets and programs read it.

UTF-8 with a byte order mark, without which Excel takes it for another encoding; commas,
lines end with CR LF, and numbers have a point (RFC 4180). Dates are ISO 8601. Values
that are unknown are empty. A text that a spreadsheet would take for a formula begins
with an apostrophe (OWASP, CSV injection).
"""

import csv
from collections.abc import Sequence
from pathlib import Path

from kiosk.stats.catalogue import TABLES
from kiosk.stats.figures import Figures
from kiosk.stats.formats.summary import SUMMARY_COLUMNS, summary_rows
from kiosk.stats.ledger import Value

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")

Rows = Sequence[Sequence[Value]]


def write_tables(folder: Path, figures: Figures) -> None:
    """Write ``summary.csv`` and one file for each table.

    Args:
        folder: Empty.
        figures: What to write; tables that are not available are left out.

    Raises:
        OSError: If it cannot be written.
    """
    _write(folder / "summary.csv", SUMMARY_COLUMNS, list(summary_rows(figures)))
    for table in TABLES:
        if table.name not in figures.unavailable:
            names = [column.name for column in table.columns]
            _write(folder / f"{table.name}.csv", names, figures.tables[table.name])


def harmless(rows: Rows) -> Rows:
    """Rows in which no spreadsheet takes a text for a formula.

    Only columns in which a text begins like one are gone through one by one.
    """
    columns = list(zip(*rows, strict=True))
    risky = {place for place, column in enumerate(columns) if _is_risky(column)}
    if not risky:
        return rows
    return [
        [_as_text(one) if place in risky else one for place, one in enumerate(row)]
        for row in rows
    ]


def _is_risky(column: Sequence[Value]) -> bool:
    if str not in set(map(type, column)):
        return False
    starts = {one[:1] for one in set(column) if isinstance(one, str)}
    return not starts.isdisjoint(FORMULA_STARTS)


def _as_text(value: Value) -> Value:
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def _write(path: Path, names: Sequence[str], rows: Rows) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows(harmless(rows))
