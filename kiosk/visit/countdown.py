"""Counts down before the portrait is taken. No Qt."""

import math


class Countdown:
    """Whole seconds from a few to nothing."""

    def __init__(self) -> None:
        self._ends_s: float | None = None

    @property
    def running(self) -> bool:
        """Whether it counts."""
        return self._ends_s is not None

    def begin(self, seconds: int, now_s: float) -> None:
        """Start to count."""
        self._ends_s = now_s + seconds

    def stop(self) -> None:
        """Count no more."""
        self._ends_s = None

    def left(self, now_s: float) -> int:
        """Seconds to show; 0 when it is time."""
        if self._ends_s is None:
            return 0
        return max(0, math.ceil(self._ends_s - now_s))
