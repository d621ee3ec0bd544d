"""Unpacks the zip file of a pack, which may be anything at all.

Nothing in the file is believed: names are checked before anything is written, sizes
while it is, and only plain files are written, always new ones below the given folder.
"""

import shutil
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from kiosk.errors import PackError
from kiosk.packs.disk import disk_words
from kiosk.packs.problems import printable
from kiosk.packs.zip_entries import (
    LIMITS,
    BoundedFile,
    Entries,
    Limits,
    checked_entries,
    pack_folder,
    refused,
)

_CHUNK_BYTES = 256_000
_SPARE_BYTES = 50_000_000

Tell: TypeAlias = Callable[[int, int], None]
"""Told how many bytes are done, and of how many."""


def unpack(
    zip_path: Path, into: Path, limits: Limits = LIMITS, tell: Tell | None = None
) -> Path:
    """Unpack the zip file of a pack.

    Args:
        zip_path: The file.
        into: An empty folder.
        limits: How much it may hold.
        tell: Told how many bytes are done, and of how many.

    Returns:
        The folder with the ``pack.toml``: ``into``, or the one folder in it.

    Raises:
        PackError: If it is no zip, or one that no honest program makes of a pack;
            ``into`` may then hold a part.
    """
    name = printable(zip_path.name)
    try:
        with (
            BoundedFile(zip_path) as file,
            zipfile.ZipFile(file) as archive,
        ):
            entries = checked_entries(archive, limits, zip_path.stat().st_size)
            folder = into / pack_folder(entries)
            _write_all(archive, entries, into, limits, tell or _silent)
    except _StoppedError as stopped:
        raise stopped.reason from None
    except OSError as error:
        raise PackError(
            f"The zip file '{name}' cannot be unpacked. {disk_words(error)}"
        ) from error
    except PackError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise PackError(
            f"'{name}' is no whole zip file. Make or copy it again."
        ) from error
    except Exception as error:  # a hostile file makes the reader raise anything
        raise PackError(
            f"'{name}' cannot be read as a zip file. Make it again with an ordinary "
            "program."
        ) from error
    return folder


def _write_all(
    archive: zipfile.ZipFile, entries: Entries, into: Path, limits: Limits, tell: Tell
) -> None:
    total_bytes = sum(info.file_size for info in entries.values())
    if shutil.disk_usage(into).free < total_bytes + _SPARE_BYTES:
        raise PackError(
            f"The disk has no room for the {total_bytes / 1e6:,.0f} MB of this pack. "
            "Make room on it and try again."
        )
    done_bytes = 0
    for name, info in entries.items():
        target = into / PurePosixPath(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(info) as packed, target.open("xb") as file:
            size_bytes = 0
            while chunk := packed.read(_CHUNK_BYTES):
                size_bytes += len(chunk)
                if size_bytes > min(info.file_size, limits.largest_file_bytes):
                    raise refused("holds more than it says")
                file.write(chunk)
        done_bytes += size_bytes
        try:
            tell(done_bytes, total_bytes)
        except Exception as reason:
            raise _StoppedError(reason) from reason


class _StoppedError(Exception):
    """Whoever watches has stopped it, which is no fault of the zip file.

    Attributes:
        reason: What was raised.
    """

    def __init__(self, reason: Exception) -> None:
        self.reason = reason
        super().__init__(str(reason))


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""
