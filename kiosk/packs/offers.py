"""Finds packs in a folder that somebody brings, such as a USB stick."""

import os
import zipfile
import zlib
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from kiosk.errors import PackError
from kiosk.packs.kinds import FALLBACK_LANGUAGE
from kiosk.packs.manifest import in_language
from kiosk.packs.manifest_file import LARGEST_MANIFEST_BYTES, parse_values, read_values
from kiosk.packs.problems import Problem, printable
from kiosk.packs.schema import MANIFEST_NAME
from kiosk.packs.zip_entries import LIMITS, BoundedFile, checked_entries, pack_folder

MOST_OFFERS = 60
_DEEPEST = 3
_MOST_LOOKED_AT = 4000
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack that could be installed.

    Attributes:
        path: Its folder or zip file.
        pack_id: Its identifier; empty where it cannot be told.
        version: Which version it says it is; may be empty.
        titles: Title by language code; may be empty.
        paintings: How many it lists.
        trouble: Why it cannot be read, with a cure; empty if it can. Whether it can be
            installed is only known when that is tried.
    """

    path: Path
    pack_id: str = ""
    version: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    paintings: int = 0
    trouble: str = ""

    def title(self, language: str = FALLBACK_LANGUAGE) -> str:
        """Title in a language or the nearest, else its id, else the file's name."""
        said = in_language(self.titles, language) or self.pack_id
        return said or printable(self.path.name)


def find_offers(place: Path) -> tuple[Offer, ...]:
    """Look for packs in a folder and three folders deep.

    May take seconds on a slow stick: call it off the GUI's thread.

    Args:
        place: The folder; one that vanishes meanwhile has no packs.

    Returns:
        At most `MOST_OFFERS`, by their paths. A zip file that is no pack is left out.
    """
    found: list[Offer] = []
    looked_at = 0
    folders = deque([(place, 0)])
    while folders and len(found) < MOST_OFFERS:
        folder, depth = folders.popleft()
        if (folder / MANIFEST_NAME).is_file():
            found.append(_offer(folder, *read_values(folder)))
            continue
        for path, is_folder in _entries(folder):
            looked_at += 1
            if looked_at > _MOST_LOOKED_AT:
                return tuple(found)
            if is_folder and depth < _DEEPEST:
                folders.append((path, depth + 1))
            elif not is_folder and path.suffix.lower() == ".zip":
                found += _in_zip(path)
    return tuple(found[:MOST_OFFERS])


def _entries(folder: Path) -> list[tuple[Path, bool]]:
    """What is in a folder, and whether it is a folder; hidden things are left out."""
    try:
        with os.scandir(folder) as entries:
            seen = [
                (Path(entry.path), entry.is_dir(follow_symlinks=False))
                for entry in entries
                if not entry.name.startswith((".", "$")) and not entry.is_symlink()
            ]
    except OSError:
        return []
    return sorted(seen)


def _in_zip(path: Path) -> list[Offer]:
    """The pack in a zip file; none where it is something else."""
    try:
        raw = _manifest_in(path)
    except PackError as error:
        return [Offer(path, trouble=str(error))]
    return [] if raw is None else [_offer(path, *parse_values(raw))]


def _manifest_in(path: Path) -> bytes | None:
    """The list in a zip file; None where it has none.

    Raises:
        PackError: If it has one, but is not such as honest programs write.
    """
    try:
        with BoundedFile(path) as file, zipfile.ZipFile(file) as archive:
            if not any(
                PurePosixPath(name.replace("\\", "/")).name == MANIFEST_NAME
                for name in archive.namelist()
            ):
                return None
            entries = checked_entries(archive, LIMITS, path.stat().st_size)
            name = str(pack_folder(entries) / MANIFEST_NAME)
            with archive.open(entries[name]) as packed:
                return packed.read(LARGEST_MANIFEST_BYTES + 1)
    except PackError:
        raise
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError):
        return None
    except Exception as error:  # a hostile file makes the reader raise anything
        raise PackError(
            f"'{printable(path.name)}' cannot be read as a zip file. Make it again "
            "with an ordinary program."
        ) from error


def _offer(path: Path, values: dict[str, object], problems: list[Problem]) -> Offer:
    paintings, title = values.get("paintings"), values.get("title")
    texts = title if isinstance(title, dict) else {FALLBACK_LANGUAGE: title}
    return Offer(
        path,
        pack_id=_text(values.get("id")),
        version=_text(values.get("version")),
        titles={str(code): _text(text) for code, text in texts.items() if text},
        paintings=len(paintings) if isinstance(paintings, list) else 0,
        trouble=problems[0].line() if problems else "",
    )


def _text(value: object) -> str:
    return printable(value, _LONGEST_TITLE) if isinstance(value, str) else ""
