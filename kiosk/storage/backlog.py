"""What waits to be written: bounded, filled by one thread, emptied by another."""

import threading
import time
from collections import deque

from kiosk.storage.sessions import Entry, Event

HURRY_S = 0.05


class Backlog:
    """Entries in order; when there are too many, the oldest sessions go.

    Every method may be called from any thread. Those that wait say so.

    Args:
        most: How many entries wait at most, beside those in hand.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._changed = threading.Condition()
        self._waiting: deque[Entry] = deque()
        self._in_hand: list[Entry] = []
        self._lost: set[str] = set()
        self._stop_at_s: float | None = None

    @property
    def lost(self) -> int:
        """How many sessions were dropped, wholly or in part."""
        with self._changed:
            return len(self._lost)

    @property
    def length(self) -> int:
        """How many entries are not written yet."""
        with self._changed:
            return len(self._waiting) + len(self._in_hand)

    @property
    def over(self) -> bool:
        """Whether nothing more is to be done: closed, and empty or out of time."""
        with self._changed:
            if self._stop_at_s is None:
                return False
            empty = not self._waiting and not self._in_hand
            return empty or time.monotonic() >= self._stop_at_s

    def put(self, entry: Entry) -> None:
        """Add an entry, and make room for it first where there is none."""
        with self._changed:
            if len(self._waiting) >= self._most:
                self._drop_oldest()
            self._waiting.append(entry)
            self._changed.notify_all()

    def take(self, most: int) -> list[Entry]:
        """Wait for entries and take the oldest in hand, or those still in hand.

        Args:
            most: How many at most.

        Returns:
            Entries; none if the backlog was closed.
        """
        with self._changed:
            while not (self._in_hand or self._waiting or self._stop_at_s is not None):
                self._changed.wait()
            if not self._in_hand:
                count = min(most, len(self._waiting))
                self._in_hand = [self._waiting.popleft() for _ in range(count)]
            return self._in_hand

    def done(self) -> None:
        """What was in hand is written."""
        with self._changed:
            self._in_hand = []
            self._changed.notify_all()

    def give_up(self, session_id: str) -> None:
        """Count a session as lost, of which something can never be written."""
        with self._changed:
            self._lost.add(session_id)

    def pause(self, delay_s: float) -> None:
        """Wait a while; only a moment where the end is near."""
        with self._changed:
            closing = self._stop_at_s is not None
            self._changed.wait_for(
                lambda: not closing and self._stop_at_s is not None,
                min(delay_s, HURRY_S) if closing else delay_s,
            )

    def wait_empty(self, timeout_s: float) -> bool:
        """Wait until all is written.

        Returns:
            Whether it is.
        """
        with self._changed:
            return self._changed.wait_for(
                lambda: not self._waiting and not self._in_hand, timeout_s
            )

    def close(self, timeout_s: float) -> None:
        """Let the writer end when all is written, or after so long."""
        with self._changed:
            if self._stop_at_s is None:
                self._stop_at_s = time.monotonic() + timeout_s
            self._changed.notify_all()

    def _drop_oldest(self) -> None:
        oldest = self._waiting[0]
        while self._waiting and self._waiting[0].subject == oldest.subject:
            self._waiting.popleft()
        if isinstance(oldest, Event):
            self._lost.add(oldest.subject)
