"""Measures how long the window's thread does not answer, and memory."""

import time

import numpy as np
import psutil
from PySide6.QtCore import QObject, Qt, QTimer

BEAT_MS = 4
BINS_PER_MS = 10
LONGEST_MS = 5000


class StallMeter(QObject):
    """Beats on the window's thread; a late beat is a stall.

    A window that is asked 250 times a second whether it listens answers late by as long
    as it is busy with something else.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Counts instead of a list, so that the meter itself needs no more memory.
        self._late = np.zeros(LONGEST_MS * BINS_PER_MS + 1, np.int64)
        self._beat_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._on_beat)

    def start(self) -> None:
        """Begin to measure."""
        self._beat_s = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

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

    def _on_beat(self) -> None:
        now_s = time.perf_counter()
        late_ms = min(max(0.0, 1000.0 * (now_s - self._beat_s) - BEAT_MS), LONGEST_MS)
        self._late[round(late_ms * BINS_PER_MS)] += 1
        self._beat_s = now_s


def rss_mb() -> float:
    """Memory that the process holds, in megabytes."""
    return float(psutil.Process().memory_info().rss) / 1e6
