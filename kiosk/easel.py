"""Prepares paintings and paints finished portraits; all of it on the tasks' thread."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from kiosk.packs.manifest import PackPainting
from kiosk.places import cache_folder
from pipeline.backends import open_engine
from pipeline.engine import Engine
from pipeline.images import read_image
from pipeline.live import Burst, LivePortrait
from pipeline.marks import FaceMark, Marks
from pipeline.painting import Painting
from pipeline.preparation import Prepared
from pipeline.prepared_file import file_digest, prepared_key
from pipeline.prepared_shelf import PreparedShelf
from pipeline.still import make_still
from pipeline.types import BoxPx, ImageBgr, ImageBgra, SizePx

KEPT_BYTES = 50_000_000
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
        self._opening = opening
        self._engine: Engine | None = None
        self._outdated = False
        self._folder = prepared or cache_folder() / "prepared"
        self._shelf: PreparedShelf | None = None
        self._keys: dict[tuple[str, int, int], str] = {}
        self._ready: OrderedDict[str, Painting] = OrderedDict()

    @property
    def engine(self) -> Engine | None:
        """What paints; None before anything was prepared. Any thread may look."""
        return self._engine

    def change_engine(self) -> None:
        """Open the engine that is wanted now when the next painting is prepared.

        What is prepared already keeps the old one.
        """
        self._outdated = True

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
        prepared, _ = self._prepared(choice, ())
        prepared.require_face(choice.image.stem)

    def prepare(self, choice: PackPainting, size_px: SizePx) -> LivePortrait:
        """A live portrait in a painting; the first call also opens the engine.

        Raises:
            EngineError: If the models or the painting cannot be used.
        """
        prepared, key = self._prepared(choice, (size_px,))
        bgr = self._opened_shelf().shown(key, choice.image, prepared.size_px, size_px)
        painting = _hung(choice, prepared, bgr)
        return LivePortrait(self._opened(), painting, size_px)

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
        prepared, _ = self._prepared(choice, ())
        return FinishedPortrait(
            still.bgr,
            fitted(still.bgr, size_px),
            fitted(painting.bgr, size_px),
            tuple(face.box_px for face in prepared.seen),
        )

    def _opened(self) -> Engine:
        if self._engine is None or self._outdated:
            self._outdated = False
            self._engine = self._opening()
            self._shelf = None
        return self._engine

    def _opened_shelf(self) -> PreparedShelf:
        engine = self._opened()
        if self._shelf is None:
            self._shelf = PreparedShelf(self._folder, engine)
        return self._shelf

    def _prepared(
        self, choice: PackPainting, rooms_px: tuple[SizePx, ...]
    ) -> tuple[Prepared, str]:
        """What is prepared of a painting, and the key that it is kept under."""
        shelf, marks = self._opened_shelf(), marks_of(choice)
        key = prepared_key(self._digest(choice.image), marks)
        found = shelf.find(key)
        return found or shelf.prepare(key, choice.image, marks, rooms_px), key

    def _digest(self, image: Path) -> str:
        """Digest of a picture, worked out once for as long as its file stays as is."""
        try:
            status = image.stat()
            now = (str(image), status.st_size, status.st_mtime_ns)
            if now not in self._keys:
                self._keys[now] = file_digest(image)
        except OSError:
            return ""  # reading the picture itself tells what is wrong
        return self._keys[now]

    def _painting(self, choice: PackPainting) -> Painting:
        """The painting at full size, for a still."""
        key = str(choice.image)  # another version of a pack has another folder
        painting = self._ready.get(key)
        if painting is None:
            prepared, _ = self._prepared(choice, ())
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


def marks_of(choice: PackPainting) -> Marks:
    """What its pack has set by hand in a painting."""
    faces = [
        FaceMark(
            np.array([*face.eyes, face.nose, *face.mouth], np.float64),
            face.swappable,
            dict(face.moved),
        )
        for face in choice.faces
    ]
    return Marks(tuple(faces), choice.mask)


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
