"""Growing pauses between tries, spread so that kiosks do not all try at once."""

import random
import time
from collections.abc import Callable

FIRST_S = 2.0
GROWTH = 2.0
LEAST_SHARE = 0.5
"""Of a pause that is left when it is spread."""


class Pauses:
    """Each pause is about twice as long as the one before, up to the longest.

    Args:
        first_s: About the first.
        longest_s: No pause is longer.
        dice: Spreads them; guards nothing.
    """

    def __init__(
        self,
        first_s: float = FIRST_S,
        longest_s: float = 300.0,
        dice: random.Random | None = None,
    ) -> None:
        self._first_s, self._longest_s = first_s, longest_s
        self._dice = dice or random.Random()  # noqa: S311 (spreads pauses)
        self._next_s = first_s

    def next_s(self) -> float:
        """Seconds to wait now: between half of the pause and all of it."""
        share = self._dice.uniform(LEAST_SHARE, 1.0)
        pause_s, self._next_s = (
            share * self._next_s,
            min(GROWTH * self._next_s, self._longest_s),
        )
        return pause_s

    def reset(self) -> None:
        """Begin with the first again: something has worked."""
        self._next_s = self._first_s


class Patience:
    """When to try something again that has failed.

    Args:
        steady_s: Seconds that never run backwards.
    """

    def __init__(self, steady_s: Callable[[], float] = time.monotonic) -> None:
        self._steady_s = steady_s
        self._pauses = Pauses()
        self._again_s = 0.0
        self._asked = False

    @property
    def left_s(self) -> float:
        """Seconds until it may be tried again; 0 or less if it may be now."""
        return self._again_s - self._steady_s()

    def worked(self) -> None:
        """It has worked."""
        self._pauses.reset()
        self._asked = False

    def failed(self, wait_s: float = 0.0, *, asked: bool = False) -> None:
        """It has failed.

        Args:
            wait_s: Least pause.
            asked: Whether the other side asked for it: nothing shortens it then.
        """
        self._again_s = self._steady_s() + max(wait_s, self._pauses.next_s())
        self._asked = asked

    def hurry(self) -> None:
        """There is a reason to try at once."""
        if not self._asked:
            self._again_s = 0.0

    def begin_anew(self) -> None:
        """It is something else that is tried now."""
        self._pauses.reset()
        self._again_s, self._asked = 0.0, False
