"""Engines that may fail or take their time, and never make a visitor notice.

While a slow engine works, or once it has failed, a quick one draws in its place.
"""

import threading
import time
from typing import Final, Protocol

import cv2
import numpy as np

from pipeline.canvas import FaceCanvas
from pipeline.errors import EngineError
from pipeline.impression import Impression
from pipeline.manner import Memory
from pipeline.swap.base import DrawnFace, FaceSwapper
from pipeline.trouble import Trouble
from pipeline.types import FaceMesh, ImageBgr

LOOK_EVERY_S: Final = 0.7
"""How often a visitor's identity is read again."""

_FADE_S: Final = 0.5


class SlowSwapper(FaceSwapper, Protocol):
    """An engine whose work on one visitor is slow once and quick from then on."""

    def cut(self, frame_bgr: ImageBgr, mesh: FaceMesh) -> ImageBgr:
        """Take what `look` needs of a frame; quick."""
        ...

    def look(
        self, visitor_bgr: ImageBgr, canvas: FaceCanvas, before: Impression | None
    ) -> Impression:
        """Do the slow part, unless it was done; any thread may.

        Raises:
            EngineError: If it fails.
        """
        ...

    def lay(
        self,
        frame_bgr: ImageBgr,
        mesh: FaceMesh,
        canvas: FaceCanvas,
        impression: Impression,
    ) -> DrawnFace:
        """Do the quick part, for every frame."""
        ...


class LiveSwapper:
    """Draws at once, whatever the slow engine does.

    The slow part is done by a thread that lives no longer than its work. What comes of
    it goes into the visitor's memory: who leaves takes it with them.

    Args:
        slow: The engine that is wanted.
        quick: The one that stands in.
        trouble: Where a failure is noted; from then on ``quick`` draws.
    """

    def __init__(self, slow: SlowSwapper, quick: FaceSwapper, trouble: Trouble) -> None:
        self._slow, self._quick, self._trouble = slow, quick, trouble
        self._working = threading.Lock()

    @property
    def name(self) -> str:
        """See ``FaceSwapper``."""
        return self._slow.name

    def draw(
        self,
        frame_bgr: ImageBgr,
        mesh: FaceMesh,
        canvas: FaceCanvas,
        memory: Memory,
    ) -> DrawnFace:
        """Draw one face; see ``FaceSwapper``."""
        if self._trouble:
            memory.impression = None
            return self._quick.draw(frame_bgr, mesh, canvas, memory)
        self._look_if_due(frame_bgr, mesh, canvas, memory)
        impression = memory.impression
        if impression is None:
            return self._quick.draw(frame_bgr, mesh, canvas, memory)
        drawn = self._slow.lay(frame_bgr, mesh, canvas, impression)
        share = (time.monotonic() - impression.painted_s) / _FADE_S
        if share >= 1:
            return drawn
        before = self._quick.draw(frame_bgr, mesh, canvas, memory)
        return _between(before, drawn, max(0.0, share))

    def _look_if_due(
        self, frame_bgr: ImageBgr, mesh: FaceMesh, canvas: FaceCanvas, memory: Memory
    ) -> None:
        before = memory.impression
        if before is not None and time.monotonic() - before.looked_s < LOOK_EVERY_S:
            return
        if not self._working.acquire(blocking=False):
            return
        cut = self._slow.cut(frame_bgr, mesh)
        threading.Thread(
            target=self._look, args=(cut, canvas, memory), name="face network"
        ).start()

    def _look(self, cut: ImageBgr, canvas: FaceCanvas, memory: Memory) -> None:
        try:
            memory.impression = self._slow.look(cut, canvas, memory.impression)
        except EngineError as error:
            self._trouble.note(str(error))
        finally:
            self._working.release()


class StillSwapper:
    """Waits for the slow engine, and lets the quick one draw if it fails.

    Args:
        slow: The engine that is wanted.
        quick: The one that stands in.
        trouble: Where a failure is noted; from then on ``quick`` draws.
    """

    def __init__(self, slow: FaceSwapper, quick: FaceSwapper, trouble: Trouble) -> None:
        self._slow, self._quick, self._trouble = slow, quick, trouble

    @property
    def name(self) -> str:
        """See ``FaceSwapper``."""
        return self._slow.name

    def draw(
        self,
        frame_bgr: ImageBgr,
        mesh: FaceMesh,
        canvas: FaceCanvas,
        memory: Memory,
    ) -> DrawnFace:
        """Draw one face; see ``FaceSwapper``."""
        if not self._trouble:
            try:
                return self._slow.draw(frame_bgr, mesh, canvas, memory)
            except EngineError as error:
                self._trouble.note(str(error))
        return self._quick.draw(frame_bgr, mesh, canvas, memory)


def _between(first: DrawnFace, second: DrawnFace, share: float) -> DrawnFace:
    """On the way from one drawing of a face to another."""
    bgr = cv2.addWeighted(first.bgr, 1 - share, second.bgr, share, 0)
    trust = cv2.addWeighted(first.trust, 1 - share, second.trust, share, 0)
    points = first.points + np.float32(share) * (second.points - first.points)
    return DrawnFace(bgr, trust, points, first.other_half)
