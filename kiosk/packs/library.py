"""All paintings that a kiosk can offer."""

import logging
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kiosk.errors import PackError
from kiosk.packs.files import find_file
from kiosk.packs.manifest import (
    FALLBACK_LANGUAGE,
    MANIFEST_NAME,
    Pack,
    PackPainting,
    read_pack,
)

logger = logging.getLogger(__name__)

FILE_PACK = "file"
"""Stands for a pack in the key of a picture file; no pack may be called so."""


@dataclass(frozen=True, slots=True)
class Library:
    """The packs that were found, in the order of their folders' names."""

    packs: tuple[Pack, ...]

    @property
    def paintings(self) -> tuple[PackPainting, ...]:
        """Every painting of every pack, in order."""
        return tuple(painting for pack in self.packs for painting in pack.paintings)

    def find(self, name: str) -> PackPainting:
        """Find a painting by ``pack/painting`` or by the path of a picture file.

        Raises:
            PackError: If it is neither.
        """
        for painting in self.paintings:
            if painting.key == name:
                return painting
        path = find_file(name)
        if path is not None:
            return painting_from_file(path)
        known = ", ".join(painting.key for painting in self.paintings)
        raise PackError(
            f"There is neither a picture file nor a painting called '{name}'"
            + (f"; paintings are {known}." if known else ".")
        )


def open_library(folder: Path | None = None) -> Library:
    """Read every pack under a folder; what is broken is logged and left out.

    Args:
        folder: The folder of packs; ours by default.
    """
    folder = folder or packs_folder()
    packs: dict[str, Pack] = {}
    for manifest in sorted(folder.glob(f"*/{MANIFEST_NAME}")):
        try:
            pack = read_pack(manifest.parent, _leave_out)
            _check_id(pack.id, manifest.parent.name, tuple(packs))
            packs[pack.id] = pack
        except PackError as error:
            logger.warning("a pack is left out: %s", error)
    return Library(tuple(packs.values()))


def _check_id(pack_id: str, folder_name: str, taken: tuple[str, ...]) -> None:
    if pack_id == FILE_PACK:
        raise PackError(
            f"The id '{FILE_PACK}' of the pack in '{folder_name}' stands for picture "
            "files. Choose another."
        )
    if pack_id in taken:
        raise PackError(
            f"The id '{pack_id}' of the pack in '{folder_name}' is that of another "
            "pack. Choose another."
        )


def _leave_out(error: PackError) -> None:
    logger.warning("a painting is left out: %s", error)


def packs_folder() -> Path:
    """``museum_targets`` beside our packages or inside a frozen bundle."""
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) if bundle else Path(__file__).resolve().parents[2]
    return root / "museum_targets"


def painting_from_file(path: Path) -> PackPainting:
    """Make a choice of a picture file, titled by its name."""
    words = re.sub(r"[\s_-]+", " ", path.stem).strip()
    identifier = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    return PackPainting(
        pack_id=FILE_PACK,
        id=identifier[:64] or "painting",
        image=path,
        titles=MappingProxyType({FALLBACK_LANGUAGE: words[:1].upper() + words[1:]}),
        artists=MappingProxyType({FALLBACK_LANGUAGE: ""}),
        year="",
    )
