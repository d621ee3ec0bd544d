"""Puts pictures and rows together: what a pack will be, before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.packs.filenames import same_name
from kiosk.packs.making.entries import entry_of, file_name, painting_id, title_by_name
from kiosk.packs.making.found_pictures import Finder, FoundPicture, pictures_in
from kiosk.packs.making.heading_words import Column
from kiosk.packs.making.titles import TitleRow, Titles, read_titles
from kiosk.packs.problems import Problem, shown, warning


@dataclass(frozen=True, slots=True)
class DraftPainting:
    """A painting of the pack.

    Attributes:
        picture: Its file in the folder.
        entry: What the pack will say of it, under the fields' names.
        row: The number of its row; None where its title comes from its file's name.
    """

    picture: FoundPicture
    entry: dict[str, object]
    row: int | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a pack will be.

    Attributes:
        folder: Where the pictures are.
        paintings: In the order of the spreadsheet, then by name.
        problems: What does not match or cannot be understood; none is fatal.
        rows_left: How many rows have no picture.
    """

    folder: Path
    paintings: tuple[DraftPainting, ...]
    problems: tuple[Problem, ...]
    rows_left: int

    @property
    def with_row(self) -> int:
        """How many paintings the spreadsheet tells of."""
        return sum(1 for painting in self.paintings if painting.row is not None)


def draft_pack(folder: Path, titles: Path | None, *, deep: bool = True) -> Draft:
    """Look at a folder of pictures and a spreadsheet; quick, and nothing is written.

    Args:
        folder: Holds the pictures, perhaps in folders of its own.
        titles: A CSV file or an Excel workbook; None where there is none.
        deep: Whether pictures in its folders are taken too.

    Raises:
        PackError: If either cannot be read, or there are no pictures.
    """
    folder = folder.expanduser()
    pictures = pictures_in(folder, deep=deep)
    sheet = read_titles(titles) if titles is not None else Titles("")
    matched, problems = _match(sheet, pictures)
    paintings: list[DraftPainting] = []
    ids: set[str] = set()
    files: set[str] = set()
    rows = {picture.name: row for picture, row in matched}
    without = [picture for picture in pictures if picture.name not in rows]
    for picture in [*(picture for picture, _ in matched), *without]:
        row = rows.get(picture.name)
        said: dict[str, object] = {}
        if row is not None:
            said, wrong = entry_of(row, sheet.name)
            problems += wrong
        identifier = painting_id(picture, ids)
        name = file_name(picture, identifier, files)
        ids.add(identifier)
        files.add(same_name(name))
        named = {"id": identifier, "image": name, "title": title_by_name(picture)}
        entry = {**named, **said}
        paintings.append(DraftPainting(picture, entry, row.number if row else None))
    if titles is not None:
        problems += [_no_row(picture) for picture in without]
    left = len(sheet.rows) - len(matched)
    return Draft(folder, tuple(paintings), (*sheet.problems, *problems), left)


_Matched = list[tuple[FoundPicture, TitleRow]]


def _match(
    sheet: Titles, pictures: Sequence[FoundPicture]
) -> tuple[_Matched, list[Problem]]:
    """Find the picture of each row, each picture once."""
    finder = Finder(pictures)
    matched: _Matched = []
    problems: list[Problem] = []
    rows: dict[str, int] = {}
    left: list[TitleRow] = []
    for row in sheet.rows:
        found, text = _found(row, finder)
        place = f"row {row.number}"
        if len(found) > 1:
            names = ", ".join(shown(one.name) for one in found[:3])
            words = f"means {shown(text)}, which could be {names}."
            cure = "Write the name with its folder and ending."
            problems.append(warning(sheet.name, place, words, cure))
        elif not found:
            left.append(row)
        elif found[0].name in rows:
            words = f"names {shown(found[0].name)}, as row {rows[found[0].name]} does."
            cure = "Only the first row is taken; correct the file of the other."
            problems.append(warning(sheet.name, place, words, cure))
        else:
            rows[found[0].name] = row.number
            matched.append((found[0], row))
    free = [picture for picture in pictures if picture.name not in rows]
    problems += [_no_picture(row, sheet.name, finder, free) for row in left]
    return matched, problems


def _found(row: TitleRow, finder: Finder) -> tuple[tuple[FoundPicture, ...], str]:
    """The pictures that a row may mean, and by what: its file, or number, or title."""
    if text := row.text(Column.FILE):
        return finder.find(text), text
    texts = [row.text(Column.INVENTORY), *row.cells.get(Column.TITLE, {}).values()]
    for text in filter(None, texts):
        if found := finder.find(text):
            return found, text
    return (), next(filter(None, texts), "")


def _no_picture(
    row: TitleRow, sheet_name: str, finder: Finder, free: Sequence[FoundPicture]
) -> Problem:
    text = row.text(Column.FILE)
    place = f"row {row.number}"
    said = text or row.text(Column.TITLE) or row.text(Column.INVENTORY)
    near = finder.like(said, free) if said else ""
    cure = f"Did you mean {shown(near)}? Write it so" if near else "Correct the name"
    cure += ", or put the picture into the folder."
    if text:
        words = f"names the file {shown(text)}, which is not in the folder."
    elif said:
        words = f"has no file, and no picture is called {shown(said)}."
        cure = (
            f"Write {shown(near)} into a column file."
            if near
            else ("Write the file's name into a column file.")
        )
    else:
        words = "names no file, title or inventory number."
        cure = "Write the file's name into it, or take the row away."
    return warning(sheet_name, place, words, cure)


def _no_row(picture: FoundPicture) -> Problem:
    words = "has no row in the spreadsheet; its title is made of its name."
    cure = "Add a row for it, or take the picture out of the folder."
    return warning(picture.name, "", words, cure)
