"""Keeps small pictures of paintings: a few in memory, all of them on disk.

What is asked for comes in the order in which it was asked for last, so that whoever
leafs quickly waits only for the page they stop at.
"""

import logging
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.bridge import image_of
from kiosk.packs.manifest import PackPainting
from kiosk.tasks import Tasks
from kiosk.thumbnail_shelf import ThumbnailShelf
from pipeline.types import ImageBgra, SizePx

logger = logging.getLogger(__name__)

KEPT_BYTES = 48_000_000
"""Most memory for pictures that no card shows at the moment."""


class Thumbnails(QObject):
    """Small pictures, loaded when somebody is about to look at them.

    Args:
        shelf: Reads them.
        tasks: Does slow things; a thread of its own, so that nothing waits for it.
        parent: Its owner.
    """

    ready = Signal(str, QImage)
    """A picture that was wanted is here; carries the painting's key."""

    def __init__(self, shelf: ThumbnailShelf, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._shelf, self._tasks = shelf, tasks
        self._files: Mapping[str, Path] = {}
        self._kept: OrderedDict[str, tuple[Path, QImage]] = OrderedDict()
        self._bytes = 0
        self._wishes: dict[object, tuple[str, ...]] = {}
        self._unreadable: set[Path] = set()
        self._size: SizePx = (1, 1)
        self._loading = False

    @property
    def idle(self) -> bool:
        """Whether everything that is wanted is here, or cannot be had."""
        return not self._loading

    def offer(self, paintings: Sequence[PackPainting], size_px: SizePx) -> None:
        """Take other paintings, or another size.

        Args:
            paintings: Those that may be asked for.
            size_px: What to fit the pictures into.
        """
        self._files = {painting.key: painting.image for painting in paintings}
        self._unreadable.clear()
        if size_px != self._size:
            self._size = size_px
            self._kept.clear()
            self._bytes = 0
        self._load_next()

    def want(self, who: object, keys: Sequence[str]) -> None:
        """Ask for pictures; what is in memory is told at once.

        Args:
            who: Asks; what they asked for before is wanted no more.
            keys: Of paintings, the most urgent first.
        """
        self._wishes.pop(who, None)
        self._wishes[who] = tuple(keys)
        for key in keys:
            image = self._in_memory(key)
            if image is not None:
                self.ready.emit(key, image)
        self._load_next()

    def _in_memory(self, key: str) -> QImage | None:
        path, image = self._kept.get(key, (None, None))
        if path is None or path != self._files.get(key):
            return None
        self._kept.move_to_end(key)
        return image

    def _load_next(self) -> None:
        if self._loading:
            return
        for keys in reversed(self._wishes.values()):
            for key in keys:
                path = self._files.get(key)
                if path is None or path in self._unreadable:
                    continue
                if self._kept.get(key, (None,))[0] != path:
                    self._load(key, path)
                    return

    def _load(self, key: str, path: Path) -> None:
        self._loading = True
        size = self._size
        self._tasks.run(
            partial(self._shelf.read, path, size),
            partial(self._on_read, key, path, size),
            partial(self._on_unreadable, key, path),
        )

    def _on_read(self, key: str, path: Path, size: SizePx, bgra: ImageBgra) -> None:
        self._loading = False
        if size == self._size and self._files.get(key) == path:
            image = image_of(bgra).copy()
            self._keep(key, path, image)
            self.ready.emit(key, image)
        self._load_next()

    def _keep(self, key: str, path: Path, image: QImage) -> None:
        before = self._kept.pop(key, None)
        self._bytes += image.sizeInBytes() - (before[1].sizeInBytes() if before else 0)
        self._kept[key] = (path, image)
        wanted = {key for keys in self._wishes.values() for key in keys}
        for old in list(self._kept):
            if self._bytes <= KEPT_BYTES:
                break
            if old not in wanted:
                self._bytes -= self._kept.pop(old)[1].sizeInBytes()

    def _on_unreadable(self, key: str, path: Path, error: Exception) -> None:
        self._loading = False
        self._unreadable.add(path)
        fields = {"painting": key, "error": type(error).__name__}
        logger.warning("a painting cannot be shown", extra={"fields": fields})
        self._load_next()
