"""A pack and its paintings as the kiosk uses them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePosixPath

from kiosk.packs.filenames import locate
from kiosk.packs.kinds import FALLBACK_LANGUAGE
from kiosk.packs.schema import FaceEntry, PackManifest, PaintingEntry, Rights


@dataclass(frozen=True, slots=True)
class PackPainting:
    """One painting that can be chosen.

    Attributes:
        pack_id: Identifier of its pack; ``file`` for a picture file given by hand.
        id: Identifier within the pack.
        image: The picture file.
        titles: Title by language code.
        artists: Artist by language code; may be empty, as all that follow.
        years: When it was painted, by language code.
        complexion: 0 for the painted skin colour, 1 for the visitor's own; None for
            the engine's usual one.
        museums: Where it hangs, by language code.
        categories: What it belongs to, by language code.
        inventories: Its number in the museum's inventory, by language code.
        credits: The credit line to show with it, by language code.
        descriptions: A few sentences about it, by language code.
        rights: Whether and until when it may be shown; None where nobody says.
        shape: 0 for the painted face shape, 1 for the visitor's own; None for the
            engine's usual one.
        faces: The painted faces in the visitors' order; empty where they are found by
            the engine. Points are in pixels of the upright image in its full size.
        mask: A picture that is white where something is painted in front of the faces.
        valid_from: The first day on which it is shown.
        valid_until: The last day on which it is shown.
        from_age: From how many years of age it is meant to be seen.
    """

    pack_id: str
    id: str
    image: Path
    titles: Mapping[str, str]
    artists: Mapping[str, str] = field(default_factory=dict)
    years: Mapping[str, str] = field(default_factory=dict)
    complexion: float | None = None
    museums: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)
    inventories: Mapping[str, str] = field(default_factory=dict)
    credits: Mapping[str, str] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)
    rights: Rights | None = None
    shape: float | None = None
    faces: tuple[FaceEntry, ...] = ()
    mask: Path | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    from_age: int | None = None

    @property
    def least_age(self) -> int:
        """From how many years of age it is meant to be seen; 0 for everybody."""
        return self.from_age or 0

    @property
    def key(self) -> str:
        """The name to ask for it: ``pack/painting``."""
        return f"{self.pack_id}/{self.id}"

    @property
    def year(self) -> str:
        """When it was painted, in our own language; may be empty."""
        return in_language(self.years, FALLBACK_LANGUAGE)

    def title(self, language: str = FALLBACK_LANGUAGE) -> str:
        """Title in a language, or in the nearest one that there is."""
        return in_language(self.titles, language)

    def artist(self, language: str = FALLBACK_LANGUAGE) -> str:
        """Artist in a language, or in the nearest one that there is."""
        return in_language(self.artists, language)

    def year_in(self, language: str) -> str:
        """When it was painted, in a language or the nearest; may be empty."""
        return in_language(self.years, language)

    def museum(self, language: str = FALLBACK_LANGUAGE) -> str:
        """Where it hangs, in a language or the nearest; empty where nobody says."""
        return in_language(self.museums, language)

    def category(self, language: str = FALLBACK_LANGUAGE) -> str:
        """What it belongs to, in a language or the nearest; may be empty."""
        return in_language(self.categories, language)

    def inventory(self, language: str = FALLBACK_LANGUAGE) -> str:
        """Its inventory number, in a language or the nearest; may be empty."""
        return in_language(self.inventories, language)

    def credit(self, language: str = FALLBACK_LANGUAGE) -> str:
        """The credit line, in a language or the nearest; may be empty."""
        return in_language(self.credits, language)

    def description(self, language: str = FALLBACK_LANGUAGE) -> str:
        """What is told about it, in a language or the nearest; may be empty."""
        return in_language(self.descriptions, language)

    def is_shown_on(self, day: date) -> bool:
        """Whether its dates and rights allow to show it on a day."""
        licensed_until = self.rights.until if self.rights is not None else None
        ends = [end for end in (self.valid_until, licensed_until) if end is not None]
        begun = self.valid_from is None or self.valid_from <= day
        return begun and all(day <= end for end in ends)


@dataclass(frozen=True, slots=True)
class Pack:
    """Paintings that belong together.

    Attributes:
        id: Its own name.
        titles: Title by language code.
        paintings: In the pack's order.
        version: Which version it is.
        publisher: Who made it; may be empty.
        licence: Under which licence it may be passed on; may be empty.
        folder: Where its files are.
    """

    id: str
    titles: Mapping[str, str]
    paintings: tuple[PackPainting, ...]
    version: str
    publisher: str
    licence: str
    folder: Path

    def title(self, language: str = FALLBACK_LANGUAGE) -> str:
        """Title in a language, or in the nearest one that there is."""
        return in_language(self.titles, language)


def pack_of(manifest: PackManifest, folder: Path, *, installed: bool = False) -> Pack:
    """Make a pack of what its manifest says.

    Args:
        manifest: What was read; its files are there.
        folder: The pack's folder.
        installed: Whether the files have exactly the names in the manifest, so that
            they need not be looked for.
    """

    def place(name: str) -> Path:
        usual = folder / PurePosixPath(name)
        return usual if installed else locate(folder, name) or usual

    return Pack(
        id=manifest.id,
        titles=manifest.title,
        paintings=tuple(
            _painting(
                entry,
                manifest.id,
                place(entry.image),
                place(entry.mask) if entry.mask is not None else None,
            )
            for entry in manifest.paintings
        ),
        version=manifest.version,
        publisher=manifest.publisher,
        licence=manifest.licence,
        folder=folder,
    )


def in_language(texts: Mapping[str, str], language: str) -> str:
    """A text in a language or the nearest that there is; empty where there is none."""
    for wanted in (language, language.split("_")[0], FALLBACK_LANGUAGE):
        if wanted in texts:
            return texts[wanted]
    return next(iter(texts.values()), "")


def _painting(
    entry: PaintingEntry, pack_id: str, image: Path, mask: Path | None
) -> PackPainting:
    return PackPainting(
        pack_id=pack_id,
        id=entry.id,
        image=image,
        titles=entry.title,
        artists=entry.artist,
        years=entry.year,
        complexion=entry.complexion,
        museums=entry.museum,
        categories=entry.category,
        inventories=entry.inventory,
        credits=entry.credit,
        descriptions=entry.description,
        rights=entry.rights,
        shape=entry.shape,
        faces=entry.faces,
        mask=mask,
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
        from_age=entry.from_age,
    )
