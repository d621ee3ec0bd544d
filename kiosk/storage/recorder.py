"""The session log, as the flow sees it."""

import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.storage.backlog import Backlog
from kiosk.storage.condition import LogCondition
from kiosk.storage.database import LOCK_PATIENCE_S
from kiosk.storage.errors import StorageError
from kiosk.storage.pickups import Pickup
from kiosk.storage.sessions import Event, Outcome, Session, Step
from kiosk.storage.spells import OpeningHours
from kiosk.storage.writer import Writer

logger = logging.getLogger(__name__)

MOST_WAITING = 10_000
LONGEST_TEXT = 100
OPENING_PATIENCE_S = 5.0
PICK_UP_PATIENCE_S = 2.0
_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


def local_now() -> datetime:
    """Read the clock on the wall, with its offset from UTC."""
    return datetime.now().astimezone()


class SessionLog:
    """Notes what happens in each visit, and never whose it is.

    No method but :meth:`file`, :meth:`pick_up`, :meth:`flush` and :meth:`close` waits
    for the disk: they hand on to a thread that writes, and keeps trying when it cannot.
    Whatever is wrong shows in :attr:`condition`.

    Attributes:
        engine: Name of the way of painting, for the sessions that begin from now on.

    Args:
        folder: For the database; made if it is not there.
        engine: The first one's.
        kiosk_version: The application's.
        clock: Local time, aware.
        monotonic: Seconds that never run backwards.
        most_waiting: Events kept in memory while they cannot be written.
    """

    def __init__(
        self,
        folder: Path,
        *,
        engine: str,
        kiosk_version: str,
        clock: Callable[[], datetime] = local_now,
        monotonic: Callable[[], float] = time.monotonic,
        most_waiting: int = MOST_WAITING,
    ) -> None:
        self.engine = engine
        self._kiosk_version = kiosk_version
        self._clock = clock
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._session: Session | None = None
        self._began_s = 0.0
        self._steps = 0
        self._closed = False
        self._backlog = Backlog(most_waiting)
        self._writer = Writer(folder, self._backlog)
        self.hours = OpeningHours(self._backlog.put, clock, monotonic)

    @property
    def condition(self) -> LogCondition:
        """How the log is, for the staff; from any thread, at once."""
        condition = self._writer.condition
        lost = self._backlog.lost
        if not lost:
            return condition
        told = f"Visits that could not be logged since the start: {lost}."
        sentence = f"{condition.sentence} {told}".strip()
        return replace(condition, sentence=sentence, lost=lost)

    def begin(self, language: str) -> None:
        """Begin a session; one that is still running counts as interrupted."""
        with self._lock:
            if self._closed:
                return
            if self._session is not None:
                logger.warning("a session began before the last one ended")
                self._end(Outcome.INTERRUPTED, "")
            now = self._clock()
            self._began_s = self._monotonic()
            self._steps = 0
            self._session = Session(
                id=secrets.token_hex(16),
                began_utc_ms=(now - _EPOCH) // timedelta(milliseconds=1),
                utc_offset_min=(now.utcoffset() or timedelta()) // timedelta(minutes=1),
                language=_short(language),
                engine=_short(self.engine),
                kiosk_version=_short(self._kiosk_version),
            )
            self._backlog.put(Event(self._session))

    def note(self, step: str, painting: str | None = None) -> None:
        """Note a step of the session that is running.

        Args:
            step: Its name.
            painting: ``pack/painting`` if it is about one, which then counts as the
                session's.
        """
        with self._lock:
            if self._session is None:
                logger.warning("a step without a session", extra=_fields(step=step))
                return
            if painting is not None:
                painting = _short(painting)
                self._session = replace(self._session, painting=painting)
            taken = Step(self._steps, _short(step), painting, self._after_ms())
            self._steps += 1
            self._backlog.put(Event(self._session, taken))

    def update(
        self,
        *,
        language: str | None = None,
        consent_version: str | None = None,
        consent: bool | None = None,
        retakes: int | None = None,
        fps: float | None = None,
    ) -> None:
        """Say more of the session that is running; what is None stays as it is.

        Args:
            language: Two letters.
            consent_version: Of the text that is shown.
            consent: The answer to it.
            retakes: Portraits taken again so far.
            fps: Median pictures per second.
        """
        with self._lock:
            if self._session is None:
                logger.warning("an update without a session")
                return
            told: dict[str, Any] = {
                "language": language and _short(language),
                "consent_version": consent_version and _short(consent_version),
                "consent": consent,
                "retakes": retakes,
                "fps": fps,
            }
            known = {name: value for name, value in told.items() if value is not None}
            self._session = replace(self._session, **known)
            self._backlog.put(Event(self._session))

    def offer(self) -> str:
        """Note that the portrait of the session that is running is offered now.

        Returns:
            The session's id, for `pick_up`; empty where none is running.
        """
        with self._lock:
            if self._session is None:
                logger.warning("an offer without a session")
                return ""
            now_ms = (self._clock() - _EPOCH) // timedelta(milliseconds=1)
            self._backlog.put(Pickup(self._session.id, now_ms))
            return self._session.id

    def pick_up(self, session_id: str, offered_s: float, picked_up_s: float) -> bool:
        """Note that a session's portrait was fetched; waits for the disk.

        Args:
            session_id: From `offer`, in this run of the kiosk or an earlier one.
            offered_s: When it was offered, Unix seconds; kept if nothing is known.
            picked_up_s: When it was fetched, Unix seconds.

        Returns:
            Whether it is written down for good.
        """
        with self._lock:
            if self._closed:
                return False
            offered_ms, picked_up_ms = round(1e3 * offered_s), round(1e3 * picked_up_s)
            self._backlog.put(Pickup(_short(session_id), offered_ms, picked_up_ms))
        return self.flush(PICK_UP_PATIENCE_S)

    def end(self, outcome: Outcome | str, error_kind: str = "") -> None:
        """End the session that is running; harmless where none is.

        Args:
            outcome: How it ended.
            error_kind: What failed, an :class:`ErrorKind`.

        Raises:
            ValueError: If there is no such outcome.
        """
        outcome = Outcome(outcome)
        with self._lock:
            self._end(outcome, error_kind)

    def file(self) -> Path:
        """Where the log is; waits for its first opening.

        Raises:
            StorageError: If it could not be opened, with a sentence that says why.
        """
        path = self._writer.path(OPENING_PATIENCE_S)
        if path is None:
            raise StorageError(
                self.condition.sentence or "The session log is not open yet."
            )
        return path

    def flush(self, timeout_s: float) -> bool:
        """Wait until everything is written, and say whether it is."""
        return self._backlog.wait_empty(timeout_s)

    def close(self, timeout_s: float = 2.0) -> None:
        """Write what is left and end the thread; harmless when repeated.

        Args:
            timeout_s: How long to try.
        """
        self.hours.close()
        with self._lock:
            self._closed = True
            self._session = None
        self._backlog.close(timeout_s)
        ended = self._writer.join(timeout_s + 2.0 * LOCK_PATIENCE_S)
        if not ended or self._backlog.length:
            fields = _fields(events=self._backlog.length)
            logger.error("the session log was closed unwritten", extra=fields)

    def _end(self, outcome: Outcome, error_kind: str) -> None:
        if self._session is None:
            return
        session = replace(
            self._session,
            outcome=outcome,
            error_kind=_short(error_kind),
            ended_after_ms=self._after_ms(),
        )
        self._session = None
        self._backlog.put(Event(session))

    def _after_ms(self) -> int:
        return max(0, round(1000.0 * (self._monotonic() - self._began_s)))


def _short(text: str) -> str:
    """Make any text fit for the database."""
    return text.encode("utf-8", "replace").decode("utf-8")[:LONGEST_TEXT]


def _fields(**fields: object) -> dict[str, object]:
    return {"fields": fields}
