"""What is known of a session, and how it is written.

Never a face, a name, a picture or anything computed from one.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from kiosk.storage.pickups import Pickup, write_pickups
from kiosk.storage.spells import Spell, write_spells
from kiosk.storage.tallies import count_ended


class Outcome(StrEnum):
    """How a session ended."""

    COMPLETED = "completed"
    """With a portrait that the visitor kept."""
    DELETED = "deleted"
    """With a portrait that the visitor deleted."""
    DECLINED = "declined"
    """The visitor did not agree."""
    ABANDONED = "abandoned"
    """The visitor walked away."""
    LEFT = "left"
    """The visitor touched Leave."""
    FAILED = "failed"
    """Something went wrong."""
    INTERRUPTED = "interrupted"
    """The kiosk stopped meanwhile."""


@dataclass(frozen=True, slots=True)
class Session:
    """All that is known of a session, as it stands.

    Attributes:
        id: 32 random hexadecimal digits.
        began_utc_ms: Milliseconds since 1970, UTC.
        utc_offset_min: How far local time was ahead of UTC.
        language: Two letters.
        engine: Name of the way of painting.
        kiosk_version: The application's.
        consent_version: Of the text that was shown; None if none was.
        consent: The answer to it; None before there is one.
        painting: The last one chosen, ``pack/painting``.
        retakes: Portraits taken again.
        fps: Median pictures per second, None if not measured.
        outcome: None while the session runs.
        error_kind: What failed, an :class:`ErrorKind`; empty if nothing did. Files of
            earlier versions have the name of the state in which it happened, which the
            last step but one tells as well.
        ended_after_ms: Length of the session; None while it runs.
    """

    id: str
    began_utc_ms: int
    utc_offset_min: int
    language: str
    engine: str
    kiosk_version: str
    consent_version: str | None = None
    consent: bool | None = None
    painting: str | None = None
    retakes: int = 0
    fps: float | None = None
    outcome: Outcome | None = None
    error_kind: str = ""
    ended_after_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a session.

    Attributes:
        position: 0, 1, 2, … within the session.
        step: Its name.
        painting: ``pack/painting`` where the step is about one.
        after_ms: Milliseconds since the session began, by the monotonic clock.
    """

    position: int
    step: str
    painting: str | None
    after_ms: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something to be written.

    A session is given whole every time, so an event may be written twice, or into a new
    file in the middle of a session, without harm.

    Attributes:
        session: As it stands after the event.
        step: The step taken, if the event is one.
    """

    session: Session
    step: Step | None = None

    @property
    def subject(self) -> str:
        """What is lost where this is not written."""
        return self.session.id


_WRITE_SESSION = """
    INSERT INTO sessions (
        id, began_utc_ms, utc_offset_min, language, engine, kiosk_version,
        consent_version, consent, painting, retakes, fps, outcome, error_kind,
        ended_after_ms
    ) VALUES (
        :id, :began_utc_ms, :utc_offset_min, :language, :engine, :kiosk_version,
        :consent_version, :consent, :painting, :retakes, :fps, :outcome, :error_kind,
        :ended_after_ms
    ) ON CONFLICT (id) DO UPDATE SET
        language = excluded.language,
        consent_version = excluded.consent_version,
        consent = excluded.consent,
        painting = excluded.painting,
        retakes = excluded.retakes,
        fps = excluded.fps,
        outcome = excluded.outcome,
        error_kind = excluded.error_kind,
        ended_after_ms = excluded.ended_after_ms
"""
_WRITE_STEP = """
    INSERT OR IGNORE INTO steps (session, position, step, painting, after_ms)
    SELECT number, :position, :step, :painting, :after_ms FROM sessions WHERE id = :id
"""
_CLOSE_INTERRUPTED = """
    UPDATE sessions SET outcome = ?, ended_after_ms = coalesce(
        (SELECT max(after_ms) FROM steps WHERE session = number), 0)
    WHERE outcome IS NULL
"""


Entry = Event | Spell | Pickup
"""Whatever is written into the log."""


def write_entries(database: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Write entries in one transaction: all of them or none.

    Sessions that have ended are counted in the same transaction, so that the tallies
    always tell what the sessions tell.

    Args:
        database: In autocommit mode.
        entries: Oldest first.

    Raises:
        sqlite3.Error: If they cannot be written.
    """
    events = [entry for entry in entries if isinstance(entry, Event)]
    newest = {event.session.id: event.session for event in events}
    steps = [
        {"id": event.session.id, **asdict(event.step)}
        for event in events
        if event.step is not None
    ]
    database.execute("BEGIN IMMEDIATE")
    with database:
        database.executemany(_WRITE_SESSION, [asdict(one) for one in newest.values()])
        database.executemany(_WRITE_STEP, steps)
        write_spells(database, [one for one in entries if isinstance(one, Spell)])
        write_pickups(database, [one for one in entries if isinstance(one, Pickup)])
        if any(session.outcome is not None for session in newest.values()):
            count_ended(database)


def close_interrupted(database: sqlite3.Connection) -> int:
    """End every session that is still running, at the time of its last step.

    Args:
        database: In autocommit mode.

    Returns:
        How many there were.

    Raises:
        sqlite3.Error: If they cannot be written.
    """
    database.execute("BEGIN IMMEDIATE")
    with database:
        closed = database.execute(_CLOSE_INTERRUPTED, (Outcome.INTERRUPTED,)).rowcount
        count_ended(database)
    return closed
