"""Remembers which version of each pack is in force: ``installed.json``.

::

    {
        "format": 1,
        "generation": 7,
        "packs": {"louvre": {"current": "1.1-0123456789abcdef", "previous": null}},
        "disabled": ["studio"],
        "order": ["louvre", "studio"],
    }

``current`` and ``previous`` are folders in the folder of the pack. The file is written
whole or not at all. Where it is damaged or gone it is made again from the folders.
"""

import json
import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints
from pydantic import ValidationError as InvalidError

from kiosk.packs.disk import write_whole
from kiosk.packs.kinds import Identifier

INDEX_NAME = "installed.json"
FINGERPRINT_LETTERS = 16
_LARGEST_BYTES = 5_000_000
_FOLDER = rf"^[0-9A-Za-z][0-9A-Za-z.+_-]{{0,31}}-[0-9a-f]{{{FINGERPRINT_LETTERS}}}$"
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")

logger = logging.getLogger(__name__)

FolderName = Annotated[str, StringConstraints(pattern=_FOLDER)]
"""``VERSION-FINGERPRINT``."""

Identifiers = Annotated[tuple[Identifier, ...], Strict(strict=False)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class Versions(_Part):
    """Which folders of a pack count.

    Attributes:
        current: The one in force.
        previous: The one that a roll-back goes to, or None.
    """

    current: FolderName
    previous: FolderName | None = None


class Index(_Part):
    """What is remembered.

    Attributes:
        format: How it is written.
        generation: Rises with every change.
        packs: From the identifier of each installed pack to its versions.
        disabled: Packs that are not shown, built-in ones too.
        order: Packs that come first, in this order.
    """

    format: Literal[1] = 1
    generation: Annotated[int, Field(ge=0)] = 0
    packs: Mapping[Identifier, Versions] = {}
    disabled: Identifiers = ()
    order: Identifiers = ()


def read_index(store: Path) -> Index:
    """Read what is remembered, or work it out from the folders that are there.

    Args:
        store: The folder of all installed packs; it need not be there.
    """
    try:
        with (store / INDEX_NAME).open("rb") as file:
            return Index.model_validate_json(file.read(_LARGEST_BYTES))
    except FileNotFoundError:
        why = "is gone"
    except OSError as error:
        why = f"cannot be read ({error.strerror})"
    except InvalidError:
        why = "is damaged"
    index = _from_folders(store)
    if index.packs or why != "is gone":
        found = ", ".join(index.packs) or "none"
        logger.warning(
            "%s %s; the packs were found by their folders: %s. All are enabled.",
            INDEX_NAME,
            why,
            found,
        )
    return index


def write_index(store: Path, index: Index) -> None:
    """Remember, whole or not at all.

    Raises:
        OSError: If it cannot be written; the file stays as it was.
    """
    text = json.dumps(index.model_dump(mode="json"), indent=2)
    write_whole(store / INDEX_NAME, text.encode())


def version_folders(pack_folder: Path) -> list[Path]:
    """The versions of a pack that are whole, the newest last."""
    try:
        found = [
            path
            for path in pack_folder.iterdir()
            if re.fullmatch(_FOLDER, path.name) and path.is_dir()
        ]
        return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name))
    except OSError:
        return []


def pack_folders(store: Path) -> list[Path]:
    """The folders of packs, by name; half-done and foreign ones are left out."""
    try:
        names = sorted(path.name for path in store.iterdir() if path.is_dir())
    except OSError:
        return []
    return [store / name for name in names if _IDENTIFIER.fullmatch(name)]


def _from_folders(store: Path) -> Index:
    packs = {}
    for folder in pack_folders(store):
        versions = [path.name for path in version_folders(folder)]
        if versions:
            previous = versions[-2] if len(versions) > 1 else None
            packs[folder.name] = Versions(current=versions[-1], previous=previous)
    return Index(packs=packs)
