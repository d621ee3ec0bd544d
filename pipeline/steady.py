"""Keeps a sign from flickering."""

from typing import Final

GIVEN_AFTER_S: Final = 0.4
KEPT_FOR_S: Final = 0.6
_CLEARED_BELOW: Final = 0.85


class SteadySign:
    """Is given once something has been bad for a while, and kept a little longer.

    Badness has two thresholds, so that a value that trembles around one of them is
    either bad or good throughout; and two times, so that a short lapse does not count.
    """

    def __init__(self) -> None:
        self._bad = False
        self._since_s = 0.0
        self._last_bad_s = 0.0
        self._given = False

    @property
    def bad(self) -> bool:
        """Whether the last value was bad, given or not."""
        return self._bad

    def see(self, badness: float, now_s: float) -> bool:
        """Take one value in.

        Args:
            badness: Bad from 1 on, and until it falls below 0.85.
            now_s: Its time. Time that runs back starts the waits anew.

        Returns:
            Whether the sign is given.
        """
        was_bad, self._bad = self._bad, badness >= (_CLEARED_BELOW if self._bad else 1)
        if self._bad:
            if not was_bad or now_s < self._since_s:
                self._since_s = now_s
            self._last_bad_s = now_s
            self._given = self._given or now_s - self._since_s >= GIVEN_AFTER_S
        elif not 0 <= now_s - self._last_bad_s < KEPT_FOR_S:
            self._given = False
        return self._given
