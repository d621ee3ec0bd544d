"""Prepares paintings and paints finished portraits; all of it on the tasks' thread."""

from collections import OrderedDict
from dataclasses import dataclass

import cv2
import numpy as np

from kiosk.packs.manifest import PackPainting
from pipeline.backends import open_engine
from pipeline.engine import Engine
from pipeline.images import read_image
from pipeline.live import Burst, LivePortrait
from pipeline.painting import Painting, load_painting
from pipeline.still import make_still
from pipeline.types import ImageBgr, ImageBgra, SizePx

KEPT_BYTES = 150_000_000
"""Most memory for prepared paintings; the newest stays whatever it takes."""
PLAIN_PIXELS = 6_000_000
THUMBNAIL_PX = (640, 800)
THUMBNAIL_PIXELS = 2_000_000


@dataclass(frozen=True, slots=True, eq=False)
class FinishedPortrait:
    """A portrait that was painted; it lives in memory alone.

    Attributes:
        bgr: The portrait at the painting's full size.
        bgra: The same, fitted to the size that was asked for.
        original: The painting, fitted to that size.
    """

    bgr: ImageBgr
    bgra: ImageBgra
    original: ImageBgra


class Easel:
    """The engine and the paintings that are ready.

    Args:
        engine_name: What :func:`pipeline.backends.open_engine` understands.
    """

    def __init__(self, engine_name: str) -> None:
        self._engine_name = engine_name
        self._engine: Engine | None = None
        self._ready: OrderedDict[str, Painting] = OrderedDict()

    def plain(self, choice: PackPainting, size_px: SizePx) -> ImageBgra:
        """The painting as it is, fitted into a size; quick.

        Raises:
            ImageUnreadableError: If its picture cannot be read.
        """
        return fitted(read_image(choice.image, max_pixels=PLAIN_PIXELS), size_px)

    def thumbnail(self, choice: PackPainting) -> ImageBgra:
        """A small picture of the painting.

        Raises:
            ImageUnreadableError: If its picture cannot be read.
        """
        small = read_image(choice.image, max_pixels=THUMBNAIL_PIXELS)
        return fitted(small, THUMBNAIL_PX)

    def check(self, choice: PackPainting) -> None:
        """Find out whether the engine and a painting can be used.

        Raises:
            EngineError: If one of them cannot.
        """
        self._painting(choice)

    def prepare(self, choice: PackPainting, size_px: SizePx) -> LivePortrait:
        """A live portrait in a painting; the first call also opens the engine.

        Raises:
            EngineError: If the models or the painting cannot be used.
        """
        return LivePortrait(self._opened(), self._painting(choice), size_px)

    def finish(
        self, burst: Burst, choice: PackPainting, size_px: SizePx
    ) -> FinishedPortrait:
        """Paint the portrait at the painting's full size.

        Args:
            burst: The visitor's last second.
            choice: The painting.
            size_px: What to fit the returned picture into.

        Raises:
            NoFaceError: If no visitor is in the burst.
        """
        painting = self._painting(choice)
        still = make_still(burst, painting, self._opened())
        return FinishedPortrait(
            still.bgr, fitted(still.bgr, size_px), fitted(painting.bgr, size_px)
        )

    def _opened(self) -> Engine:
        if self._engine is None:
            self._engine = open_engine(self._engine_name)
        return self._engine

    def _painting(self, choice: PackPainting) -> Painting:
        painting = self._ready.get(choice.key)
        if painting is None:
            painting = load_painting(
                choice.image, self._opened(), complexion=choice.complexion
            )
            self._ready[choice.key] = painting
            self._drop_oldest()
        self._ready.move_to_end(choice.key)
        return painting

    def _drop_oldest(self) -> None:
        sizes = [size_bytes(painting) for painting in self._ready.values()]
        while len(sizes) > 1 and sum(sizes) > KEPT_BYTES:
            self._ready.popitem(last=False)
            sizes.pop(0)


def size_bytes(painting: Painting) -> int:
    """Memory that a painting takes: its picture and what is in front of its faces."""
    shown = sum(face.occlusion.shown.nbytes for face in painting.faces)
    return painting.bgr.nbytes + shown


def fitted(bgr: ImageBgr, size_px: SizePx) -> ImageBgra:
    """Scale a picture as large as it fits into a size, its aspect kept."""
    height, width = bgr.shape[:2]
    scale = min(size_px[0] / width, size_px[1] / height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    way = cv2.INTER_AREA if scale < 1.0 else cv2.INTER_CUBIC
    scaled = cv2.resize(bgr, size, interpolation=way)
    return cv2.cvtColor(scaled, cv2.COLOR_BGR2BGRA).astype(np.uint8, copy=False)
