"""A camera for tests, with the demo visitor before it."""

import numpy as np

from pipeline.errors import SourceLostError
from pipeline.sources.demo import DemoVisitor
from pipeline.types import Frame, SourceInfo


class FakeCamera:
    """The demo visitor before a camera that counts, and whose cable can be pulled."""

    def __init__(self, visitor: DemoVisitor | None = None) -> None:
        self.opened = self.read_frames = 0
        self.plugged = self.somebody = True
        self._visitor = visitor or DemoVisitor()

    @property
    def info(self) -> SourceInfo:
        seen = self._visitor.info
        return SourceInfo("camera", "Front", seen.size_px, seen.fps)

    def open(self) -> None:
        self.opened += 1
        self._visitor.open()

    def read(self, timeout_s: float) -> Frame | None:
        if not self.plugged:
            raise SourceLostError("Front is gone.")
        self.read_frames += 1
        frame = self._visitor.read(timeout_s)
        if frame is None or self.somebody:
            return frame
        # A frame that stays the same would be taken for a frozen camera.
        grey = np.full_like(frame.bgr, 100 + frame.index % 20)
        return Frame(grey, frame.time_s, frame.index)

    def close(self) -> None:
        self._visitor.close()
