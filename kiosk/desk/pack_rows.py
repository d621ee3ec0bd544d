"""Turns packs into what the staff's pages show. No Qt."""

from collections.abc import Sequence
from pathlib import Path

from kiosk.packs.installed import Installed
from kiosk.packs.listing import ListedPack
from kiosk.packs.offers import Offer
from kiosk.packs.problems import Problem, UnfitPackError
from kiosk.staff.pack_facts import OfferRow, PackRow, ProblemRow, Report, Standing


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
