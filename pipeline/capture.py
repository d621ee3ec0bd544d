"""What the capture thread does: read, and reopen what was lost."""

import logging
import threading
import time
from collections.abc import Callable

from pipeline.errors import SourceError
from pipeline.health import SourceWatch
from pipeline.latest import Latest
from pipeline.sources.base import FrameSource
from pipeline.status import Ledger, State
from pipeline.types import Frame

READ_TIMEOUT_S = 0.25
FIRST_DELAY_S = 0.5
LONGEST_DELAY_S = 10.0
TRUSTED_AFTER_S = 5.0
"""A source that ran this long starts again with the first delay when lost."""

log = logging.getLogger(__name__)


class CaptureLoop:
    """Fills a mailbox with the newest frame until it is told to stop.

    Args:
        source: Opened, read and closed here and nowhere else.
        frames: Where the newest frame goes.
        ledger: Where states, counts and sentences go.
        stop: Set by others to end it.
        first_delay_s: Wait before the first reopening; doubles up to ten seconds.
        wait_for_way: Returns once the next frame may be read.
    """

    def __init__(
        self,
        source: FrameSource,
        frames: Latest[Frame],
        ledger: Ledger,
        stop: threading.Event,
        first_delay_s: float = FIRST_DELAY_S,
        wait_for_way: Callable[[], None] = lambda: None,
    ) -> None:
        self._wait_for_way = wait_for_way
        self._source = source
        self._frames = frames
        self._ledger = ledger
        self._stop = stop
        self._first_delay_s = first_delay_s
        self._delay_s = first_delay_s
        self._running_since_s: float | None = None
        self._logged = ""

    def run(self) -> None:
        """Read until stopped; an unexpected exception leaves through the top."""
        while not self._stop.is_set():
            try:
                self._source.open()
                self._read_until_stopped()
            except SourceError as error:
                self._tell(error)
            finally:
                self._source.close()
            if self._stop.wait(self._delay_s):
                return
            self._delay_s = min(2.0 * self._delay_s, LONGEST_DELAY_S)

    def _tell(self, error: SourceError) -> None:
        """Say why there are no frames; the log hears of the same trouble once.

        The sentence may name a visitor's film, so the log hears only of its kind.
        """
        sentence = str(error)
        if sentence != self._logged:
            kind = self._source.info.kind
            log.warning("Source lost: %s (%s)", kind, type(error).__name__)
            self._logged = sentence
        self._ledger.enter(State.WAITING_FOR_SOURCE, sentence)
        self._ledger.notice("")

    def _read_until_stopped(self) -> None:
        watch = SourceWatch(self._source.info, time.monotonic())
        self._running_since_s = None
        while not self._stop.is_set():
            self._wait_for_way()
            self._read_one(watch)

    def _read_one(self, watch: SourceWatch) -> None:
        """Hand one frame on; on return it is out of this thread."""
        frame = self._source.read(READ_TIMEOUT_S)
        if frame is None:
            watch.miss(time.monotonic())
            return
        watch.see(frame)
        self._ledger.count_frame()
        self._ledger.notice(watch.notice)
        self._frames.put(frame)
        if self._running_since_s is None:
            if watch.proven:
                self._running_since_s = frame.time_s
                self._ledger.enter(State.RUNNING)
                self._logged = ""
        elif frame.time_s - self._running_since_s > TRUSTED_AFTER_S:
            self._delay_s = self._first_delay_s
