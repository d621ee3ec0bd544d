"""What the values in a ``pack.toml`` must look like, beyond their type.

The reasons raised here go on from the field's name: ``must …``.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    Strict,
    StringConstraints,
)

FALLBACK_LANGUAGE = "en"
"""The language of a text that is given without one."""

LONGEST_LINE = 200
LONGEST_CREDIT = 500
LONGEST_DESCRIPTION = 4000
LONGEST_LINK = 2000
LONGEST_FILE_NAME = 240
LARGEST_COORDINATE = 100_000
MESH_POINTS = 468
OLDEST_AGE = 99

_LATEST_YEAR = 9999
_UNSHOWABLE = frozenset({"Cc", "Cn", "Co", "Cs", "Zl", "Zp"})
_TURNS_WRITING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_]([A-Za-z0-9]{2,8}))?")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MESH_INDEX = re.compile(r"\d{1,3}")


def is_shown_as_written(text: str, *, lines: bool = False) -> bool:
    """Whether a text has no control characters and nothing that turns writing.

    Args:
        text: Any text.
        lines: Whether it may have several lines.
    """
    return not any(
        unicodedata.category(letter) in _UNSHOWABLE or letter in _TURNS_WRITING
        for letter in (text.replace("\n", "") if lines else text)
    )


def _one_line(text: str) -> str:
    if is_shown_as_written(text):
        return text
    raise ValueError("must be one line without control characters")


def _paragraphs(text: str) -> str:
    text = text.replace("\r\n", "\n")
    if is_shown_as_written(text, lines=True):
        return text
    raise ValueError("must be a text without control characters")


def _by_language(value: object) -> object:
    """Put a plain text under our own language; spell ``de-AT`` as ``de_AT``."""
    if isinstance(value, str):
        return {FALLBACK_LANGUAGE: value}
    if isinstance(value, Mapping):
        return {
            key.replace("-", "_") if isinstance(key, str) else key: text
            for key, text in value.items()
        }
    return value


def _language(code: str) -> str:
    if _LANGUAGE.fullmatch(code):
        return code
    raise ValueError("must be the code of a language, such as en, de or pt_BR")


def _said(texts: Mapping[str, str]) -> Mapping[str, str]:
    if texts and all(texts.values()):
        return texts
    raise ValueError("must say something in each of its languages")


def _year(value: object) -> object:
    """Spell a whole number of at most four digits; pass anything else on."""
    if type(value) is int and abs(value) <= _LATEST_YEAR:  # True is no year
        return str(value)
    return value


def _day(value: object) -> object:
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise ValueError("must be a day of the calendar") from error
    return value


def _mesh_index(value: object) -> object:
    if isinstance(value, str) and _MESH_INDEX.fullmatch(value):
        return int(value)
    return value


def _link(text: str) -> str:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host = None
    else:
        host = host if parts.scheme in {"http", "https"} else None
    if not host or not text.isprintable() or " " in text:
        raise ValueError("must be a web address that begins with https://")
    return text


Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$")]
"""A short name: small letters, digits, ``-`` and ``_``."""

Version = Annotated[
    str, StringConstraints(pattern=r"^[0-9A-Za-z][0-9A-Za-z.+_-]{0,31}$")
]
"""Such as ``1.0``; versions are told apart, not compared."""

Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=LONGEST_LINE),
    AfterValidator(_one_line),
]
"""One line of text; may be empty."""

Credit = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=LONGEST_CREDIT),
    AfterValidator(_one_line),
]
"""A longer line; may be empty."""

Paragraphs = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=LONGEST_DESCRIPTION),
    AfterValidator(_paragraphs),
]
"""Text of several lines; may be empty."""

LanguageCode = Annotated[str, AfterValidator(_language)]
"""Such as ``de`` or ``pt_BR``."""

Lines = Annotated[
    Mapping[LanguageCode, Line],
    BeforeValidator(_by_language, json_schema_input_type=Line | dict[str, Line]),
]
"""One line for each language; a plain text is English. May be empty."""

Title = Annotated[Lines, AfterValidator(_said)]
"""One line for each language, at least one, none empty."""

Credits = Annotated[
    Mapping[LanguageCode, Credit],
    BeforeValidator(_by_language, json_schema_input_type=Credit | dict[str, Credit]),
]
"""A longer line for each language."""

Descriptions = Annotated[
    Mapping[LanguageCode, Paragraphs],
    BeforeValidator(
        _by_language, json_schema_input_type=Paragraphs | dict[str, Paragraphs]
    ),
]
"""A text of several lines for each language."""

Years = Annotated[
    Lines,
    BeforeValidator(_year, json_schema_input_type=int | Line | dict[str, Line]),
]
"""When it was painted: a number of at most four digits or texts such as "c. 1650"."""

Day = Annotated[date, BeforeValidator(_day, json_schema_input_type=date)]
"""A date of the calendar, with or without quotation marks."""

Link = Annotated[str, StringConstraints(max_length=LONGEST_LINK), AfterValidator(_link)]
"""A web address."""

FileName = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_FILE_NAME)]
"""A file inside the pack; parts of its path are parted by ``/``."""

Share = Annotated[float, Field(ge=0, le=1)]
"""From nothing at all to all of it."""

Age = Annotated[int, Field(ge=0, le=OLDEST_AGE)]
"""In years."""

Coordinate = Annotated[float, Field(ge=-LARGEST_COORDINATE, le=LARGEST_COORDINATE)]
"""In pixels of the image, from its left or upper edge."""

Point = Annotated[tuple[Coordinate, Coordinate], Strict(strict=False)]
"""x and y."""

PairOfPoints = Annotated[tuple[Point, Point], Strict(strict=False)]
"""The left and the right one as they are seen in the image."""

MeshIndex = Annotated[int, BeforeValidator(_mesh_index), Field(ge=0, lt=MESH_POINTS)]
"""Number of a point of MediaPipe's face mesh."""
