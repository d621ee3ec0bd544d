"""Notices when nobody is there any more. No Qt."""

from dataclasses import dataclass

from kiosk.flow import PATIENCE, State

WARNING_S = 10.0
"""How long before the end a visitor is asked."""
SEEN_AT_MOST_S = 180.0
"""A face alone, which may be a poster, holds a visit so long."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long a state will still wait.

    Attributes:
        over: Whether the time is up.
        warn_s: Seconds left to tell the visitor; None while there is no need.
    """

    over: bool = False
    warn_s: int | None = None


class IdleWatch:
    """Measures the time since anybody gave a sign of life."""

    def __init__(self) -> None:
        self._state = State.ATTRACT
        self._entered_s = 0.0
        self._touched_s = 0.0
        self._seen_s = 0.0

    def enter(self, state: State, now_s: float) -> None:
        """Begin to wait in a state; that alone is no touch."""
        self._state = state
        self._entered_s = now_s

    def touch(self, now_s: float) -> None:
        """Note a touch."""
        self._touched_s = self._seen_s = now_s

    def see(self, now_s: float) -> None:
        """Note a face before the camera."""
        self._seen_s = now_s

    def untouched_s(self, now_s: float) -> float:
        """Seconds since the last touch."""
        return now_s - self._touched_s

    def look(self, now_s: float, idle_s: float) -> Waiting:
        """Say whether to go on waiting.

        Args:
            now_s: The clock.
            idle_s: The configured patience.
        """
        patience = PATIENCE.get(self._state)
        if patience is None:
            return Waiting()
        since_s = self._entered_s if patience.fixed else self._touched_s
        left_s = patience.wait_s(idle_s) - (now_s - since_s)
        if patience.sees:
            unseen_left_s = patience.wait_s(idle_s) - (now_s - self._seen_s)
            untouched_left_s = SEEN_AT_MOST_S - (now_s - self._touched_s)
            left_s = max(left_s, min(unseen_left_s, untouched_left_s))
        if left_s <= 0.0:
            return Waiting(over=True)
        if patience.warns and left_s <= WARNING_S:
            return Waiting(warn_s=int(left_s) + 1)
        return Waiting()
