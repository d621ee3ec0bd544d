"""Keeps the installed packs: every version whole, one of each pack in force.

::

    packs/
      installed.json                       which versions count (kiosk.packs.index)
      .lock                                held while something is changed
      .in-use                              held by a running kiosk
      louvre/1.0-0123456789abcdef/         a version; never changed once it is there
      louvre/1.1-fedcba9876543210/
      .incoming-…/                         half-done; cleared away by the next change

A version is put together beside the others, checked, moved to its place in one step and
only then named in the index. Whatever breaks in between, the old version is in force
and nothing that is half-done is ever read.
"""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from kiosk.errors import PackError
from kiosk.packs.arrival import Progress, bring_in
from kiosk.packs.disk import alone, clear_away, disk_words
from kiosk.packs.index import (
    INDEX_NAME,
    Index,
    Versions,
    read_index,
    write_index,
)
from kiosk.packs.installed import Installed, find_installed, read_version
from kiosk.packs.manifest import Pack, pack_of
from kiosk.packs.old_versions import HALF_DONE, prune, prune_unless_held
from kiosk.packs.problems import printable
from kiosk.places import data_folder

LOCK_NAME = ".lock"

Stamp: TypeAlias = tuple[int, int, int]
"""Tells one state of a store from another; means nothing by itself."""


