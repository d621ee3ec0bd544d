"""Rolling times: milliseconds for each stage, events for each second."""

import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType


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

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside; an exception's time counts as well."""
        began_s = time.perf_counter()
        try:
            yield
        finally:
            self.record(name, (time.perf_counter() - began_s) * 1000.0)

    def record(self, name: str, duration_ms: float) -> None:
        """Add one time that was measured elsewhere."""
        with self._lock:
            times_ms = self._stages_ms.get(name)
            if times_ms is None:
                times_ms = self._stages_ms[name] = deque(maxlen=self._window)
            times_ms.append(duration_ms)

    def record_all(self, durations_ms: Mapping[str, float]) -> None:
        """Add one time for each of several stages."""
        for name, duration_ms in durations_ms.items():
            self.record(name, duration_ms)

    def p50_p95(self) -> Mapping[str, Percentiles]:
        """The percentiles of every stage, in the order in which stages appeared."""
        with self._lock:
            kept = {name: sorted(times) for name, times in self._stages_ms.items()}
        return MappingProxyType(
            {name: _percentiles(times_ms) for name, times_ms in kept.items()}
        )

    def of(self, name: str) -> Percentiles:
        """The percentiles of one stage; zeros when it was never recorded."""
        with self._lock:
            times_ms = sorted(self._stages_ms.get(name, ()))
        return _percentiles(times_ms)

    def clear(self) -> None:
        """Forget all stages."""
        with self._lock:
            self._stages_ms.clear()


class Rate:
    """Counts events a second over the last moments.

    Args:
        window_s: How far it looks back.
    """

    def __init__(self, window_s: float = 2.0) -> None:
        self._window_s = window_s
        self._lock = threading.Lock()
        self._times_s: deque[float] = deque(maxlen=1000)

    def tick(self, time_s: float) -> None:
        """Note one event at ``time_s``."""
        with self._lock:
            self._times_s.append(time_s)
            self._forget_before(time_s - self._window_s)

    def per_second(self, now_s: float) -> float:
        """Events a second; 0 when fewer than two fall into the window."""
        with self._lock:
            self._forget_before(now_s - self._window_s)
            if len(self._times_s) < 2:
                return 0.0
            span_s = self._times_s[-1] - self._times_s[0]
            return (len(self._times_s) - 1) / span_s if span_s > 0 else 0.0

    def _forget_before(self, time_s: float) -> None:
        while self._times_s and self._times_s[0] < time_s:
            self._times_s.popleft()


def _percentiles(ordered_ms: list[float]) -> Percentiles:
    if not ordered_ms:
        return Percentiles()
    last = len(ordered_ms) - 1
    return Percentiles(ordered_ms[round(0.50 * last)], ordered_ms[round(0.95 * last)])
