"""The engine's two threads: one reads frames, one makes pictures of them.

::

    source -read-> [Latest] -take-> render -put-> [Latest] <- whoever shows it
     capture thread                  render thread
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from pipeline.capture import FIRST_DELAY_S, CaptureLoop
from pipeline.errors import EngineError
from pipeline.latest import Latest
from pipeline.sources.base import FrameSource
from pipeline.status import Ledger, State, Status
from pipeline.types import Frame

STOP_WITHIN_S = 1.0
TAKE_TIMEOUT_S = 0.25

T = TypeVar("T")
log = logging.getLogger(__name__)


class Runner(Generic[T]):
    """Runs a source and a render function until it is stopped.

    Nothing queues: a slow render drops frames and a slow viewer drops pictures, the
    newest always wins. A source that is lost, silent or frozen is reopened with
    growing delays. An exception in ``render`` ends the run; the status tells why.
    May be started again. `start` and `stop` belong to one thread, `pictures` and
    `status` to any.

    The threads are daemons so that a driver that never returns cannot keep the
    program alive; `stop` waits for both and says in the status when one was left
    behind.

    Args:
        source: Where frames come from.
        render: Makes a picture of a frame, on the render thread.
        first_delay_s: Wait before a lost source is reopened for the first time.
    """

    def __init__(
        self,
        source: FrameSource,
        render: Callable[[Frame], T],
        first_delay_s: float = FIRST_DELAY_S,
    ) -> None:
        self.pictures: Latest[T] = Latest()
        self._source = source
        self._render = render
        self._first_delay_s = first_delay_s
        self._frames: Latest[Frame] = Latest()
        self._ledger = Ledger(State.STOPPED)
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []

    @property
    def status(self) -> Status:
        """One consistent look at the run, cheap enough for every screen refresh."""
        return self._ledger.snapshot(self._source.info, self._frames.dropped)

    def start(self) -> None:
        """Start both threads; does nothing while they run.

        When a thread of the last run still hangs in a driver, the state becomes
        ``FAILED`` and nothing is started.
        """
        if any(thread.is_alive() for thread in self._threads):
            if self._stop.is_set():
                self._ledger.enter(State.FAILED, self._left_behind())
            return
        self._ledger = Ledger(State.STARTING)
        self._stop = threading.Event()
        self._frames.reopen()
        self.pictures.reopen()
        self._threads = [
            threading.Thread(target=self._capture, name="capture", daemon=True),
            threading.Thread(target=self._make_pictures, name="render", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End the run and forget every frame and picture; takes a second at most."""
        self._end_run()
        deadline_s = time.monotonic() + STOP_WITHIN_S
        for thread in self._threads:
            thread.join(max(0.0, deadline_s - time.monotonic()))
        self._ledger.leave(self._left_behind())

    def _left_behind(self) -> str:
        names = [thread.name for thread in self._threads if thread.is_alive()]
        if not names:
            return ""
        if "capture" in names:
            return (
                f"{self._source.info.name} does not answer and could not be closed. "
                "Unplug it and plug it in again."
            )
        return "The last picture is still being made. Wait a moment."

    def _end_run(self) -> None:
        self._stop.set()
        self._frames.close()
        self.pictures.close()

    def _capture(self) -> None:
        loop = CaptureLoop(
            self._source, self._frames, self._ledger, self._stop, self._first_delay_s
        )
        try:
            loop.run()
        except Exception as error:  # noqa: BLE001  a thread's last resort: told, not lost
            self._fail("The source failed", error)

    def _make_pictures(self) -> None:
        try:
            while not self._stop.is_set():
                frame = self._frames.take(TAKE_TIMEOUT_S)
                if frame is not None:
                    self._make_one(frame)
        except Exception as error:  # noqa: BLE001  a thread's last resort: told, not lost
            self._fail("The picture could not be made", error)

    def _make_one(self, frame: Frame) -> None:
        picture = self._render(frame)
        latency_ms = (time.monotonic() - frame.time_s) * 1000.0
        if self.pictures.put(picture):
            self._ledger.count_picture(latency_ms)

    def _fail(self, what: str, error: Exception) -> None:
        if isinstance(error, EngineError):
            sentence = str(error)
            log.error("%s: %s", what, type(error).__name__)
        else:
            sentence = f"{what} ({type(error).__name__}). The log says more."
            log.error(what, exc_info=error)
        self._ledger.enter(State.FAILED, sentence)
        self._end_run()
