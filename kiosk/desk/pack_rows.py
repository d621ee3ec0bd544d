"""Turns packs into what the staff's pages show. No Qt."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.packs.installed import Installed
from kiosk.packs.listing import ListedPack
from kiosk.packs.making.draft import Draft, DraftPainting
from kiosk.packs.making.material import Material
from kiosk.packs.manifest import in_language
from kiosk.packs.offers import Offer
from kiosk.packs.problems import Problem, UnfitPackError, printable
from kiosk.staff.facts import Condition
from kiosk.staff.pack_facts import (
    DraftFacts,
    DraftRow,
    OfferRow,
    PackRow,
    ProblemRow,
    Report,
    Standing,
)


def pack_rows(listed: Sequence[ListedPack], language: str) -> list[PackRow]:
    """All packs as staff see them, in a language."""
    return [
        PackRow(
            one.pack.id,
            one.pack.title(language),
            one.pack.version,
            one.pack.publisher,
            len(one.pack.paintings),
            shown=one.enabled,
            installed=one.installed,
            previous=one.previous,
        )
        for one in listed
    ]


def offer_rows(
    found: Sequence[tuple[Path, Offer]], versions: dict[str, str], language: str
) -> list[OfferRow]:
    """Packs that somebody has brought, in a language.

    Args:
        found: Where each was found, and what it says.
        versions: From the identifiers of installed packs to their versions.
        language: Its code.
    """
    return [
        OfferRow(
            str(offer.path),
            place_name(place),
            offer.title(language),
            offer.version,
            offer.paintings,
            _standing(offer, versions),
            offer.trouble,
        )
        for place, offer in found
    ]


def material_rows(found: Sequence[tuple[Path, Material]]) -> list[OfferRow]:
    """Folders of pictures that somebody has brought, each with where it was found."""
    return [
        OfferRow(
            str(material.folder),
            place_name(place),
            printable(place_name(material.folder)),
            "",
            material.pictures,
            Standing.UNREADABLE if material.trouble else Standing.PICTURES,
            material.trouble,
        )
        for place, material in found
    ]


def draft_facts(draft: Draft, language: str) -> DraftFacts:
    """What a pack will be, in a language; each problem beside its picture, if any."""
    notes: dict[str, list[str]] = {}
    names = {one.picture.name for one in draft.paintings}
    rest = []
    for problem in draft.problems:
        if problem.file in names:
            words = f"{problem.words[:1].upper()}{problem.words[1:]}"
            notes.setdefault(problem.file, []).append(f"{words} {problem.cure}")
        else:
            rest.append(problem)
    rows = tuple(
        _draft_row(one, language, " ".join(notes.get(one.picture.name, ())))
        for one in draft.paintings
    )
    return DraftFacts(rows, problem_rows(rest))


def _draft_row(painting: DraftPainting, language: str, note: str) -> DraftRow:
    texts = [
        _text(painting.entry.get(field), language)
        for field in ("title", "artist", "year", "museum")
    ]
    condition = Condition.WATCH if note else None
    origin = ", ".join(filter(None, texts[1:]))
    return DraftRow(painting.picture.name, texts[0], origin, note, condition)


def _text(value: object, language: str) -> str:
    if isinstance(value, dict):
        return in_language(
            {str(key): str(text) for key, text in value.items()}, language
        )
    return "" if value is None else str(value)


def place_name(place: Path) -> str:
    """What a stick or folder is called."""
    return place.name or str(place)


def report_of(title: str, error: Exception, sentence: str) -> Report:
    """What to say of an installation that failed.

    Args:
        title: What the pack is called.
        error: Why.
        sentence: The same in words.
    """
    if isinstance(error, UnfitPackError):
        return Report(title, installed=False, problems=problem_rows(error.problems))
    return Report(title, installed=False, sentence=sentence)


def report_of_success(title: str, installed: Installed) -> Report:
    """What to say of a pack that is in force now."""
    return Report(
        title,
        installed=True,
        paintings=len(installed.pack.paintings),
        problems=problem_rows(installed.warnings),
    )


def problem_rows(problems: Sequence[Problem]) -> tuple[ProblemRow, ...]:
    """Problems for the screen, the fatal ones first."""
    rows = [
        ProblemRow(
            one.is_fatal,
            ", ".join(part for part in (one.file, one.field) if part),
            one.words,
            one.cure,
        )
        for one in problems
    ]
    return tuple(sorted(rows, key=lambda row: not row.fatal))


def _standing(offer: Offer, versions: dict[str, str]) -> Standing:
    if offer.trouble:
        return Standing.UNREADABLE
    if offer.pack_id not in versions:
        return Standing.NEW
    same = versions[offer.pack_id] == offer.version
    return Standing.SAME_VERSION if same else Standing.OTHER_VERSION
