"""Reads one ``pack.toml``.

::

    id = "studio"
    title = { en = "The studio" }

    [[paintings]]
    id = "lady"
    image = "lady.jpg"
    title = { en = "Lady in green", de = "Dame in Grün" }
    artist = "Vernissage studio"      # or by language, like a title
    year = "2026"                     # or a number of at most four digits
    complexion = 0.3                  # 0 the painted skin colour, 1 the visitor's own
    museum = "Where it hangs"         # may be left out; or by language
    category = { en = "Couples" }     # likewise

Keys that are not named here are ignored.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from kiosk.errors import PackError
from kiosk.packs.files import find_file

MANIFEST_NAME = "pack.toml"
LARGEST_MANIFEST_BYTES = 1_000_000
LATEST_YEAR = 9999
FALLBACK_LANGUAGE = "en"
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")


@dataclass(frozen=True, slots=True)
class PackPainting:
    """One painting that can be chosen.

    Attributes:
        pack_id: Identifier of its pack; ``file`` for a picture file given by hand.
        id: Identifier within the pack.
        image: The picture file.
        titles: Title by language code.
        artists: Artist by language code.
        year: As it should be shown; may be empty.
        complexion: 0 for the painted skin colour, 1 for the visitor's own; None for
            the engine's usual one.
        museums: Where it hangs, by language code; may be empty.
        categories: What it belongs to, by language code; may be empty.
    """

    pack_id: str
    id: str
    image: Path
    titles: Mapping[str, str]
    artists: Mapping[str, str]
    year: str
    complexion: float | None = None
    museums: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The name to ask for it: ``pack/painting``."""
        return f"{self.pack_id}/{self.id}"

    def title(self, language: str = FALLBACK_LANGUAGE) -> str:
        """Title in a language, or in the nearest one that there is."""
        return _in_language(self.titles, language)

    def artist(self, language: str = FALLBACK_LANGUAGE) -> str:
        """Artist in a language, or in the nearest one that there is."""
        return _in_language(self.artists, language)

    def museum(self, language: str = FALLBACK_LANGUAGE) -> str:
        """Where it hangs, in a language or the nearest; empty where nobody says."""
        return _in_language(self.museums, language) if self.museums else ""

    def category(self, language: str = FALLBACK_LANGUAGE) -> str:
        """What it belongs to, in a language or the nearest; may be empty."""
        return _in_language(self.categories, language) if self.categories else ""


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of paintings that belong together."""

    id: str
    titles: Mapping[str, str]
    paintings: tuple[PackPainting, ...]

    def title(self, language: str = FALLBACK_LANGUAGE) -> str:
        """Title in a language, or in the nearest one that there is."""
        return _in_language(self.titles, language)


def read_pack(
    folder: Path, on_bad_painting: Callable[[PackError], None] | None = None
) -> Pack:
    """Read and check the pack in a folder.

    Args:
        folder: Holds the manifest and the pictures.
        on_bad_painting: Told of a painting that is wrong, which is then left out; None
            refuses the whole pack instead.

    Raises:
        PackError: If the manifest is missing, no TOML, lacks something or points
            outside its folder or to a picture that is not there.
    """
    manifest = folder / MANIFEST_NAME
    values = _read_toml(manifest)
    pack_id = _identifier(values.get("id"), manifest)
    entries = values.get("paintings")
    if not isinstance(entries, list) or not entries:
        raise PackError(f"The pack '{folder.name}' lists no paintings.")
    paintings: dict[str, PackPainting] = {}
    for entry in entries:
        try:
            painting = _painting(entry, pack_id, folder, tuple(paintings))
            paintings[painting.id] = painting
        except PackError as error:
            if on_bad_painting is None:
                raise
            on_bad_painting(error)
    titles = _texts(values.get("title"), "title", folder.name)
    return Pack(pack_id, titles, tuple(paintings.values()))


def _read_toml(manifest: Path) -> Mapping[str, object]:
    name = manifest.parent.name
    if find_file(manifest) is None:
        raise PackError(f"The folder '{name}' has no {MANIFEST_NAME}.")
    try:
        if manifest.stat().st_size > LARGEST_MANIFEST_BYTES:
            raise PackError(f"The list of the pack '{name}' is too big.")
        return tomllib.loads(manifest.read_text(encoding="utf-8"))
    except RecursionError:
        reason = "it is nested too deeply"
    except OSError as error:
        reason = error.strerror or "the disk refuses"
    except ValueError as error:
        reason = str(error)
    raise PackError(
        f"The {MANIFEST_NAME} of the pack '{name}' cannot be read: {reason}."
    )


def _painting(
    entry: object, pack_id: str, folder: Path, taken: tuple[str, ...]
) -> PackPainting:
    if not isinstance(entry, dict):
        raise PackError(f"The pack '{pack_id}' has a painting that is not a table.")
    painting_id = _identifier(entry.get("id"), folder / MANIFEST_NAME)
    name = f"{pack_id}/{painting_id}"
    if painting_id in taken:
        raise PackError(f"The pack '{pack_id}' has the painting '{painting_id}' twice.")
    return PackPainting(
        pack_id=pack_id,
        id=painting_id,
        image=_image(entry.get("image"), name, folder),
        titles=_texts(entry.get("title"), "title", name),
        artists=_texts(entry.get("artist"), "artist", name),
        year=_year(entry.get("year", ""), name),
        complexion=_complexion(entry.get("complexion"), name),
        museums=_texts(entry.get("museum", ""), "museum", name),
        categories=_texts(entry.get("category", ""), "category", name),
    )


def _image(value: object, name: str, folder: Path) -> Path:
    if not isinstance(value, str) or not value:
        raise PackError(f"The painting '{name}' names no image.")
    image = find_file(folder / value)
    if image is None:
        raise PackError(f"The image {value!r} of the painting '{name}' is missing.")
    if not image.resolve().is_relative_to(folder.resolve()):
        raise PackError(f"The image of '{name}' must lie inside its pack.")
    return image


def _year(value: object, name: str) -> str:
    if isinstance(value, str):
        return value
    if type(value) is int and abs(value) <= LATEST_YEAR:  # True is no year
        return str(value)
    raise PackError(f"The year of '{name}' must be a text or at most four digits.")


def _complexion(value: object, name: str) -> float | None:
    if value is None:
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    share = float(str(value)) if is_number else -1.0
    if 0.0 <= share <= 1.0:
        return share
    raise PackError(f"The complexion of '{name}' must be a number from 0 to 1.")


def _identifier(value: object, manifest: Path) -> str:
    if isinstance(value, str) and _IDENTIFIER.fullmatch(value):
        return value
    raise PackError(
        f"The pack '{manifest.parent.name}' has an id that is not made of small "
        "letters, digits, '-' and '_'."
    )


def _texts(value: object, what: str, name: str) -> Mapping[str, str]:
    if isinstance(value, str):
        value = {FALLBACK_LANGUAGE: value}
    if (
        not isinstance(value, dict)
        or not value
        or not all(isinstance(text, str) for text in value.values())
    ):
        raise PackError(f"The {what} of '{name}' must be a text, or texts by language.")
    return MappingProxyType(dict(value))


def _in_language(texts: Mapping[str, str], language: str) -> str:
    for wanted in (language, language.split("_")[0], FALLBACK_LANGUAGE):
        if wanted in texts:
            return texts[wanted]
    return next(iter(texts.values()))
