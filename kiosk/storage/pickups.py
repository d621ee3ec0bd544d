"""Pickups: which portraits were offered to their visitors, and which were fetched.

A pickup is known by its session's random id and nothing else. It is fetched hours after
the session, perhaps, and in another run of the kiosk.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass

_WRITE = """
    INSERT INTO pickups (session, offered_utc_ms, picked_up_utc_ms)
    VALUES (:session, :offered_utc_ms, :picked_up_utc_ms)
    ON CONFLICT (session) DO UPDATE SET
        picked_up_utc_ms = coalesce(picked_up_utc_ms, excluded.picked_up_utc_ms)
"""


@dataclass(frozen=True, slots=True)
class Pickup:
    """A portrait that was offered, as it stands; written twice it does no harm.

    Attributes:
        session: The session's id, 32 random hexadecimal digits.
        offered_utc_ms: Milliseconds since 1970, UTC.
        picked_up_utc_ms: Likewise; None until it was fetched.
    """

    session: str
    offered_utc_ms: int
    picked_up_utc_ms: int | None = None

    @property
    def subject(self) -> str:
        """What is lost where this is not written."""
        return self.session


def write_pickups(database: sqlite3.Connection, pickups: Sequence[Pickup]) -> None:
    """Write pickups.

    Args:
        database: In a transaction.
        pickups: As they stand.

    Raises:
        sqlite3.Error: If they cannot be written.
    """
    database.executemany(_WRITE, [asdict(pickup) for pickup in pickups])
