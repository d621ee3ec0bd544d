"""What the values of settings must look like, beyond their type and size.

The reasons raised here end a sentence that begins with the setting's name: ``must …``.
"""

import re
import unicodedata
from collections.abc import Hashable
from pathlib import Path
from typing import Annotated, Literal, TypeVar, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, Strict, StringConstraints
from pydantic_core import PydanticCustomError

from kiosk.handover.offer import PLACE_OF_TOKEN
from kiosk.places import absolute_folder

Language = Literal["en", "ru", "de", "fr", "es"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
TWICE = "twice"
"""Type of the error of a list that names something twice."""

LONGEST_NAME = 80
LONGEST_WORDS = 300
LONGEST_SOURCE = 300
LONGEST_LINK = 300
LONGEST_SECRET = 500
MOST_PAINTINGS = 2000

_BANNED_CATEGORIES = frozenset({"Cc", "Cn", "Co", "Cs", "Zl", "Zp"})
_TURNS_WRITING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LINK_SIGNS = re.compile(r"[!-~]*")  # ASCII without the space

_Item = TypeVar("_Item", bound=Hashable)


def _shown_as_written(text: str) -> str:
    for letter in text:
        banned = unicodedata.category(letter) in _BANNED_CATEGORIES
        if banned or letter in _TURNS_WRITING:
            raise ValueError(
                "must be one line without control characters; it has "
                f"U+{ord(letter):04X}"
            )
    return text


def _each_once(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
    seen: set[_Item] = set()
    for item in items:
        if item in seen:
            raise PydanticCustomError(
                TWICE, "must name each only once; it has '{item}' twice", {"item": item}
            )
        seen.add(item)
    return items


def _link(text: str) -> str:
    if not text:
        return text
    if not _LINK_SIGNS.fullmatch(text):
        raise ValueError(
            "must be a web address without spaces or letters beyond a to z"
        )
    if text.count(PLACE_OF_TOKEN) != 1:
        raise ValueError(f"must hold {PLACE_OF_TOKEN} exactly once")
    try:
        parts = urlsplit(text)
        whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        whole = False
    else:
        whole = whole and parts.scheme == "https" and not {*"@{}"} & {*parts.netloc}
    if not whole or {*"{}"} & {*text.replace(PLACE_OF_TOKEN, "")}:
        raise ValueError(
            f"must look like https://example.org/get?code={PLACE_OF_TOKEN}"
        )
    return text


def _one_word(secret: SecretStr) -> SecretStr:
    text = secret.get_secret_value()
    if len(text) > LONGEST_SECRET or not _LINK_SIGNS.fullmatch(text):
        raise ValueError(
            f"must be one word of at most {LONGEST_SECRET} signs without spaces"
        )
    return secret


def _whole_path(path: Path) -> Path:
    folder = absolute_folder(str(path))
    if folder is None:
        raise ValueError("must be a whole path, from the root or from ~")
    _shown_as_written(str(path))
    return folder


Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=LONGEST_NAME),
    AfterValidator(_shown_as_written),
]
"""A short text; may be empty."""

Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=LONGEST_WORDS),
    AfterValidator(_shown_as_written),
]
"""A sentence or two in one line; may be empty."""

SourceName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_SOURCE),
    AfterValidator(_shown_as_written),
]
"""A word or path that names something to open."""

Link = Annotated[str, StringConstraints(max_length=LONGEST_LINK), AfterValidator(_link)]
"""A web address with a place for the token, or empty."""

Secret = Annotated[SecretStr, AfterValidator(_one_word)]
"""A word that opens something, or empty. Whatever prints it prints asterisks."""

Folder = Annotated[Path, Strict(strict=False), AfterValidator(_whole_path)]
"""An absolute folder; ``~`` is the home folder and is replaced."""

File = Annotated[Path, Strict(strict=False), AfterValidator(_whole_path)]
"""An absolute file; ``~`` is the home folder and is replaced."""

PaintingKey = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,63}/[a-z0-9][a-z0-9_-]{0,63}$"),
]
"""``pack/painting``."""

PaintingKeys = Annotated[
    tuple[PaintingKey, ...],
    Strict(strict=False),
    Field(max_length=MOST_PAINTINGS),
    AfterValidator(_each_once),
]
"""Paintings, each once; may be empty."""

Languages = Annotated[
    tuple[Language, ...],
    Strict(strict=False),
    Field(min_length=1),
    AfterValidator(_each_once),
]
"""One or more languages, each once."""
