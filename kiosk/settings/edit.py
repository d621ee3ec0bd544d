"""Changes values in the text of a settings file and leaves the rest as it is."""

import re
from collections.abc import Mapping, MutableMapping
from typing import TypeAlias

import tomlkit
from tomlkit.exceptions import TOMLKitError

from kiosk.settings.document import toml_value
from kiosk.settings.mistakes import Place
from kiosk.settings.tables import laid_over

_Table: TypeAlias = MutableMapping[str, object]
_HEADER = re.compile(r"\s*\[")


class NotEditableError(Exception):
    """A text is written in a way that cannot be changed by program."""


def edited(text: str, values: Mapping[str, object], place: Place, value: object) -> str:
    """The text after one change.

    A setting that was commented out is written below its comment.

    Args:
        text: A settings file.
        values: What it says.
        place: Section and field, and language for an entry of a table.
        value: Plain TOML, or None to take the setting away.

    Raises:
        NotEditableError: If the text would not say exactly what it should.
    """
    wanted = laid_over(values, {place: value})
    for make in (_inserted, _set_in_document):
        draft = make(text, place, value)
        if draft is not None and _says(draft, wanted):
            return draft
    raise NotEditableError


def _says(text: str, wanted: Mapping[str, object]) -> bool:
    try:
        said: Mapping[str, object] = tomlkit.parse(text).unwrap()
    except (TOMLKitError, ValueError, RecursionError):
        return False
    return _without_empty(said) == _without_empty(wanted)


def _without_empty(tables: Mapping[str, object]) -> dict[str, object]:
    return {name: table for name, table in tables.items() if table != {}}


def _inserted(text: str, place: Place, value: object) -> str | None:
    """The text with a line below the one where the setting is commented out."""
    if value is None or len(place) != len(("section", "field")):
        return None
    section, name = (re.escape(str(part)) for part in place)
    lines = text.split("\n")
    header = re.compile(rf"\s*\[\s*{section}\s*\]\s*(#.*)?")
    comment = re.compile(rf"\s*#\s*{name}\s*=.*")
    inside = False
    for number, line in enumerate(lines):
        if _HEADER.match(line):
            inside = header.fullmatch(line) is not None
        elif inside and comment.fullmatch(line):
            end = "\r" if line.endswith("\r") else ""
            lines.insert(number + 1, f"{place[1]} = {toml_value(value)}{end}")
            return "\n".join(lines)
    return None


def _set_in_document(text: str, place: Place, value: object) -> str | None:
    try:
        document = tomlkit.parse(text)
        holder = _holder(document, place, make=value is not None)
        if holder is not None:
            _put(holder, str(place[-1]), value)
        return document.as_string()
    except (TOMLKitError, ValueError, TypeError, RecursionError):
        return None


def _holder(document: _Table, place: Place, *, make: bool) -> _Table | None:
    holder = document
    for depth, name in enumerate(place[:-1]):
        if name not in holder:
            if not make:
                return None
            holder[str(name)] = tomlkit.inline_table() if depth else tomlkit.table()
        inner = holder[str(name)]
        if not isinstance(inner, MutableMapping):
            return None
        holder = inner
    return holder


def _put(holder: _Table, name: str, value: object) -> None:
    old = holder.get(name)
    if value is None:
        holder.pop(name, None)
    elif isinstance(value, Mapping) and isinstance(old, MutableMapping):
        for gone in set(old) - set(value):
            del old[gone]
        old.update(value)
    else:
        holder[name] = value
