"""Writes, locks and clears away files so that no crash leaves a part."""

import contextlib
import errno
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import PackError

_TRIES = 20
_PAUSE_S = 0.02
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
GONE = frozenset(
    {
        errno.ENOENT,
        errno.ENOTDIR,
        errno.EIO,
        errno.ENODEV,
        errno.ENXIO,
        errno.ESTALE,
        errno.ENOTCONN,
    }
)
"""What reading fails with once a stick is pulled."""


def write_whole(path: Path, content: bytes) -> None:
    """Put bytes in the place of a file, so that readers find the old or the new.

    Args:
        path: The file; its folder is there.
        content: What it shall hold.

    Raises:
        OSError: If it cannot be written; the old file is then untouched.
    """
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _replace(draft, path)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    keep_names(path.parent)


def keep_names(folder: Path) -> None:
    """Make the names in a folder survive a power cut, where the system can."""
    with contextlib.suppress(OSError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def clear_away(folder: Path) -> None:
    """Remove a folder with all in it as far as possible; what is not there is fine.

    On Windows a file that is being read stays; it is tried again later.
    """
    shutil.rmtree(folder, ignore_errors=True)


def disk_words(error: OSError) -> str:
    """What a failure of the disk means and what to do, in a plain sentence."""
    if error.errno in _FULL:
        return "The disk is full. Make room on it and try again."
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return "The disk or folder may not be written to. Change its rights."
    reason = error.strerror or "the disk refuses"
    return f"The disk says: {reason}. Check it and try again."


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a lock that the system releases even if this process is killed.

    Args:
        path: The lock's file; it stays there for ever, empty.

    Raises:
        PackError: If another process, or another thread of this one, holds it.
        OSError: If the file cannot be made.
    """
    with path.open("a+b") as file:
        if not _locked(file.fileno()):
            raise PackError(
                "Packs are just being changed by another program or person. Wait "
                "until that is done, then try again."
            )
        yield


def _replace(draft: Path, path: Path) -> None:
    for tries_left in range(_TRIES - 1, -1, -1):
        try:
            draft.replace(path)
        except PermissionError:  # on Windows also while somebody reads the old file
            if not tries_left or os.name != "nt":
                raise
            time.sleep(_PAUSE_S)
        else:
            return


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
