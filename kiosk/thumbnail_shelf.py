"""Keeps small pictures of paintings on disk, because decoding large ones takes long."""

import contextlib
import hashlib
import logging
from pathlib import Path

import cv2
import numpy as np

from kiosk.places import cache_folder
from pipeline.errors import EngineError, ImageUnwritableError
from pipeline.images import read_image, write_image
from pipeline.types import ImageBgr, ImageBgra, SizePx

LARGEST_PX: SizePx = (640, 800)
"""What every picture on the shelf is fitted into."""
MOST_FILES = 5000
_DECODED_PIXELS = 2_000_000

logger = logging.getLogger(__name__)


class ThumbnailShelf:
    """Small pictures by the file of the painting, its size and its time.

    Args:
        folder: Where they are; in the cache folder if None. What is damaged in it
            counts as missing, and all of it may be deleted at any time.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or cache_folder() / "thumbnails"
        self._tidied = False

    def read(self, image: Path, size_px: SizePx) -> ImageBgra:
        """A small picture of a painting, made now if there is none yet.

        Args:
            image: The painting's file.
            size_px: What to fit it into; what is larger than `LARGEST_PX` is that.

        Raises:
            ImageUnreadableError: If the painting's file cannot be read.
        """
        kept = self._place_of(image)
        bgr: ImageBgr | None = None
        if kept is not None and kept.is_file():
            with contextlib.suppress(EngineError):
                bgr = read_image(kept)
        if bgr is None:
            bgr = _fitted(read_image(image, max_pixels=_DECODED_PIXELS), LARGEST_PX)
            self._keep(kept, bgr)
        small = _fitted(bgr, size_px)
        return cv2.cvtColor(small, cv2.COLOR_BGR2BGRA).astype(np.uint8, copy=False)

    def _place_of(self, image: Path) -> Path | None:
        try:
            status = image.stat()
        except OSError:
            return None  # reading the picture itself tells what is wrong
        words = f"{image}|{status.st_size}|{status.st_mtime_ns}"
        return self._folder / f"{hashlib.sha256(words.encode()).hexdigest()[:40]}.jpg"

    def _keep(self, place: Path | None, bgr: ImageBgr) -> None:
        """Write one; a full disk costs time only."""
        if place is None:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_image(place, bgr)
            self._tidy()
        except (OSError, ImageUnwritableError) as error:
            logger.info("a thumbnail is not kept: %s", type(error).__name__)

    def _tidy(self) -> None:
        """Take away the oldest beyond `MOST_FILES`, once in a run."""
        if self._tidied:
            return
        self._tidied = True
        files = sorted(
            self._folder.glob("*.jpg"), key=lambda path: path.stat().st_mtime
        )
        for path in files[:-MOST_FILES]:
            path.unlink(missing_ok=True)


def _fitted(bgr: ImageBgr, size_px: SizePx) -> ImageBgr:
    """Scale a picture down until it fits into a size; a smaller one stays."""
    height, width = bgr.shape[:2]
    scale = min(size_px[0] / width, size_px[1] / height, 1.0)
    if scale == 1.0:
        return bgr
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return cv2.resize(bgr, size, interpolation=cv2.INTER_AREA).astype(
        np.uint8, copy=False
    )
