"""Rolling times: milliseconds for each stage."""

import threading
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Percentiles:
    """The usual and the bad case, in milliseconds; 0 when nothing was measured."""

    p50: float = 0.0
    p95: float = 0.0


class StageClock:
    """Keeps the last times of each stage and tells their percentiles.

    Recording costs about a microsecond, memory is bounded, and any thread may record
    or ask.

    Args:
        window: How many times are kept for each stage.
    """

    def __init__(self, window: int = 300) -> None:
        self._window = window
        self._lock = threading.Lock()
        self._stages_ms: dict[str, deque[float]] = {}

    def record(self, name: str, duration_ms: float) -> None:
        """Add one time of a stage."""
        with self._lock:
            times_ms = self._stages_ms.get(name)
            if times_ms is None:
                times_ms = self._stages_ms[name] = deque(maxlen=self._window)
            times_ms.append(duration_ms)

    def of(self, name: str) -> Percentiles:
        """The percentiles of one stage; zeros when it was never recorded."""
        with self._lock:
            times_ms = sorted(self._stages_ms.get(name, ()))
        return _percentiles(times_ms)


def _percentiles(ordered_ms: list[float]) -> Percentiles:
    if not ordered_ms:
        return Percentiles()
    last = len(ordered_ms) - 1
    return Percentiles(ordered_ms[round(0.50 * last)], ordered_ms[round(0.95 * last)])
