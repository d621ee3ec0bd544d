"""Gives every screen its paintings: cards, thumbnails and large pictures."""

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage

from kiosk.bridge import image_of
from kiosk.easel import Easel
from kiosk.exhibition import Exhibition
from kiosk.packs.manifest import PackPainting
from kiosk.stage import Stage
from kiosk.tasks import Tasks
from kiosk.thumbnail_shelf import LARGEST_PX
from kiosk.thumbnails import Thumbnails
from kiosk.widgets.exhibit import Exhibit
from kiosk.widgets.pages import FEW
from pipeline.types import ImageBgra, SizePx

logger = logging.getLogger(__name__)

FULL_PX = 1600.0
"""Shorter side of a window in which even the smaller cards need full thumbnails."""


class Hall(QObject):
    """Hangs the exhibition in the screens.

    Args:
        exhibition: What is shown.
        stage: The screens.
        easel: Reads large pictures.
        thumbnails: Has the small ones.
        tasks: Does slow things.
        parent: Its owner.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        stage: Stage,
        easel: Easel,
        thumbnails: Thumbnails,
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._exhibition, self._stage = exhibition, stage
        self._easel, self._tasks = easel, tasks
        self._language = ""
        self._size = QSize()
        self._thumbnails = thumbnails
        self._large: dict[str, tuple[Path, QImage]] = {}
        thumbnails.ready.connect(self._on_thumbnail)
        for asking in (
            stage.choose,
            stage.live,
            stage.staff.paintings,
            stage.staff.today,
        ):
            asking.pictures_wanted.connect(partial(thumbnails.want, asking))

    @property
    def complete(self) -> bool:
        """Whether every card and every large picture that can be had is there."""
        first = self._exhibition.inviting
        return self._thumbnails.idle and all(self._has_large(one) for one in first)

    def fit(self) -> None:
        """Read the large pictures anew if the window has another size."""
        size = self._stage.attract.room_px
        if size != self._size:
            self._size = size
            self._large.clear()
            self._offer()
            self._read_large()

    def speak(self, language: str) -> None:
        """Name everything in another language."""
        if language != self._language:
            self._language = language
            self._name()

    def arrange(self) -> None:
        """Show the exhibition as it is arranged now."""
        self._offer()
        self._name()
        self._read_large()

    def _offer(self) -> None:
        """Have the thumbnails of all paintings to ask for, in a fitting size."""
        self._thumbnails.offer(self._exhibition.all, self._thumbnail_px())

    def _thumbnail_px(self) -> SizePx:
        """Room of a thumbnail: where many stand on a page, cards are smaller."""
        if len(self._exhibition.all) <= FEW or self._size.isEmpty():
            return LARGEST_PX
        short_px = min(self._stage.attract.width(), self._stage.attract.height())
        scale = min(1.0, short_px * self._stage.attract.devicePixelRatioF() / FULL_PX)
        return round(scale * LARGEST_PX[0]), round(scale * LARGEST_PX[1])

    def _name(self) -> None:
        cards = self._exhibition.cards(self._language)
        self._stage.choose.set_paintings(cards)
        self._stage.live.set_paintings(cards)
        self._show_large()

    def _read_large(self) -> None:
        room = (self._size.width(), self._size.height())
        for painting in self._exhibition.inviting:
            if not self._has_large(painting) and not self._size.isEmpty():
                self._tasks.run(
                    partial(self._easel.plain, painting, room),
                    partial(self._on_large, painting, self._size),
                    partial(self._on_unreadable, painting.key),
                )
        self._show_large()

    def _has_large(self, painting: PackPainting) -> bool:
        return self._large.get(painting.key, (None,))[0] == painting.image

    def _show_large(self) -> None:
        exhibits = []
        for painting in self._exhibition.inviting:
            if self._has_large(painting):
                image = self._large[painting.key][1]
                origin = (painting.artist(self._language), painting.year)
                exhibits.append(
                    Exhibit(
                        image,
                        painting.title(self._language),
                        ", ".join(part for part in origin if part),
                    )
                )
        self._stage.attract.set_exhibits(exhibits)

    def _on_thumbnail(self, key: str, image: QImage) -> None:
        self._stage.choose.set_thumbnail(key, image)
        self._stage.live.set_thumbnail(key, image)
        self._stage.staff.set_thumbnail(key, image)

    def _on_large(self, painting: PackPainting, size: QSize, bgra: ImageBgra) -> None:
        if size == self._size:
            self._large[painting.key] = (painting.image, image_of(bgra).copy())
            shown = {one.key for one in self._exhibition.inviting}
            for key in self._large.keys() - shown:
                del self._large[key]
            self._show_large()

    def _on_unreadable(self, key: str, error: Exception) -> None:
        fields = {"painting": key, "error": type(error).__name__}
        logger.warning("a painting cannot be shown", extra={"fields": fields})
