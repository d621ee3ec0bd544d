"""Saves an edited painting: into a pack's folder, or as a new version of a pack."""

import contextlib
import hashlib
import os
import re
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final, Protocol, TypeAlias

from kiosk.errors import PackError
from kiosk.packs.arrival import Progress
from kiosk.packs.disk import alone, clear_away, disk_words, write_whole
from kiosk.packs.editing.draft import Draft
from kiosk.packs.editing.manifest_edit import KEEP, edited_text
from kiosk.packs.editing.mask import mask_png
from kiosk.packs.library import find_pack
from kiosk.packs.manifest import Pack, pack_of
from kiosk.packs.problems import UnfitPackError
from kiosk.packs.reading import read_pack
from kiosk.packs.schema import MANIFEST_NAME, PackManifest
from kiosk.packs.store import PackStore
from kiosk.packs.transfer import files_of
from pipeline.painted_mask import PaintedMask

LOCK_NAME: Final = ".amending.lock"
_STAGED: Final = ".amended-"
_LONGEST_VERSION: Final = 32
_EDITED: Final = re.compile(r"(.*)\+edit(\d+)")

NewMask: TypeAlias = PaintedMask | None
"""What a painting's mask shall be; None for no mask."""


@dataclass(frozen=True, slots=True, eq=False)
class Edit:
    """What is to be saved.

    Attributes:
        painting_id: Of the painting within its pack.
        draft: What it shall say.
        mask: What its mask shall be, if the draft has touched it.
    """

    painting_id: str
    draft: Draft
    mask: NewMask = None


class Home(Protocol):
    """Where the paintings that are edited belong."""

    def open(self) -> Pack:
        """The pack as it is now.

        Raises:
            PackError: If there is none any more.
        """

    def save(self, edit: Edit, progress: Progress | None = None) -> Pack:
        """Save an edited painting, whole or not at all.

        Args:
            edit: What to save.
            progress: Told what is being done and how far it is.

        Returns:
            The pack as it is now.

        Raises:
            PackError: If it cannot be saved; everything is then as it was.
        """


class FolderHome:
    """A pack that is a folder somebody works on; it is changed in its place.

    Args:
        folder: Holds the ``pack.toml``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open(self) -> Pack:
        """The pack as it is now.

        Raises:
            UnfitPackError: If it cannot be read.
        """
        manifest, problems = read_pack(self.folder)
        if manifest is None:
            raise UnfitPackError(self.folder.name, problems)
        return pack_of(manifest, self.folder)

    def save(self, edit: Edit, progress: Progress | None = None) -> Pack:
        """Write the mask beside the picture, then the manifest that names it."""
        del progress
        write_edit(self.folder, edit)
        return self.open()


class StoreHome:
    """A pack of the kiosk, installed or built-in; edits become a new version of it.

    Args:
        store: The installed packs.
        pack_id: Which pack.
        builtin: The folder of built-in packs; ours by default.
    """

    def __init__(
        self, store: PackStore, pack_id: str, builtin: Path | None = None
    ) -> None:
        self._store, self._pack_id, self._builtin = store, pack_id, builtin

    def open(self) -> Pack:
        """The version that is in force.

        Raises:
            PackError: If there is none any more.
        """
        return find_pack(self._pack_id, self._store, self._builtin).pack

    def save(self, edit: Edit, progress: Progress | None = None) -> Pack:
        """Install the pack with the edit as a new version; the old one stays.

        The files are linked where the disk can, so that only the store copies them.
        """
        store = self._store
        try:
            store.folder.mkdir(parents=True, exist_ok=True)
            with alone(store.folder / LOCK_NAME):
                for left_over in store.folder.glob(f"{_STAGED}*"):
                    clear_away(left_over)
                staged = store.folder / f"{_STAGED}{secrets.token_hex(8)}"
                try:
                    pack = self.open()
                    _stage(pack.folder, staged)
                    write_edit(staged, edit, next_version(pack.version))
                    return store.install(staged, progress).pack
                finally:
                    clear_away(staged)
        except OSError as error:
            raise PackError(
                f"The painting cannot be saved. {disk_words(error)}"
            ) from error


def write_edit(folder: Path, edit: Edit, version: str | None = None) -> None:
    """Write an edit into a folder: first the mask under a new name, then the manifest.

    Args:
        folder: The pack's.
        edit: What to write.
        version: The pack's new version; None leaves it.

    Raises:
        PackError: If the disk refuses; the pack is then as it was.
    """
    path = folder / MANIFEST_NAME
    fresh: Path | None = None
    try:
        before = path.read_bytes().decode().removeprefix("\ufeff")
        mask: object = KEEP
        if edit.draft.mask_touched:
            fresh = _write_mask(folder, edit)
            mask = fresh.name if fresh is not None else None
        text = edited_text(before, edit.painting_id, edit.draft, mask, version)
        write_whole(path, text.encode())
    except OSError as error:
        raise PackError(f"The pack cannot be saved. {disk_words(error)}") from error
    except ValueError as error:
        raise PackError(f"The file {MANIFEST_NAME} cannot be read any more.") from error
    if edit.draft.mask_touched:
        _clear_old_masks(folder, edit.painting_id, fresh)


def next_version(version: str) -> str:
    """What an edited version is called: ``1.0+edit1``, then ``1.0+edit2``."""
    edited = _EDITED.fullmatch(version)
    base, number = (edited[1], int(edited[2]) + 1) if edited else (version, 1)
    ending = f"+edit{number}"
    return base[: _LONGEST_VERSION - len(ending)] + ending


def _write_mask(folder: Path, edit: Edit) -> Path | None:
    if edit.mask is None:
        return None
    content = mask_png(edit.mask)
    digest = hashlib.sha256(content).hexdigest()[:8]
    path = folder / f"{edit.painting_id}-mask-{digest}.png"
    write_whole(path, content)
    return path


def _clear_old_masks(folder: Path, painting_id: str, kept: Path | None) -> None:
    """Take away masks that this editor wrote for a painting and nobody names now."""
    ours = re.compile(rf"{re.escape(painting_id)}-mask-[0-9a-f]{{8}}\.png")
    manifest = read_pack(folder).manifest
    if manifest is None:
        return
    named = _names(manifest)
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if ours.fullmatch(path.name) and path != kept and path.name not in named:
                path.unlink(missing_ok=True)


def _names(manifest: PackManifest) -> set[str]:
    pairs = ((entry.image, entry.mask) for entry in manifest.paintings)
    return {name for pair in pairs for name in pair if name is not None}


def _stage(folder: Path, staged: Path) -> None:
    """Put the files of a pack together in another folder."""
    manifest, problems = read_pack(folder)
    if manifest is None:
        raise UnfitPackError(folder.name, problems)
    staged.mkdir()
    for name, path in files_of(folder, manifest).items():
        target = staged / PurePosixPath(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(path, target)
        except OSError:  # another disk, or one that cannot
            shutil.copyfile(path, target)
