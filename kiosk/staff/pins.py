"""The PINs of the staff area: kept as hashes, with wrong tries that slow down.

A PIN of a few digits keeps visitors out of the staff area. It cannot keep out somebody
who holds the disk: they may try all of them in minutes, whatever the hash.

**When the file is damaged** no PIN is in force and the staff area stays shut. The way
out, and the one for a forgotten PIN: delete the file by hand; the kiosk then asks for a
new PIN at its next start.
"""

import hashlib
import hmac
import logging
import re
import secrets
import threading
import time
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from kiosk.errors import KioskError
from kiosk.staff.facts import Rank
from kiosk.staff.pin_file import HASH_BYTES, SALT_BYTES, KeptPins, read_pins, write_pins

logger = logging.getLogger(__name__)

LEAST_DIGITS = 4
MOST_DIGITS = 8
FREE_TRIES = 3
FIRST_WAIT_S = 5.0
LONGEST_WAIT_S = 15 * 60.0
FORGOTTEN_AFTER_S = 12 * 3600.0

_SCRYPT_N = 2**15  # 32 MiB and about 80 ms on an office computer
_SCRYPT_R = 8
_SCRYPT_P = 1
_SCRYPT_MEMORY = 64 * 2**20
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
        self._kept: KeptPins | None = None
        try:
            self._kept = read_pins(path)
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
            kept = self._kept or KeptPins(secrets.token_bytes(SALT_BYTES), {})
            digest = _hash(pin, kept.salt)
            for other, hashed in kept.hashes.items():
                if other is not rank and hmac.compare_digest(hashed, digest):
                    return PinFlaw.TAKEN
            changed = KeptPins(kept.salt, {**kept.hashes, rank: digest})
            try:
                write_pins(self._path, changed)
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
                self._keep(KeptPins(kept.salt, kept.hashes), wait_s=0.0)
            return rank

    def _on_wrong(self, kept: KeptPins) -> None:
        now_s = self._clock()
        quiet_s = now_s - kept.wrong_at_s
        wrong = 1 if quiet_s > FORGOTTEN_AFTER_S else kept.wrong + 1
        if wrong >= FREE_TRIES:
            logger.warning("wrong PINs", extra={"fields": {"tries": wrong}})
        changed = KeptPins(kept.salt, kept.hashes, wrong, now_s)
        self._keep(changed, _wait_after_s(wrong))

    def _keep(self, kept: KeptPins, wait_s: float) -> None:
        self._take(kept, wait_s)
        try:
            write_pins(self._path, kept)
        except OSError:
            # Counted on in memory: a full disk must not shut the staff out.
            logger.warning("wrong tries at the PIN cannot be written down")

    def _take(self, kept: KeptPins, wait_s: float) -> None:
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
        dklen=HASH_BYTES,
    )


def _rank_of(pin: str, kept: KeptPins) -> Rank | None:
    """Compare with every PIN, so that the time taken does not tell which."""
    if not _PIN.fullmatch(pin):
        return None
    digest = _hash(pin, kept.salt)
    found: Rank | None = None
    for rank, hashed in kept.hashes.items():
        if hmac.compare_digest(hashed, digest):
            found = rank
    return found
