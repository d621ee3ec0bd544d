"""Looks into the zip file of a pack before anything of it is unpacked.

Nothing in the file is believed: a name, a kind or a size that no honest program writes
is refused.
"""

import stat
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import FileIO
from pathlib import PurePosixPath
from typing import TypeAlias

from kiosk.errors import PackError
from kiosk.packs.filenames import same_name, wrong_name
from kiosk.packs.problems import shown
from kiosk.packs.schema import MANIFEST_NAME
from kiosk.packs.zip_names import true_names

_LARGEST_READ_BYTES = 4_000_000
_ENCRYPTED = 0x1
_JUNK_FOLDERS = frozenset({"__macosx", "system volume information"})
_JUNK_FILES = frozenset({"thumbs.db", "desktop.ini"})

Entries: TypeAlias = Mapping[str, zipfile.ZipInfo]
"""The files to unpack, by their paths with ``/`` between folders."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a zip file may hold.

    Attributes:
        most_files: So many entries.
        largest_file_bytes: The largest file when unpacked.
        most_bytes: All files together when unpacked.
        steepest: How many times its own size the zip may grow to, once it has grown
            beyond `free_bytes`.
        free_bytes: So much may come out of any zip.
    """

    most_files: int = 10_000
    largest_file_bytes: int = 300_000_000
    most_bytes: int = 20_000_000_000
    steepest: int = 100
    free_bytes: int = 50_000_000


LIMITS = Limits()


class BoundedFile(FileIO):
    """A file of which nobody reads much at once, such as a list of a billion names."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Read at most a few megabytes.

        Raises:
            BadZipFile: If more is asked for.
        """
        most = _LARGEST_READ_BYTES + 1
        data = super().read(most if size is None or not 0 <= size < most else size)
        if len(data) > _LARGEST_READ_BYTES:
            raise zipfile.BadZipFile
        return data


def checked_entries(
    archive: zipfile.ZipFile, limits: Limits, zip_bytes: int
) -> Entries:
    """The files to unpack, when all that is told about them is harmless.

    Args:
        archive: The zip.
        limits: How much it may hold.
        zip_bytes: Its own size.

    Raises:
        PackError: If something is not.
    """
    infos = archive.infolist()
    if len(infos) > limits.most_files:
        raise refused(f"has more than {limits.most_files} files")
    entries: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for info, name in true_names(archive, infos):
        if info.is_dir() or name.endswith("/") or _is_junk(name):
            _check_place(name.rstrip("/"))
            continue
        _check_place(name)
        _check_kind(info, name)
        if same_name(name) in seen:
            raise refused(f"has {shown(name)} twice, perhaps in another case")
        seen.add(same_name(name))
        entries[name] = info
    _check_sizes(entries.values(), limits, zip_bytes)
    folders = {same_name(str(above)) for n in entries for above in _above(n)}
    if folders & seen:
        raise refused("has a file and a folder of the same name")
    return entries


def _above(name: str) -> list[PurePosixPath]:
    return list(PurePosixPath(name).parents)


def _is_junk(name: str) -> bool:
    """Whether a system added a file by itself; hidden files are no part of a pack."""
    parts = name.lower().split("/")
    hidden = any(part.startswith(".") and part not in {".", ".."} for part in parts)
    return hidden or parts[0] in _JUNK_FOLDERS or parts[-1] in _JUNK_FILES


def _check_place(name: str) -> None:
    reason = "" if _is_junk(name) and ".." not in name.split("/") else wrong_name(name)
    if reason:
        raise refused(f"has the file {shown(name)}, which {reason}")


def _check_kind(info: zipfile.ZipInfo, name: str) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        raise refused(f"has {shown(name)}, which is a link or device and no file")
    if info.flag_bits & _ENCRYPTED:
        raise refused("is locked with a password")
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise refused("is compressed in an unusual way")


def _check_sizes(
    infos: Iterable[zipfile.ZipInfo], limits: Limits, zip_bytes: int
) -> None:
    sizes = [info.file_size for info in infos]
    if max(sizes, default=0) > limits.largest_file_bytes:
        largest = limits.largest_file_bytes // 1_000_000
        raise refused(f"has a file of more than {largest} MB")
    if sum(sizes) > _most_bytes(limits, zip_bytes):
        raise refused("grows far too large when it is unpacked")


def _most_bytes(limits: Limits, zip_bytes: int) -> int:
    grown = max(limits.free_bytes, limits.steepest * zip_bytes)
    return min(limits.most_bytes, grown)


def pack_folder(entries: Entries) -> PurePosixPath:
    """Where in the zip the pack is: at the top or in one folder.

    Raises:
        PackError: If there is none, or several.
    """
    lists = [
        PurePosixPath(name)
        for name in entries
        if PurePosixPath(name).name == MANIFEST_NAME and name.count("/") <= 1
    ]
    at_top = [path for path in lists if len(path.parts) == 1]
    if at_top or len(lists) == 1:
        return (at_top or lists)[0].parent
    if lists:
        raise refused("holds several packs: make a zip file of each")
    raise refused(f"has no {MANIFEST_NAME}, so that it is no pack")


def refused(what: str) -> PackError:
    """What to say of a zip file.

    Args:
        what: What is the matter with it, after "The zip file".
    """
    return PackError(
        f"The zip file {what}. Make it again from the folder of the pack, or ask "
        "whoever made it."
    )
