"""Checks everything about a pack at once: its list, its pictures and its dates."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from kiosk.packs.filenames import locate
from kiosk.packs.mistakes import join
from kiosk.packs.pictures import UnfitPictureError, measure, real_format
from kiosk.packs.problems import Problem, fatal, warning
from kiosk.packs.reading import ReadPack, read_pack
from kiosk.packs.schema import MANIFEST_NAME, FaceEntry, PackManifest, PaintingEntry

_ALIKE_SHAPE = 0.01
_NEAREST_EYES_PX = 4.0


def check_pack(
    folder: Path,
    today: date | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> ReadPack:
    """Read a pack and find everything that is wrong with it.

    Every picture is decoded, which takes a tenth of a second for each.

    Args:
        folder: Holds ``pack.toml`` and the files that it names.
        today: The day against which dates are held; the computer's own by default.
        tell: Told how many paintings are done, and of how many.
    """
    day = today or datetime.now().astimezone().date()
    manifest, read = read_pack(folder)
    if manifest is None:
        return ReadPack(None, read)
    problems = [*read, *_about_the_pack(manifest)]
    measured: dict[str, tuple[int, int] | UnfitPictureError] = {}
    for number, entry in enumerate(manifest.paintings, start=1):
        problems += _dates(entry, day)
        problems += _rights(entry, day)
        problems += _pictures(entry, folder, measured)
        if tell is not None:
            tell(number, len(manifest.paintings))
    return ReadPack(manifest, tuple(problems))


def _about_the_pack(manifest: PackManifest) -> list[Problem]:
    wanted = {
        "format": "Write format = 1, so that later versions know how to read it.",
        "version": "Write version = '1.0' and raise it with every change.",
        "licence": "Say under which licence the pack may be passed on.",
    }
    return [
        warning(MANIFEST_NAME, field, "is missing.", cure)
        for field, cure in wanted.items()
        if field not in manifest.model_fields_set
    ]


def _dates(entry: PaintingEntry, day: date) -> list[Problem]:
    if entry.valid_until is None:
        return []
    field = join("paintings", entry.id, "valid_until")
    if entry.valid_from is not None and entry.valid_until < entry.valid_from:
        words = "is before valid_from, so that it would never be shown."
        return [fatal(MANIFEST_NAME, field, words, "Correct one of the dates.")]
    if entry.valid_until < day:
        words = f"is {entry.valid_until}, which is over: the painting is not shown."
        return [warning(MANIFEST_NAME, field, words, "Set a later day or none.")]
    return []


def _rights(entry: PaintingEntry, day: date) -> list[Problem]:
    field = join("paintings", entry.id, "rights")
    if entry.rights is None:
        cure = "Write rights = { kind = 'public-domain' }, or cc0 or licensed."
        return [warning(MANIFEST_NAME, field, "is missing.", cure)]
    until = entry.rights.until
    if until is not None and until < day:
        words = f"ended on {until}: the painting is not shown."
        return [warning(MANIFEST_NAME, field, words, "Renew the licence.")]
    if until is None and entry.rights.kind == "licensed":
        words = "does not say until when the licence holds."
        cure = "Write until = and the last day, if there is one."
        return [warning(MANIFEST_NAME, field, words, cure)]
    return []


def _pictures(
    entry: PaintingEntry,
    folder: Path,
    measured: dict[str, tuple[int, int] | UnfitPictureError],
) -> list[Problem]:
    size_wh, problems = _picture(entry.image, folder, measured)
    if size_wh is not None:
        place = join("paintings", entry.id)
        for number, face in enumerate(entry.faces):
            problems += _face(face, size_wh, join(place, "faces", number))
    if entry.mask is None:
        return problems
    mask_wh, of_mask = _picture(entry.mask, folder, measured)
    problems += of_mask
    if size_wh is not None and mask_wh is not None and not _alike(size_wh, mask_wh):
        words = "has other proportions than {} ({} x {}, not {} x {}).".format(
            entry.image, *mask_wh, *size_wh
        )
        cure = "Paint the mask over the whole image, or crop it as the image."
        problems.append(fatal(entry.mask, "", words, cure))
    return problems


def _picture(
    name: str,
    folder: Path,
    measured: dict[str, tuple[int, int] | UnfitPictureError],
) -> tuple[tuple[int, int] | None, list[Problem]]:
    """Measure a picture, each file once; what is wrong is told the first time."""
    known = measured.get(name)
    if known is not None:
        return (None if isinstance(known, UnfitPictureError) else known), []
    path = locate(folder, name) or folder / name
    try:
        size_wh = measure(path)
    except UnfitPictureError as error:
        measured[name] = error
        return None, [fatal(name, "", error.words, error.cure)]
    measured[name] = size_wh
    real = real_format(path)
    if not real:
        return size_wh, []
    words = f"is {real}, whatever its name says."
    cure = f"Give it the ending of {real}, or export it again."
    return size_wh, [warning(name, "", words, cure)]


def _alike(size_wh: tuple[int, int], other_wh: tuple[int, int]) -> bool:
    wide, high = size_wh[0] / other_wh[0], size_wh[1] / other_wh[1]
    rounding = 1 / min(*size_wh, *other_wh)
    return abs(wide / high - 1) <= _ALIKE_SHAPE + rounding


def _face(face: FaceEntry, size_wh: tuple[int, int], place: str) -> list[Problem]:
    points = {
        "eyes": face.eyes,
        "nose": (face.nose,),
        "mouth": face.mouth,
        "moved": tuple(face.moved.values()),
    }
    problems = []
    for field, given in points.items():
        outside = [
            point
            for point in given
            if not (0 <= point[0] <= size_wh[0] and 0 <= point[1] <= size_wh[1])
        ]
        if outside:
            at = f"[{outside[0][0]:g}, {outside[0][1]:g}]"
            words = f"has {at} outside the image of {size_wh[0]} x {size_wh[1]} pixels."
            cure = "Points count in pixels of the image in its full size."
            problems.append(fatal(MANIFEST_NAME, join(place, field), words, cure))
    left, right = face.eyes
    if abs(left[0] - right[0]) + abs(left[1] - right[1]) < _NEAREST_EYES_PX:
        words = "has both eyes at one place."
        cure = "Give the middle of each eye."
        problems.append(fatal(MANIFEST_NAME, join(place, "eyes"), words, cure))
    return problems
