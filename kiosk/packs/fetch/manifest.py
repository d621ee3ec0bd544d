"""The ``pack.toml`` of a folder into which paintings are fetched."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table
from tomlkit.toml_document import TOMLDocument

from kiosk.errors import PackError
from kiosk.packs.disk import disk_words, write_whole
from kiosk.packs.fetch.errors import DiskError
from kiosk.packs.fetch.words import LONGEST_CREDIT, plain_text
from kiosk.packs.fetch.works import Work
from kiosk.packs.manifest_file import read_values
from kiosk.packs.schema import FORMAT, MANIFEST_NAME

LICENCE = "Public domain and CC0"
FIRST_VERSION = "1.0.0"
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_LONGEST_VERSION = 32


@dataclass(frozen=True, slots=True)
class PackName:
    """What a pack is called.

    Attributes:
        id: At most 64 small letters, digits, ``-`` and ``_``.
        title: For people; used only where the pack is new.
    """

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Caption:
    """Words that take the place of a museum's; empty ones do not.

    Attributes:
        title: In English.
        artist: Who painted it.
        year: When.
        museum: Where it hangs.
    """

    title: str = ""
    artist: str = ""
    year: str = ""
    museum: str = ""


class FetchManifest:
    """A pack's list that grows; what staff wrote into it stays as it is.

    Args:
        folder: The pack's folder; it need not be there.
        document: What the list says.
        is_new: Whether there was none before.
    """

    def __init__(self, folder: Path, document: TOMLDocument, *, is_new: bool) -> None:
        self._folder = folder
        self._document = document
        self._is_due_for_version = not is_new

    @classmethod
    def open(cls, folder: Path, name: PackName) -> Self:
        """Read the list of a folder, or begin one; nothing is written yet.

        Raises:
            PackError: If the folder holds another pack or a list that cannot be read,
                or the name is none for a pack.
        """
        if not _IDENTIFIER.fullmatch(name.id):
            raise PackError(
                f"'{name.id}' is no id for a pack; use at most 64 small letters, "
                "digits, '-' and '_'."
            )
        if not (folder / MANIFEST_NAME).exists():
            return cls(folder, _new(name), is_new=True)
        values, problems = read_values(folder)
        if problems:
            said = "; ".join(f"it {one.words.rstrip('.')}" for one in problems)
            raise PackError(
                f"The {MANIFEST_NAME} of '{folder.name}' cannot be added to: {said}."
            )
        if values.get("id") != name.id:
            raise PackError(
                f"The folder '{folder.name}' holds another pack, not '{name.id}'. "
                "Choose another folder."
            )
        return cls(folder, _parsed(folder), is_new=False)

    def image_of(self, painting_id: str) -> Path | None:
        """The image file that the list names for a painting; None if it has none."""
        image = self._find(painting_id).get("image")
        if not isinstance(image, str) or not image:
            return None
        path = self._folder / image
        is_inside = path.resolve().is_relative_to(self._folder.resolve())
        return path if is_inside else None

    def put(self, painting_id: str, image: str, work: Work, caption: Caption) -> None:
        """Add a painting, or give one that is there its image again, and save.

        Args:
            painting_id: Its identifier.
            image: The name of its file in the folder.
            work: What the museum says.
            caption: Words that take the museum's place.

        Raises:
            DiskError: If it cannot be saved; the list on the disk is then untouched.
        """
        entry = self._find(painting_id)
        if entry:
            entry["image"] = image
        else:
            self._paintings().append(_entry(painting_id, image, work, caption))
        if self._is_due_for_version:
            version = str(self._document.get("version", FIRST_VERSION))
            self._document["version"] = _next_version(version)
            self._is_due_for_version = False
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            text = tomlkit.dumps(self._document)
            write_whole(self._folder / MANIFEST_NAME, text.encode())
        except OSError as error:
            raise DiskError(f"The pack cannot be saved. {disk_words(error)}") from error

    def _paintings(self) -> AoT:
        paintings = self._document.get("paintings")
        if paintings is None:
            paintings = tomlkit.aot()
            self._document["paintings"] = paintings
            paintings = self._document["paintings"]
        if not isinstance(paintings, AoT):
            raise PackError(
                f"The {MANIFEST_NAME} of '{self._folder.name}' does not list its "
                "paintings under [[paintings]]. Write it so, or choose another folder."
            )
        return paintings

    def _find(self, painting_id: str) -> Table:
        for entry in self._paintings():
            if isinstance(entry, Table) and entry.get("id") == painting_id:
                return entry
        return tomlkit.table()


def _new(name: PackName) -> TOMLDocument:
    document = tomlkit.document()
    document["format"] = FORMAT
    document["id"] = name.id
    document["version"] = FIRST_VERSION
    document["title"] = plain_text(name.title) or name.id
    document["licence"] = LICENCE
    return document


def _parsed(folder: Path) -> TOMLDocument:
    try:
        text = (folder / MANIFEST_NAME).read_text(encoding="utf-8-sig")
        return tomlkit.parse(text)
    except (TOMLKitError, ValueError, RecursionError, OSError) as error:
        raise PackError(
            f"The {MANIFEST_NAME} of '{folder.name}' cannot be added to. Choose "
            "another folder."
        ) from error


def _entry(painting_id: str, image: str, work: Work, caption: Caption) -> Table:
    """A painting under the names of `kiosk.packs.schema.PaintingEntry`."""
    titles = dict(work.titles)
    if caption.title:
        titles["en"] = plain_text(caption.title)
    lines = {
        "artist": plain_text(caption.artist) or work.artist,
        "year": plain_text(caption.year) or work.year,
        "museum": plain_text(caption.museum) or work.museum,
        "inventory": work.inventory,
        "credit": plain_text(work.credit, LONGEST_CREDIT),
    }
    entry = tomlkit.table()
    entry["id"] = painting_id
    entry["image"] = image
    entry["title"] = _inline(titles)
    for key, line in lines.items():
        if line:
            entry[key] = line
    entry["rights"] = _inline({"kind": work.openness.value, "source": work.page})
    return entry


def _inline(values: Mapping[str, str]) -> tomlkit.items.InlineTable:
    table = tomlkit.inline_table()
    for key, value in values.items():
        table[key] = value
    return table


def _next_version(version: str) -> str:
    """The version after one: its last number grows, or one is put behind it."""
    found = re.fullmatch(r"(.*?)(\d{1,9})", version)
    if found:
        grown = f"{found[1]}{int(found[2]) + 1}"
        return grown if len(grown) <= _LONGEST_VERSION else FIRST_VERSION
    return f"{version[: _LONGEST_VERSION - 2]}.1"
