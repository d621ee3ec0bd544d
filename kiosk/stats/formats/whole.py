"""Writes a file, or a folder of files, whole or not at all."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.errors import SavingError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Have a file written beside its place, and put it there when it is complete.

    A file that is there already is replaced in one step. Two that write the same file
    at once do not disturb each other: the later one stays.

    Args:
        path: Where it goes; its folder must be there.

    Yields:
        Where to write.

    Raises:
        SavingError: If it cannot be written; nothing is left behind.
    """
    part = _beside(path)
    try:
        yield part
        _sync(part)
        part.replace(path)
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """Have a folder filled beside its place, and put it there when it is complete.

    Args:
        path: Where it goes; must not be there yet, or be empty.

    Yields:
        An empty folder to write into.

    Raises:
        SavingError: If it cannot be written, or is there already.
    """
    part = _beside(path)
    try:
        if path.is_dir() and any(path.iterdir()):
            raise SavingError(
                f"{path} is there already and holds files: name another folder."
            )
        part.mkdir()
        yield part
        for file in sorted(part.iterdir()):
            _sync(file)
        if path.is_dir():
            path.rmdir()
        part.rename(path)
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")


def _sync(path: Path) -> None:
    """Wait until a stick really has it: it may be pulled out right after."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _unwritten(path: Path, error: OSError) -> SavingError:
    if path.is_dir():
        return SavingError(f"{path} is a folder: name a file in it.")
    if not path.parent.is_dir():
        return SavingError(f"There is no folder {path.parent}.")
    return SavingError(
        f"{path.name} cannot be written to '{path.parent}': "
        f"{error.strerror or 'it does not answer'}. Check that there is room and that "
        "it is not write-protected."
    )
