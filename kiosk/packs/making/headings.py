"""Which column of a spreadsheet says what, by its heading in five languages."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kiosk.packs.kinds import FALLBACK_LANGUAGE
from kiosk.packs.making.heading_words import LANGUAGES, WORDS, Column
from kiosk.packs.making.letters import without_accents


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading means.

    Attributes:
        column: What the column says.
        languages: The languages in which the heading is said so, the likeliest first.
        language: The language that it names, as ``title:de`` does; empty where none.
    """

    column: Column
    languages: tuple[str, ...]
    language: str = ""

    def language_in(self, table_language: str) -> str:
        """In which language the column's texts are.

        Args:
            table_language: The language of the table as a whole.
        """
        if self.language:
            return self.language
        said_so = table_language in self.languages
        return table_language if said_so else self.languages[0]


_MARKED = re.compile(r"(.+?)\s*[:_(\[/.-]\s*([A-Za-z]{2,3}(?:[-_][A-Za-z]{2})?)[)\]]?")


def heading_of(text: str) -> Heading | None:
    """What a heading means, or None where it is not known.

    Args:
        text: As it stands in the spreadsheet, such as ``Titel``, ``title:de``,
            ``Title (French)`` or ``Год``.
    """
    plain = _plain(text)
    found = _known().get(plain)
    if found is not None:
        return found
    marked = _MARKED.fullmatch(text.strip())
    if marked:
        base = _known().get(_plain(marked[1]))
        if base is not None:
            code, _, region = marked[2].replace("-", "_").partition("_")
            language = f"{code.lower()}_{region.upper()}" if region else code.lower()
            return Heading(base.column, base.languages, language)
    return _with_language_name(plain)


def known_headings(cells: Sequence[str]) -> int:
    """How many different columns a row names."""
    found = [heading_of(cell) for cell in cells if cell.strip()]
    return len({(one.column, one.language) for one in found if one is not None})


def table_language(headings: Sequence[Heading]) -> str:
    """The language in which a table was made, by most of its headings."""
    votes: dict[str, int] = {}
    for heading in headings:
        for language in heading.languages:
            votes[language] = votes.get(language, 0) + 1
    if not votes:
        return FALLBACK_LANGUAGE
    best = max(votes.values())
    best_ones = [language for language, count in votes.items() if count == best]
    return FALLBACK_LANGUAGE if FALLBACK_LANGUAGE in best_ones else best_ones[0]


def _with_language_name(plain: str) -> Heading | None:
    for name, language in _language_names().items():
        rest = ""
        if plain.endswith(f" {name}"):
            rest = plain.removesuffix(name).strip()
        elif plain.startswith(f"{name} "):
            rest = plain.removeprefix(name).strip()
        found = _known().get(rest)
        if found is not None:
            return Heading(found.column, found.languages, language)
    return None


def _plain(text: str) -> str:
    """Small letters without accents and signs, so that spellings hardly matter."""
    spaced = "".join(sign if sign.isalnum() else " " for sign in without_accents(text))
    return " ".join(spaced.split())


@cache
def _known() -> Mapping[str, Heading]:
    known: dict[str, Heading] = {}
    for column, by_language in WORDS.items():
        for language, words in by_language.items():
            for word in map(_plain, words.split(", ")):
                before = known.get(word, Heading(column, ()))
                languages = tuple(dict.fromkeys((*before.languages, language)))
                known[word] = Heading(before.column, languages)
    return known


@cache
def _language_names() -> Mapping[str, str]:
    return {
        _plain(name): language
        for language, names in LANGUAGES.items()
        for name in names.split(", ")
    }
