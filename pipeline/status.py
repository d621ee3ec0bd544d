"""What the running engine tells about itself."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from pipeline.timing import Percentiles, StageClock
from pipeline.types import SourceInfo

_RATE_OVER_S: Final = 2.0


class State(StrEnum):
    """Where a `Runner` is in its life.

    ::

        STOPPED --start--> STARTING --frame--> RUNNING <--> WAITING_FOR_SOURCE
           ^                   |                  |                 |
           +-----end, stop-----+------------------+-----------------+
                               |                  |                 |
                               +---error----> FAILED <--------------+
    """

    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    WAITING_FOR_SOURCE = "waiting_for_source"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Status:
    """One moment of a `Runner`.

    Attributes:
        state: Where it is in its life.
        source: What delivers the frames.
        frames_in: Frames read since the start.
        frames_rendered: Pictures made since the start.
        dropped: Frames that a newer one replaced before they were rendered.
        source_fps: Frames read a second, over the last two seconds.
        picture_fps: Pictures made a second, over the last two seconds.
        latency_ms: From a frame's time to its picture lying ready.
        error: Why it failed or waits; empty when all is well.
        notice: Something to look at although it runs, such as a black camera.
    """

    state: State
    source: SourceInfo
    frames_in: int = 0
    frames_rendered: int = 0
    dropped: int = 0
    source_fps: float = 0.0
    picture_fps: float = 0.0
    latency_ms: Percentiles = field(default_factory=Percentiles)
    error: str = ""
    notice: str = ""


class Ledger:
    """Where the threads of one run write down what a `Status` will tell.

    Once the run is left, its threads may still write but change nothing any more.

    Args:
        state: The first one.
        clock: Seconds that only grow.
    """

    def __init__(
        self, state: State, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._lock = threading.Lock()
        self._clock = clock
        self._state = state
        self._left = False
        self._error = ""
        self._notice = ""
        self._frames = _Tally()
        self._pictures = _Tally()
        self._times = StageClock()

    def enter(self, state: State, error: str = "") -> None:
        """Note a new state; a failure is final."""
        with self._lock:
            if self._state is not State.FAILED and not self._left:
                self._state = state
                self._error = error

    def leave(self, notice: str) -> None:
        """Note the end of the run; a failure stays readable."""
        with self._lock:
            self._left = True
            self._notice = notice
            if self._state is not State.FAILED:
                self._state = State.STOPPED
                self._error = ""

    def notice(self, sentence: str) -> None:
        """Note something to look at; empty when it has passed."""
        with self._lock:
            if not self._left:
                self._notice = sentence

    def count_frame(self) -> None:
        """Note that a frame came in."""
        with self._lock:
            self._frames.count(self._clock())

    def count_picture(self, latency_ms: float) -> None:
        """Note that a picture lies ready."""
        with self._lock:
            self._pictures.count(self._clock())
        self._times.record("latency", latency_ms)

    def snapshot(self, source: SourceInfo, dropped: int) -> Status:
        """Everything at this moment."""
        with self._lock:
            now_s = self._clock()
            return Status(
                state=self._state,
                source=source,
                frames_in=self._frames.total,
                frames_rendered=self._pictures.total,
                dropped=dropped,
                source_fps=self._frames.per_s(now_s),
                picture_fps=self._pictures.per_s(now_s),
                latency_ms=self._times.of("latency"),
                error=self._error,
                notice=self._notice,
            )


class _Tally:
    """Counts what comes, and how fast it has come lately."""

    def __init__(self) -> None:
        self.total = 0
        self._times_s: deque[float] = deque(maxlen=500)

    def count(self, now_s: float) -> None:
        self.total += 1
        self._times_s.append(now_s)

    def per_s(self, now_s: float) -> float:
        """Rate between the first and the last of the last two seconds."""
        while self._times_s and now_s - self._times_s[0] > _RATE_OVER_S:
            self._times_s.popleft()
        if len(self._times_s) < 2:
            return 0.0
        span_s = max(self._times_s[-1] - self._times_s[0], 1e-6)
        return (len(self._times_s) - 1) / span_s