class PackStore:
    """The packs that are installed on this kiosk.

    Reading needs no lock and never waits. A change is refused while another is going
    on, in this process or another.

    Args:
        folder: Where they are; made when the first one is installed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def stamp(self) -> Stamp:
        """What differs after every change; so cheap that it can be asked each second.

        Compare it with an earlier one, and open the library again where it differs.
        """
        try:
            status = (self.folder / INDEX_NAME).stat()
        except OSError:
            return (0, 0, 0)
        return (status.st_mtime_ns, status.st_ino, status.st_size)

    def index(self) -> Index:
        """What is remembered about all packs."""
        return read_index(self.folder)

    def list(self) -> tuple[Installed, ...]:
        """The installed packs, in the order in which they came.

        One whose files are gone falls back to its previous version, or is left out.
        """
        index = self.index()
        found = (find_installed(self.folder, pack_id, index) for pack_id in index.packs)
        return tuple(installed for installed in found if installed is not None)

    def install(
        self,
        source: Path,
        progress: Progress | None = None,
        today: date | None = None,
        prepare: Callable[[Pack], None] | None = None,
    ) -> Installed:
        """Check a pack and put it in force; the old version stays for a roll-back.

        Args:
            source: A folder with a ``pack.toml``, or a zip file of one.
            progress: Told what is being done and how far it is; what it raises stops
                the installation and leaves everything as it was.
            today: The day against which dates are held; the computer's by default.
            prepare: Given the pack once its files are in their place, before it is in
                force; what it raises stops the installation too.

        Raises:
            UnfitPackError: If something fatal is wrong with the pack.
            PackError: If it cannot be read, there is no room, or packs are just being
                changed.
        """
        with self._changing() as index:
            incoming = self.folder / f"{HALF_DONE}{secrets.token_hex(8)}"
            try:
                incoming.mkdir()
                manifest, version, problems = bring_in(
                    source, incoming, self.folder, progress, today
                )
            finally:
                clear_away(incoming)
            if prepare is not None:
                self._write(index)  # without it whatever lies there would count
                prepare(pack_of(manifest, version, installed=True))
            index = _with_version(index, manifest.id, version.name)
            self._write(index)
            prune_unless_held(self.folder, index)
            installed = find_installed(self.folder, manifest.id, index)
        if installed is None:
            raise PackError("The pack has vanished while it was installed. Try again.")
        return replace(installed, warnings=problems)

    def rollback(self, pack_id: str) -> Installed:
        """Put the previous version in force again; a second time undoes it.

        Raises:
            PackError: If there is none, or packs are just being changed.
        """
        with self._changing() as index:
            versions = _versions(index, pack_id)
            name = printable(pack_id)
            if versions.previous is None:
                raise PackError(f"The pack '{name}' has no previous version.")
            if read_version(self.folder / pack_id / versions.previous) is None:
                raise PackError(
                    f"The previous version of '{name}' cannot be read any more. "
                    "Install it again."
                )
            swapped = Versions(current=versions.previous, previous=versions.current)
            index = _changed(index, packs={**index.packs, pack_id: swapped})
            self._write(index)
            installed = find_installed(self.folder, pack_id, index)
        if installed is None:
            raise PackError(f"The pack '{name}' has vanished. Install it again.")
        return installed

    def remove(self, pack_id: str) -> None:
        """Take a pack away, all versions of it.

        Raises:
            PackError: If it is not installed, or packs are just being changed.
        """
        with self._changing() as index:
            _versions(index, pack_id)
            left = {name: kept for name, kept in index.packs.items() if name != pack_id}
            switched_off = [name for name in index.disabled if name != pack_id]
            order = [name for name in index.order if name != pack_id]
            index = _changed(
                index, packs=left, disabled=tuple(switched_off), order=tuple(order)
            )
            self._write(index)
            prune_unless_held(self.folder, index)

    def enable(self, pack_id: str) -> None:
        """Show a pack again, also a built-in one.

        Raises:
            PackError: If packs are just being changed or the disk refuses.
        """
        self._change(
            lambda index: _changed(
                index,
                disabled=tuple(name for name in index.disabled if name != pack_id),
            )
        )

    def disable(self, pack_id: str) -> None:
        """Show a pack no longer, without taking it away; also a built-in one.

        Raises:
            PackError: If packs are just being changed or the disk refuses.
        """
        self._change(
            lambda index: _changed(
                index, disabled=tuple(dict.fromkeys([*index.disabled, pack_id]))
            )
        )

    def order(self, pack_ids: tuple[str, ...]) -> None:
        """Let packs come first, in this order; the others follow.

        Args:
            pack_ids: Identifiers, of built-in packs too.

        Raises:
            PackError: If packs are just being changed or the disk refuses.
        """
        order = tuple(dict.fromkeys(pack_ids))
        self._change(lambda index: _changed(index, order=order))

    def clear_up(self) -> None:
        """Take old versions away, for the kiosk that holds them and shows none.

        Raises:
            PackError: If packs are just being changed or the disk refuses.
        """
        with self._changing() as index:
            prune(self.folder, index)

    def _change(self, change: Callable[[Index], Index]) -> None:
        with self._changing() as index:
            self._write(change(index))

    @contextmanager
    def _changing(self) -> Iterator[Index]:
        """Hold the lock and clear away what an earlier change left half-done."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with alone(self.folder / LOCK_NAME):
                for left_over in self.folder.glob(f"{HALF_DONE}*"):
                    clear_away(left_over)
                yield self.index()
        except OSError as error:
            raise PackError(
                f"The packs in {self.folder} cannot be changed. {disk_words(error)}"
            ) from error

    def _write(self, index: Index) -> None:
        write_index(self.folder, index)


def usual_store() -> PackStore:
    """The packs in the kiosk's usual data folder.

    Raises:
        SettingsError: If ``VERNISSAGE_HOME`` is no absolute path.
    """
    return PackStore(data_folder() / "packs")


def _versions(index: Index, pack_id: str) -> Versions:
    versions = index.packs.get(pack_id)
    if versions is not None:
        return versions
    known = ", ".join(index.packs) or "none"
    raise PackError(
        f"The pack '{printable(pack_id)}' is not installed; those that are: {known}."
    )


def _with_version(index: Index, pack_id: str, folder_name: str) -> Index:
    old = index.packs.get(pack_id)
    if old is None:
        versions = Versions(current=folder_name)
    elif old.current == folder_name:
        versions = old
    else:
        versions = Versions(current=folder_name, previous=old.current)
    return _changed(index, packs={**index.packs, pack_id: versions})


def _changed(index: Index, **changes: object) -> Index:
    values = {"generation": index.generation + 1, **changes}
    return Index.model_validate({**dict(index), **values})
