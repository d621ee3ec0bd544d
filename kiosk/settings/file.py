"""Reads the settings file as far as TOML goes: text, tables, and who is on which line.

Nothing is known here about which settings there are.
"""

import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.settings.mistakes import MistakenSettingsError, Place, path_shown

LARGEST_FILE_BYTES = 1_000_000
_MARK = "\ufeff"
"""Editors on Windows begin files with it."""
_MOST_DOTS = 5_000
"""A key of more parts keeps the parser busy for minutes."""
_MOST_LINES = 5_000
_DEEPEST_PLACE = len(("section", "setting", "entry"))
_LONGEST_STATEMENT_LINES = 300
_AT = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A file of settings.

    Attributes:
        path: Where it is, or would be.
        text: What it says; empty where there is no file.
        values: The same as tables.
        exists: Whether there is a file.
    """

    path: Path
    text: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    exists: bool = False


def read_toml(path: Path) -> TomlFile:
    """Read a file; one that is not there is empty.

    Args:
        path: The file.

    Raises:
        MistakenSettingsError: If it cannot be read, is too big, no UTF-8 or no TOML.
    """
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise _mistake(path, "this is a folder; the settings must be a file.")
        if not stat.S_ISREG(kind):  # reading a pipe would wait for ever
            raise _mistake(path, "this is a device; the settings must be a file.")
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE_BYTES + 1)
    except FileNotFoundError:
        return TomlFile(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise _mistake(path, f"the settings cannot be read: {reason}.") from error
    if len(raw) > LARGEST_FILE_BYTES:
        raise _mistake(path, "the file is larger than 1 MB; these are no settings.")
    text = _decoded(raw, path)
    return TomlFile(path, text, parse_toml(text, path), exists=True)


def parse_toml(text: str, path: Path) -> Mapping[str, object]:
    """The tables of a text.

    Args:
        text: TOML.
        path: The file to name in what is raised.

    Raises:
        MistakenSettingsError: If it is no TOML.
    """
    if text.count(".") > _MOST_DOTS:
        raise _mistake(path, "the file has thousands of dots; these are no settings.")
    try:
        return tomllib.loads(text + "\n")  # a mistake at the end has a line too
    except RecursionError as error:
        raise _mistake(path, "the lists in it are nested too deeply.") from error
    except tomllib.TOMLDecodeError as error:
        raise _syntax_mistake(path, str(error)) from error
    except ValueError as error:
        raise _mistake(path, "a number in it has far too many digits.") from error


def find_lines(text: str) -> Mapping[Place, int]:
    """On which line each section, setting and entry of a table begins, from 1.

    Statements are told apart by parsing: one that goes on over several lines is no
    TOML before its end. What follows a very long statement or line 5000 is not found.

    Args:
        text: TOML without mistakes.
    """
    found: dict[Place, int] = {}
    section: Place = ()
    begun: list[str] = []
    for number, line in enumerate(text.split("\n")[:_MOST_LINES], start=1):
        begun.append(line)
        try:
            values = tomllib.loads("\n".join(begun))
        except (ValueError, RecursionError):
            if len(begun) > _LONGEST_STATEMENT_LINES:
                break
            continue
        first_line = number - len(begun) + 1
        is_header = begun[0].lstrip().startswith("[")
        section = () if is_header else section
        places = _places(values, section)
        for place in places:
            found.setdefault(place, first_line)
        if is_header:
            section = max(places, key=len, default=())
        begun.clear()
    return found


def _places(values: object, start: Place) -> list[Place]:
    if not isinstance(values, dict) or len(start) == _DEEPEST_PLACE:
        return []
    places: list[Place] = []
    for key, value in values.items():
        places += [(*start, key), *_places(value, (*start, key))]
    return places


def _decoded(raw: bytes, path: Path) -> str:
    try:
        return raw.decode().removeprefix(_MARK)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        where = f"{path_shown(path)}, line {line}"
        raise MistakenSettingsError(
            [f"{where}: the file is not UTF-8; save it as UTF-8."]
        ) from error


def _syntax_mistake(path: Path, message: str) -> MistakenSettingsError:
    match = _AT.fullmatch(message)
    if match is None:
        where, what = path_shown(path), message
    else:
        what, line, column = match.groups()
        where = f"{path_shown(path)}, line {line}, column {column}"
    what = what[:1].lower() + what[1:].removesuffix(".")
    return MistakenSettingsError([f"{where}: this is not TOML: {what}."])


def _mistake(path: Path, sentence: str) -> MistakenSettingsError:
    return MistakenSettingsError([f"{path_shown(path)}: {sentence}"])
