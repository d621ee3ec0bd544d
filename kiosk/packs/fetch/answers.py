"""Takes values out of museums' answers, which may hold anything."""

from collections.abc import Mapping


def table(values: Mapping[str, object], key: str) -> dict[str, object]:
    """The table under a key; empty where there is none."""
    value = values.get(key)
    return value if isinstance(value, dict) else {}


def rows(values: Mapping[str, object], key: str) -> list[dict[str, object]]:
    """The tables listed under a key, or the one that stands there alone."""
    value = values.get(key)
    listed = value if isinstance(value, list) else [value]
    return [row for row in listed if isinstance(row, dict)]


def text(values: Mapping[str, object], key: str) -> str:
    """The raw text or whole number under a key; empty where there is none."""
    value = values.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value).strip()


def count(values: Mapping[str, object], key: str) -> int | None:
    """The whole number under a key, at least 0; None where there is none."""
    value = values.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        return None
    return value
