"""Finds folders of pictures of which a pack could be made, in what somebody brings."""

import os
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import PackError
from kiosk.packs.making.draft import Draft, draft_pack
from kiosk.packs.making.found_pictures import is_picture_name, pictures_in
from kiosk.packs.schema import MANIFEST_NAME

SHEET_ENDINGS = frozenset({".csv", ".tsv", ".xlsx", ".xlsm"})
MOST_FOLDERS = 30
MOST_SHEETS = 8
_DEEPEST = 3
_MOST_LOOKED_AT = 4000


@dataclass(frozen=True, slots=True)
class Material:
    """A folder of pictures that is no pack yet.

    Attributes:
        folder: Where the pictures are.
        deep: Whether those in its folders belong to it; not so for a whole stick.
        pictures: How many there are.
        sheets: The spreadsheets beside them, or else beside the folder, by name.
        trouble: Why no pack can be made of it, with a cure; empty if one can.
    """

    folder: Path
    deep: bool
    pictures: int
    sheets: tuple[Path, ...] = ()
    trouble: str = ""

    def draft(self, sheet: Path | None) -> Draft:
        """What its pack will be; see `kiosk.packs.making.draft.draft_pack`."""
        return draft_pack(self.folder, sheet, deep=self.deep)


def find_material(place: Path) -> tuple[Material, ...]:
    """Look for folders of pictures in a place and three folders deep.

    A folder with pictures, or with a spreadsheet and pictures below it, is offered with
    all that is in it; of the place itself only what lies in it directly. Packs are left
    alone. May take seconds on a slow stick: call it off the GUI's thread.

    Args:
        place: A stick or folder; one that vanishes meanwhile has nothing.

    Returns:
        At most `MOST_FOLDERS`, the higher ones first, then by their paths.
    """
    found: list[Material] = []
    looked_at = 0
    folders: deque[tuple[Path, int, tuple[Path, ...]]] = deque([(place, 0, ())])
    while folders and len(found) < MOST_FOLDERS:
        folder, depth, above = folders.popleft()
        files, below = _entries(folder)
        looked_at += len(files) + len(below)
        if MANIFEST_NAME in files or looked_at > _MOST_LOOKED_AT:
            continue
        sheets = tuple(folder / name for name in files if _is_sheet(name))[:MOST_SHEETS]
        material = None
        if any(map(is_picture_name, files)) or (sheets and depth):
            material = _material(folder, sheets or above, deep=depth > 0)
        if material is not None:
            found.append(material)
        if (material is None or not depth) and depth < _DEEPEST:
            folders.extend((folder / name, depth + 1, sheets) for name in below)
    return tuple(found)


def _material(folder: Path, sheets: tuple[Path, ...], *, deep: bool) -> Material | None:
    """The material of a folder; None where there are no pictures after all."""
    try:
        return Material(folder, deep, len(pictures_in(folder, deep=deep)), sheets)
    except PackError as error:
        files, _ = _entries(folder)
        if not any(map(is_picture_name, files)):
            return None
        return Material(folder, deep, 0, sheets, str(error))


def _entries(folder: Path) -> tuple[list[str], list[str]]:
    """Names of files and folders in a folder; links and hidden ones are left out."""
    files: list[str] = []
    folders: list[str] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith((".", "$", "__MACOSX")) or entry.is_symlink():
                    continue
                (folders if entry.is_dir() else files).append(entry.name)
    except OSError:
        return [], []
    return sorted(files), sorted(folders)


def _is_sheet(name: str) -> bool:
    """Whether it is a spreadsheet, and not what Excel leaves while one is open."""
    return Path(name).suffix.lower() in SHEET_ENDINGS and not name.startswith("~$")
