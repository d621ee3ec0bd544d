"""A camera of this computer."""

import math
from collections.abc import Mapping
from types import MappingProxyType

import cv2

from pipeline.errors import SourceLostError, SourceUnavailableError
from pipeline.sources.cameras import Camera, ListCameras, choose_camera, known_cameras
from pipeline.sources.reader import GuardedReader
from pipeline.sources.video import OpenVideo, VideoReader, open_video
from pipeline.types import Frame, SizePx, SourceInfo

BACKENDS: Mapping[str, int] = MappingProxyType(
    {
        "any": cv2.CAP_ANY,
        "v4l2": cv2.CAP_V4L2,
        "dshow": cv2.CAP_DSHOW,
        "msmf": cv2.CAP_MSMF,
        "avfoundation": cv2.CAP_AVFOUNDATION,
    }
)
"""What OpenCV may use to talk to the camera, by our names."""

OPEN_WITHIN_S = 20.0
"""Some Windows drivers take more than ten seconds to open."""


class Webcam:
    """Delivers the newest picture of a camera.

    Asks for MJPG, because uncompressed pictures of that size come too slowly over
    USB, and for a queue of one picture. The camera may decide otherwise; what it
    delivers is what counts. A name is looked up again at every opening, since a
    camera that was unplugged may come back under another number.

    Args:
        wanted: A device number, a name or part of one, or None for the first camera.
        backend: One of `BACKENDS`.
        size_px: Width and height to ask for.
        fps: Frames a second to ask for.
        open_video: Opens the device; tests put in a file.
        list_cameras: Tells which cameras there are.

    Raises:
        SourceUnavailableError: If the backend is unknown.
    """

    def __init__(
        self,
        wanted: int | str | None = None,
        *,
        backend: str = "any",
        size_px: SizePx = (1280, 720),
        fps: float = 30.0,
        open_video: OpenVideo = open_video,
        list_cameras: ListCameras = known_cameras,
    ) -> None:
        if backend not in BACKENDS:
            known = ", ".join(BACKENDS)
            raise SourceUnavailableError(
                f"There is no camera backend {backend!r}. Choose one of: {known}."
            )
        self._wanted = wanted
        self._backend = BACKENDS[backend]
        self._size_px = size_px
        self._fps = fps
        self._open_video = open_video
        self._list_cameras = list_cameras
        self._reader: GuardedReader | None = None
        self._index = 0
        self._info = SourceInfo("camera", _spoken(wanted), (0, 0), 0.0)

    @property
    def info(self) -> SourceInfo:
        """The camera's name, and what it agreed to deliver."""
        return self._info

    def open(self) -> None:
        """Find the camera, open it and agree on size and speed."""
        self.close()
        camera = self._find()
        reader = GuardedReader(lambda: self._connect(camera.index))
        if not reader.wait_open(OPEN_WITHIN_S):
            reader.close()
            raise SourceUnavailableError(
                f"The camera '{camera.name}' cannot be opened. Check its cable, close "
                "other programs that use it, and check that this user may use cameras."
            )
        self._reader = reader
        self._index = 0
        width_px, height_px, fps = reader.size_fps
        told_fps = fps if math.isfinite(fps) and 0.0 < fps <= 1000.0 else 0.0
        self._info = SourceInfo("camera", camera.name, (width_px, height_px), told_fps)

    def read(self, timeout_s: float) -> Frame | None:
        """Wait for the next picture; what came earlier is skipped."""
        if self._reader is None:
            raise SourceLostError(f"The camera '{self._info.name}' is not open.")
        taken = self._reader.take(timeout_s)
        if taken is None:
            if self._reader.lost:
                raise SourceLostError(
                    f"The camera '{self._info.name}' is gone. Check its cable."
                )
            return None
        bgr, came_s = taken
        frame = Frame(bgr, came_s, self._index)
        self._index += 1
        size_px = (bgr.shape[1], bgr.shape[0])
        if size_px != self._info.size_px:
            info = self._info
            self._info = SourceInfo(info.kind, info.name, size_px, info.fps)
        return frame

    def close(self) -> None:
        """Let go of the camera, also when its driver hangs."""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _find(self) -> Camera:
        camera = choose_camera(self._wanted, self._list_cameras())
        if camera is None and self._wanted is None:
            raise SourceUnavailableError("There is no camera. Plug one in.")
        if camera is None:
            raise SourceUnavailableError(
                f"There is no camera named {self._wanted}. Plug it in, or choose one "
                "by its number: camera:0, camera:1 and so on."
            )
        return camera

    def _connect(self, index: int) -> VideoReader:
        video = self._open_video(index, self._backend)
        if video.isOpened():
            video.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
            video.set(cv2.CAP_PROP_FRAME_WIDTH, self._size_px[0])
            video.set(cv2.CAP_PROP_FRAME_HEIGHT, self._size_px[1])
            video.set(cv2.CAP_PROP_FPS, self._fps)
            video.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        return video


def _spoken(wanted: int | str | None) -> str:
    if wanted is None:
        return "camera"
    return f"camera {wanted}" if isinstance(wanted, int) else wanted
