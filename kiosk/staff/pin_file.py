"""The file with the PINs' hashes and the count of wrong tries.

JSON, readable by its owner only, and written whole or not at all::

    {
        "version": 1,
        "salt": "…",
        "pins": {"STAFF": "…", "OWNER": "…"},
        "wrong": 0,
        "wrong_at_s": 0.0,
    }
"""

import contextlib
import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.staff.facts import Rank

SALT_BYTES = 16
HASH_BYTES = 32

_VERSION = 1
_LARGEST_FILE_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class KeptPins:
    """What the file holds.

    Attributes:
        salt: One for all PINs, so that one computation compares with each of them.
        hashes: Of the PINs in force; at least one.
        wrong: Wrong tries since the last right one.
        wrong_at_s: When the last wrong one was, by the wall clock, since 1970.
    """

    salt: bytes
    hashes: Mapping[Rank, bytes]
    wrong: int = 0
    wrong_at_s: float = 0.0


def read_pins(path: Path) -> KeptPins | None:
    """Read the file; None if there is none.

    Raises:
        ValueError: If it is damaged; the message goes on from ``The file …``.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST_FILE_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ValueError(f"cannot be read: {error.strerror}") from error
    try:
        return _parsed(json.loads(text))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ValueError("is damaged") from error


def _parsed(values: Mapping[str, object]) -> KeptPins:
    pins, wrong, wrong_at_s = values["pins"], values["wrong"], values["wrong_at_s"]
    if values["version"] != _VERSION or not isinstance(pins, dict) or not pins:
        raise ValueError
    if not isinstance(wrong, int) or not isinstance(wrong_at_s, int | float):
        raise TypeError
    if wrong < 0 or not abs(wrong_at_s) < float("inf"):
        raise ValueError
    hashes = {Rank[name]: _bytes(text, HASH_BYTES) for name, text in pins.items()}
    return KeptPins(_bytes(values["salt"], SALT_BYTES), hashes, wrong, wrong_at_s)


def _bytes(text: object, length: int) -> bytes:
    if not isinstance(text, str) or len(text) != 2 * length:
        raise ValueError
    return bytes.fromhex(text)


def write_pins(path: Path, kept: KeptPins) -> None:
    """Write the file, whole or not at all; its folder is made if it is not there.

    Raises:
        OSError: If it cannot be written; the file stays as it was.
    """
    text = json.dumps(
        {
            "version": _VERSION,
            "salt": kept.salt.hex(),
            "pins": {rank.name: hashed.hex() for rank, hashed in kept.hashes.items()},
            "wrong": kept.wrong,
            "wrong_at_s": kept.wrong_at_s,
        }
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with os.fdopen(os.open(part, flags, 0o600), "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
