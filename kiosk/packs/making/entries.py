"""Makes the entry of a painting of what its row says."""

import hashlib
from collections.abc import Callable, Collection, Mapping

from pydantic import ValidationError

from kiosk.packs.filenames import is_device, same_name, title_of, wrong_name
from kiosk.packs.kinds import FALLBACK_LANGUAGE
from kiosk.packs.making.found_pictures import FoundPicture
from kiosk.packs.making.heading_words import Column
from kiosk.packs.making.letters import identifier_of, one_line, paragraphs
from kiosk.packs.making.said import UnclearError, age_of, day_of, link_of, rights_of
from kiosk.packs.making.titles import TitleRow
from kiosk.packs.mistakes import mistakes_in
from kiosk.packs.problems import Problem, shown, warning
from kiosk.packs.schema import PaintingEntry

_TEXTS: Mapping[Column, str] = {
    Column.TITLE: "title",
    Column.ARTIST: "artist",
    Column.YEAR: "year",
    Column.MUSEUM: "museum",
    Column.INVENTORY: "inventory",
    Column.CREDIT: "credit",
    Column.DESCRIPTION: "description",
    Column.CATEGORY: "category",
}
_VALUES: Mapping[Column, tuple[str, Callable[[str], object]]] = {
    Column.VALID_FROM: ("valid_from", day_of),
    Column.VALID_UNTIL: ("valid_until", day_of),
    Column.FROM_AGE: ("from_age", age_of),
}
_LONGEST_ID = 64


def entry_of(row: TitleRow, sheet_name: str) -> tuple[dict[str, object], list[Problem]]:
    """The fields that a row gives, under the names of a pack, and what is wrong.

    What is wrong is left out.

    Args:
        row: Of the spreadsheet.
        sheet_name: Of the spreadsheet, for messages.
    """
    entry: dict[str, object] = {}
    problems: list[Problem] = []
    for column, field in _TEXTS.items():
        clean = paragraphs if column is Column.DESCRIPTION else one_line
        texts = {
            language: clean(text)
            for language, text in row.cells.get(column, {}).items()
        }
        said = {language: text for language, text in texts.items() if text}
        if said:
            only = set(said) == {FALLBACK_LANGUAGE}
            entry[field] = said[FALLBACK_LANGUAGE] if only else said
    for column, (field, understand) in _VALUES.items():
        _put(entry, field, row, column, understand, sheet_name, problems)
    _put_rights(entry, row, sheet_name, problems)
    return _sound(entry, f"row {row.number}", sheet_name, problems), problems


def painting_id(picture: FoundPicture, taken: Collection[str]) -> str:
    """An identifier of a picture's name, the same whenever the pack is made again.

    Args:
        picture: The picture.
        taken: Identifiers of other paintings.
    """
    plain = identifier_of(picture.stem, _LONGEST_ID)
    digest = hashlib.sha256(same_name(picture.name).encode()).hexdigest()[:8]
    if is_device(plain) or not any(sign.isalpha() for sign in plain):
        plain = f"painting-{plain or digest}"[:_LONGEST_ID].strip("-")
    if plain not in taken:
        return plain
    return f"{plain[: _LONGEST_ID - 9]}-{digest}"


def file_name(picture: FoundPicture, identifier: str, taken: Collection[str]) -> str:
    """What the picture is called in the pack: as before, where all systems allow it.

    Args:
        picture: The picture.
        identifier: Of the painting.
        taken: Names of other files, as `same_name` makes them.
    """
    name = picture.path.name
    if not wrong_name(name) and same_name(name) not in taken:
        return name
    ending = picture.path.suffix.lower()
    plain = f"{identifier}{ending}"
    return plain if plain not in taken else f"{identifier}-picture{ending}"


def title_by_name(picture: FoundPicture) -> str:
    """A title for a picture of which nothing is said."""
    return one_line(title_of(picture.stem)) or "Untitled"


def _put(
    entry: dict[str, object],
    field: str,
    row: TitleRow,
    column: Column,
    understand: Callable[[str], object],
    sheet_name: str,
    problems: list[Problem],
) -> None:
    text = row.text(column)
    if not text:
        return
    try:
        entry[field] = understand(text)
    except UnclearError as error:
        place = f"row {row.number}, {column}"
        words = f"{shown(text)} {error}"
        problems.append(warning(sheet_name, place, words, error.cure))


def _put_rights(
    entry: dict[str, object], row: TitleRow, sheet_name: str, problems: list[Problem]
) -> None:
    _put(entry, "rights", row, Column.RIGHTS, rights_of, sheet_name, problems)
    said: dict[str, object] = {}
    _put(said, "until", row, Column.RIGHTS_UNTIL, day_of, sheet_name, problems)
    _put(said, "source", row, Column.SOURCE, link_of, sheet_name, problems)
    rights = entry.get("rights")
    if not isinstance(rights, dict):
        if "until" in said:
            entry["rights"] = {"kind": "licensed", **said}
        elif "source" in said:
            words = "has a source, but does not say which rights there are."
            cure = "Write public domain, CC0 or licensed into a column rights."
            place = f"row {row.number}, {Column.SOURCE}"
            problems.append(warning(sheet_name, place, words, cure))
        return
    if rights["kind"] != "licensed":
        said.pop("until", None)
    rights.update(said)


def _sound(
    entry: dict[str, object], place: str, sheet_name: str, problems: list[Problem]
) -> dict[str, object]:
    """The fields that a pack may have; the others are told."""
    stand_in = {"id": "x", "image": "x.jpg", "title": "x"}
    try:
        PaintingEntry.model_validate({**stand_in, **entry})
    except ValidationError as error:
        for problem in mistakes_in(error, PaintingEntry, place):
            field = problem.field.replace(f"{place}.", f"{place}, ", 1)
            problems.append(warning(sheet_name, field, problem.words, problem.cure))
        wrong = {str(one["loc"][0]) for one in error.errors(include_url=False)}
        return {field: value for field, value in entry.items() if field not in wrong}
    return entry
