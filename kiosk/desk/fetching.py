"""What staff want fetched, as a job that goes on where it broke off. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.packs.fetch.manifest import Caption, PackName
from kiosk.packs.fetch.masterpieces import captions_of, read_masterpieces
from kiosk.packs.fetch.museums import Museums
from kiosk.packs.fetch.pack import Outcome, Step, fetch_into_pack
from kiosk.packs.fetch.references import Reference, parse_reference

FETCHED = PackName("museums", "From museums")
MASTERPIECES = PackName("masterpieces", "Masterpieces")


@dataclass(frozen=True, slots=True)
class Job:
    """Works to fetch into one pack.

    Attributes:
        name: What the pack is called; one that is there grows.
        references: The works.
        captions: Words that take the museums' place.
    """

    name: PackName
    references: tuple[Reference, ...]
    captions: Mapping[Reference, Caption] = field(default_factory=dict)

    def folder(self, packs: Path) -> Path:
        """Where the pack grows, below a folder."""
        return packs / self.name.id

    def run(
        self, museums: Museums, packs: Path, on_step: Callable[[Step], None]
    ) -> Outcome:
        """Fetch; see `kiosk.packs.fetch.pack.fetch_into_pack`."""
        return fetch_into_pack(
            museums,
            self.references,
            self.folder(packs),
            self.name,
            on_step,
            self.captions,
        )


def fetch_job(names: Sequence[str]) -> Job:
    """Works that were chosen, by their names such as ``met:436535``."""
    return Job(FETCHED, tuple(parse_reference(name) for name in names))


def masterpieces_job(path: Path) -> Job:
    """Our list of famous portraits.

    Args:
        path: ``museum_targets/masterpieces.toml``.

    Raises:
        PackError: If it is missing or no such list.
    """
    portraits = read_masterpieces(path)
    references = tuple(one.reference for one in portraits)
    return Job(MASTERPIECES, references, captions_of(portraits))
