"""A copy of the manifest of an installed pack that is read several times as fast.

TOML is parsed by Python itself, which is slow for hundreds of paintings. The copy is
made at install, when all was checked; without it the manifest is read.
"""

import contextlib
import json
from pathlib import Path

from pydantic import ValidationError

import kiosk
from kiosk.packs.disk import write_whole
from kiosk.packs.schema import PackManifest

COMPILED_NAME = ".pack.json"
_LARGEST_BYTES = 10_000_000


def write_compiled(folder: Path, manifest: PackManifest) -> None:
    """Write the copy.

    Args:
        folder: The pack's folder.
        manifest: What was read from it.

    Raises:
        OSError: If it cannot be written.
    """
    body = manifest.model_dump_json(exclude_defaults=True)
    write_whole(folder / COMPILED_NAME, f"{_head()}\n{body}\n".encode())


def read_compiled(folder: Path) -> PackManifest | None:
    """Read the copy; None where there is none that this program has written."""
    with contextlib.suppress(OSError, ValidationError):
        with (folder / COMPILED_NAME).open("rb") as file:
            head, _, body = file.read(_LARGEST_BYTES).partition(b"\n")
        if head == _head().encode():
            return PackManifest.model_validate_json(body)
    return None


def _head() -> str:
    return json.dumps({"program": kiosk.__version__})
