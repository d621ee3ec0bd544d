"""Remembers the last warnings and errors, for the health page."""

import logging
import threading
from datetime import datetime

from kiosk.staff.facts import ErrorLine

MOST_LINES = 50
MOST_LETTERS = 300


class ErrorsSeen(logging.Handler):
    """A log handler that keeps what went wrong in memory.

    Only the message is kept: no traceback and no fields, which could name files. A
    record's ``for_staff``, a sentence given as ``extra={"for_staff": ...}``, is kept
    with it: it may name a file, and goes into no log on disk. The same words again take
    the place of the earlier line, so that one trouble that repeats does not push out
    all others.

    Args:
        most: How many lines are kept.
    """

    def __init__(self, most: int = MOST_LINES) -> None:
        super().__init__(logging.WARNING)
        self._most = most
        self._guard = threading.Lock()
        self._lines: dict[str, ErrorLine] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Remember a record's message; called by any thread."""
        try:
            words = _words(record)
            at = datetime.fromtimestamp(record.created).astimezone()
        except Exception:  # noqa: BLE001 (a bad log call may raise anything)
            self.handleError(record)
            return
        with self._guard:
            self._lines.pop(words, None)
            self._lines[words] = ErrorLine(at, words)
            while len(self._lines) > self._most:
                del self._lines[next(iter(self._lines))]

    def lines(self) -> tuple[ErrorLine, ...]:
        """What is remembered, the newest first."""
        with self._guard:
            return tuple(reversed(self._lines.values()))

    def forget(self) -> None:
        """Begin anew."""
        with self._guard:
            self._lines.clear()


def _words(record: logging.LogRecord) -> str:
    """One line of bounded length; an exception's kind is named, its text is not."""
    words = record.getMessage()
    sentence = getattr(record, "for_staff", "")
    words = " ".join((f"{words}: {sentence}" if sentence else words).split())
    kind = record.exc_info[0] if record.exc_info else None
    if kind is not None:
        words = f"{words} ({kind.__name__})"
    return words if len(words) <= MOST_LETTERS else words[: MOST_LETTERS - 1] + "…"
