"""The pictures in a folder, and which of them a cell of a spreadsheet means."""

import difflib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from kiosk.errors import PackError
from kiosk.packs.filenames import DEEPEST, same_name
from kiosk.packs.making.letters import letters_of
from kiosk.packs.problems import printable
from kiosk.packs.schema import MANIFEST_NAME, MOST_PAINTINGS

PICTURE_ENDINGS = frozenset(
    {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp", ".gif", ".avif", ".jp2"}
)
_ALIKE = 0.75


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture file.

    Attributes:
        name: Its path from the folder, with ``/`` between folders.
        path: Where it is.
    """

    name: str
    path: Path

    @property
    def stem(self) -> str:
        """Its name without folders and ending."""
        return self.path.stem


def pictures_in(folder: Path, *, deep: bool = True) -> tuple[FoundPicture, ...]:
    """All picture files below a folder, by name.

    Hidden ones, links and those of packs are left out.

    Args:
        folder: Where to look.
        deep: Whether to look into its folders too.

    Raises:
        PackError: If it is no folder, holds no pictures or is a pack already.
    """
    try:
        folder = folder.expanduser()
        if not folder.is_dir():
            raise PackError(f"There is no folder {folder}. Check the name.")
        if (folder / MANIFEST_NAME).exists():
            raise PackError(
                f"The folder '{printable(folder.name)}' is a pack already: it has a "
                f"{MANIFEST_NAME}. Change that, or take it away."
            )
        found = tuple(islice(_walk(folder, deep=deep), MOST_PAINTINGS + 1))
    except (OSError, ValueError, RuntimeError) as error:
        raise PackError(f"The folder {folder} cannot be read. Check it.") from error
    if not found:
        raise PackError(
            f"There are no pictures in {folder}. Put JPEG, PNG, TIFF or WebP files "
            "there."
        )
    if len(found) > MOST_PAINTINGS:
        raise PackError(
            f"There are more than {MOST_PAINTINGS} pictures in {folder}. Make several "
            "packs of them."
        )
    return found


def is_picture_name(name: str) -> bool:
    """Whether a file of this name is taken for a picture."""
    return not name.startswith(".") and Path(name).suffix.lower() in PICTURE_ENDINGS


class Finder:
    """Finds the pictures that cells mean.

    Case, ending, the spelling of accents and the folder may differ; where that leaves
    no choice it also does not matter what stands between words.

    Args:
        pictures: All there are.
    """

    def __init__(self, pictures: Sequence[FoundPicture]) -> None:
        self._by_path = _named(pictures, lambda one: same_name(one.name))
        self._by_name = _named(pictures, lambda one: same_name(one.path.name))
        self._by_stem = _named(pictures, lambda one: same_name(one.stem))
        self._by_letters = _named(pictures, lambda one: letters_of(one.stem))

    def find(self, text: str) -> tuple[FoundPicture, ...]:
        """The pictures that a cell may mean: none, the one, or several.

        Args:
            text: A file's name or path, with or without its ending.
        """
        wanted = text.strip().strip('"').replace("\\", "/").removeprefix("./")
        last = wanted.rpartition("/")[2]
        tries = (
            (self._by_path, same_name(wanted)),
            (self._by_name, same_name(last)),
            (self._by_stem, same_name(last)),
            (self._by_stem, same_name(_bare(last))),
            (self._by_letters, letters_of(_bare(last))),
            (self._by_letters, letters_of(last)),
        )
        return next((named[name] for named, name in tries if named.get(name)), ())

    def like(self, text: str, among: Iterable[FoundPicture]) -> str:
        """The name of the picture that is spelt most alike; empty where none is."""
        names = {letters_of(one.stem): one.name for one in among}
        wanted = letters_of(_bare(text.replace("\\", "/").rpartition("/")[2]))
        near = difflib.get_close_matches(wanted, names, 1, _ALIKE)
        return names[near[0]] if near else ""


def _walk(folder: Path, *, deep: bool) -> Iterable[FoundPicture]:
    for place, folders, files in os.walk(folder):
        here = Path(place)
        depth = len(here.relative_to(folder).parts)
        folders[:] = sorted(
            name for name in folders if not name.startswith((".", "__MACOSX"))
        )
        if MANIFEST_NAME in files:
            folders.clear()
            continue
        if not deep or depth >= DEEPEST - 1:
            folders.clear()
        for name in sorted(files, key=str.casefold):
            path = here / name
            if is_picture_name(name) and not path.is_symlink():
                yield FoundPicture(path.relative_to(folder).as_posix(), path)


def _bare(name: str) -> str:
    """A name without the ending of a picture."""
    stem, dot, ending = name.rpartition(".")
    return stem if stem and dot and f".{ending.lower()}" in PICTURE_ENDINGS else name


def _named(
    pictures: Iterable[FoundPicture], name_of: Callable[[FoundPicture], str]
) -> dict[str, tuple[FoundPicture, ...]]:
    named: dict[str, tuple[FoundPicture, ...]] = {}
    for picture in pictures:
        if name := name_of(picture):
            named[name] = (*named.get(name, ()), picture)
    return named
