"""Measures how long the window's thread does not answer, pictures and memory."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import psutil
from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 4
BINS_PER_MS = 10
LONGEST_MS = 5000
MOST_WORST = 8
LEAST_S = 2.0
"""A rate of pictures is told from so many seconds on: the first ones come haltingly."""


class StallMeter(QObject):
    """Beats on the window's thread; a late beat is a stall.

    A window that is asked 250 times a second whether it listens answers late by as long
    as it is busy with something else.

    Args:
        where: Says in a word what goes on, for the longest stalls.
        parent: Its owner.
    """

    def __init__(
        self, where: Callable[[], str] = lambda: "", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._where = where
        # Counts instead of a list, so that the meter itself needs no more memory.
        self._late = np.zeros(LONGEST_MS * BINS_PER_MS + 1, np.int64)
        self._worst: list[tuple[float, str]] = []
        self._beat_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin to measure, or go on."""
        self._beat_s = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Leave out what is no part of the kiosk's own work."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def figures_ms(self) -> dict[str, float]:
        """The 95th percentile and the longest stall, in milliseconds."""
        beats = int(self._late.sum())
        if beats == 0:
            return {"p95": 0.0, "max": 0.0}
        p95 = int(np.searchsorted(np.cumsum(self._late), 0.95 * beats))
        return {
            "p95": p95 / BINS_PER_MS,
            "max": int(np.flatnonzero(self._late)[-1]) / BINS_PER_MS,
        }

    def worst(self) -> tuple[tuple[float, str], ...]:
        """The longest stalls in milliseconds, longest first, and what went on."""
        return tuple(self._worst)

    def _on_beat(self) -> None:
        now_s = time.perf_counter()
        late_ms = min(max(0.0, 1000.0 * (now_s - self._beat_s) - BEAT_MS), LONGEST_MS)
        self._late[round(late_ms * BINS_PER_MS)] += 1
        self._beat_s = now_s
        if len(self._worst) < MOST_WORST or late_ms > self._worst[-1][0]:
            self._worst.append((round(late_ms, 1), self._where()))
            self._worst.sort(key=lambda stall: stall[0], reverse=True)
            del self._worst[MOST_WORST:]


class PictureRate(QObject):
    """Counts pictures of the engine while somebody looks at them.

    Args:
        pictures: How many there were since the engine began; None while nobody looks.
        parent: Its owner.
    """

    def __init__(
        self, pictures: Callable[[], int | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._before: tuple[int, float] | None = None
        self._counted = 0
        self._seconds = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(100)
        self._timer.timeout.connect(self._on_look)

    def start(self) -> None:
        """Begin to count."""
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    @property
    def per_s(self) -> float | None:
        """Pictures a second to a tenth; None while too few were seen to tell."""
        if self._seconds < LEAST_S:
            return None
        return round(self._counted / self._seconds, 1)

    def _on_look(self) -> None:
        now_s, count = time.monotonic(), self._pictures()
        if self._before is not None and count is not None:
            before, at_s = self._before
            if 0 < before <= count:
                self._counted += count - before
                self._seconds += now_s - at_s
        self._before = None if count is None else (count, now_s)


def rss_mb() -> float:
    """Memory that the process holds, in megabytes."""
    return float(psutil.Process().memory_info().rss) / 1e6
