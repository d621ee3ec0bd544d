"""For how long visitors keep still: alike to the painting and with open eyes."""

from collections.abc import Mapping
from typing import Final

_HOLDS_FROM: Final = 0.85
_HOLDS_DOWN_TO: Final = 0.80
_LAPSE_S: Final = 0.3
_LONGEST_STEP_S: Final = 0.2
_OPEN_PART: Final = 0.72
_WIDER_WITHIN_S: Final = 0.5
_NARROWER_WITHIN_S: Final = 3.0


class PoseHold:
    """Counts the seconds of a held pose; a blink stops the count but does not end it.

    Time without frames does not count, so that a stalled camera holds nothing.
    """

    def __init__(self) -> None:
        self._held_s = 0.0
        self._last_s = 0.0
        self._held_at_s = 0.0
        self._holds = False

    def see(self, nearness: float, awake: bool, now_s: float) -> float:
        """Take one frame in.

        Args:
            nearness: How alike the poses are, 0 to 1; held above 0.85.
            awake: Whether every visitor is seen with open eyes.
            now_s: The frame's time.

        Returns:
            Seconds held so far.
        """
        step_s = min(max(now_s - self._last_s, 0.0), _LONGEST_STEP_S)
        self._last_s = now_s
        alike = nearness > (_HOLDS_DOWN_TO if self._held_s > 0 else _HOLDS_FROM)
        held_before, self._holds = self._holds, alike and awake
        if self._holds:
            self._held_at_s = now_s
            self._held_s += step_s if held_before else 0.0
        elif not 0 <= now_s - self._held_at_s < _LAPSE_S:
            self._held_s = 0.0
        return self._held_s


class EyeWatch:
    """Tells open eyes from shut ones by what is open for this very person.

    Eyes are narrow or wide by nature, so a fixed limit would call somebody asleep.
    """

    def __init__(self) -> None:
        self._open: dict[int, float] = {}
        self._last_s = 0.0

    def see(self, ratios: Mapping[int, float], now_s: float) -> bool:
        """Take one frame in.

        Args:
            ratios: From identity to the height of the eyes relative to their width;
                who is not in it is forgotten.
            now_s: The frame's time.

        Returns:
            Whether everybody's eyes are open; True where there is nobody.
        """
        step_s = max(now_s - self._last_s, 0.0)
        self._last_s = now_s
        self._open = {
            who: _usual(self._open.get(who, ratio), ratio, step_s)
            for who, ratio in ratios.items()
        }
        return all(
            ratio >= _OPEN_PART * self._open[who] for who, ratio in ratios.items()
        )


def _usual(usual: float, ratio: float, step_s: float) -> float:
    """What is open for this person, after one more look."""
    within_s = _WIDER_WITHIN_S if ratio > usual else _NARROWER_WITHIN_S
    return usual + min(1.0, step_s / within_s) * (ratio - usual)
