"""The clock by which a visit is measured; a rehearsal lets it run faster."""

import time
from collections.abc import Callable


class Clock:
    """Seconds that only grow.

    Args:
        speed: How many of its seconds pass in a real one, over 0.
        now_s: Real seconds.
    """

    def __init__(
        self, speed: float = 1.0, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._speed = speed
        self._real_s = now_s
        self._began_s = now_s()

    @property
    def speed(self) -> float:
        """How many of its seconds pass in a real one."""
        return self._speed

    def now_s(self) -> float:
        """Seconds since it was made."""
        return self._speed * self.real_s()

    def real_s(self) -> float:
        """Real seconds since it was made."""
        return self._real_s() - self._began_s
