"""Copies the files of a pack, and only those, and tells two packs apart."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from kiosk.errors import PackError
from kiosk.packs.disk import GONE, disk_words
from kiosk.packs.filenames import is_plain_file, locate
from kiosk.packs.index import FINGERPRINT_LETTERS
from kiosk.packs.pictures import LARGEST_FILE_BYTES
from kiosk.packs.problems import shown
from kiosk.packs.schema import MANIFEST_NAME, PackManifest

MOST_PACK_BYTES = 20_000_000_000
_SPARE_BYTES = 50_000_000
_CHUNK_BYTES = 1_000_000
_LARGEST_TEXT_BYTES = 1_000_000
_TEXT_NAMES = ("licence", "license", "readme", "notice", "credits")
_TEXT_ENDINGS = frozenset({"", ".md", ".txt"})

Tell = Callable[[int, int], None]
"""Told how many bytes are done, and of how many."""


def files_of(folder: Path, manifest: PackManifest) -> dict[str, Path]:
    """The files that make up a pack, by the names that the manifest gives them.

    Beside what the manifest names these are plain texts such as ``LICENCE.md``.

    Args:
        folder: The pack's folder.
        manifest: What was read from it.

    Raises:
        OSError: If the folder has vanished.
    """
    named = {name for entry in manifest.paintings for name in (entry.image, entry.mask)}
    names = [MANIFEST_NAME, *sorted(name for name in named if name), *_texts(folder)]
    return {name: locate(folder, name) or folder / name for name in names}


def copy_files(files: dict[str, Path], target: Path, tell: Tell) -> str:
    """Copy files so that they outlive a power cut.

    Args:
        files: From the name in the target to the file.
        target: An empty folder.
        tell: Told how far it is.

    Returns:
        A fingerprint of all names and contents.

    Raises:
        PackError: If they are too much for the disk or the limits.
        OSError: If one cannot be read or written.
    """
    sizes = {name: path.stat().st_size for name, path in files.items()}
    total_bytes = sum(sizes.values())
    largest = max(sizes, key=lambda name: sizes[name])
    if sizes[largest] >= LARGEST_FILE_BYTES:
        raise PackError(
            f"The file {shown(largest)} has {sizes[largest] / 1e6:,.0f} MB; less than "
            "300 MB are allowed. Save it smaller."
        )
    if total_bytes > MOST_PACK_BYTES:
        raise PackError(
            "The pack is larger than 20 GB. Save its pictures smaller, or make several "
            "packs of it."
        )
    if shutil.disk_usage(target).free < total_bytes + _SPARE_BYTES:
        raise PackError(
            f"The disk has no room for the {total_bytes / 1e6:,.0f} MB of this pack. "
            "Make room on it and try again."
        )
    digest = hashlib.sha256()
    done_bytes = 0
    for name in sorted(files):
        digest.update(f"{len(name.encode())} {name} ".encode())
        copied = _copy(files[name], target / PurePosixPath(name))
        digest.update(copied)
        done_bytes += sizes[name]
        tell(done_bytes, total_bytes)
    return digest.hexdigest()[:FINGERPRINT_LETTERS]


def _copy(source: Path, target: Path) -> bytes:
    """Copy one file and return the digest of what was written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    done_bytes = 0
    with source.open("rb") as from_file, target.open("xb") as to_file:
        while chunk := from_file.read(_CHUNK_BYTES):
            done_bytes += len(chunk)
            if done_bytes > LARGEST_FILE_BYTES:
                raise PackError(f"The file '{source.name}' grows while it is copied.")
            digest.update(chunk)
            to_file.write(chunk)
        to_file.flush()
        os.fsync(to_file.fileno())
    return digest.digest()


def _texts(folder: Path) -> list[str]:
    return sorted(
        path.name
        for path in folder.iterdir()
        if path.stem.lower().startswith(_TEXT_NAMES)
        and path.suffix.lower() in _TEXT_ENDINGS
        and is_plain_file(path, folder)
        and path.stat().st_size <= _LARGEST_TEXT_BYTES
    )


def copy_failed(error: OSError) -> PackError:
    """What to say when the disk failed, or the stick was pulled, during a copy."""
    if error.errno in GONE:
        return PackError(
            "A file of the pack can no longer be read. Leave the stick in until all is "
            "done; if it was in, copy the pack onto another one. Then try again."
        )
    return PackError(f"The pack cannot be copied. {disk_words(error)}")
