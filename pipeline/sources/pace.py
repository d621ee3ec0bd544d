"""Keeping a steady pace without drift."""

import time
from collections.abc import Callable

LATE_S = 1.0
"""Later than this, the time that was missed is left out instead of caught up."""


class Pace:
    """Tells which tick of a steady clock is due, and sleeps until then.

    Ticks are counted from the start, so rounding never adds up. Ticks that nobody
    came for are skipped.

    Args:
        fps: Ticks a second, above 0.
        clock: Seconds that only grow.
        sleep: Waits so many seconds.
    """

    def __init__(
        self,
        fps: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._fps = fps
        self._clock = clock
        self._sleep = sleep
        self._start_s = clock()
        self._tick = -1

    @property
    def tick(self) -> int:
        """The last tick that was due; -1 before the first."""
        return self._tick

    def advance(self, timeout_s: float) -> int:
        """Wait for the next tick.

        Args:
            timeout_s: Longest wait.

        Returns:
            How many ticks have passed since the last call that returned some; 0 when
            the next was not due in time.
        """
        due_s = self._start_s + (self._tick + 1) / self._fps
        wait_s = due_s - self._clock()
        if wait_s > timeout_s:
            self._sleep(timeout_s)
            return 0
        if wait_s > 0:
            self._sleep(wait_s)
        late_s = self._clock() - due_s
        if late_s > LATE_S:
            self._start_s += late_s
            late_s = 0.0
        steps = 1 + int(max(0.0, late_s) * self._fps)
        self._tick += steps
        return steps
