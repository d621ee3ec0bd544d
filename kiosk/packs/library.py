"""All paintings that a kiosk can offer: those that came with it and those installed."""

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from kiosk.errors import PackError
from kiosk.packs.filenames import title_of
from kiosk.packs.files import find_file
from kiosk.packs.kinds import FALLBACK_LANGUAGE
from kiosk.packs.listing import ListedPack, arrange
from kiosk.packs.manifest import Pack, PackPainting, pack_of
from kiosk.packs.problems import printable
from kiosk.packs.reading import FILE_PACK, read_pack
from kiosk.packs.schema import MANIFEST_NAME
from kiosk.packs.store import PackStore, usual_store
from kiosk.program import shipped

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Library:
    """The packs that are shown, in their order."""

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


def open_library(
    folder: Path | None = None,
    store: PackStore | None = None,
    today: date | None = None,
) -> Library:
    """Read every pack; what is broken is logged and left out.

    Installed packs come before built-in ones, unless staff gave them an order. One with
    the identifier of a built-in pack takes its place. What is switched off, or not
    shown on this day by its dates and rights, is left out. If nothing at all remained,
    the built-in packs are shown: an empty wall helps nobody.

    Args:
        folder: The folder of built-in packs; ours by default.
        store: The installed packs; by default those of this kiosk, or none where a
            folder is given.
        today: The day to show; the computer's own by default.
    """
    if store is None and folder is None:
        store = usual_store()
    day = today or datetime.now().astimezone().date()
    builtin = builtin_packs(folder)
    if store is None:
        return Library(_shown(builtin, day))
    listed = arrange(builtin, store)
    enabled = [one.pack for one in listed if one.enabled]
    shown = _shown(enabled, day)
    if not shown and listed:
        logger.warning("no painting is enabled and valid; the built-in ones are shown")
        shown = _shown(builtin, day)
    return Library(shown)


def builtin_packs(folder: Path | None = None) -> tuple[Pack, ...]:
    """The packs that came with the kiosk, in the order of their folders' names.

    Args:
        folder: Where they are; our own folder by default.
    """
    folder = folder or packs_folder()
    packs: dict[str, Pack] = {}
    for manifest_path in sorted(folder.glob(f"*/{MANIFEST_NAME}")):
        place = manifest_path.parent
        manifest, problems = read_pack(place)
        for problem in problems:
            logger.warning("in the pack in '%s': %s", place.name, problem.line())
        if manifest is None:
            logger.warning("the pack in '%s' is left out", place.name)
        elif manifest.id in packs:
            logger.warning(
                "the pack in '%s' is left out: its id '%s' is that of another pack",
                place.name,
                manifest.id,
            )
        else:
            packs[manifest.id] = pack_of(manifest, place)
    return tuple(packs.values())


def list_packs(store: PackStore, folder: Path | None = None) -> tuple[ListedPack, ...]:
    """All packs as staff see them, whether or not visitors do.

    Args:
        store: The installed packs.
        folder: The folder of built-in packs; ours by default.
    """
    return arrange(builtin_packs(folder), store)


def find_pack(pack_id: str, store: PackStore, folder: Path | None = None) -> ListedPack:
    """Find a pack by its identifier.

    Args:
        pack_id: The identifier.
        store: The installed packs.
        folder: The folder of built-in packs; ours by default.

    Raises:
        PackError: If there is none.
    """
    listed = list_packs(store, folder)
    for one in listed:
        if one.pack.id == pack_id:
            return one
    known = ", ".join(one.pack.id for one in listed) or "none"
    raise PackError(f"There is no pack '{printable(pack_id)}'; packs are: {known}.")


def packs_folder() -> Path:
    """The folder ``museum_targets``."""
    return shipped("museum_targets")


def painting_from_file(path: Path) -> PackPainting:
    """Make a choice of a picture file, titled by its name."""
    identifier = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    return PackPainting(
        pack_id=FILE_PACK,
        id=identifier[:64] or "painting",
        image=path,
        titles=MappingProxyType({FALLBACK_LANGUAGE: title_of(path.stem)}),
    )


def _shown(packs: Iterable[Pack], day: date) -> tuple[Pack, ...]:
    """The packs with only the paintings of a day; packs without any are left out."""
    of_day = [
        replace(
            pack,
            paintings=tuple(
                painting for painting in pack.paintings if painting.is_shown_on(day)
            ),
        )
        for pack in packs
    ]
    return tuple(pack for pack in of_day if pack.paintings)
