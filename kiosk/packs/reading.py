"""Reads what a pack says; images are only looked for, not opened."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from kiosk.packs.filenames import (
    alike,
    is_device,
    locate,
    same_name,
    wrong_name,
)
from kiosk.packs.manifest_file import read_values
from kiosk.packs.mistakes import join, mistakes_in, unknown_fields
from kiosk.packs.problems import Problem, any_fatal, fatal, shown
from kiosk.packs.schema import (
    FORMAT,
    MANIFEST_NAME,
    MOST_PAINTINGS,
    PackManifest,
    PaintingEntry,
)

FILE_PACK = "file"
"""Stands for a pack in the key of a picture file; no pack may be called so."""


class ReadPack(NamedTuple):
    """What was read.

    Attributes:
        manifest: The pack with the paintings that nothing fatal is known about; None
            where nothing of it can be used.
        problems: Everything that is wrong, in the order of the file.
    """

    manifest: PackManifest | None
    problems: tuple[Problem, ...]


def read_pack(folder: Path) -> ReadPack:
    """Read the pack in a folder, whatever the folder holds.

    Args:
        folder: Holds ``pack.toml`` and the files that it names.
    """
    values, problems = read_values(folder)
    problems = problems or _of_other_format(values)
    if problems:
        return ReadPack(None, tuple(problems))
    entries, wrong = _paintings(values.get("paintings"), folder)
    head = {**values, "paintings": entries} if "paintings" in values else values
    problems += unknown_fields(values, PackManifest, "")
    manifest: PackManifest | None = None
    try:
        manifest = PackManifest.model_validate(head)
    except ValidationError as error:
        found = mistakes_in(error, PackManifest, "")
        problems += [one for one in found if not (wrong and one.field == "paintings")]
    else:
        problems += _wrong_id(manifest.id)
    if any_fatal(problems):
        manifest = None
    return ReadPack(manifest, (*problems, *wrong))


def _of_other_format(values: dict[str, object]) -> list[Problem]:
    number = values.get("format", FORMAT)
    if type(number) is not int or number <= FORMAT:
        return []
    words = f"is {shown(number)}: the pack was made for a newer version of Vernissage."
    cure = f"Update this kiosk; it reads packs up to format {FORMAT}."
    return [fatal(MANIFEST_NAME, "format", words, cure)]


def _wrong_id(pack_id: str) -> list[Problem]:
    if pack_id == FILE_PACK:
        words = f"is '{FILE_PACK}', which stands for picture files."
    elif is_device(pack_id):
        words = f"is '{pack_id}', which no folder on Windows can be called."
    else:
        return []
    return [fatal(MANIFEST_NAME, "id", words, "Choose another.")]


def _paintings(
    values: object, folder: Path
) -> tuple[tuple[PaintingEntry, ...] | object, list[Problem]]:
    """Read each painting by itself.

    Returns:
        The good ones, or the value as it is where it is no list with something in it;
        and what is wrong.
    """
    if not isinstance(values, list) or not values:
        return values, []
    if len(values) > MOST_PAINTINGS:
        words = f"has more than {MOST_PAINTINGS} paintings."
        return (), [fatal(MANIFEST_NAME, "paintings", words, "Make several packs.")]
    entries: dict[str, PaintingEntry] = {}
    wrong: list[Problem] = []
    for number, value in enumerate(values, start=1):
        entry, problems = _painting(value, number, folder)
        if entry is not None and entry.id in entries:
            words = "is the id of two paintings."
            place = join("paintings", entry.id, "id")
            problems += [fatal(MANIFEST_NAME, place, words, "Choose another for one.")]
        wrong += problems
        if entry is not None and not any_fatal(problems):
            entries[entry.id] = entry
    return tuple(entries.values()), wrong + _clashes(entries.values())


def _clashes(entries: Iterable[PaintingEntry]) -> list[Problem]:
    """Files that are two here and would be one on another system."""
    named = [
        (join("paintings", entry.id, field), name)
        for entry in entries
        for field, name in (("image", entry.image), ("mask", entry.mask))
        if name is not None
    ]
    first: dict[str, str] = {}
    wrong: list[Problem] = []
    for place, name in named:
        other = first.setdefault(same_name(name), name)
        if other != name:
            words = f"is {shown(name)}, and there is {shown(other)} as well."
            cure = "Give one another name: on many computers they are the same file."
            wrong.append(fatal(MANIFEST_NAME, place, words, cure))
    return wrong


def _painting(
    value: object, number: int, folder: Path
) -> tuple[PaintingEntry | None, list[Problem]]:
    named = value.get("id") if isinstance(value, dict) else None
    place = join("paintings", named if isinstance(named, str) and named else number)
    if not isinstance(value, dict):
        words = f"is {shown(value)}."
        return None, [
            fatal(MANIFEST_NAME, place, words, "Begin it with [[paintings]].")
        ]
    problems = list(unknown_fields(value, PaintingEntry, place))
    try:
        entry = PaintingEntry.model_validate(value)
    except ValidationError as error:
        return None, problems + mistakes_in(error, PaintingEntry, place)
    problems += _wrong_file(folder, entry.image, join(place, "image"))
    if entry.mask is not None:
        problems += _wrong_file(folder, entry.mask, join(place, "mask"))
    return entry, problems


def _wrong_file(folder: Path, name: str, field: str) -> list[Problem]:
    reason = wrong_name(name)
    if reason:
        words = f"is {shown(name)}, but {reason}."
        return [fatal(MANIFEST_NAME, field, words, "Rename the file and write it so.")]
    if locate(folder, name) is not None:
        return []
    other = alike(folder, name)
    if other and (folder / name).is_symlink():
        words = f"is the link {shown(name)}."
        return [fatal(MANIFEST_NAME, field, words, "Put the file itself there.")]
    words = f"is {shown(name)}, but there is no such file in the pack."
    cure = (
        f"It is called {shown(other)}: write it exactly so."
        if other
        else "Put it there, or correct the name."
    )
    return [fatal(MANIFEST_NAME, field, words, cure)]
