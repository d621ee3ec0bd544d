"""Whether results can be kept where they shall go, asked before the work begins."""

import secrets
import stat
from pathlib import Path

from pipeline.errors import ImageUnwritableError


def check_folder(folder: Path) -> None:
    """Make the folder if it is not there and make sure that files can be put in.

    Raises:
        ImageUnwritableError: If not.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _try_in(folder)
    except (OSError, ValueError) as error:
        raise ImageUnwritableError(
            f"Nothing can be written into {folder} ({_reason(error)}). Name another "
            "folder."
        ) from error


def check_file(path: Path) -> None:
    """Make sure that a file can be written there, without writing it.

    Raises:
        ImageUnwritableError: If not.
    """
    try:
        if _is_folder(path):
            raise IsADirectoryError(0, "it is a folder")
        _try_in(path.parent)
    except (OSError, ValueError) as error:
        raise ImageUnwritableError(
            f"{path} cannot be written ({_reason(error)}). Check that its folder "
            "exists and may be written to."
        ) from error


def _try_in(folder: Path) -> None:
    tried = folder / f".{secrets.token_hex(4)}.part"
    try:
        tried.open("xb").close()
    finally:
        tried.unlink(missing_ok=True)


def _is_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except FileNotFoundError:
        return False


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
