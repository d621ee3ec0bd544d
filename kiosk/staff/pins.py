"""The PINs of the staff area: kept as hashes, with wrong tries that slow down.

The file is JSON, readable by its owner only, and written whole or not at all::

    {
        "version": 1,
        "salt": "…",
        "pins": {"STAFF": "…", "OWNER": "…"},
        "wrong": 0,
        "wrong_at_s": 0.0,
    }

A PIN of a few digits keeps visitors out of the staff area. It cannot keep out somebody
who holds the disk: they may try all of them in minutes, whatever the hash.

**When the file is damaged** no PIN is in force and the staff area stays shut. The way
out, and the one for a forgotten PIN: delete the file by hand; the kiosk then asks for a
new PIN at its next start.
"""

import contextlib
import hashlib
import hmac
import json
import logging
import os
import re
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.staff.facts import Rank

logger = logging.getLogger(__name__)

LEAST_DIGITS = 4
MOST_DIGITS = 8
FREE_TRIES = 3
FIRST_WAIT_S = 5.0
LONGEST_WAIT_S = 15 * 60.0
FORGOTTEN_AFTER_S = 12 * 3600.0

_VERSION = 1
_SALT_BYTES = 16
_HASH_BYTES = 32
_SCRYPT_N = 2**15  # 32 MiB and about 80 ms on an office computer
_SCRYPT_R = 8
_SCRYPT_P = 1
_SCRYPT_MEMORY = 64 * 2**20
_LARGEST_FILE_BYTES = 10_000
_PIN = re.compile(rf"[0-9]{{{LEAST_DIGITS},{MOST_DIGITS}}}")
_RUNS = "01234567890 09876543210"
_KEYPAD_COLUMNS = ("2580", "0852")


class PinFlaw(Enum):
    """Why a PIN is refused."""

    LENGTH = auto()
    """Not four to eight digits."""
    OBVIOUS = auto()
    """The first that anybody would try: 0000, 1234, 1212, 2580."""
    TAKEN = auto()
    """The other rank has it."""


@dataclass(frozen=True, slots=True)
class _Kept:
    salt: bytes
    hashes: Mapping[Rank, bytes]
    wrong: int = 0
    wrong_at_s: float = 0.0


def flaw_of(pin: str) -> PinFlaw | None:
    """Say what is wrong with a new PIN in itself; None if nothing. Costs no time."""
    if not _PIN.fullmatch(pin):
        return PinFlaw.LENGTH
    repeats = any(pin == (pin[:n] * len(pin))[: len(pin)] for n in (1, 2))
    if repeats or pin in _RUNS or pin in _KEYPAD_COLUMNS:
        return PinFlaw.OBVIOUS
    return None


