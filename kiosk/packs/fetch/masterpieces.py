"""Our list of famous portraits that museums give freely."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import PackError
from kiosk.packs.fetch.manifest import Caption
from kiosk.packs.fetch.references import Reference, parse_reference

FILE_NAME = "masterpieces.toml"
_TEXTS = ("reference", "title", "artist", "year", "museum", "why")


@dataclass(frozen=True, slots=True)
class Masterpiece:
    """A portrait of the list.

    Attributes:
        reference: Where it is fetched from.
        caption: What it is called, in English, by whom, when and where it hangs.
        why: One sentence on why a visitor's face suits it.
    """

    reference: Reference
    caption: Caption
    why: str


def read_masterpieces(path: Path) -> tuple[Masterpiece, ...]:
    """Read the list, in its order.

    Args:
        path: ``museum_targets/masterpieces.toml``.

    Raises:
        PackError: If it is missing or no such list.
        BadReferenceError: If one of its references names no work.
    """
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise PackError(
            f"The list {path.name} cannot be read. Install the kiosk again."
        ) from error
    entries = values.get("masterpieces")
    if not isinstance(entries, list) or not entries:
        raise PackError(f"The list {path.name} names no paintings.")
    return tuple(_masterpiece(entry, path.name) for entry in entries)


def captions_of(
    masterpieces: Iterable[Masterpiece],
) -> Mapping[Reference, Caption]:
    """The words of the list by reference, for `fetch_into_pack`."""
    return {one.reference: one.caption for one in masterpieces}


def _masterpiece(entry: object, name: str) -> Masterpiece:
    texts = [entry.get(key) if isinstance(entry, dict) else None for key in _TEXTS]
    given = [text for text in texts if isinstance(text, str) and text.strip()]
    if len(given) < len(_TEXTS):
        raise PackError(
            f"The list {name} has an entry without {', '.join(_TEXTS[:-1])} or "
            f"{_TEXTS[-1]}."
        )
    reference, title, artist, year, museum, why = given
    caption = Caption(title, artist, year, museum)
    return Masterpiece(parse_reference(reference), caption, why)
