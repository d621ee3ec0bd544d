"""Reads a ``pack.toml`` as far as TOML goes; it may hold anything at all."""

import re
import stat
import tomllib
from pathlib import Path

from kiosk.packs.problems import Problem, fatal
from kiosk.packs.schema import MANIFEST_NAME

LARGEST_MANIFEST_BYTES = 2_000_000
_MARK = "\ufeff"
"""Editors on Windows begin files with it."""
_MOST_DOTS = 63
_ENDLESS_KEY = re.compile(
    r"""(?:\.[ \t]*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+){64}""", re.ASCII
)
"""A key of thousands of parts keeps the parser busy for minutes."""
_TO_TOML = "Correct it there, or write the file again."


def read_values(folder: Path) -> tuple[dict[str, object], list[Problem]]:
    """The tables of a pack's manifest.

    Args:
        folder: The pack's folder.

    Returns:
        The tables, and what keeps them from being read; one of them is empty.
    """
    try:
        path = folder / MANIFEST_NAME
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return {}, [_problem("is no ordinary file.", "Put the file itself there.")]
        with path.open("rb") as file:
            raw = file.read(LARGEST_MANIFEST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        cure = "Choose the folder that has it; the README shows one to begin with."
        return {}, [_problem("is missing.", cure)]
    except OSError as error:
        words = f"cannot be read: {error.strerror or 'the disk refuses'}."
        return {}, [_problem(words, "Check the disk and the rights of the file.")]
    return parse_values(raw)


def parse_values(raw: bytes) -> tuple[dict[str, object], list[Problem]]:
    """The tables in the content of a manifest.

    Args:
        raw: The content; more than `LARGEST_MANIFEST_BYTES` are refused.

    Returns:
        As `read_values`.
    """
    if len(raw) > LARGEST_MANIFEST_BYTES:
        return {}, [_problem("is larger than 2 MB.", "Make several packs of it.")]
    try:
        text = raw.decode().removeprefix(_MARK)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        words = f"is not UTF-8, as line {line} shows."
        return {}, [_problem(words, "Save it as UTF-8.")]
    if any(map(_has_endless_key, text.split("\n"))):
        return {}, [_problem("has a key of far too many parts.", _TO_TOML)]
    try:
        return tomllib.loads(text), []
    except RecursionError:
        words = "has lists that are nested too deeply."
    except tomllib.TOMLDecodeError as error:
        said = str(error).removesuffix(".")
        words = f"is not TOML: {said[:1].lower()}{said[1:]}."
    except ValueError:
        words = "has a number or date that cannot be."
    return {}, [_problem(words, _TO_TOML)]


def _has_endless_key(line: str) -> bool:
    """Keys end with their line; counting its dots first is a thousand times quicker."""
    return line.count(".") > _MOST_DOTS and _ENDLESS_KEY.search(line) is not None


def _problem(words: str, cure: str) -> Problem:
    return fatal(MANIFEST_NAME, "", words, cure)
