"""Unpacks the zip file of a pack, which may be anything at all.

Nothing in the file is believed: names are checked before anything is written, sizes
while it is, and only plain files are written, always new ones below the given folder.
"""

import shutil
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import FileIO
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from kiosk.errors import PackError
from kiosk.packs.disk import disk_words
from kiosk.packs.filenames import same_name, wrong_name
from kiosk.packs.problems import printable, shown
from kiosk.packs.schema import MANIFEST_NAME
from kiosk.packs.zip_names import true_names

_CHUNK_BYTES = 256_000
_LARGEST_READ_BYTES = 4_000_000
_SPARE_BYTES = 50_000_000
_ENCRYPTED = 0x1
_JUNK_FOLDERS = frozenset({"__macosx", "system volume information"})
_JUNK_FILES = frozenset({"thumbs.db", "desktop.ini"})

Tell: TypeAlias = Callable[[int, int], None]
"""Told how many bytes are done, and of how many."""

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


def unpack(
    zip_path: Path, into: Path, limits: Limits = LIMITS, tell: Tell | None = None
) -> Path:
    """Unpack the zip file of a pack.

    Args:
        zip_path: The file.
        into: An empty folder.
        limits: How much it may hold.
        tell: Told how many bytes are done, and of how many.

    Returns:
        The folder with the ``pack.toml``: ``into``, or the one folder in it.

    Raises:
        PackError: If it is no zip, or one that no honest program makes of a pack;
            ``into`` may then hold a part.
    """
    name = printable(zip_path.name)
    try:
        with (
            _BoundedFile(zip_path) as file,
            zipfile.ZipFile(file) as archive,
        ):
            entries = _checked(archive, limits, zip_path.stat().st_size)
            folder = into / _pack_folder(entries)
            _write_all(archive, entries, into, limits, tell or _silent)
    except _StoppedError as stopped:
        raise stopped.reason from None
    except OSError as error:
        raise PackError(
            f"The zip file '{name}' cannot be unpacked. {disk_words(error)}"
        ) from error
    except PackError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise PackError(
            f"'{name}' is no whole zip file. Make or copy it again."
        ) from error
    except Exception as error:  # a hostile file makes the reader raise anything
        raise PackError(
            f"'{name}' cannot be read as a zip file. Make it again with an ordinary "
            "program."
        ) from error
    return folder


class _BoundedFile(FileIO):
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


def _checked(archive: zipfile.ZipFile, limits: Limits, zip_bytes: int) -> Entries:
    """The files to unpack, when all that is told about them is harmless."""
    infos = archive.infolist()
    if len(infos) > limits.most_files:
        raise _refused(f"has more than {limits.most_files} files")
    entries: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for info, name in true_names(archive, infos):
        if info.is_dir() or name.endswith("/") or _is_junk(name):
            _check_place(name.rstrip("/"))
            continue
        _check_place(name)
        _check_kind(info, name)
        if same_name(name) in seen:
            raise _refused(f"has {shown(name)} twice, perhaps in another case")
        seen.add(same_name(name))
        entries[name] = info
    _check_sizes(entries.values(), limits, zip_bytes)
    folders = {same_name(str(above)) for n in entries for above in _above(n)}
    if folders & seen:
        raise _refused("has a file and a folder of the same name")
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
        raise _refused(f"has the file {shown(name)}, which {reason}")


def _check_kind(info: zipfile.ZipInfo, name: str) -> None:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in {0, stat.S_IFREG}:
        raise _refused(f"has {shown(name)}, which is a link or device and no file")
    if info.flag_bits & _ENCRYPTED:
        raise _refused("is locked with a password")
    if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise _refused("is compressed in an unusual way")


def _check_sizes(
    infos: Iterable[zipfile.ZipInfo], limits: Limits, zip_bytes: int
) -> None:
    sizes = [info.file_size for info in infos]
    if max(sizes, default=0) > limits.largest_file_bytes:
        largest = limits.largest_file_bytes // 1_000_000
        raise _refused(f"has a file of more than {largest} MB")
    if sum(sizes) > _most_bytes(limits, zip_bytes):
        raise _refused("grows far too large when it is unpacked")


def _most_bytes(limits: Limits, zip_bytes: int) -> int:
    grown = max(limits.free_bytes, limits.steepest * zip_bytes)
    return min(limits.most_bytes, grown)


def _write_all(
    archive: zipfile.ZipFile, entries: Entries, into: Path, limits: Limits, tell: Tell
) -> None:
    total_bytes = sum(info.file_size for info in entries.values())
    if shutil.disk_usage(into).free < total_bytes + _SPARE_BYTES:
        raise PackError(
            f"The disk has no room for the {total_bytes / 1e6:,.0f} MB of this pack. "
            "Make room on it and try again."
        )
    done_bytes = 0
    for name, info in entries.items():
        target = into / PurePosixPath(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        with archive.open(info) as packed, target.open("xb") as file:
            size_bytes = 0
            while chunk := packed.read(_CHUNK_BYTES):
                size_bytes += len(chunk)
                if size_bytes > min(info.file_size, limits.largest_file_bytes):
                    raise _refused("holds more than it says")
                file.write(chunk)
        done_bytes += size_bytes
        try:
            tell(done_bytes, total_bytes)
        except Exception as reason:
            raise _StoppedError(reason) from reason


class _StoppedError(Exception):
    """Whoever watches has stopped it, which is no fault of the zip file.

    Attributes:
        reason: What was raised.
    """

    def __init__(self, reason: Exception) -> None:
        self.reason = reason
        super().__init__(str(reason))


def _pack_folder(entries: Entries) -> PurePosixPath:
    """Where in the zip the pack is: at the top or in one folder."""
    lists = [
        PurePosixPath(name)
        for name in entries
        if PurePosixPath(name).name == MANIFEST_NAME and name.count("/") <= 1
    ]
    at_top = [path for path in lists if len(path.parts) == 1]
    if at_top or len(lists) == 1:
        return (at_top or lists)[0].parent
    if lists:
        raise _refused("holds several packs: make a zip file of each")
    raise _refused(f"has no {MANIFEST_NAME}, so that it is no pack")


def _refused(what: str) -> PackError:
    return PackError(
        f"The zip file {what}. Make it again from the folder of the pack, or ask "
        "whoever made it."
    )


def _silent(_done: int, _total: int) -> None:
    """Tell nobody."""
