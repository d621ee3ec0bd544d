"""Finds the folders of USB sticks."""

import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path

from platformdirs import user_documents_path, user_downloads_path


def usb_folders() -> tuple[Path, ...]:
    """Find where a log bundle can go: USB sticks, or else the user's own folders.

    May wait for a stick that does not answer: call it off the GUI's thread.

    Returns:
        The mounted sticks that can be written to; where there is none, those of the
        user's Documents, Downloads and home that there are.
    """
    return removable_folders() or _own_folders()


def removable_folders() -> tuple[Path, ...]:
    """Find the USB sticks that are mounted and can be written to; see `plugged_in`."""
    return tuple(path for path in plugged_in() if os.access(path, os.W_OK))


def pack_folders() -> tuple[Path, ...]:
    """Find the user's own folders where packs may have been put.

    Returns:
        Those of Documents and Downloads that there are; where there is neither, as for
        a user made for the kiosk alone, the home folder.
    """
    *usual, home = _own_candidates()
    found = [path for path in usual if path.is_dir()] or [home]
    return tuple(dict.fromkeys(path for path in found if path.is_dir()))


def plugged_in() -> tuple[Path, ...]:
    """Find the USB sticks that are mounted, write-protected ones too.

    May wait for a stick that does not answer: call it off the GUI's thread.

    Linux: below ``/media/USER``, ``/run/media/USER``, ``/media/usb*`` and
    ``/mnt/usb*``. Windows: drives that say they are removable. macOS: volumes other
    than the system's own.
    """
    if sys.platform == "win32":
        found = _windows_drives()
    elif sys.platform == "darwin":
        found = mounted(Path("/"), ("Volumes/*",))
    else:
        user = _user()
        found = mounted(
            Path("/"),
            (f"media/{user}/*", f"run/media/{user}/*", "media/usb*", "mnt/usb*"),
        )
    return found


def mounted(
    root: Path,
    patterns: tuple[str, ...],
    is_mount: Callable[[Path], bool] = os.path.ismount,
) -> tuple[Path, ...]:
    """Find the mount points that match patterns.

    Args:
        root: Where the patterns begin.
        patterns: As for :meth:`pathlib.Path.glob`.
        is_mount: Tells a mount point from a plain folder.

    Returns:
        In the order of the patterns, then by name; links are left out, such as the one
        to the system's own volume on macOS.
    """
    found: dict[Path, None] = {}
    for pattern in patterns:
        try:
            candidates = sorted(root.glob(pattern))
        except OSError:
            continue
        for path in candidates:
            if not path.is_symlink() and path.is_dir() and is_mount(path):
                found[path] = None
    return tuple(found)


def _own_candidates() -> tuple[Path, ...]:
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 (Path.home may raise)
    return user_documents_path(), user_downloads_path(), home


def _own_folders() -> tuple[Path, ...]:
    found = [path for path in _own_candidates() if os.access(path, os.W_OK)]
    return tuple(dict.fromkeys(path for path in found if path.is_dir()))


def _user() -> str:
    try:
        name = getpass.getuser()
    except (KeyError, OSError):
        return "*"
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


if sys.platform == "win32":
    import ctypes

    _REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW

    def _windows_drives() -> tuple[Path, ...]:
        kernel = ctypes.windll.kernel32
        present = int(kernel.GetLogicalDrives())
        letters = [chr(ord("A") + n) for n in range(26) if present >> n & 1]
        roots = [f"{letter}:\\" for letter in letters]
        removable = [root for root in roots if kernel.GetDriveTypeW(root) == _REMOVABLE]
        return tuple(Path(root) for root in removable if Path(root).is_dir())
