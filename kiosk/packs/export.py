"""Writes the zip file of a pack, to be carried to another kiosk."""

import contextlib
import secrets
import zipfile
from pathlib import Path

from kiosk.errors import PackError
from kiosk.packs.disk import disk_words
from kiosk.packs.problems import UnfitPackError
from kiosk.packs.reading import read_pack
from kiosk.packs.transfer import Tell, files_of

_SMALL_ALREADY = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".jp2"})


def pack_up(folder: Path, target: Path, tell: Tell | None = None) -> None:
    """Write a pack as a zip file, whole or not at all.

    Args:
        folder: The pack's folder.
        target: The zip file; nothing that is there is replaced.
        tell: Told how many bytes are done, and of how many.

    Raises:
        UnfitPackError: If the folder holds no pack.
        PackError: If the file is there already or cannot be written.
    """
    manifest, problems = read_pack(folder)
    if manifest is None:
        raise UnfitPackError(folder.name, problems)
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        if target.exists():
            raise PackError(f"There is a {target} already. Choose another name.")
        _write(files_of(folder, manifest), draft, tell)
        draft.replace(target)
    except (OSError, ValueError) as error:
        words = disk_words(error) if isinstance(error, OSError) else "Check its name."
        raise PackError(f"The file {target} cannot be written. {words}") from error
    finally:
        with contextlib.suppress(OSError, ValueError):
            draft.unlink(missing_ok=True)


def _write(files: dict[str, Path], draft: Path, tell: Tell | None) -> None:
    total_bytes = sum(path.stat().st_size for path in files.values())
    done_bytes = 0
    with zipfile.ZipFile(draft, "x", strict_timestamps=False) as archive:
        for name, path in files.items():
            small_already = path.suffix.lower() in _SMALL_ALREADY
            method = zipfile.ZIP_STORED if small_already else zipfile.ZIP_DEFLATED
            archive.write(path, name, method)
            done_bytes += path.stat().st_size
            if tell is not None:
                tell(done_bytes, total_bytes)
