"""What commands say to the person at the terminal."""

import io
import json
import sys
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
