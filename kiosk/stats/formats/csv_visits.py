"""``visits.csv``: one line for each visit, a million of them in seconds.

SQLite writes a day's rows as lines of JSON in a single text, which costs a third of
handing over their values and lets two threads do it side by side. The lines become CSV
at once, by taking brackets and quotation marks away. Where a text holds anything that
CSV or a spreadsheet would take for more than a text, the values of the day are read and
written as those of all tables are.
"""

import csv
import io
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue

from kiosk.stats.formats.csv import harmless
from kiosk.stats.ledger import Ledger
from kiosk.stats.period import Period, day_number
from kiosk.stats.raw import LINES_OF_DAY, VISITS

READERS = 2
DAYS_AT_ONCE = 50
"""So many days may wait to be written."""

_NAMES = [column.name for column in VISITS.columns]
_RISKY = ("\\", '"=', '"+', '"-', '"@')
"""JSON writes quotation marks and control characters with a backslash."""
_MARKS = str.maketrans("", "", '"[]')


def write_visits(
    folder: Path,
    ledger: Ledger,
    period: Period,
    total: int,
    progress: Callable[[float], None],
) -> None:
    """Write every visit under its random number.

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
    free: SimpleQueue[Ledger] = SimpleQueue()

    def read(day: int) -> tuple[int, str]:
        own = free.get()
        try:
            return _read(own, day)
        finally:
            free.put(own)

    # A day on the wall may begin a day earlier or end a day later than UTC's.
    days = range(day_number(period.first) - 1, day_number(period.last) + 2)
    path, done = folder / f"{VISITS.name}.csv", 0
    with ExitStack() as opened:
        file = opened.enter_context(path.open("w", encoding="utf-8-sig", newline=""))
        for _ in range(READERS):
            own = opened.enter_context(ledger.another())
            own.choose(period)
            free.put(own)
        pool = opened.enter_context(ThreadPoolExecutor(READERS, "visits"))
        csv.writer(file).writerow(_NAMES)
        for begun in range(0, len(days), DAYS_AT_ONCE):
            for visits, text in pool.map(read, days[begun : begun + DAYS_AT_ONCE]):
                file.write(text)
                done += visits
                progress(min(1.0, done / max(1, total)))


def _read(ledger: Ledger, day: int) -> tuple[int, str]:
    """How many visits began on a day of UTC, and their lines."""
    ((count, lines),) = ledger.ask(LINES_OF_DAY, day=day)
    if not lines:
        return 0, ""
    visits, text = int(count or 0), str(lines)
    return visits, plain_csv(text, visits, len(_NAMES)) or _any_csv(text)


def plain_csv(lines: str, rows: int, cells: int) -> str | None:
    r"""Turn rows without anything special into CSV, each ended by ``\r\n``.

    Args:
        lines: JSON arrays of texts, numbers and nulls, without white space, parted by
            ``\r\n``; the first value of each is no null.
        rows: How many there are.
        cells: How many values each has.

    Returns:
        None if a text has a comma, a bracket, a quotation mark, a backslash or a
        control character, or begins like a formula.
    """
    wanted = {",": rows * (cells - 1), "[": rows, "]": rows}
    if any(lines.count(mark) != count for mark, count in wanted.items()):
        return None
    if any(risk in lines for risk in _RISKY):
        return None
    return lines.replace(",null", ",").translate(_MARKS) + "\r\n"


def _any_csv(lines: str) -> str:
    """Turn any rows into CSV."""
    text = io.StringIO(newline="")
    rows = [json.loads(line) for line in lines.split("\r\n")]
    csv.writer(text).writerows(harmless(rows))
    return text.getvalue()
