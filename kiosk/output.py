"""What commands say to the person at the terminal."""

import io
import json
import sys
import time
from collections.abc import Mapping


def print_any_text() -> None:
    """Let a terminal that lacks a letter show its code instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print one line of a command's result."""
    print(text, flush=True)  # noqa: T201 - results of commands go to standard output


def say_json(values: Mapping[str, object]) -> None:
    """Print a command's result as JSON on standard output, keys in their order.

    Letters that the terminal lacks are written the way of JSON, so that it stays valid.
    """
    text = json.dumps(values, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        text = json.dumps(values, indent=2)
    say(text)


def complain(sentence: str) -> None:
    """Say on standard error, in one line, why a command could not do its work."""
    line = " ".join(sentence.split())
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - the one way to say it


class Counter:
    """Says on standard error how far something is: now and then, and at the end.

    Args:
        what: What is being done.
    """

    EVERY_S = 2.0

    def __init__(self, what: str) -> None:
        self._what = what
        self._said_s = time.monotonic()

    def __call__(self, done: int, whole: int) -> None:
        """Tell how much is done, and of how much."""
        now_s = time.monotonic()
        if now_s - self._said_s >= self.EVERY_S or (done == whole and whole > 1):
            self._said_s = now_s
            complain(f"{self._what}: {done} of {whole}")
