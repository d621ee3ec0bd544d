"""Folders of pictures, and the tables that describe them."""

import csv
from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import EngineError

CATALOGUE = "catalogue.csv"
_PICTURE_SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff"}
)


class FolderError(EngineError):
    """A folder or table to be evaluated is missing or not what it should be."""


def pictures_in(folder: Path) -> list[Path]:
    """List the picture files of one folder by name, without its subfolders.

    Raises:
        FolderError: If it is no folder or holds no picture.
    """
    if not folder.is_dir():
        raise FolderError(f"{folder} is not a folder. Name one that holds pictures.")
    found = sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in _PICTURE_SUFFIXES and path.is_file()
    )
    if not found:
        raise FolderError(f"{folder} holds no picture (JPEG, PNG, WebP, BMP, TIFF).")
    return found


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
    except (UnicodeDecodeError, csv.Error) as error:
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
    if not path.is_file():
        return {}
    return {row["file"]: row for row in read_table(path)}
