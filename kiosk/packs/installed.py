"""Reads the version of an installed pack that is in force."""

import logging
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.compiled import read_compiled
from kiosk.packs.index import Index
from kiosk.packs.manifest import Pack, pack_of
from kiosk.packs.problems import Problem
from kiosk.packs.reading import read_pack

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack that is installed.

    Attributes:
        pack: The version in force.
        enabled: Whether it is shown.
        previous: The version that a roll-back goes to; empty where there is none.
        warnings: What somebody should look at; only known right after an install.
    """

    pack: Pack
    enabled: bool
    previous: str
    warnings: tuple[Problem, ...] = ()


def find_installed(store: Path, pack_id: str, index: Index) -> Installed | None:
    """Read a pack; one whose files are gone falls back to its previous version.

    Args:
        store: The folder of all packs.
        pack_id: One that the index has.
        index: What is remembered.

    Returns:
        The pack, or None where no version of it can be read.
    """
    versions = index.packs[pack_id]
    for folder_name in (versions.current, versions.previous):
        if folder_name is None:
            continue
        pack = read_version(store / pack_id / folder_name)
        if pack is not None and pack.id == pack_id:
            before = versions.previous if folder_name == versions.current else None
            version = (before or "").rpartition("-")[0]
            return Installed(pack, pack_id not in index.disabled, version)
        logger.warning("version %s of the pack %s is gone", folder_name, pack_id)
    return None


def read_version(folder: Path) -> Pack | None:
    """The pack in the folder of a version; None where it cannot be read."""
    manifest = read_compiled(folder) or read_pack(folder).manifest
    return None if manifest is None else pack_of(manifest, folder, installed=True)
