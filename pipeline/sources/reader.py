"""Reads a video device on a thread of its own, so that a hung driver hangs no other."""

import threading
import time
from collections.abc import Callable

import cv2

from pipeline.latest import Latest
from pipeline.sources.video import VideoReader, as_bgr, fitting
from pipeline.types import ImageBgr

MISSES = 10
"""So many failed reads in a row mean that the device is gone."""
MISS_PAUSE_S = 0.05
CLOSE_WITHIN_S = 0.5


class GuardedReader:
    """One opened device and the thread that belongs to it.

    The device is opened, read and released on that thread alone. When the driver
    never returns, the thread stays behind as a daemon and lets go once it does.

    Args:
        connect: Opens the device.
    """

    def __init__(self, connect: Callable[[], VideoReader]) -> None:
        self._connect = connect
        self._pictures: Latest[tuple[ImageBgr, float]] = Latest()
        self._opened = threading.Event()
        self._stop = threading.Event()
        self._lost = False
        self._size_fps = (0, 0, 0.0)
        self._thread = threading.Thread(target=self._run, name="reader", daemon=True)
        self._thread.start()

    @property
    def lost(self) -> bool:
        """Whether the device could not be opened or went away."""
        return self._lost

    @property
    def size_fps(self) -> tuple[int, int, float]:
        """Width and height in pixels and frames a second, as the device says."""
        return self._size_fps

    def wait_open(self, timeout_s: float) -> bool:
        """Wait until the device is open; False when it is not, by then or ever."""
        return self._opened.wait(timeout_s) and not self._lost

    def take(self, timeout_s: float) -> tuple[ImageBgr, float] | None:
        """Take the newest picture and when it came, or None when none came."""
        return self._pictures.take(timeout_s)

    def close(self) -> bool:
        """Tell the thread to let go; False when it does not within half a second."""
        self._stop.set()
        self._pictures.close()
        self._thread.join(CLOSE_WITHIN_S)
        return not self._thread.is_alive()

    def _run(self) -> None:
        video: VideoReader | None = None
        try:
            video = self._connect()
            if video.isOpened() and not self._stop.is_set():
                self._size_fps = _announced(video)
                self._opened.set()
                self._read(video)
        except cv2.error:
            pass  # a driver's failure: told by `lost` like every other
        finally:
            self._lost = True
            self._opened.set()
            self._pictures.close()
            if video is not None:
                video.release()

    def _read(self, video: VideoReader) -> None:
        misses = 0
        while not self._stop.is_set() and misses < MISSES:
            if self._read_one(video):
                misses = 0
            else:
                misses += 1
                self._stop.wait(MISS_PAUSE_S)

    def _read_one(self, video: VideoReader) -> bool:
        """Hand one picture on; on return it is out of this thread."""
        if not video.grab():
            return False
        came_s = time.monotonic()
        found, picture = video.retrieve()
        if not found or picture is None:
            return False
        self._pictures.put((fitting(as_bgr(picture)), came_s))
        return True


def _announced(video: VideoReader) -> tuple[int, int, float]:
    return (
        int(video.get(cv2.CAP_PROP_FRAME_WIDTH)),
        int(video.get(cv2.CAP_PROP_FRAME_HEIGHT)),
        video.get(cv2.CAP_PROP_FPS),
    )
