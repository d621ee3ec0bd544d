"""Reads Linked Art records, the way in which the Rijksmuseum writes about a work.

The model is at https://linked.art/model; kinds of texts and languages are named by
terms of the Getty's Art & Architecture Thesaurus.
"""

from collections.abc import Iterator, Mapping

from kiosk.packs.fetch.answers import rows, text
from kiosk.packs.fetch.words import LONGEST_CREDIT, plain_text
from kiosk.packs.fetch.works import Openness

_AAT = "http://vocab.getty.edu/aat/"
_LANGUAGES = {f"{_AAT}300388277": "en", f"{_AAT}300388256": "nl"}
_PREFERRED_NAME = f"{_AAT}300404670"
_ACCESSION_NUMBER = f"{_AAT}300312355"
_CREDIT_LINE = f"{_AAT}300026687"
_ATTRIBUTION = f"{_AAT}300435416"
_RIGHTS = (
    ("creativecommons.org/publicdomain/zero/", Openness.CC0),
    ("creativecommons.org/publicdomain/mark/", Openness.PUBLIC_DOMAIN),
)

Record = Mapping[str, object]


def titles_of(record: Record) -> dict[str, str]:
    """Titles by language, the preferred one where a language has several."""
    titles: dict[str, str] = {}
    for name in _with_parts(rows(record, "identified_by")):
        words = plain_text(text(name, "content"))
        if text(name, "type") != "Name" or not words:
            continue
        language = _language(name)
        if language not in titles or _PREFERRED_NAME in _kinds(name):
            titles[language] = words
    unnamed = titles.pop("", "")
    return titles or ({"en": unnamed} if unnamed else {})


def object_number_of(record: Record) -> str:
    """The museum's number for an object; empty where there is none."""
    numbers = [
        name
        for name in rows(record, "identified_by")
        if text(name, "type") == "Identifier"
    ]
    marked = [name for name in numbers if _ACCESSION_NUMBER in _kinds(name)]
    return plain_text(text((marked or numbers or [{}])[0], "content"), 60)


def credit_of(record: Record) -> str:
    """The credit line, in English where there is one; may be empty."""
    return _statement(record, _CREDIT_LINE)


def artist_of(record: Record) -> str:
    """Who made an object, as the museum shows it; may be empty."""
    for making in rows(record, "produced_by"):
        if shown := _statement(making, _ATTRIBUTION):
            return plain_text(shown)
        for part in (*rows(making, "part"), making):
            for maker in rows(part, "carried_out_by"):
                if name := _name(maker):
                    return name
    return ""


def year_of(record: Record) -> str:
    """When an object was made, as the museum shows it; may be empty."""
    for making in rows(record, "produced_by"):
        for span in rows(making, "timespan"):
            names = titles_of(span)
            if shown := names.get("en") or names.get("nl"):
                return shown[:60]
            years = [text(span, key)[:4] for key in _ENDS if text(span, key)]
            return "-".join(dict.fromkeys(years))
    return ""


def openness_of(visual: Record) -> Openness | None:
    """The rights in what is seen, not those in the text of the record.

    Args:
        visual: The record of a ``VisualItem``.

    Returns:
        None where it says neither Public Domain Mark nor CC0, or something else
        besides.
    """
    found = []
    for right in rows(visual, "subject_to"):
        for kind in _kinds(right):
            match = [openness for form, openness in _RIGHTS if form in kind]
            if not match and "creativecommons.org" not in kind and not _is_rights(kind):
                continue
            found.append(match[0] if match else None)
    return found[0] if found and None not in found else None


def linked(record: Record, key: str) -> list[str]:
    """The identifiers of the records that stand under a key."""
    return [found for row in rows(record, key) if (found := text(row, "id"))]


_ENDS = ("begin_of_the_begin", "end_of_the_end")


def _is_rights(kind: str) -> bool:
    return "rightsstatements.org" in kind


def _with_parts(names: list[dict[str, object]]) -> Iterator[dict[str, object]]:
    for name in names:
        yield name
        for part in rows(name, "part"):
            yield {"language": name.get("language"), "type": name.get("type"), **part}


def _language(row: Record) -> str:
    ids = linked(row, "language")
    return next((_LANGUAGES[found] for found in ids if found in _LANGUAGES), "")


def _kinds(row: Record) -> list[str]:
    return linked(row, "classified_as")


def _statement(record: Record, kind: str) -> str:
    found: dict[str, str] = {}
    for row in rows(record, "referred_to_by"):
        words = plain_text(text(row, "content"), LONGEST_CREDIT)
        if words and kind in _kinds(row):
            found.setdefault(_language(row), words)
    return found.get("en") or found.get("nl") or found.get("", "")


def _name(maker: Record) -> str:
    notations = {
        text(row, "@language"): plain_text(text(row, "@value"))
        for row in rows(maker, "notation")
    }
    names = notations if any(notations.values()) else titles_of(maker)
    label = plain_text(text(maker, "_label"))
    return names.get("en") or names.get("nl") or next(iter(names.values()), label)
