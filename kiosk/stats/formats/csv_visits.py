"""``visits.csv``: one line for each visit, a million of them in seconds.

SQLite hands each row over as a line of JSON, which costs a third of handing over its
values. A batch of lines becomes CSV at once, by taking brackets and quotation marks
away. Where a text holds anything that CSV or a spreadsheet would take for more than a
text, the values of the batch are read and written as those of all tables are.
"""

import csv
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.stats.formats.csv import harmless
from kiosk.stats.ledger import Ledger
from kiosk.stats.period import Period
from kiosk.stats.raw import VISITS, VISITS_AS_JSON

BATCH = 10_000
"""So many visits are read, checked and written at a time."""

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
    ledger.choose(period)
    path, done = folder / f"{VISITS.name}.csv", 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_NAMES)
        for rows in ledger.batches(VISITS_AS_JSON, BATCH):
            progress(min(1.0, done / max(1, total)))
            lines = [str(line) for (line,) in rows]
            plain = plain_csv(lines, len(_NAMES))
            if plain is None:
                writer.writerows(harmless([json.loads(line) for line in lines]))
            else:
                file.write(plain)
            done += len(lines)


def plain_csv(lines: Sequence[str], cells: int) -> str | None:
    r"""Turn rows without anything special into CSV, each ended by ``\r\n``.

    Args:
        lines: At least one JSON array of texts, numbers and nulls, without white space;
            the first value of each is no null.
        cells: How many values each has.

    Returns:
        None if a text has a comma, a bracket, a quotation mark, a backslash or a
        control character, or begins like a formula.
    """
    text = "\r\n".join(lines)
    wanted = {",": len(lines) * (cells - 1), "[": len(lines), "]": len(lines)}
    if any(text.count(mark) != count for mark, count in wanted.items()):
        return None
    if any(risk in text for risk in _RISKY):
        return None
    return text.replace(",null", ",").translate(_MARKS) + "\r\n"
