"""The engine's three threads: one reads frames, one looks at them, one makes pictures.

::

    source -read-> [Latest] -> look -> [Latest] -> render -> [Latest] <- who shows it
     capture thread         look thread          render thread
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from pipeline.capture import FIRST_DELAY_S, CaptureLoop
from pipeline.errors import EngineError
from pipeline.latest import Latest
from pipeline.sources.base import FrameSource
from pipeline.status import Ledger, State, Status
from pipeline.types import Frame

STOP_WITHIN_S = 1.0
HAND_OVER_WITHIN_S = 5.0
"""How long a new run waits for the threads of the one before it."""

TAKE_TIMEOUT_S = 0.25
_GLANCE_S: Final = 0.02
_CAPTURE: Final = "capture"
_LOOK: Final = "look"
_RENDER: Final = "render"
ENGINE_THREADS: Final = (_CAPTURE, _LOOK, _RENDER)
"""Their names while a run lasts."""

T = TypeVar("T")
U = TypeVar("U")
log = logging.getLogger(__name__)


def _as_it_is(frame: Frame) -> Frame:
    return frame


class Runner(Generic[T]):
    """Runs a source and what is made of its frames until it is ended.

    Nothing queues: a slow look or render drops frames and a slow viewer drops pictures,
    the newest always wins. A source that is lost, silent or frozen is reopened with
    growing delays. An exception in ``look`` or ``render`` ends the run; the status
    tells why. May be started again at any time. `start`, `end` and `stop` belong to one
    thread, `pictures` and `status` to any.

    Every run has threads and mailboxes of its own, so nothing of an ended run reaches
    the next one. The next one's threads wait until the old ones have ended: the source
    is never open twice, and neither ``look`` nor ``render`` runs twice at once.

    The threads are daemons so that a driver that never returns cannot keep the
    program alive; `stop` waits for them and says in the status when one was left
    behind.

    Args:
        source: Where frames come from.
        render: Makes a picture of what was seen in a frame, on the render thread; None
            makes none.
        first_delay_s: Wait before a lost source is reopened for the first time.
        look: Tells what is to be seen in a frame, on the look thread, while the picture
            before is made; None for nothing. Without it ``render`` gets the frames.
    """

    def __init__(
        self,
        source: FrameSource,
        render: Callable[[Any], T],
        first_delay_s: float = FIRST_DELAY_S,
        look: Callable[[Frame], Any] = _as_it_is,
    ) -> None:
        self._source = source
        self._look = look
        self._render = render
        self._first_delay_s = first_delay_s
        self._threads: list[threading.Thread] = []
        self._run = self._new_run(State.STOPPED)

    @property
    def pictures(self) -> Latest[T]:
        """The mailbox of this run; another one after every `start`."""
        return self._run.pictures

    @property
    def status(self) -> Status:
        """One consistent look at the run, cheap enough for every screen refresh."""
        return self._run.status

    def start(self) -> None:
        """Start a run; does nothing while one runs.

        Returns at once. The state is ``STARTING`` while threads of the last run still
        wind down, and ``FAILED`` when one of them hangs for more than five seconds.
        """
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        if self._threads and not self._run.ended:
            return
        self._run = self._new_run(State.STARTING)
        self._threads += self._run.start(self._threads)

    def give_way(self, for_s: float) -> None:
        """Begin no picture for a moment, and read no other frame than the one in work.

        The processor is somebody else's meanwhile, such as of a window that shows
        something new.
        """
        self._run.give_way(for_s)

    def end(self) -> None:
        """End the run and forget its frames and pictures, without waiting.

        The state is ``STOPPED`` at once; a failure stays readable. The threads let go
        of the frame in their hands as soon as their driver or model returns.
        """
        self._run.end()
        self._run.leave("")

    def stop(self) -> None:
        """`end`, and wait for the threads; takes a second at most."""
        self.end()
        deadline_s = time.monotonic() + STOP_WITHIN_S
        for thread in self._threads:
            thread.join(max(0.0, deadline_s - time.monotonic()))
        self._run.leave(_left_behind(self._threads, self._source.info.name))

    def _new_run(self, state: State) -> "_Run[T]":
        ledger = Ledger(state)
        return _Run(self._source, self._look, self._render, self._first_delay_s, ledger)


class _Run(Generic[T]):
    """From one start to one end: three threads, three mailboxes and a ledger."""

    def __init__(
        self,
        source: FrameSource,
        look: Callable[[Frame], Any],
        render: Callable[[Any], T],
        first_delay_s: float,
        ledger: Ledger,
    ) -> None:
        self.pictures: Latest[T] = Latest()
        self._source = source
        self._look = look
        self._render = render
        self._first_delay_s = first_delay_s
        self._ledger = ledger
        self._frames: Latest[Frame] = Latest()
        self._seen: Latest[tuple[float, Any]] = Latest()
        self._stop = threading.Event()
        self._go_on_s = 0.0

    @property
    def ended(self) -> bool:
        """Whether it was told to end or failed."""
        return self._stop.is_set()

    @property
    def status(self) -> Status:
        dropped = self._frames.dropped + self._seen.dropped
        return self._ledger.snapshot(self._source.info, dropped)

    def start(self, before: list[threading.Thread]) -> list[threading.Thread]:
        """Start all threads; each waits for its like among those of earlier runs."""
        bodies = {
            _CAPTURE: self._capture,
            _LOOK: lambda: self._repeat(self._look_at_one),
            _RENDER: lambda: self._repeat(self._make_one),
        }
        threads = [
            threading.Thread(
                target=self._after,
                args=([old for old in before if old.name == name], body),
                name=name,
                daemon=True,
            )
            for name, body in bodies.items()
        ]
        for thread in threads:
            thread.start()
        return threads

    def give_way(self, for_s: float) -> None:
        self._go_on_s = time.monotonic() + for_s

    def end(self) -> None:
        self._stop.set()
        self._frames.close()
        self._seen.close()
        self.pictures.close()

    def leave(self, notice: str) -> None:
        self._ledger.leave(notice)

    def _after(self, before: list[threading.Thread], body: Callable[[], None]) -> None:
        """The life of a thread: wait for earlier ones, then work."""
        deadline_s = time.monotonic() + HAND_OVER_WITHIN_S
        while sentence := _left_behind(before, self._source.info.name):
            if self._stop.wait(_GLANCE_S):
                return
            if time.monotonic() > deadline_s:
                log.error("A thread of the last run hangs: %s", before[0].name)
                self._fail(sentence)
                return
        body()

    def _capture(self) -> None:
        loop = CaptureLoop(
            self._source,
            self._frames,
            self._ledger,
            self._stop,
            self._first_delay_s,
            self._wait_for_way,
        )
        try:
            loop.run()
        except Exception as error:  # noqa: BLE001  a thread's last resort: told, not lost
            self._fail(_told("The source failed", error))

    def _repeat(self, once: Callable[[], None]) -> None:
        try:
            while not self._stop.is_set():
                self._wait_for_way()
                once()
        except Exception as error:  # noqa: BLE001  a thread's last resort: told, not lost
            self._fail(_told("The picture could not be made", error))

    def _look_at_one(self) -> None:
        """Look at one frame; on return, frame and sight are out of this thread."""
        frame = self._frames.take(TAKE_TIMEOUT_S)
        if frame is None or self._must_wait():
            return
        seen = self._look(frame)
        if seen is not None:
            self._seen.put((frame.time_s, seen))

    def _make_one(self) -> None:
        """Make one picture; on return, sight and picture are out of this thread."""
        taken = self._seen.take(TAKE_TIMEOUT_S)
        if taken is None or self._must_wait():
            return
        time_s, seen = taken
        picture = self._render(seen)
        latency_ms = (time.monotonic() - time_s) * 1000.0
        if picture is not None and self.pictures.put(picture):
            self._ledger.count_picture(latency_ms)

    def _must_wait(self) -> bool:
        return self.ended or time.monotonic() < self._go_on_s

    def _wait_for_way(self) -> None:
        while (wait_s := self._go_on_s - time.monotonic()) > 0.0:
            if self._stop.wait(wait_s):
                return

    def _fail(self, sentence: str) -> None:
        self._ledger.enter(State.FAILED, sentence)
        self.end()


def _left_behind(threads: list[threading.Thread], source_name: str) -> str:
    """A sentence about those that still run; empty when none does."""
    names = [thread.name for thread in threads if thread.is_alive()]
    if not names:
        return ""
    if _CAPTURE in names:
        return (
            f"{source_name} does not answer and could not be closed. "
            "Unplug it and plug it in again."
        )
    return "The last picture is still being made. Wait a moment."


def _told(what: str, error: Exception) -> str:
    """Log an error and put it into a sentence."""
    if isinstance(error, EngineError):
        log.error("%s: %s", what, type(error).__name__)
        return str(error)
    log.error(what, exc_info=error)
    return f"{what} ({type(error).__name__}). The log says more."
