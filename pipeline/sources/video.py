"""Opening OpenCV's video reader, quietly and replaceably."""

import math
import os
from collections.abc import Callable
from typing import Any, Protocol, TypeAlias

import cv2
import numpy as np

from pipeline.types import AnyArray, ImageBgr

MAX_PIXELS = 2_100_000
"""A little more than 1920 x 1080: larger pictures cost memory and show no more."""


class VideoReader(Protocol):
    """The part of ``cv2.VideoCapture`` that the sources use."""

    def isOpened(self) -> bool:  # noqa: N802  OpenCV's name
        """Whether there is something to read."""
        ...

    def grab(self) -> bool:
        """Step to the next picture without decoding all of it."""
        ...

    def retrieve(self) -> tuple[bool, Any]:
        """Decode the picture that was grabbed."""
        ...

    def get(self, propId: int, /) -> float:  # noqa: N803  OpenCV's name
        """Ask for a property; 0 when unknown."""
        ...

    def set(self, propId: int, value: float, /) -> bool:  # noqa: N803  OpenCV's name
        """Wish for a property; False when it cannot be had."""
        ...

    def release(self) -> None:
        """Let go of the device or file."""
        ...


OpenVideo: TypeAlias = Callable[[int | str, int], VideoReader]
"""Takes a device number or a path, and one of OpenCV's ``CAP_`` backends."""


def open_video(target: int | str, backend: int = cv2.CAP_ANY) -> VideoReader:
    """Open a device or file without OpenCV writing to the console.

    OpenCV and the FFmpeg inside it report every missing device and broken file on
    stderr; what matters is told by our own sentences.
    """
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")
    # Windows: seconds instead of up to a minute until a camera opens,
    # https://github.com/opencv/opencv/issues/17687
    os.environ.setdefault("OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS", "0")
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    return cv2.VideoCapture(target, backend)


def as_bgr(picture: AnyArray) -> ImageBgr:
    """Turn what a reader delivers (grey, BGR or BGRA) into BGR."""
    if picture.ndim == 2:
        return np.asarray(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR), np.uint8)
    if picture.shape[2] == 3:
        return np.asarray(picture, np.uint8)
    return np.ascontiguousarray(picture[..., :3], np.uint8)


def fitting(bgr: ImageBgr) -> ImageBgr:
    """Make a picture of more than `MAX_PIXELS` smaller by area, its aspect kept."""
    height_px, width_px = bgr.shape[:2]
    if height_px * width_px <= MAX_PIXELS:
        return bgr
    scale = math.sqrt(MAX_PIXELS / (height_px * width_px))
    size_px = max(1, int(width_px * scale)), max(1, int(height_px * scale))
    return np.asarray(cv2.resize(bgr, size_px, interpolation=cv2.INTER_AREA), np.uint8)
