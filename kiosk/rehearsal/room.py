"""A source before which somebody can walk away."""

from dataclasses import replace

import numpy as np

from pipeline.sources.base import FrameSource
from pipeline.types import Frame, ImageBgr, SourceInfo

WALL_VALUE = 150
GRAIN = 6
WALLS = 3
"""So many pictures take turns: a camera whose picture never changes is broken."""


class Room:
    """Passes on the frames of a source, or a wall with nobody before it.

    Args:
        source: Whoever comes into the room.
    """

    def __init__(self, source: FrameSource) -> None:
        self._source = source
        self._empty = False
        self._walls: list[ImageBgr] = []

    @property
    def info(self) -> SourceInfo:
        """As the wrapped source tells it."""
        return self._source.info

    @property
    def empty(self) -> bool:
        """Whether nobody is to be seen."""
        return self._empty

    def leave(self) -> None:
        """Show nobody from the next frame on; from any thread."""
        self._empty = True

    def enter(self) -> None:
        """Show the visitor again; from any thread."""
        self._empty = False

    def open(self) -> None:
        """Get ready to deliver."""
        self._source.open()

    def read(self, timeout_s: float) -> Frame | None:
        """Wait for the next frame, at the wrapped source's pace."""
        frame = self._source.read(timeout_s)
        if frame is None or not self._empty:
            return frame
        return replace(frame, bgr=self._wall(frame.bgr.shape, frame.index))

    def close(self) -> None:
        """Let go of the device or file."""
        self._source.close()

    def _wall(self, shape: tuple[int, ...], index: int) -> ImageBgr:
        if not self._walls or self._walls[0].shape != shape:
            random = np.random.default_rng(0)
            low, high = WALL_VALUE - GRAIN, WALL_VALUE + GRAIN
            self._walls = [
                random.integers(low, high, shape, np.uint8) for _ in range(WALLS)
            ]
        return self._walls[index % WALLS]
