"""Steadies face points in time without making them lag."""

from typing import Final

import numpy as np

from pipeline.geometry import bounds
from pipeline.types import AnyArray, Points3d

_REST_CUTOFF_HZ: Final = 1.2
_SPEED_GAIN: Final = 22.0
_SPEED_CUTOFF_HZ: Final = 3.0


class PointSmoother:
    """The One Euro filter of Casiez, Roussel and Vogel (2012), for a face's points.

    Speeds are measured in face sizes a second, so that near and far faces behave
    alike: slow drifts are smoothed hard, quick turns pass at once.
    """

    def __init__(self) -> None:
        self._points: AnyArray | None = None
        self._speed: AnyArray | None = None
        self._time_s = 0.0

    def smooth(self, points: Points3d, time_s: float) -> Points3d:
        """Take the points ``(N, 3)`` of one frame; return them steadied."""
        if self._points is None or self._speed is None:
            self._points, self._speed = points, np.zeros_like(points)
            self._time_s = time_s
            return points
        step_s = min(max(time_s - self._time_s, 1e-3), 0.5)
        self._time_s = time_s
        low, high = bounds(points)
        size = max(1.0, float((high - low).max()))
        speed = (points - self._points) / (size * step_s)
        self._speed = self._speed + _share(_SPEED_CUTOFF_HZ, step_s) * (
            speed - self._speed
        )
        pace = np.linalg.norm(self._speed, axis=1, keepdims=True)
        part = _share(_REST_CUTOFF_HZ + _SPEED_GAIN * pace, step_s)
        self._points = (self._points + part * (points - self._points)).astype(
            np.float32
        )
        return self._points


def _share(cutoff_hz: AnyArray | float, step_s: float) -> AnyArray:
    """How much of a new value a low pass of this cutoff takes in one step."""
    turn = 2 * np.pi * np.asarray(cutoff_hz) * step_s
    return turn / (turn + 1)
