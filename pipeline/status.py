"""What the running engine tells about itself."""

import threading
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.timing import Percentiles, StageClock
from pipeline.types import SourceInfo


class State(StrEnum):
    """Where a `Runner` is in its life.

    ::

        STOPPED --start--> STARTING --frame--> RUNNING <--> WAITING_FOR_SOURCE
           ^                   |                  |                 |
           +-------stop--------+------------------+-----------------+
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
        latency_ms: From a frame's time to its picture lying ready.
        error: Why it failed or waits; empty when all is well.
        notice: Something to look at although it runs, such as a black camera.
    """

    state: State
    source: SourceInfo
    frames_in: int = 0
    frames_rendered: int = 0
    dropped: int = 0
    latency_ms: Percentiles = field(default_factory=Percentiles)
    error: str = ""
    notice: str = ""


class Ledger:
    """Where both threads of one run write down what a `Status` will tell."""

    def __init__(self, state: State) -> None:
        self._lock = threading.Lock()
        self._state = state
        self._error = ""
        self._notice = ""
        self._frames_in = 0
        self._frames_rendered = 0
        self._times = StageClock()

    def enter(self, state: State, error: str = "") -> None:
        """Note a new state; a failure is final."""
        with self._lock:
            if self._state is not State.FAILED:
                self._state = state
                self._error = error

    def leave(self, notice: str) -> None:
        """Note the end of the run; a failure stays readable."""
        with self._lock:
            self._notice = notice
            if self._state is not State.FAILED:
                self._state = State.STOPPED
                self._error = ""

    def notice(self, sentence: str) -> None:
        """Note something to look at; empty when it has passed."""
        with self._lock:
            self._notice = sentence

    def count_frame(self) -> None:
        """Note that a frame came in."""
        with self._lock:
            self._frames_in += 1

    def count_picture(self, latency_ms: float) -> None:
        """Note that a picture lies ready."""
        with self._lock:
            self._frames_rendered += 1
        self._times.record("latency", latency_ms)

    def snapshot(self, source: SourceInfo, dropped: int) -> Status:
        """Everything at this moment."""
        with self._lock:
            return Status(
                state=self._state,
                source=source,
                frames_in=self._frames_in,
                frames_rendered=self._frames_rendered,
                dropped=dropped,
                latency_ms=self._times.of("latency"),
                error=self._error,
                notice=self._notice,
            )
