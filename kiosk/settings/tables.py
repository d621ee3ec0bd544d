"""Values as they were read: checked, made right by leaving out, laid over each other.

Tables are ``{section: {field: value}}``; what was read from a file may be anything.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kiosk.settings.kinds import TWICE
from kiosk.settings.mistakes import Place, place_of
from kiosk.settings.schema import Settings

Tables: TypeAlias = dict[str, object]
_DEPTH = len(("section", "field", "entry"))


def errors_in(tables: Mapping[str, object]) -> list[ErrorDetails]:
    """All that is wrong with values; nothing if they are right."""
    try:
        Settings.model_validate(tables)
    except ValidationError as error:
        return [one for one in error.errors(include_url=False) if not _repeats(one)]
    return []


def copied(tables: Mapping[str, object]) -> Tables:
    """A copy in which sections, lists and tables can be changed.

    What lies deeper cannot be right and is shared: it may be too deep to copy.
    """
    return {key: _copied(value, _DEPTH - 1) for key, value in tables.items()}


def make_right(tables: Tables) -> list[ErrorDetails]:
    """Leave out what is wrong until the rest is right.

    Args:
        tables: Loses wrong entries of lists and tables, wrong values, unknown keys.

    Returns:
        What was wrong to begin with.
    """
    first = errors = errors_in(tables)
    while errors:
        leave_out(tables, errors)
        errors = errors_in(tables)
    return first


def leave_out(tables: Tables, errors: list[ErrorDetails]) -> None:
    """Leave out what is wrong.

    Args:
        tables: Loses the values.
        errors: What is wrong with them.
    """
    for error in reversed(errors):  # so that places in a list stay what they were
        holder, key = _holder(tables, place_of(error))
        if isinstance(holder, dict):
            value = holder.get(key)
            if error["type"] == TWICE and isinstance(value, list):
                holder[key] = list(dict.fromkeys(value))
            else:
                holder.pop(key, None)
        elif isinstance(holder, list) and isinstance(key, int):
            del holder[key : key + 1]


def laid_over(tables: Mapping[str, object], values: Mapping[Place, object]) -> Tables:
    """A copy with values put at their places; None takes one away.

    Args:
        tables: Where something other than a table is in the way it stays.
        values: From places of two or three names to values.
    """
    result = copied(tables)
    for (*way, key), value in values.items():
        holder: object = result
        for name in way:
            if isinstance(holder, dict):
                holder = holder.get(name) if value is None else _table(holder, name)
        if not isinstance(holder, dict):
            continue
        if value is None:
            holder.pop(key, None)
        else:
            holder[key] = value
    return result


def names_in(tables: Mapping[str, object]) -> Iterator[str]:
    """The full names of all settings and entries of tables that have a value."""
    for name, value in tables.items():
        if isinstance(value, Mapping):
            yield from (f"{name}.{inner}" for inner in names_in(value))
        else:
            yield name


def _repeats(error: ErrorDetails) -> bool:
    """Whether a list is too short only because its items are wrong, as others say."""
    return error["type"] == "too_short" and bool(error["input"])


def _copied(value: object, depth: int) -> object:
    if isinstance(value, list):
        return list(value)
    if isinstance(value, dict) and depth:
        return {key: _copied(inner, depth - 1) for key, inner in value.items()}
    return value


def _table(holder: Tables, name: int | str) -> object:
    return holder.setdefault(str(name), {})


def _holder(tables: Tables, place: Place) -> tuple[object, int | str]:
    holder: object = tables
    for key in place[:-1]:
        if isinstance(holder, dict):
            holder = holder.get(key)
    return holder, place[-1]
