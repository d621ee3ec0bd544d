"""Which names the files of a pack may have, and where they are.

A pack made on one system is installed on another, so a name must be possible on all of
them: Windows reserves names and characters, macOS may spell accents in two signs.
"""

import re
import unicodedata
from pathlib import Path, PurePosixPath

from kiosk.packs.kinds import is_shown_as_written

DEEPEST = 6
_LONGEST_PART_BYTES = 240
_NEVER = frozenset('<>:"|?*')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)


def is_device(name: str) -> bool:
    """Whether Windows takes a name, with any ending, for one of its devices."""
    return name.split(".")[0].rstrip(" ").lower() in _DEVICES


def wrong_name(name: str) -> str:
    """Why a file of a pack cannot have a name; empty where it can.

    Args:
        name: A path from the pack's folder with ``/`` between folders.

    Returns:
        The end of a sentence that begins with the file: ``must …``.
    """
    if "\\" in name:
        return "must have / between folders"
    if name.startswith("/") or (name[1:2] == ":" and name[:1].isalpha()):
        return "must lie inside the pack"
    parts = name.split("/")
    if ".." in parts:
        return "must lie inside the pack"
    if len(parts) > DEEPEST:
        return f"must not lie in more than {DEEPEST - 1} folders"
    return next((reason for part in parts if (reason := _wrong_part(part))), "")


def _wrong_part(part: str) -> str:
    if not part or part == ".":
        return "must name a file"
    if not is_shown_as_written(part) or _NEVER & {*part}:
        return 'must not have control characters or any of < > : " | ? *'
    if part.startswith("."):
        return "must not begin with a dot"
    if part.endswith((".", " ")):
        return "must not end with a dot or space"
    if is_device(part):
        return "must not be the name of a device, such as con or aux"
    if len(part.encode("utf-8", "replace")) > _LONGEST_PART_BYTES:
        return f"must not be longer than {_LONGEST_PART_BYTES} bytes"
    return ""


def same_name(name: str) -> str:
    """A form that two names share if some system takes them for the same file."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def title_of(stem: str) -> str:
    """A title made of a file's name without its ending."""
    words = re.sub(r"[\s_-]+", " ", stem).strip()
    return words[:1].upper() + words[1:]


def locate(folder: Path, name: str) -> Path | None:
    """Find an ordinary file of a pack.

    A name whose accents are spelt in another way than on the disk is found too. Links
    are not followed.

    Args:
        folder: The pack's folder.
        name: One that `wrong_name` finds nothing wrong with.
    """
    path = folder / PurePosixPath(name)
    if is_plain_file(path, folder):
        return path
    if name.isascii():
        return None
    path = folder
    for part in name.split("/"):
        path /= _as_on_disk(path, part)
    return path if is_plain_file(path, folder) else None


def _as_on_disk(folder: Path, name: str) -> str:
    """How a folder spells a name; the name itself where it has no such."""
    wanted = unicodedata.normalize("NFC", name)
    try:
        names = sorted(path.name for path in folder.iterdir())
    except (OSError, ValueError):
        return name
    alike = (found for found in names if unicodedata.normalize("NFC", found) == wanted)
    return next(alike, name)


def alike(folder: Path, name: str) -> str:
    """The name of the file that differs only in its case; empty where there is none.

    Args:
        folder: The pack's folder.
        name: The name that was looked for.
    """
    wanted = same_name(PurePosixPath(name).name)
    try:
        beside = (folder / PurePosixPath(name)).parent
        names = sorted(path.name for path in beside.iterdir())
    except (OSError, ValueError):
        return ""
    return next((found for found in names if same_name(found) == wanted), "")


def is_plain_file(path: Path, folder: Path) -> bool:
    """Whether a path below a folder is a file reached without any link."""
    try:
        inner = [
            path,
            *(above for above in path.parents if above.is_relative_to(folder)),
        ]
        return path.is_file() and not any(
            part.is_symlink() for part in inner if part != folder
        )
    except (OSError, ValueError):
        return False
