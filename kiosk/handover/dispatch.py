"""Handing over, as the visit sees it: nothing here waits for disk or network."""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kiosk.handover.account import Account
from kiosk.handover.courier import Courier
from kiosk.handover.errors import OutboxError
from kiosk.handover.outbox import Outbox
from kiosk.handover.progress import Progress, Watch
from kiosk.handover.rounds import TellFetched
from kiosk.handover.sealing import Document, picture_id, seal
from kiosk.handover.standing import Reach, Standing
from kiosk.handover.timekeeping import Timekeeper
from kiosk.log import let_go
from kiosk.settings.sections.handover import Handover

logger = logging.getLogger(__name__)

CODE_FIRST_S = 0.15
"""So long making the file waits: the window has the processor to show the code."""
FOLDER = "outbox"
"""In the folder with the kiosk's data."""


class Dispatch:
    """Takes pictures that visitors keep, seals them and has them carried.

    A token is in here only until its picture is sealed.

    Args:
        folder: Of the outbox; made when it is needed.
        account: Which service is set now, if any; asked again and again.
        settings: The settings of the hand-over in force.
        tell_fetched: Has it written down that a picture was fetched; from a thread of
            the dispatch's own, and may wait for the disk.
    """

    def __init__(
        self,
        folder: Path,
        account: Callable[[], Account | None],
        settings: Callable[[], Handover],
        tell_fetched: TellFetched,
    ) -> None:
        self._account, self._settings = account, settings
        self._outbox, self._watch, self._time = Outbox(folder), Watch(), Timekeeper()
        self._courier = Courier(
            self._outbox, account, settings, self._watch, tell_fetched, self._time
        )
        self._packer = ThreadPoolExecutor(1, thread_name_prefix="handover packing")
        self._lock = threading.Lock()
        self._in_hand: set[str] = set()
        self._deleted: set[str] = set()
        self._closed = False

    @property
    def link(self) -> str:
        """The address behind the QR code; empty if no picture could be handed over."""
        account, standing = self._account(), self._courier.standing
        known = standing.known
        if account is None or account.url != standing.url or known is None:
            return ""
        return (self._settings().link or known.link) if standing.promises else ""

    @property
    def progress(self) -> Progress:
        """How far the picture has come that was kept last."""
        return self._watch.progress

    @property
    def standing(self) -> Standing:
        """How it goes, for staff."""
        return self._courier.standing

    @property
    def in_hand(self) -> int:
        """Pictures that are not sealed and on disk yet."""
        with self._lock:
            return len(self._in_hand)

    @property
    def keep_hours(self) -> float:
        """How many hours a picture waits at most."""
        return self._courier.keep_s / 3600.0

    def start(self) -> None:
        """Carry on with what waits."""
        self._courier.start()

    def keep(self, token: str, make: Callable[[], Document], session: str) -> None:
        """Seal a picture and have it carried; returns at once.

        Args:
            token: Of the picture.
            make: Makes the document, on another thread.
            session: The random id of the visit.
        """
        picture = picture_id(token)
        self._watch.begin(picture)
        with self._lock:
            self._in_hand.add(picture)
        self._pack(lambda: self._put(token, picture, make, session))

    def delete(self, token: str) -> bool:
        """Delete a picture everywhere; returns at once.

        Returns:
            Whether a copy at the service may remain for a while, for it cannot be
            reached just now.
        """
        picture = picture_id(token)
        with self._lock:
            self._deleted.add(picture)
        self._pack(lambda: self._delete(picture))
        sent = self._watch.progress in (Progress.READY, Progress.FETCHED)
        self._watch.end()
        return sent and self._courier.standing.reach is not Reach.GOOD

    def wake(self) -> None:
        """Look at once at what is set now and what is to be done."""
        self._courier.wake()

    def look_away(self) -> None:
        """Nobody stands there any more."""
        self._watch.end()

    def close(self) -> None:
        """Put what is in hand onto the disk and end; harmless when repeated."""
        self._closed = True
        self._packer.shutdown(wait=True)
        self._courier.close()

    def _pack(self, work: Callable[[], None]) -> None:
        if not self._closed:
            self._packer.submit(work)

    def _put(
        self, token: str, picture: str, make: Callable[[], Document], session: str
    ) -> None:
        try:
            time.sleep(CODE_FIRST_S)
            sealed = seal(token, make())
            with self._lock:
                if picture in self._deleted:
                    return
            self._outbox.put(
                picture,
                sealed,
                session=session,
                kept_at_s=self._time.now_s(),
                most_bytes=1_000_000 * self._settings().outbox_mb,
            )
            self._courier.wake()
        except Exception as error:
            if isinstance(error, OutboxError):
                logger.error("a picture cannot be kept: %s", error)  # noqa: TRY400 (said)
            else:
                logger.exception("a picture could not be made ready to be handed over")
            let_go(error)
            self._watch.report(picture, Progress.LOST)
        finally:
            with self._lock:
                self._in_hand.discard(picture)

    def _delete(self, picture: str) -> None:
        try:
            self._outbox.delete(picture, self._time.now_s())
        except OutboxError as error:
            logger.warning("a deletion cannot be noted yet: %s", error)
            self._courier.delete_later(picture)
        with self._lock:
            self._deleted.discard(picture)
        self._courier.wake()
