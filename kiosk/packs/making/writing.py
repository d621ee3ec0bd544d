"""Writes the pack of a draft: its pictures and its list, whole or not at all."""

import hashlib
import re
import secrets
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import tomlkit
from tomlkit.items import AoT, InlineTable, Table

from kiosk.errors import PackError
from kiosk.packs.disk import GONE, clear_away, disk_words
from kiosk.packs.filenames import is_device, title_of
from kiosk.packs.kinds import LONGEST_LINE
from kiosk.packs.making.draft import Draft, DraftPainting
from kiosk.packs.making.letters import identifier_of, one_line
from kiosk.packs.pictures import UnfitPictureError, measure
from kiosk.packs.problems import Problem, UnfitPackError, fatal, printable, warning
from kiosk.packs.reading import FILE_PACK, read_pack
from kiosk.packs.schema import FORMAT, MANIFEST_NAME

DEFAULT_LICENCE = "All rights reserved"
FIRST_VERSION = "1.0"
_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_SPARE_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class PackHead:
    """What is said of the pack as a whole.

    Attributes:
        id: At most 64 small letters, digits, ``-`` and ``_``.
        title: For people.
        publisher: Who makes it; may be empty.
        licence: Under which it may be passed on.
    """

    id: str
    title: str
    publisher: str = ""
    licence: str = DEFAULT_LICENCE


@dataclass(frozen=True, slots=True)
class Made:
    """A pack that was made.

    Attributes:
        folder: Where it is.
        paintings: How many it has.
        problems: Pictures that were left out.
    """

    folder: Path
    paintings: int
    problems: tuple[Problem, ...]


def head_for(
    folder: Path,
    *,
    pack_id: str | None = None,
    title: str | None = None,
    publisher: str = "",
    licence: str = DEFAULT_LICENCE,
) -> PackHead:
    """What is said of the pack of a folder as a whole.

    Args:
        folder: Of the pictures; its name is the title where none is given.
        pack_id: The identifier; made of the title where it is None.
        title: The title.
        publisher: Who makes it; may be empty.
        licence: Under which it may be passed on.

    Raises:
        PackError: If the identifier that is given cannot be one.
    """
    named = one_line(title or "") or title_of(folder.expanduser().resolve().name)
    title = one_line(named)[:LONGEST_LINE] or "Our paintings"
    if pack_id is None:
        plain = identifier_of(title)
        if not any(sign.isalpha() for sign in plain):  # a title in another script
            digest = hashlib.sha256(title.encode()).hexdigest()[:8]
            plain = f"{identifier_of(f'paintings-{plain}')}-{digest}"[:64]
        pack_id = f"{plain[:58]}-pack" if _is_taken_word(plain) else plain
    elif not _IDENTIFIER.fullmatch(pack_id) or _is_taken_word(pack_id):
        raise PackError(
            f"'{printable(pack_id)}' is no id for a pack; use at most 64 small "
            "letters, digits, '-' and '_'."
        )
    publisher, licence = one_line(publisher), one_line(licence) or DEFAULT_LICENCE
    return PackHead(pack_id, title, publisher[:LONGEST_LINE], licence[:LONGEST_LINE])


def write_pack(
    draft: Draft,
    head: PackHead,
    target: Path,
    tell: Callable[[int, int], None] | None = None,
) -> Made:
    """Write the pack; pictures that cannot be read are left out and told.

    Args:
        draft: What it will be.
        head: What is said of it as a whole.
        target: The pack's folder; it must not be there, or be empty.
        tell: Told how many pictures are done, and of how many. What it raises stops
            the work and leaves nothing.

    Raises:
        PackError: If the folder is there, no picture can be used, pictures vanish
            meanwhile or the disk refuses.
    """
    target = target.expanduser()
    part = target.with_name(f".{target.name[:60]}.{secrets.token_hex(4)}.part")
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise PackError(
                f"There is a {target} already, and nothing is overwritten. Name "
                "another folder, or take that away."
            )
        _check_room(draft, target)
        part.mkdir(parents=True)
        listed, problems = _copy_all(draft, part, tell)
        if not listed:
            raise UnfitPackError(draft.folder.name, problems)
        text = tomlkit.dumps(_document(head, listed))
        (part / MANIFEST_NAME).write_text(text, encoding="utf-8", newline="\n")
        manifest, wrong = read_pack(part)
        if manifest is None:  # whatever a spreadsheet says, the pack is sound
            raise UnfitPackError(target.name, wrong)
        if target.is_dir():
            target.rmdir()
        part.rename(target)
    except (OSError, ValueError) as error:
        words = disk_words(error) if isinstance(error, OSError) else "Check its name."
        raise PackError(f"The pack cannot be written to {target}. {words}") from error
    finally:
        clear_away(part)
    return Made(target, len(listed), tuple(problems))


