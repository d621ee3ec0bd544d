"""What commands say to the person at the terminal."""

import json
import sys
from collections.abc import Mapping


def say(text: str) -> None:
    """Print one line of a command's result."""
    print(text, flush=True)  # noqa: T201 - results of commands go to standard output


def say_json(values: Mapping[str, object]) -> None:
    """Print a command's result as JSON on standard output, keys in their order."""
    say(json.dumps(values, ensure_ascii=False, indent=2))


def complain(sentence: str) -> None:
    """Say on standard error, in one line, why a command could not do its work."""
    line = " ".join(sentence.split())
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - the one way to say it
