"""Packs what an engineer needs from afar into one ZIP file, for a USB stick.

In it: the log files, the settings in force, the health page, what the doctor says, and
versions. Never in it: pictures, the session database, the file with the PINs. Nothing
is looked for: only what is named here is taken.
"""

import contextlib
import os
import re
import secrets
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.log import BOT_FILE_NAME, FILE_NAME
from kiosk.staff.facts import ErrorLine, HealthFact

MOST_LOG_FILES = 12
MOST_FILE_BYTES = 4_000_000
MOST_NAME_LETTERS = 40

_LOG_NAME = re.compile(
    f"({re.escape(FILE_NAME)}|{re.escape(BOT_FILE_NAME)})" + r"(\.[0-9]{1,3})?"
)
_CUT = b"(the beginning was left out)\n"


@dataclass(frozen=True, slots=True)
class BundleParts:
    """What goes into the file.

    Attributes:
        kiosk: The kiosk's or venue's name, for the file's name; may be empty.
        log_folder: Where the log files are.
        settings: The settings in force, as JSON. Whoever makes it leaves out secrets.
        health: The health page.
        errors: The errors remembered, the newest first.
        versions: From the name of a package or system to its version.
    """

    kiosk: str
    log_folder: Path
    settings: str
    health: Sequence[HealthFact] = ()
    errors: Sequence[ErrorLine] = ()
    versions: Mapping[str, str] | None = None


def write_bundle(folder: Path, parts: BundleParts, now: datetime) -> Path:
    """Write the file, whole or not at all.

    Takes up to some seconds on a slow stick: call it off the GUI's thread. Every text
    is bounded to 4 MB, of which the end is kept; there are at most twelve log files.

    Args:
        folder: Where to; it must be there.
        parts: What goes in.
        now: The time for its name.

    Returns:
        The file: ``vernissage-NAME-DATE_TIME.zip``.

    Raises:
        KioskError: If it cannot be written there; says what to do.
    """
    if not folder.is_dir():
        raise KioskError(
            f"The folder '{folder}' is not there. Put the USB stick in again, wait a "
            "few seconds and try once more."
        )
    path = folder / f"vernissage-{slug(parts.kiosk)}-{now:%Y-%m-%d_%H-%M-%S}.zip"
    part = folder / f".{path.name}.{secrets.token_hex(4)}.part"
    try:
        with part.open("xb") as file:
            with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
                for name, content in _contents(parts, now):
                    bundle.writestr(name, content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise KioskError(
            f"The log bundle cannot be written to '{folder}': "
            f"{error.strerror or 'it does not answer'}. Use a USB stick that has room "
            "and is not write-protected."
        ) from error
    return path


def _contents(parts: BundleParts, now: datetime) -> list[tuple[str, bytes]]:
    versions = {"written": now.isoformat(timespec="seconds"), **(parts.versions or {})}
    texts = {
        "versions.txt": "".join(f"{key}: {text}\n" for key, text in versions.items()),
        "settings.json": parts.settings,
        "health.txt": "".join(_health_line(fact) for fact in parts.health),
        "errors.txt": "".join(
            f"{line.at.isoformat(timespec='seconds')} {line.words}\n"
            for line in parts.errors
        ),
    }
    contents = [
        (name, _end_of(text.encode(errors="backslashreplace")))
        for name, text in texts.items()
    ]
    for path in _log_files(parts.log_folder):
        with contextlib.suppress(OSError):  # rotated away in this moment
            contents.append((f"logs/{path.name}", _read_end(path)))
    return contents


def _log_files(folder: Path) -> list[Path]:
    try:
        found = sorted(
            path
            for path in folder.iterdir()
            if _LOG_NAME.fullmatch(path.name)
            and path.is_file()
            and not path.is_symlink()
        )
    except OSError:
        return []
    return found[:MOST_LOG_FILES]


def _read_end(path: Path) -> bytes:
    with path.open("rb") as file:
        size_bytes = file.seek(0, os.SEEK_END)
        file.seek(max(0, size_bytes - MOST_FILE_BYTES - 1))
        return _end_of(file.read(MOST_FILE_BYTES + 1))


def _end_of(text: bytes) -> bytes:
    if len(text) <= MOST_FILE_BYTES:
        return text
    return _CUT + text[-MOST_FILE_BYTES:].split(b"\n", 1)[-1]


def _health_line(fact: HealthFact) -> str:
    told = [fact.topic.value, fact.condition.name.lower(), fact.value, fact.sentence]
    return ": ".join(text for text in told if text) + "\n"


def slug(name: str) -> str:
    """A name as a part of a file's name, on any system."""
    letters = "".join(letter if letter.isalnum() else "-" for letter in name)
    return re.sub("-+", "-", letters)[:MOST_NAME_LETTERS].strip("-") or "kiosk"
