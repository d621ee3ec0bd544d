"""Where sealed pictures wait: a folder, or a bucket that speaks S3.

The names are the service's own: letters, digits, ``-`` and ``.``.
"""

import errno
import math
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from kiosk.bot.errors import StoreBusyError, StoreFullError

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_ENDING = ".sealed"


class BlobStore(Protocol):
    """Holds sealed pictures. Every call waits: make it in another thread."""

    def put(self, name: str, content: bytes) -> None:
        """Store a blob whole or not at all; one of that name is replaced.

        Raises:
            StoreFullError: If there is no room.
            StoreBusyError: If the store does not answer.
        """

    def get(self, name: str) -> bytes | None:
        """A blob; None if it is not there.

        Raises:
            StoreBusyError: If the store does not answer.
        """

    def delete(self, name: str) -> None:
        """Take a blob away; harmless when repeated.

        Raises:
            StoreBusyError: If the store does not answer.
        """

    def older_than(self, age_s: float) -> Iterator[str]:
        """The names of all blobs that have not been written to for some time.

        Raises:
            StoreBusyError: If the store does not answer.
        """


class FolderBlobs:
    """Blobs as files.

    Args:
        folder: Made when it is needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, name: str, content: bytes) -> None:
        """Store a blob by way of a file that is renamed once it is on the disk."""
        path = self._path(name)
        part = path.with_name(f".{name}.{secrets.token_hex(4)}.part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                with part.open("xb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
            _settle(self._folder)
        except OSError as error:
            raise _failure(error) from error

    def get(self, name: str) -> bytes | None:
        """Read a file; None if it is not there."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _failure(error) from error

    def delete(self, name: str) -> None:
        """Take a file away."""
        try:
            self._path(name).unlink(missing_ok=True)
        except OSError as error:
            raise _failure(error) from error

    def older_than(self, age_s: float) -> Iterator[str]:
        """Names of old files; what was left half-written is taken away on the way."""
        before_s = time.time() - age_s
        try:
            for path in list(self._folder.glob("*")):
                if _written_at(path) >= before_s:
                    continue
                if path.name.endswith(_ENDING):
                    yield path.name.removesuffix(_ENDING)
                elif path.name.endswith(".part"):
                    path.unlink(missing_ok=True)
        except OSError as error:
            raise _failure(error) from error

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}{_ENDING}"


def _written_at(path: Path) -> float:
    """When a file was written, Unix seconds; never, if it is gone by now."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return math.inf


def _settle(folder: Path) -> None:
    """Have the folder's list of names on the disk too, where the system can."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _failure(error: OSError) -> StoreFullError | StoreBusyError:
    if error.errno in _FULL:
        return StoreFullError("The disk with the pictures is full.")
    return StoreBusyError("The folder with the pictures cannot be used.")
