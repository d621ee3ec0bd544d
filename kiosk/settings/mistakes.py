"""Says in plain words what is wrong with settings, each mistake in one line."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from pydantic_core import ErrorDetails

from kiosk.errors import SettingsError
from kiosk.settings.kinds import LANGUAGES, LONGEST_WORDS, TWICE
from kiosk.settings.names import SECTIONS, SETTINGS, nearest

Place: TypeAlias = tuple[int | str, ...]
"""Where a value is: section, field, and an entry of a list or table."""

MOST_MISTAKES = 30
_LONGEST_PATH = 400
_LARGEST_SHOWN = 10**18
_ENTRY_ALLOWED = f"must be one line of at most {LONGEST_WORDS} characters"
_KEY_MARK = "[key]"  # pydantic's end of a place whose key is wrong, not its value


class MistakenSettingsError(SettingsError):
    """Settings are wrong.

    Attributes:
        mistakes: What is wrong, one line each; the exception's text has them all.
    """

    def __init__(self, mistakes: Iterable[str]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(self.mistakes))


def place_of(error: ErrorDetails) -> Place:
    """Where the wrong value, or the value of the wrong key, is."""
    place = error["loc"]
    return place[:-1] if place[-1:] == (_KEY_MARK,) else place


def sentence(error: ErrorDetails) -> str:
    """What is wrong and what is allowed instead, without saying where it was read.

    Args:
        error: One of those that :class:`pydantic.ValidationError` lists for
            :class:`kiosk.settings.schema.Settings`.
    """
    place = place_of(error)
    if error["type"] == "extra_forbidden":
        return unknown(dotted(place))
    if len(place) < len(("section", "field")):
        return f"{dotted(place)} must be a section with settings."
    setting = SETTINGS[dotted(place[:2])]
    allowed = f"must be {setting.allowed}"
    if setting.secret:
        return f"{setting.name} (not shown here) {_reason(error, allowed)}."
    if len(place) == len(("section", "field")):
        return _wrong(error, f"{setting.name} is", _reason(error, allowed))
    if setting.listed:
        return _wrong(error, f"{setting.name} has", allowed)
    if error["loc"] != place:
        languages = ", ".join(LANGUAGES)
        return f"{dotted(place)} is for no language; they are {languages}."
    return _wrong(error, f"{dotted(place)} is", _reason(error, _ENTRY_ALLOWED))


def unknown(name: str) -> str:
    """What to say about a setting that does not exist."""
    near = nearest(name, [*SETTINGS, *SECTIONS])
    section = name.split(".")[0]
    if near:
        hint = f"did you mean {near}?"
    elif section in SECTIONS:
        known = ", ".join(
            setting.field for setting in SETTINGS.values() if setting.section == section
        )
        hint = f"{section} has {known}."
    else:
        hint = f"the sections are {', '.join(SECTIONS)}."
    return f"there is no setting {name}; {hint}"


def dotted(place: Place) -> str:
    """A place as people write it, cut short and without control characters."""
    return ".".join(printable(str(part)) or '""' for part in place)


def shown(value: object) -> str:
    """A value as people write it, cut short and without control characters."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "a list" if value else "an empty list"
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, int) and abs(value) >= _LARGEST_SHOWN:
        return "a huge number"
    if isinstance(value, str):
        return f"'{printable(value)}'" if value else "empty"
    return printable(str(value))


def path_shown(path: Path) -> str:
    """A path in one line."""
    return printable(str(path), _LONGEST_PATH)


def printable(text: str, longest: int = 80) -> str:
    """A text cut short, with the codes of its control characters."""
    short = text if len(text) <= longest else f"{text[: longest - 1]}…"
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in short
    )


def _wrong(error: ErrorDetails, start: str, reason: str) -> str:
    holds_many = isinstance(error["input"], list | dict)
    if holds_many and not error["type"].endswith("_type"):
        return f"{start.rpartition(' ')[0]} {reason}."
    return f"{start} {shown(error['input'])}, but {reason}."


def _reason(error: ErrorDetails, otherwise: str) -> str:
    if error["type"] == TWICE:
        return error["msg"]
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    return otherwise
