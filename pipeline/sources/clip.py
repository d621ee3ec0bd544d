"""A video file or a single picture as an endless source."""

import math
import time
from collections.abc import Callable
from pathlib import Path

import cv2

from pipeline.errors import (
    ImageUnreadableError,
    SourceLostError,
    SourceUnavailableError,
)
from pipeline.images import read_image
from pipeline.sources.pace import Pace
from pipeline.sources.video import (
    MAX_PIXELS,
    OpenVideo,
    VideoReader,
    as_bgr,
    fitting,
    open_video,
)
from pipeline.types import Frame, ImageBgr, SourceInfo

DEFAULT_FPS = 30.0
BELIEVED_FPS = (1.0, 240.0)
"""A file that announces less or more is played at the default speed."""
GIF = b"GIF8"
"""How every GIF begins."""


class Clip:
    """Plays a file over and over at its own pace.

    Frames that come too late are skipped. What can be read of a broken file is
    looped; a file of which nothing can be read is not available. A still picture is
    delivered thirty times a second. Pictures larger than about 1920 x 1080 are made
    smaller, to `MAX_PIXELS`.

    Args:
        path: Any video that OpenCV reads, or a picture.
        open_video: Opens the file; tests put in their own.
        clock: Seconds that only grow.
        sleep: Waits so many seconds.
    """

    def __init__(
        self,
        path: Path,
        open_video: OpenVideo = open_video,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._path = path
        self._open_video = open_video
        self._clock = clock
        self._sleep = sleep
        self._video: VideoReader | None = None
        self._still: ImageBgr | None = None
        self._first: ImageBgr | None = None
        self._pace = Pace(DEFAULT_FPS, clock, sleep)
        self._index = 0
        self._info = SourceInfo("clip", path.name, (0, 0), 0.0)

    @property
    def info(self) -> SourceInfo:
        """The file's name; the size is that of its newest frame as delivered."""
        return self._info

    def open(self) -> None:
        """Open the file and read its first picture."""
        self.close()
        fps = DEFAULT_FPS
        if self._is_still_picture():
            self._still = self._first = self._read_still()
        else:
            self._video = self._open_video(str(self._path), cv2.CAP_ANY)
            self._first = self._next_picture()
            if self._first is None:
                self.close()
                raise SourceUnavailableError(
                    f"The clip {self._path.name} cannot be played. Choose an MP4, AVI, "
                    "MOV or WebM video, or a JPEG or PNG picture."
                )
            fps = _believable_fps(self._video)
        self._index = 0
        self._note(self._first, fps)
        self._pace = Pace(fps, self._clock, self._sleep)

    def read(self, timeout_s: float) -> Frame | None:
        """Wait for the next picture that is due."""
        if self._still is None and self._video is None:
            raise SourceLostError(f"The clip {self._path.name} is not open.")
        steps = self._pace.advance(timeout_s)
        if steps == 0:
            return None
        if self._first is not None:
            bgr, self._first = self._first, None
        elif self._still is not None:
            bgr = self._still
        else:
            bgr = self._step(steps)
        self._note(bgr, self._info.fps)
        frame = Frame(bgr, self._clock(), self._index)
        self._index += 1
        return frame

    def close(self) -> None:
        """Let go of the file and of its pictures."""
        if self._video is not None:
            self._video.release()
        self._video = self._still = self._first = None

    def _first_bytes(self) -> bytes:
        """Read how the file begins, to know it from what is no file at all."""
        name = self._path.name
        try:
            if not self._path.is_file():
                raise SourceUnavailableError(
                    f"There is no clip {name}. Check the name and the folder."
                )
            with self._path.open("rb") as file:
                head = file.read(len(GIF))
        except (OSError, ValueError) as error:
            raise SourceUnavailableError(
                f"The clip {name} cannot be read. Check that this user may read it."
            ) from error
        if not head:
            raise SourceUnavailableError(f"The clip {name} is empty. Copy it again.")
        return head

    def _is_still_picture(self) -> bool:
        """Whether it is one picture; a GIF and a row of JPEGs only begin like one."""
        if self._first_bytes() == GIF or self._path.suffix.casefold() == ".mjpeg":
            return False
        return bool(cv2.haveImageReader(str(self._path)))

    def _read_still(self) -> ImageBgr:
        try:
            return read_image(self._path, max_pixels=MAX_PIXELS)
        except ImageUnreadableError as error:
            raise SourceUnavailableError(str(error)) from error

    def _step(self, steps: int) -> ImageBgr:
        """Skip all but the last of ``steps`` pictures, from the start at the end."""
        self._skip(steps - 1)
        bgr = self._next_picture()
        if bgr is None:
            self._rewind()
            bgr = self._next_picture()
        if bgr is None:
            raise SourceLostError(
                f"The clip {self._path.name} can no longer be read. Check whether its "
                "disk is still there."
            )
        return bgr

    def _skip(self, count: int) -> None:
        try:
            for _ in range(count):
                if self._video is None or not self._video.grab():
                    return
        except cv2.error:
            return  # a broken spot: the next picture is tried by itself

    def _rewind(self) -> None:
        """Open the file anew: seeking fails in some formats, opening in none."""
        if self._video is not None:
            self._video.release()
        self._video = self._open_video(str(self._path), cv2.CAP_ANY)

    def _next_picture(self) -> ImageBgr | None:
        if self._video is None or not self._video.isOpened():
            return None
        try:
            if not self._video.grab():
                return None
            found, picture = self._video.retrieve()
        except cv2.error:
            return None
        return fitting(as_bgr(picture)) if found and picture is not None else None

    def _note(self, bgr: ImageBgr, fps: float) -> None:
        size_px = (bgr.shape[1], bgr.shape[0])
        if (size_px, fps) != (self._info.size_px, self._info.fps):
            self._info = SourceInfo("clip", self._path.name, size_px, fps)


def _believable_fps(video: VideoReader) -> float:
    fps = video.get(cv2.CAP_PROP_FPS)
    low, high = BELIEVED_FPS
    return fps if math.isfinite(fps) and low <= fps <= high else DEFAULT_FPS
