"""Spells: how long the kiosk stood open, out of order, closed or with the staff.

A spell is written anew every minute while it lasts, so that a power cut costs the last
minute only. Time that no spell covers the kiosk was switched off.
"""

import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

BEAT_S = 60.0
"""How often a spell that lasts is written."""

_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
_WRITE = """
    INSERT INTO spells (id, standing, began_utc_ms, utc_offset_min, lasted_ms)
    VALUES (:id, :standing, :began_utc_ms, :utc_offset_min, :lasted_ms)
    ON CONFLICT (id) DO UPDATE SET lasted_ms = max(lasted_ms, excluded.lasted_ms)
"""


class Standing(StrEnum):
    """How the kiosk stands to its visitors."""

    OPEN = "open"
    """They can use it, or do."""
    OUT_OF_ORDER = "out_of_order"
    """Something failed."""
    MAINTENANCE = "maintenance"
    """The maintenance sign hangs."""
    STAFF = "staff"
    """Staff use it, or it is being set up."""


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in which nothing changed.

    Attributes:
        id: 32 random hexadecimal digits.
        standing: How the kiosk stood.
        began_utc_ms: Milliseconds since 1970, UTC.
        utc_offset_min: How far local time was ahead of UTC.
        lasted_ms: So far, by a clock that nobody sets.
    """

    id: str
    standing: Standing
    began_utc_ms: int
    utc_offset_min: int
    lasted_ms: int = 0

    @property
    def subject(self) -> str:
        """What is lost where this is not written."""
        return self.id


class OpeningHours:
    """Follows how the kiosk stands, from any thread.

    A spell ends with its local day, so that each belongs to one; it may be told up to
    :data:`BEAT_S` late.

    Args:
        put: Takes what is to be written.
        clock: Local time, aware.
        monotonic: Seconds that never run backwards.
    """

    def __init__(
        self,
        put: Callable[[Spell], None],
        clock: Callable[[], datetime],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._put, self._clock, self._monotonic = put, clock, monotonic
        self._lock = threading.Lock()
        self._spell: Spell | None = None
        self._began_s = 0.0
        self._day = clock().date()

    def stand(self, standing: Standing) -> None:
        """Note how the kiosk stands from now on."""
        with self._lock:
            if self._spell is not None and self._spell.standing is standing:
                return
            self._write()
            self._begin(standing)

    def beat(self) -> None:
        """Write how long it has stood so, and begin anew where a day has begun."""
        with self._lock:
            self._write()
            if self._spell is not None and self._clock().date() != self._day:
                self._begin(self._spell.standing)

    def close(self) -> None:
        """The kiosk is switched off; harmless when repeated."""
        with self._lock:
            self._write()
            self._spell = None

    def _begin(self, standing: Standing) -> None:
        now = self._clock()
        self._began_s, self._day = self._monotonic(), now.date()
        self._spell = Spell(
            secrets.token_hex(16),
            standing,
            (now - _EPOCH) // timedelta(milliseconds=1),
            (now.utcoffset() or timedelta()) // timedelta(minutes=1),
        )
        self._put(self._spell)

    def _write(self) -> None:
        if self._spell is None:
            return
        lasted_ms = max(0, round(1000.0 * (self._monotonic() - self._began_s)))
        self._spell = replace(self._spell, lasted_ms=lasted_ms)
        self._put(self._spell)


def write_spells(database: sqlite3.Connection, spells: Sequence[Spell]) -> None:
    """Write spells; the same one twice does no harm.

    Args:
        database: In a transaction.
        spells: As they stand.

    Raises:
        sqlite3.Error: If they cannot be written.
    """
    newest = {spell.id: spell for spell in spells}
    database.executemany(_WRITE, [asdict(spell) for spell in newest.values()])