class PinStore:
    """Sets and checks PINs.

    `check` and `set_pin` take about 100 ms each and write to the disk: call them off
    the GUI's thread. Everything else answers at once, from any thread.

    After three wrong tries each further one makes everybody wait: 5 s, then twice as
    long each time, up to 15 minutes. Waiting is measured by the monotonic clock; only
    what passed while the kiosk was off is taken from the clock on the wall, and a wall
    clock that was set back begins the wait anew instead of making it longer.

    Args:
        path: The file; its folder is made when the first PIN is set.
        clock: The wall clock, in seconds since 1970.
        now_s: The monotonic clock, in seconds.
    """

    def __init__(
        self,
        path: Path,
        clock: Callable[[], float] = time.time,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._path = path
        self._clock = clock
        self._now_s = now_s
        self._one_at_a_time = threading.Lock()
        self._state = threading.Lock()
        self._trouble = ""
        self._kept: _Kept | None = None
        try:
            self._kept = _read(path)
        except ValueError as error:
            self._trouble = (
                f"The file '{path}' with the PINs {error}. Until then the staff area "
                "stays shut. Delete the file by hand and start the kiosk again; it "
                "will ask for a new PIN."
            )
            logger.error("the file with the PINs is damaged")  # noqa: TRY400 (told)
        self._free_at_s = self._now_s() + self._wait_at_start_s()

    @property
    def exists(self) -> bool:
        """Whether there is a file, even a damaged one: then nobody may begin anew."""
        with self._state:
            return self._kept is not None or bool(self._trouble)

    @property
    def has_owner(self) -> bool:
        """Whether the owner's PIN is in force."""
        return self.has(Rank.OWNER)

    @property
    def trouble(self) -> str:
        """What is wrong with the file and what to do; empty if nothing."""
        return self._trouble

    def has(self, rank: Rank) -> bool:
        """Whether a rank's PIN is in force."""
        with self._state:
            return self._kept is not None and rank in self._kept.hashes

    def wait_s(self) -> float:
        """How long nobody may try; 0 when anybody may."""
        with self._state:
            return max(0.0, self._free_at_s - self._now_s())

    def set_pin(self, rank: Rank, pin: str) -> PinFlaw | None:
        """Put a PIN in force, in place of the rank's last one.

        Args:
            rank: Whose.
            pin: Four to eight digits.

        Returns:
            Why it is refused, or None: it is in force.

        Raises:
            KioskError: If the file is damaged or cannot be written; nothing changes.
        """
        flaw = flaw_of(pin)
        if flaw is not None:
            return flaw
        with self._one_at_a_time:
            if self._trouble:
                raise KioskError(self._trouble)
            kept = self._kept or _Kept(secrets.token_bytes(_SALT_BYTES), {})
            digest = _hash(pin, kept.salt)
            for other, hashed in kept.hashes.items():
                if other is not rank and hmac.compare_digest(hashed, digest):
                    return PinFlaw.TAKEN
            changed = _Kept(kept.salt, {**kept.hashes, rank: digest})
            try:
                _write(self._path, changed)
            except OSError as error:
                raise KioskError(
                    f"The PIN cannot be kept in '{self._path.parent}': "
                    f"{error.strerror or 'the disk refuses'}. Make room on the disk or "
                    "make the folder writable, then set the PIN again."
                ) from error
            self._take(changed, wait_s=0.0)
        return None

    def check(self, pin: str) -> Rank | None:
        """Tell whose PIN this is.

        Args:
            pin: What was typed; anything.

        Returns:
            The rank, or None: it is nobody's, or it came while all must wait. What
            comes then is not even looked at, and does not make the wait longer.
        """
        with self._one_at_a_time:
            kept = self._kept
            if kept is None or self.wait_s() > 0.0:
                return None
            rank = _rank_of(pin, kept)
            if rank is None:
                self._on_wrong(kept)
            elif kept.wrong:
                self._keep(_Kept(kept.salt, kept.hashes), wait_s=0.0)
            return rank

    def _on_wrong(self, kept: _Kept) -> None:
        now_s = self._clock()
        quiet_s = now_s - kept.wrong_at_s
        wrong = 1 if quiet_s > FORGOTTEN_AFTER_S else kept.wrong + 1
        if wrong >= FREE_TRIES:
            logger.warning("wrong PINs", extra={"fields": {"tries": wrong}})
        changed = _Kept(kept.salt, kept.hashes, wrong, now_s)
        self._keep(changed, _wait_after_s(wrong))

    def _keep(self, kept: _Kept, wait_s: float) -> None:
        self._take(kept, wait_s)
        try:
            _write(self._path, kept)
        except OSError:
            # Counted on in memory: a full disk must not shut the staff out.
            logger.warning("wrong tries at the PIN cannot be written down")

    def _take(self, kept: _Kept, wait_s: float) -> None:
        with self._state:
            self._kept = kept
            self._free_at_s = self._now_s() + wait_s

    def _wait_at_start_s(self) -> float:
        if self._kept is None:
            return 0.0
        passed_s = max(0.0, self._clock() - self._kept.wrong_at_s)
        return max(0.0, _wait_after_s(self._kept.wrong) - passed_s)


def _wait_after_s(wrong: int) -> float:
    if wrong < FREE_TRIES:
        return 0.0
    doublings = min(wrong - FREE_TRIES, 16)
    return min(FIRST_WAIT_S * 2.0**doublings, LONGEST_WAIT_S)


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(
        pin.encode(errors="surrogatepass"),
        salt=salt,
        n=_SCRYPT_N,
        r=_SCRYPT_R,
        p=_SCRYPT_P,
        maxmem=_SCRYPT_MEMORY,
        dklen=_HASH_BYTES,
    )


def _rank_of(pin: str, kept: _Kept) -> Rank | None:
    """Compare with every PIN, so that the time taken does not tell which."""
    if not _PIN.fullmatch(pin):
        return None
    digest = _hash(pin, kept.salt)
    found: Rank | None = None
    for rank, hashed in kept.hashes.items():
        if hmac.compare_digest(hashed, digest):
            found = rank
    return found


def _read(path: Path) -> _Kept | None:
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


def _parsed(values: Mapping[str, object]) -> _Kept:
    pins, wrong, wrong_at_s = values["pins"], values["wrong"], values["wrong_at_s"]
    if values["version"] != _VERSION or not isinstance(pins, dict) or not pins:
        raise ValueError
    if not isinstance(wrong, int) or not isinstance(wrong_at_s, int | float):
        raise TypeError
    if wrong < 0 or not abs(wrong_at_s) < float("inf"):
        raise ValueError
    hashes = {Rank[name]: _bytes(text, _HASH_BYTES) for name, text in pins.items()}
    return _Kept(_bytes(values["salt"], _SALT_BYTES), hashes, wrong, wrong_at_s)


def _bytes(text: object, length: int) -> bytes:
    if not isinstance(text, str) or len(text) != 2 * length:
        raise ValueError
    return bytes.fromhex(text)


def _write(path: Path, kept: _Kept) -> None:
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
