"""How old the lines of the log files are, and leaving out the old ones."""

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from kiosk.packs.disk import write_whole

LARGEST_LINE_BYTES = 1_000_000


def oldest_line(path: Path) -> datetime | None:
    """When the first line that tells a time was written; None where none does.

    Raises:
        OSError: If the file cannot be read.
    """
    with path.open("rb") as file:
        for line in _lines(file.read()):
            written = _time_of(line)
            if written is not None:
                return written
    return None


def drop_old_lines(path: Path, before: datetime, *, in_use: bool) -> int:
    """Leave out what was written before a moment.

    Args:
        path: A log file.
        before: The moment.
        in_use: Whether a kiosk may be writing into it: it is then changed in its
            place, since the kiosk would go on writing into a file that was replaced.

    Returns:
        How many lines went.

    Raises:
        OSError: If it cannot be read or written.
    """
    content = path.read_bytes()
    lines = list(_lines(content))
    kept, old = [], False
    for line in lines:
        written = _time_of(line)
        old = written < before if written is not None else old
        if not old:
            kept.append(line)
    gone = len(lines) - len(kept)
    if not gone:
        return 0
    if not kept and not in_use:
        path.unlink()
    elif in_use:
        _write_in_place(path, b"".join(kept), len(content))
    else:
        write_whole(path, b"".join(kept))
    return gone


def _write_in_place(path: Path, kept: bytes, read_bytes: int) -> None:
    with path.open("r+b") as file:
        file.seek(read_bytes)
        kept += file.read()  # what came meanwhile
        file.seek(0)
        file.write(kept)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def _lines(content: bytes) -> Iterator[bytes]:
    yield from content.splitlines(keepends=True)


def _time_of(line: bytes) -> datetime | None:
    if len(line) > LARGEST_LINE_BYTES:
        return None
    try:
        entry = json.loads(line)
        written = datetime.fromisoformat(entry["time"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return written if written.tzinfo is not None else None