def _check_room(draft: Draft, target: Path) -> None:
    for painting in draft.paintings:
        _check_there(painting)
    needed = sum(one.picture.path.stat().st_size for one in draft.paintings)
    above = next(folder for folder in target.absolute().parents if folder.is_dir())
    if shutil.disk_usage(above).free < needed + _SPARE_BYTES:
        raise PackError(
            f"The disk has no room for the {needed / 1e6:,.0f} MB of this pack. Make "
            "room on it and try again."
        )


def _copy_all(
    draft: Draft, part: Path, tell: Callable[[int, int], None] | None
) -> tuple[list[DraftPainting], list[Problem]]:
    listed: list[DraftPainting] = []
    problems: list[Problem] = []
    for number, painting in enumerate(draft.paintings, start=1):
        copy = part / str(painting.entry["image"])
        try:
            measure(painting.picture.path)
        except UnfitPictureError as error:
            _check_there(painting)
            cure = f"{error.cure} It is left out of the pack."
            problems.append(_left_out(painting, error.words, cure))
        else:
            _copy(painting, copy)
            listed.append(painting)
        if tell is not None:
            tell(number, len(draft.paintings))
    if not listed:
        problems = [fatal(one.file, "", one.words, one.cure) for one in problems]
    return listed, problems


def _copy(painting: DraftPainting, copy: Path) -> None:
    try:
        shutil.copyfile(painting.picture.path, copy)
    except OSError:
        _check_there(painting)  # what failed may be either disk
        raise


def _check_there(painting: DraftPainting) -> None:
    """Make sure that a picture has not gone with the stick it was on.

    Raises:
        PackError: If it has: a pack of what is left would be half a pack.
    """
    try:
        with painting.picture.path.open("rb") as file:
            file.read(1)
    except OSError as error:
        if error.errno in GONE:
            raise PackError(
                f"The picture '{printable(painting.picture.name)}' can no longer be "
                "read. Leave the stick in until all is done, and try again."
            ) from error


def _left_out(painting: DraftPainting, words: str, cure: str) -> Problem:
    return warning(painting.picture.name, "", words, cure)


def _document(head: PackHead, paintings: list[DraftPainting]) -> tomlkit.TOMLDocument:
    document = tomlkit.document()
    document["format"] = FORMAT
    document["id"] = head.id
    document["version"] = FIRST_VERSION
    document["title"] = head.title
    if head.publisher:
        document["publisher"] = head.publisher
    document["licence"] = head.licence
    tables: AoT = tomlkit.aot()
    for painting in paintings:
        tables.append(_table(painting.entry))
    document["paintings"] = tables
    return document


def _table(entry: Mapping[str, object]) -> Table:
    table = tomlkit.table()
    for field, value in entry.items():
        table[field] = _item(value)
    return table


def _item(value: object) -> object:
    if isinstance(value, Mapping):
        return _inline(value)
    if isinstance(value, str) and "\n" in value:
        return tomlkit.string(value, multiline=True)
    return value


def _inline(values: Mapping[str, object]) -> InlineTable:
    inline = tomlkit.inline_table()
    for key, value in values.items():
        said: object = value if isinstance(value, str | date) else str(value)
        inline[key] = said
    return inline


def _is_taken_word(pack_id: str) -> bool:
    return pack_id == FILE_PACK or is_device(pack_id)
