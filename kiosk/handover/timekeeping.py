"""The time that pictures expire by, whatever this computer's clock does."""

import threading
import time
from collections.abc import Callable


class Timekeeper:
    """Unix seconds that never jump by themselves.

    Between the start and the first answer of the service it is the time of this
    computer's clock as it was at the start, carried on by a clock that cannot be set;
    from then on it is the service's. Any thread may ask.

    Args:
        wall_s: This computer's clock, Unix seconds.
        steady_s: Seconds that never run backwards.
    """

    def __init__(
        self,
        wall_s: Callable[[], float] = time.time,
        steady_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall_s, self._steady_s = wall_s, steady_s
        self._lock = threading.Lock()
        self._ahead_s = wall_s() - steady_s()

    def now_s(self) -> float:
        """Unix seconds."""
        with self._lock:
            return self._steady_s() + self._ahead_s

    def learn(self, now_s: float) -> float:
        """Take the service's time.

        Args:
            now_s: Unix seconds, as the service has just told them.

        Returns:
            By how many seconds the time moved.
        """
        with self._lock:
            ahead_s = now_s - self._steady_s()
            moved_s = ahead_s - self._ahead_s
            self._ahead_s = ahead_s
        return moved_s

    def clock_error_s(self) -> float:
        """How far this computer's clock is ahead now; negative if it is behind."""
        return self._wall_s() - self.now_s()
