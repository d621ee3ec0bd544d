"""Folders of pictures, and the tables that describe them."""

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.errors import EngineError
from pipeline.images import readable_suffixes

CATALOGUE = "catalogue.csv"


class FolderError(EngineError):
    """A folder or table to be evaluated is missing or not what it should be."""


def pictures_in(folder: Path) -> list[Path]:
    """List the picture files of one folder by name, without its subfolders.

    Raises:
        FolderError: If it is no folder, cannot be read or holds no picture.
    """
    suffixes = readable_suffixes()
    try:
        if not folder.is_dir():
            raise FolderError(
                f"{folder} is not a folder. Name one that holds pictures."
            )
        found = sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() in suffixes and path.is_file()
        )
    except OSError as error:
        raise FolderError(
            f"{folder} cannot be read: {error.strerror}. Name another folder."
        ) from error
    if not found:
        raise FolderError(
            f"{folder} holds no picture (JPEG, PNG, WebP, TIFF and so on)."
        )
    return found


def names_of(paths: Sequence[Path]) -> list[str]:
    """Name the pictures of one folder so that no two share a name.

    Returns:
        Each file's name without its suffix, or with it where the short one would be
        another file's as well; upper and lower case count as the same.
    """
    stems = Counter(path.stem.casefold() for path in paths)
    whole = {path.name.casefold() for path in paths}
    return [
        path.name
        if stems[path.stem.casefold()] > 1 or path.stem.casefold() in whole
        else path.stem
        for path in paths
    ]


def is_file(path: Path) -> bool:
    """Whether it is a file that can be seen; never for a name no file can have."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read_table(path: Path) -> list[dict[str, str]]:
    """Read a CSV file whose first line names the columns, ``file`` among them.

    Raises:
        FolderError: If it is missing, not text, or has no ``file`` column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            rows = [
                {name: value or "" for name, value in row.items() if name}
                for row in reader
            ]
            columns = reader.fieldnames or []
    except OSError as error:
        raise FolderError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, csv.Error) as error:
        raise FolderError(f"{path} is not a CSV file in UTF-8.") from error
    if "file" not in columns:
        raise FolderError(f"{path} has no column named file.")
    return [row for row in rows if row["file"]]


def catalogue_of(folder: Path) -> Mapping[str, Mapping[str, str]]:
    """Read what the folder's ``catalogue.csv`` says of each file; empty without one.

    Raises:
        FolderError: If there is one that cannot be read.
    """
    path = folder / CATALOGUE
    if not is_file(path):
        return {}
    return {row["file"]: row for row in read_table(path)}
