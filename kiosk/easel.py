"""Prepares paintings and paints finished portraits; all of it on the tasks' thread."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from kiosk.packs.manifest import PackPainting
from kiosk.packs.preparations import Preparations
from kiosk.packs.report import Report
from pipeline.backends import open_engine
from pipeline.engine import Engine
from pipeline.images import read_image
from pipeline.live import Burst, LivePortrait
from pipeline.painting import Painting
from pipeline.preparation import Prepared
from pipeline.still import make_still
from pipeline.types import BoxPx, ImageBgr, ImageBgra, SizePx
from pipeline.workpiece import Workpiece

KEPT_BYTES = 50_000_000
"""Most memory for prepared paintings; the newest stays whatever it takes."""
PLAIN_PIXELS = 6_000_000


@dataclass(frozen=True, slots=True, eq=False)
class FinishedPortrait:
    """A portrait that was painted; it lives in memory alone.

    Attributes:
        bgr: The portrait at the painting's full size.
        bgra: The same, fitted to the size that was asked for.
        original: The painting, fitted to that size.
        faces_px: Around every painted face in ``bgr``, the visitor's among them.
    """

    bgr: ImageBgr
    bgra: ImageBgra
    original: ImageBgra
    faces_px: tuple[BoxPx, ...] = ()


class Easel:
    """The engine and the paintings that are ready.

    Args:
        opening: Opens the engine that is wanted.
        prepared: Where prepared paintings are kept; in the cache folder if None.
    """

    def __init__(
        self,
        opening: Callable[[], Engine] = open_engine,
        prepared: Path | None = None,
    ) -> None:
        self._preparations = Preparations(opening, prepared)
        self._ready: OrderedDict[str, Painting] = OrderedDict()

    @property
    def engine(self) -> Engine | None:
        """What paints; None before anything was prepared. Any thread may look."""
        return self._preparations.opened

    def change_engine(self) -> None:
        """Open the engine that is wanted now when the next painting is prepared.

        What is prepared already keeps the old one.
        """
        self._preparations.change_engine()

    def plain(self, choice: PackPainting, size_px: SizePx) -> ImageBgra:
        """The painting as it is, fitted into a size; quick.

        Raises:
            ImageUnreadableError: If its picture cannot be read.
        """
        return fitted(read_image(choice.image, max_pixels=PLAIN_PIXELS), size_px)

    def check(self, choice: PackPainting) -> None:
        """Find out whether the engine and a painting can be used.

        Raises:
            EngineError: If one of them cannot.
        """
        prepared, _ = self._preparations.prepared(choice)
        prepared.require_face(choice.image.stem)

    def prepare(self, choice: PackPainting, size_px: SizePx) -> LivePortrait:
        """A live portrait in a painting; the first call also opens the engine.

        Raises:
            EngineError: If the models or the painting cannot be used.
        """
        prepared, key = self._preparations.prepared(choice, (size_px,))
        bgr = self._preparations.shown(choice, prepared, key, size_px)
        painting = _hung(choice, prepared, bgr)
        return LivePortrait(self._preparations.engine, painting, size_px)

    def known(self, choice: PackPainting) -> Report | None:
        """How well a painting suits, if that is known already; quick."""
        return self._preparations.known(choice)

    def report(self, choice: PackPainting) -> Report:
        """How well a painting suits; seconds where it is not prepared yet.

        Raises:
            EngineError: If the models cannot be used.
        """
        return self._preparations.report(choice)

    def workpiece(self, choice: PackPainting) -> Workpiece:
        """A painting to work on; the first call also opens the engine.

        Raises:
            EngineError: If the models or the painting cannot be used.
        """
        return Workpiece(read_image(choice.image), self._preparations.engine)

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
        still = make_still(burst, painting, self._preparations.engine)
        prepared, _ = self._preparations.prepared(choice)
        return FinishedPortrait(
            still.bgr,
            fitted(still.bgr, size_px),
            fitted(painting.bgr, size_px),
            tuple(face.box_px for face in prepared.seen),
        )

    def _painting(self, choice: PackPainting) -> Painting:
        """The painting at full size, for a still."""
        key = str(choice.image)  # another version of a pack has another folder
        painting = self._ready.get(key)
        if painting is None:
            prepared, _ = self._preparations.prepared(choice)
            painting = _hung(choice, prepared, read_image(choice.image))
            self._ready[key] = painting
            self._drop_oldest()
        self._ready.move_to_end(key)
        return painting

    def _drop_oldest(self) -> None:
        sizes = [size_bytes(painting) for painting in self._ready.values()]
        while len(sizes) > 1 and sum(sizes) > KEPT_BYTES:
            self._ready.popitem(last=False)
            sizes.pop(0)


def _hung(choice: PackPainting, prepared: Prepared, bgr: ImageBgr) -> Painting:
    return prepared.painting(
        choice.image.stem, bgr, complexion=choice.complexion, shape=choice.shape
    )


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
