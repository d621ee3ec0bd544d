"""Brings a pack from a folder or zip file into the store, step by step."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TypeAlias

from kiosk.errors import PackError
from kiosk.packs.archive import unpack
from kiosk.packs.checking import check_pack
from kiosk.packs.compiled import COMPILED_NAME, write_compiled
from kiosk.packs.disk import clear_away, keep_names
from kiosk.packs.problems import Problem, UnfitPackError, any_fatal
from kiosk.packs.reading import read_pack
from kiosk.packs.schema import MANIFEST_NAME, PackManifest
from kiosk.packs.transfer import copy_failed, copy_files, files_of


class Step(StrEnum):
    """What is being done during an installation."""

    UNPACK = "unpack"
    """The zip file is unpacked; counted in bytes."""
    COPY = "copy"
    """Files are copied; counted in bytes."""
    CHECK = "check"
    """Pictures are checked; counted in paintings."""
    PREPARE = "prepare"
    """Paintings are looked through; counted in paintings."""


Progress: TypeAlias = Callable[[Step, int, int], None]
"""Told the step, how much of it is done, and of how much."""


def bring_in(
    source: Path,
    incoming: Path,
    store: Path,
    progress: Progress | None,
    today: date | None,
) -> tuple[PackManifest, Path, tuple[Problem, ...]]:
    """Copy, check and move a pack to its place among the versions.

    Args:
        source: A folder or a zip file.
        incoming: An empty folder on the disk of the store.
        store: The folder of all packs.
        progress: Told how far it is.
        today: The day against which dates are held.

    Returns:
        What the pack says, the folder of this version, and what should be looked at.

    Raises:
        UnfitPackError: If something fatal is wrong with the pack.
        PackError: If it cannot be read or copied.
    """
    tell = progress or _silent
    folder = _as_folder(source, incoming / "unpacked", partial(tell, Step.UNPACK))
    name = source.name or str(source)
    manifest, problems = read_pack(folder)
    if manifest is None or any_fatal(problems):  # before gigabytes are copied
        raise UnfitPackError(name, check_pack(folder, today).problems)
    copy = incoming / "pack"
    copy.mkdir()
    try:
        files = files_of(folder, manifest)
        fingerprint = copy_files(files, copy, partial(tell, Step.COPY))
    except OSError as error:
        raise copy_failed(error) from error
    clear_away(incoming / "unpacked")
    manifest, problems = check_pack(copy, today, partial(tell, Step.CHECK))
    if manifest is None or any_fatal(problems):
        raise UnfitPackError(name, problems)
    write_compiled(copy, manifest)
    target = store / manifest.id / f"{manifest.version}-{fingerprint}"
    _move(copy, target)
    return manifest, target, problems


def source_at(path: Path) -> Path:
    """Where a pack is: the folder of a ``pack.toml``, or the path itself.

    Args:
        path: A folder, a zip file or a ``pack.toml``; ``~`` is the home folder.

    Raises:
        PackError: If there is nothing of the kind.
    """
    try:
        source = path.expanduser()
        if source.name == MANIFEST_NAME and source.is_file():
            return source.parent
        if source.is_dir() or source.is_file():
            return source
    except (OSError, ValueError, RuntimeError) as error:
        raise PackError(f"{path} cannot be read. Check its name.") from error
    raise PackError(
        f"There is no pack at {path}. Name a folder with a pack.toml, or a zip file of "
        "one."
    )


def _as_folder(source: Path, unpacked: Path, tell: Callable[[int, int], None]) -> Path:
    source = source_at(source)
    if source.is_dir():
        return source
    unpacked.mkdir()
    return unpack(source, unpacked, tell=tell)


def _move(copy: Path, target: Path) -> None:
    """Let a whole version appear in one step."""
    target.parent.mkdir(exist_ok=True)
    if target.is_dir():
        if (target / COMPILED_NAME).is_file():
            return  # the very same pack is there already
        clear_away(target)
    copy.rename(target)
    keep_names(target.parent)


def _silent(_step: Step, _done: int, _total: int) -> None:
    """Tell nobody."""
