"""``visits.csv``: one line for each visit, a million of them in seconds.

SQLite writes the rows of some months as lines of JSON in one text, which costs a
third of handing over their values. The lines become CSV at once, by taking brackets and
quotation marks away. Where a text holds anything that CSV or a spreadsheet would take
for more than a text, the values are read and written as those of all tables are.

Of a large log that is done by processes beside this one, from the first moment on: side
by side in threads SQLite waits for its own memory, and is no quicker than in one.
"""

import csv
import io
import json
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import cast

from kiosk.stats.formats.csv import Rows, harmless
from kiosk.stats.ledger import Ledger, open_ledger
from kiosk.stats.period import Period, day_number
from kiosk.stats.raw import LINES_OF_DAYS, VISITS
from kiosk.storage.errors import StorageError

READERS = 2
LARGE_BYTES = 20_000_000
"""From such a log on other processes are worth their start."""
DAYS_AT_ONCE = 100

Lines = Iterable[tuple[int, bytes]]
"""How many visits, and their lines, one stretch of days after the other."""

_NAMES = [column.name for column in VISITS.columns]
_RISKY = (b"\\", b'"=', b'"+', b'"-', b'"@')
"""JSON writes quotation marks and control characters with a backslash."""
_MARKS = b'"[]'


@contextmanager
def reading_visits(ledger: Ledger, period: Period) -> Iterator[Lines]:
    """Begin to read every visit, while something else is done.

    Args:
        ledger: An open session log.
        period: Of which days.

    Yields:
        The lines, to be written by `write_visits`.
    """
    # A day on the wall may begin a day earlier or end a day later than UTC's.
    days = range(day_number(period.first) - 1, day_number(period.last) + 2)
    parts = [days[k : k + DAYS_AT_ONCE] for k in range(0, len(days), DAYS_AT_ONCE)]
    read = partial(_read, ledger.file, period)
    if ledger.file.stat().st_size < LARGE_BYTES:
        yield map(read, parts)
        return
    pool = ProcessPoolExecutor(
        READERS,
        get_context("spawn"),
        # Ctrl+C is for this process, which ends the others.
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    )
    try:
        yield pool.map(read, parts)
    except BrokenProcessPool:
        raise StorageError(
            "The visits could not be read: the system ended what read them. Close "
            "other programs and try again."
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def write_visits(
    folder: Path, lines: Lines, total: int, progress: Callable[[float], None]
) -> None:
    """Write every visit under its random number.

    Args:
        folder: Where it goes.
        lines: From `reading_visits`.
        total: How many there are, as far as is known.
        progress: Told how much is done, from 0 to 1.

    Raises:
        OSError: If it cannot be written.
        StorageError: If the log cannot be read.
    """
    path, done = folder / f"{VISITS.name}.csv", 0
    with path.open("wb") as file:
        file.write(_as_csv([_NAMES]).encode("utf-8-sig"))
        for visits, text in lines:
            file.write(text)
            done += visits
            progress(min(1.0, done / max(1, total)))


def _read(log: Path, period: Period, days: Sequence[int]) -> tuple[int, bytes]:
    """How many visits began on some days of UTC, and their lines."""
    with open_ledger(log) as ledger:
        ledger.choose(period)
        ((count, text),) = ledger.ask(LINES_OF_DAYS, first=days[0], last=days[-1])
    if not text:
        return 0, b""
    visits, lines = cast("int", count), cast("bytes", text)
    return visits, plain_csv(lines, visits, len(_NAMES)) or _any_csv(lines)


def plain_csv(lines: bytes, rows: int, cells: int) -> bytes | None:
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
    wanted = {b",": rows * (cells - 1), b"[": rows, b"]": rows}
    if any(lines.count(mark) != count for mark, count in wanted.items()):
        return None
    if any(risk in lines for risk in _RISKY):
        return None
    return lines.replace(b",null", b",").translate(None, delete=_MARKS) + b"\r\n"


def _any_csv(lines: bytes) -> bytes:
    """Turn any rows into CSV."""
    rows = [json.loads(line) for line in lines.split(b"\r\n")]
    return _as_csv(harmless(rows)).encode()


def _as_csv(rows: Rows) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue()
