"""What the courier does with each picture: sends, deletes, asks, forgets."""

import logging
import math
import time
from collections.abc import Callable
from typing import TypeAlias

from kiosk.handover.errors import GoneError, RefusedError, UnknownPictureError
from kiosk.handover.outbox import Outbox, Place, Waiting
from kiosk.handover.pauses import Pauses
from kiosk.handover.progress import Progress, Watch
from kiosk.handover.service import Delivery, Service
from kiosk.handover.standing import Tally
from kiosk.handover.timekeeping import Timekeeper

logger = logging.getLogger(__name__)

ASKS_WATCHED_EVERY_S = 1.5
"""While its visitor stands there, who sees that the picture has come."""
LONGEST_ASK_S = 900.0
LEAST_BETWEEN_ASKS_S = 0.5
TIDIES_EVERY_S = 30.0

TellFetched: TypeAlias = Callable[[str, float, float], bool]
"""Gets the session's id, when it was offered and when it was fetched, Unix seconds;
tells whether that is written down."""


class Rounds:
    """Does one thing at a time, the most urgent first.

    Args:
        outbox: Where the pictures are.
        watch: The picture that somebody waits for.
        tell_fetched: Has it written down that a picture was fetched.
        timekeeper: The time that pictures expire by.
    """

    def __init__(
        self,
        outbox: Outbox,
        watch: Watch,
        tell_fetched: TellFetched,
        timekeeper: Timekeeper,
    ) -> None:
        self._outbox, self._watch = outbox, watch
        self._tell_fetched, self._time = tell_fetched, timekeeper
        self._asks: dict[str, tuple[float, Pauses]] = {}
        self._next_ask_s = self._next_tidy_s = 0.0
        self.unsent = 0

    def tidy(self, keep_s: float) -> None:
        """Forget what is fetched and written down, and now and then what is too old."""
        self._write_down()
        now_s = time.monotonic()
        if now_s < self._next_tidy_s:
            return
        self._next_tidy_s = now_s + TIDIES_EVERY_S
        for one in self._outbox.expire(self._time.now_s(), keep_s):
            self._asks.pop(one.id, None)
            if one.place is Place.HERE:
                self._give_up(one.id, "a picture was not sent before its time was over")

    def do_next(self, service: Service, keep_s: float) -> bool:
        """Do what is most urgent.

        Returns:
            Whether there was anything.
        """
        for one in self._outbox.waiting(Place.DELETED)[:1]:
            self._delete(service, one)
            return True
        here = self._outbox.waiting(Place.HERE)
        watched = [one for one in here if one.id == self._watch.picture]
        for one in (watched or here)[:1]:
            self._send(service, one, keep_s)
            return True
        due = self._due_ask()
        if due is not None:
            self._ask(service, due)
        return due is not None

    def wait_s(self, most_s: float) -> float:
        """Seconds until there is something to ask, at most so many."""
        if not self._asks:
            return most_s
        due_s = min(due for due, _ in self._asks.values())
        left_s = max(due_s, self._next_ask_s) - time.monotonic()
        return min(max(left_s, 0.0), most_s)

    def tally(self) -> Tally:
        """Count what is in the outbox."""
        every = self._outbox.waiting(Place.HERE, Place.SENT, Place.DELETED)
        here = [one for one in every if one.place is Place.HERE]
        oldest_s = self._time.now_s() - here[0].kept_at_s if here else 0.0
        return Tally(
            here=len(here),
            sent=sum(one.place is Place.SENT for one in every),
            deletions=sum(one.place is Place.DELETED for one in every),
            size_bytes=sum(one.size_bytes for one in every),
            oldest_s=max(0.0, oldest_s),
        )

    def place_of(self, picture: str) -> Place | None:
        """Where a picture is; None if it is not in the outbox."""
        found = [one.place for one in self._outbox.waiting(*Place) if one.id == picture]
        return found[0] if found else None

    def _send(self, service: Service, one: Waiting, keep_s: float) -> None:
        sealed = self._outbox.sealed(one.id)
        if sealed is None:
            self._outbox.drop(one.id)
            self._give_up(one.id, "a picture was taken out of the outbox")
            return
        try:
            service.put(one.id, sealed, one.kept_at_s + keep_s)
        except GoneError:
            self._outbox.drop(one.id)
            self._watch.report(one.id, Progress.LOST)
            return
        except RefusedError as error:
            self._outbox.drop(one.id)
            self._give_up(one.id, str(error))
            return
        self._outbox.note_sent(one.id)
        self._watch.report(one.id, Progress.READY)
        self._asks.setdefault(one.id, self._first_ask())

    def _delete(self, service: Service, one: Waiting) -> None:
        try:
            service.delete(one.id)
        except (UnknownPictureError, GoneError):
            pass
        except RefusedError as error:
            logger.error("a deletion was refused: %s", error)  # noqa: TRY400 (no bug)
        self._outbox.drop(one.id)
        self._asks.pop(one.id, None)

    def _write_down(self) -> None:
        """Have it written down what was fetched, and then forget it."""
        for one in self._outbox.waiting(Place.FETCHED):
            at_s = one.fetched_at_s if one.fetched_at_s is not None else one.kept_at_s
            if not one.session or self._tell_fetched(one.session, one.kept_at_s, at_s):
                self._outbox.drop(one.id)

    def _due_ask(self) -> Waiting | None:
        now_s = time.monotonic()
        if now_s < self._next_ask_s:
            return None
        sent = {one.id: one for one in self._outbox.waiting(Place.SENT)}
        self._asks = {
            picture: self._asks.get(picture) or self._first_ask() for picture in sent
        }
        due = [(at_s, picture) for picture, (at_s, _) in self._asks.items()]
        at_s, picture = min(due, default=(math.inf, ""))
        return sent[picture] if at_s <= now_s else None

    def _ask(self, service: Service, one: Waiting) -> None:
        now_s = time.monotonic()
        pauses = self._asks[one.id][1]
        watched = one.id == self._watch.picture
        pause_s = ASKS_WATCHED_EVERY_S if watched else pauses.next_s()
        self._asks[one.id] = (now_s + pause_s, pauses)
        self._next_ask_s = now_s + LEAST_BETWEEN_ASKS_S
        try:
            told = service.ask(one.id)
        except UnknownPictureError:
            self._outbox.note_missing(one.id)
            return
        except (GoneError, RefusedError):
            self._outbox.drop(one.id)
            return
        if told.state is Delivery.DELIVERED:
            at_s = self._time.now_s() if told.at_s is None else told.at_s
            self._outbox.note_fetched(one.id, max(one.kept_at_s, at_s))
            self._watch.report(one.id, Progress.FETCHED)
            self._write_down()
        elif told.state is not Delivery.WAITING:
            self._outbox.drop(one.id)

    def _first_ask(self) -> tuple[float, Pauses]:
        pauses = Pauses(longest_s=LONGEST_ASK_S)
        return time.monotonic() + ASKS_WATCHED_EVERY_S, pauses

    def _give_up(self, picture: str, why: str) -> None:
        self.unsent += 1
        logger.error("a picture was not handed over: %s", why)
        self._watch.report(picture, Progress.LOST)
