"""Says in plain words what is wrong with the values of a ``pack.toml``."""

import difflib
from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kiosk.packs.problems import Problem, fatal, printable, shown, warning
from kiosk.packs.schema import (
    ALLOWED,
    MANIFEST_NAME,
    FaceEntry,
    PackManifest,
    PaintingEntry,
    Rights,
)

MOST_OF_ONE_TABLE = 30
"""So many mistakes of one painting are told; more would help nobody."""

_TABLES: Mapping[tuple[type[BaseModel], str], type[BaseModel]] = {
    (PackManifest, "paintings"): PaintingEntry,
    (PaintingEntry, "rights"): Rights,
    (PaintingEntry, "faces"): FaceEntry,
}
_KEY_MARK = "[key]"  # pydantic's end of a place whose key is wrong, not its value
_ALIKE = 0.7


def mistakes_in(
    error: ValidationError, table: type[BaseModel], place: str
) -> list[Problem]:
    """Every wrong or missing value.

    Args:
        error: What pydantic found.
        table: The type that the values were read as.
        place: Where its table is, such as ``paintings.lady``; empty for the whole file.
    """
    errors = error.errors(include_url=False)[:MOST_OF_ONE_TABLE]
    return [_mistake(one, table, place) for one in errors]


def unknown_fields(
    values: object, table: type[BaseModel], place: str
) -> Iterator[Problem]:
    """A warning for each field that this program does not know.

    Args:
        values: A table as it was read; anything else has none.
        table: The type that it is read as.
        place: Where the table is; empty for the whole file.
    """
    if not isinstance(values, dict):
        return
    for name, value in values.items():
        if name not in table.model_fields:
            near = difflib.get_close_matches(name, table.model_fields, 1, _ALIKE)
            cure = f"Did you mean {near[0]}?" if near else "Check how it is spelt."
            words = "is not known here and is passed over."
            yield warning(MANIFEST_NAME, join(place, name), words, cure)
        elif (inner := _TABLES.get((table, name))) and table is not PackManifest:
            entries = value if isinstance(value, list) else [value]
            for number, entry in enumerate(entries):
                where = f"{name}.{number}" if isinstance(value, list) else name
                yield from unknown_fields(entry, inner, join(place, where))


def join(place: str, *parts: object) -> str:
    """A place within another, as people write it."""
    named = [printable(str(part), 40) or '""' for part in parts]
    return ".".join([place, *named] if place else named)


def _mistake(error: ErrorDetails, table: type[BaseModel], place: str) -> Problem:
    loc = error["loc"]
    wrong_key = loc[-1:] == (_KEY_MARK,)
    loc = loc[:-1] if wrong_key else loc
    field = join(place, *loc)
    allowed = _allowed(table, loc)
    cure = f"Write {allowed}." if allowed else "Write a table with its fields."
    if error["type"] == "missing":
        return fatal(MANIFEST_NAME, field, "is missing.", cure)
    reason = str(error["ctx"]["error"]) if error["type"] == "value_error" else ""
    subject = "is named" if wrong_key else "is"
    if not reason:
        return fatal(MANIFEST_NAME, field, f"{subject} {_told(error)}.", cure)
    words = f"{subject} {_told(error)}, but {reason}."
    return fatal(MANIFEST_NAME, field, words, cure)


def _told(error: ErrorDetails) -> str:
    if error["type"] in {"too_long", "string_too_long"}:
        return "too long"
    return shown(error["input"])


def _allowed(table: type[BaseModel], loc: tuple[int | str, ...]) -> str:
    """What may stand at a place, as the innermost field with a name tells."""
    told = ""
    current: type[BaseModel] | None = table
    for part in loc:
        if isinstance(part, int):
            continue
        info = current.model_fields.get(part) if current is not None else None
        if info is None:
            break
        extra = info.json_schema_extra
        told = str(extra.get(ALLOWED, "")) if isinstance(extra, dict) else ""
        current = _TABLES.get((current, part)) if current else None
    return told
