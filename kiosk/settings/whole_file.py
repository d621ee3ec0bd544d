"""Writes a file so that a reader finds the old or the new one, never a part."""

import contextlib
import os
import secrets
import stat
import time
from pathlib import Path

from kiosk.errors import SettingsError

_TRIES = 20
_PAUSE_S = 0.02


def write_whole(path: Path, text: str) -> None:
    """Put a text in the place of a file, whose rights and links are kept.

    Args:
        path: The file; made if missing, with its folders.
        text: Written as UTF-8.

    Raises:
        SettingsError: If it cannot be written; the old file is then untouched.
    """
    try:
        target = path.resolve()
        mode = _mode(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, text.encode(), mode)
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise SettingsError(
            f"The settings in {path} cannot be written: {reason}."
        ) from error


def _mode(target: Path) -> int | None:
    """The rights of a file that may be written, or None if there is none."""
    try:
        with target.open("r+b") as file:  # replacing would not ask for this right
            return stat.S_IMODE(os.fstat(file.fileno()).st_mode)
    except FileNotFoundError:
        return None


def _replace(target: Path, content: bytes, mode: int | None) -> None:
    draft = target.with_name(f".{target.name}.{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            draft.chmod(mode)
        _rename(draft, target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    _keep_name(target.parent)


def _rename(draft: Path, target: Path) -> None:
    for tries_left in range(_TRIES - 1, -1, -1):
        try:
            draft.replace(target)
        except PermissionError:  # on Windows also while somebody reads the old file
            if not tries_left or os.name != "nt":
                raise
            time.sleep(_PAUSE_S)
        else:
            return


def _keep_name(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can."""
    with contextlib.suppress(OSError):  # Windows opens no folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
