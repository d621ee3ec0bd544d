"""The thread that carries sealed pictures to the service, and keeps trying.

It sends what waits, has deleted what visitors want deleted, asks now and then what was
fetched, and forgets what is fetched or too old. Nothing it does is done by any other
thread, and it never holds a token: it could not open a picture.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from kiosk.handover.account import Account
from kiosk.handover.acquaintances import Acquaintance, recall, remember
from kiosk.handover.errors import (
    BusyError,
    KeyRefusedError,
    OutboxError,
    ServiceError,
    UnreachableError,
)
from kiosk.handover.outbox import Outbox, Place
from kiosk.handover.pauses import Patience
from kiosk.handover.progress import Progress, Watch
from kiosk.handover.rounds import Rounds, TellFetched
from kiosk.handover.service import Service
from kiosk.handover.standing import Reach, Standing
from kiosk.handover.timekeeping import Timekeeper
from kiosk.log import let_go
from kiosk.settings.sections.handover import Handover

logger = logging.getLogger(__name__)

HOUR_S = 3600.0
CLOCK_MATTERS_S = 60.0
LOOKS_EVERY_S = 15.0
"""At least so often it looks whether there is something to do."""
INTRODUCES_EVERY_S = 600.0
AFTER_REFUSAL_S = 60.0
"""Staff who put a new key in are soon answered; a changed setting counts at once."""
AFTER_TROUBLE_S = 5.0
CLOSES_WITHIN_S = 3.0


class Courier:
    """Carries pictures; made, it does nothing until it is started.

    Args:
        outbox: What it carries from.
        account: Which service is set now, if any; asked again and again.
        settings: The settings of the hand-over in force.
        watch: The picture that somebody waits for.
        tell_fetched: Has it written down that a picture was fetched.
        timekeeper: The time that pictures expire by.
    """

    def __init__(
        self,
        outbox: Outbox,
        account: Callable[[], Account | None],
        settings: Callable[[], Handover],
        watch: Watch,
        tell_fetched: TellFetched,
        timekeeper: Timekeeper,
    ) -> None:
        self._outbox, self._account, self._settings = outbox, account, settings
        self._watch, self._time = watch, timekeeper
        self._rounds = Rounds(outbox, watch, tell_fetched, timekeeper)
        self._standing = Standing()
        self._served: Account | None = None
        self._service: Service | None = None
        self._started_at_s = timekeeper.now_s()
        self._patience = Patience()
        self._introduce_s = 0.0
        self._deletions: deque[str] = deque()
        self._closing, self._bell = threading.Event(), threading.Event()
        self._thread = threading.Thread(
            target=self._run, name="handover courier", daemon=True
        )

    @property
    def standing(self) -> Standing:
        """How it goes; from any thread, at once."""
        return self._standing

    @property
    def keep_s(self) -> float:
        """How long pictures are kept: as the settings and the service allow."""
        hours = float(self._settings().keep_hours)
        known = self._standing.known
        return HOUR_S * (hours if known is None else min(hours, known.keep_hours))

    def start(self) -> None:
        """Begin to carry."""
        self._thread.start()

    def delete_later(self, picture: str) -> None:
        """Note a deletion as soon as the outbox can be written; from any thread."""
        self._deletions.append(picture)

    def wake(self) -> None:
        """There is something to do; from any thread."""
        self._bell.set()

    def close(self) -> None:
        """End the thread, in the middle of what it does; harmless when repeated."""
        self._closing.set()
        self._bell.set()
        if self._thread.ident is None:
            self.end()
        else:
            self._thread.join(CLOSES_WITHIN_S)

    def look_around(self, *, hurry: bool = False) -> float:
        """Do all that can be done now; the thread does nothing else.

        Args:
            hurry: Whether to try now though the service could not be reached just now.
                What the service itself asked to wait is waited.

        Returns:
            Seconds after which there is more to do.
        """
        if hurry:
            self._patience.hurry()
        wait_s = LOOKS_EVERY_S
        trouble = ""
        try:
            self._note_deletions()
            self._follow_account()
            self._rounds.tidy(self.keep_s)
            self._serve()
            if self._service is not None:
                wait_s = self._rounds.wait_s(LOOKS_EVERY_S)
        except OutboxError as error:
            trouble, wait_s = str(error), AFTER_TROUBLE_S
            if trouble != self._standing.outbox_trouble:
                logger.error("the outbox cannot be used: %s", trouble)  # noqa: TRY400 (said)
        self._tell(trouble)
        left_s = self._patience.left_s
        return min(left_s, LOOKS_EVERY_S) if left_s > 0.0 else wait_s

    def end(self) -> None:
        """Let go of connections and files; for whoever looked around by hand."""
        if self._service is not None:
            self._service.close()
            self._service = None
        self._outbox.close()

    def _run(self) -> None:
        hurry = False
        while not self._closing.is_set():
            try:
                wait_s = self.look_around(hurry=hurry)
            except Exception as error:
                logger.exception("carrying pictures failed unexpectedly")
                let_go(error)
                wait_s = AFTER_TROUBLE_S
            hurry = self._bell.wait(wait_s)
            self._bell.clear()
        self.end()

    def _note_deletions(self) -> None:
        while self._deletions:
            self._outbox.delete(self._deletions[0], self._time.now_s())
            self._deletions.popleft()

    def _follow_account(self) -> None:
        account = self._account()
        if account == self._served:
            return
        known = None if account is None else recall(self._outbox, account.url)
        if self._service is not None:
            self._service.close()
        self._served, self._service = account, None
        self._introduce_s = 0.0
        self._patience.begin_anew()
        if account is None:
            self._standing = replace(
                self._standing,
                url="",
                host="",
                reach=Reach.NO_SERVICE,
                known=None,
                trouble="",
            )
            return
        self._service = Service(account, self._closing.is_set)
        self._standing = replace(
            self._standing,
            url=account.url,
            host=account.host,
            reach=Reach.NOT_ASKED,
            known=known,
            trouble="",
        )

    def _serve(self) -> None:
        if self._service is None or self._patience.left_s > 0.0:
            return
        try:
            self._introduce(self._service)
            while not self._closing.is_set():
                if not self._rounds.do_next(self._service, self.keep_s):
                    break
        except KeyRefusedError as error:
            self._fail(Reach.REFUSED, error, AFTER_REFUSAL_S)
        except BusyError as error:
            self._fail(Reach.UNREACHABLE, error, error.wait_s, asked=True)
        except UnreachableError as error:
            self._fail(Reach.UNREACHABLE, error)
        else:
            self._patience.worked()

    def _introduce(self, service: Service) -> None:
        fresh = time.monotonic() < self._introduce_s
        if fresh and self._standing.reach is Reach.GOOD:
            return
        told = service.introduce()
        moved_s = self._time.learn(told.time)
        if abs(moved_s) > CLOCK_MATTERS_S:
            self._outbox.shift(self._started_at_s, moved_s)
        self._started_at_s += moved_s
        known = Acquaintance(
            told.kiosk, told.bot, told.link, told.keep_hours, told.time
        )
        if self._standing.reach is not Reach.GOOD:
            logger.info("the service answers")
        remember(self._outbox, self._standing.url, known)
        self._standing = replace(
            self._standing, reach=Reach.GOOD, known=known, trouble=""
        )
        self._introduce_s = time.monotonic() + INTRODUCES_EVERY_S

    def _fail(
        self,
        reach: Reach,
        error: ServiceError,
        wait_s: float = 0.0,
        *,
        asked: bool = False,
    ) -> None:
        if self._closing.is_set():
            return
        sentence = str(error)
        if sentence != self._standing.trouble:
            logger.warning("pictures cannot be handed over now: %s", sentence)
        known = self._standing.known
        if known is not None and known.trouble != sentence:
            known = replace(known, trouble=sentence)
            remember(self._outbox, self._standing.url, known)
        self._standing = replace(
            self._standing, reach=reach, known=known, trouble=sentence
        )
        self._patience.failed(wait_s, asked=asked)

    def _tell(self, outbox_trouble: str) -> None:
        """Say how it goes, to staff and to the visitor who waits."""
        tally = self._standing.tally
        if not outbox_trouble:
            tally = self._rounds.tally()
            self._tell_watched()
        most_bytes = 1_000_000 * self._settings().outbox_mb
        self._standing = replace(
            self._standing,
            outbox_trouble=outbox_trouble,
            full=tally.size_bytes >= most_bytes,
            tally=tally,
            unsent=self._rounds.unsent,
            clock_error_s=self._time.clock_error_s(),
        )

    def _tell_watched(self) -> None:
        watched = self._watch.picture
        if not watched or self._rounds.place_of(watched) is not Place.HERE:
            return
        if self._standing.reach in (Reach.REFUSED, Reach.NO_SERVICE):
            self._outbox.drop(watched)
            self._watch.report(watched, Progress.LOST)
        elif self._standing.reach is Reach.UNREACHABLE:
            self._watch.report(watched, Progress.DELAYED)
