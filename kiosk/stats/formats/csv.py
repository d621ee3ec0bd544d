"""One CSV file for each table, as spreadsheets and programs read it.

UTF-8 with a byte order mark, without which Excel takes it for another encoding; commas,
lines end with CR LF, and numbers have a point (RFC 4180). Dates are ISO 8601. Values
that are unknown are empty. A text that a spreadsheet would take for a formula begins
with an apostrophe (OWASP, CSV injection).
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kiosk.stats.catalogue import TABLES
from kiosk.stats.figures import Figures
from kiosk.stats.formats.summary import SUMMARY_COLUMNS, summary_rows
from kiosk.stats.ledger import Ledger, Value
from kiosk.stats.period import Period
from kiosk.stats.raw import VISITS

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
BATCH = 20_000


def write_tables(folder: Path, figures: Figures) -> None:
    """Write ``summary.csv`` and one file for each table.

    Args:
        folder: Empty.
        figures: What to write; tables that are not available are left out.

    Raises:
        OSError: If it cannot be written.
    """
    _write(folder / "summary.csv", SUMMARY_COLUMNS, summary_rows(figures))
    for table in TABLES:
        if table.name not in figures.unavailable:
            names = [column.name for column in table.columns]
            _write(folder / f"{table.name}.csv", names, figures.tables[table.name])


def write_visits(
    folder: Path,
    ledger: Ledger,
    period: Period,
    total: int,
    progress: Callable[[float], None],
) -> None:
    """Write ``visits.csv``: one row for each visit, under its random number.

    Args:
        folder: Where it goes.
        ledger: An open session log.
        period: Of which days.
        total: How many there are, as far as is known.
        progress: Told how much is done, from 0 to 1.

    Raises:
        OSError: If it cannot be written.
        StorageError: If the log cannot be read.
    """
    ledger.choose(period)
    names = [column.name for column in VISITS.columns]

    def counted() -> Iterator[Sequence[Value]]:
        for number, row in enumerate(ledger.rows(VISITS.sql)):
            if number % BATCH == 0:
                progress(min(1.0, number / max(1, total)))
            yield row

    _write(folder / f"{VISITS.name}.csv", names, counted())


def harmless(row: Sequence[Value]) -> Sequence[Value]:
    """A row in which no spreadsheet takes a text for a formula."""
    for value in row:
        if value and isinstance(value, str) and value[0] in FORMULA_STARTS:
            return [_as_text(one) for one in row]
    return row


def _as_text(value: Value) -> Value:
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def _write(path: Path, names: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows(map(harmless, rows))
