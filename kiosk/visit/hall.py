"""Gives every screen its paintings: cards, thumbnails and large pictures."""

import logging
from functools import partial

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QImage

from kiosk.bridge import image_of
from kiosk.easel import Easel
from kiosk.exhibition import MOST_EXHIBITS, Exhibition
from kiosk.stage import Stage
from kiosk.tasks import Tasks
from kiosk.widgets.exhibit import Exhibit
from pipeline.types import ImageBgra

logger = logging.getLogger(__name__)


class Hall(QObject):
    """Hangs the exhibition in the screens.

    Args:
        exhibition: What is shown.
        stage: The screens.
        easel: Reads pictures.
        tasks: Does slow things.
        parent: Its owner.
    """

    def __init__(
        self,
        exhibition: Exhibition,
        stage: Stage,
        easel: Easel,
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._exhibition, self._stage = exhibition, stage
        self._easel, self._tasks = easel, tasks
        self._language = ""
        self._size = QSize()
        self._thumbnails: dict[str, QImage] = {}
        self._large: dict[str, QImage] = {}

    @property
    def complete(self) -> bool:
        """Whether every card and every large picture is there."""
        large = [painting.key for painting in self._exhibition.shown[:MOST_EXHIBITS]]
        return self._stage.choose.complete and all(key in self._large for key in large)

    def fit(self) -> None:
        """Read the large pictures anew if the window has another size."""
        size = self._stage.attract.room_px
        if size != self._size:
            self._size = size
            self._large.clear()
            self._read_large()

    def speak(self, language: str) -> None:
        """Name everything in another language."""
        if language != self._language:
            self._language = language
            self._name()

    def arrange(self) -> None:
        """Show the exhibition as it is arranged now."""
        self._name()
        self._read_large()

    def read(self) -> None:
        """Read the thumbnails of all paintings, one after the other."""
        for painting in self._exhibition.all:
            self._tasks.run(
                partial(self._easel.thumbnail, painting),
                partial(self._on_thumbnail, painting.key),
                partial(self._on_unreadable, painting.key),
            )

    def _name(self) -> None:
        cards = self._exhibition.cards(self._language)
        self._stage.choose.set_paintings(cards)
        self._stage.live.set_paintings(cards)
        for key, thumbnail in self._thumbnails.items():
            self._stage.choose.set_thumbnail(key, thumbnail)
            self._stage.live.set_thumbnail(key, thumbnail)
        self._show_large()

    def _read_large(self) -> None:
        room = (self._size.width(), self._size.height())
        for painting in self._exhibition.shown[:MOST_EXHIBITS]:
            if painting.key not in self._large and not self._size.isEmpty():
                self._tasks.run(
                    partial(self._easel.plain, painting, room),
                    partial(self._on_large, painting.key, self._size),
                    partial(self._on_unreadable, painting.key),
                )
        self._show_large()

    def _show_large(self) -> None:
        exhibits = []
        for painting in self._exhibition.shown[:MOST_EXHIBITS]:
            image = self._large.get(painting.key)
            if image is not None:
                origin = (painting.artist(self._language), painting.year)
                exhibits.append(
                    Exhibit(
                        image,
                        painting.title(self._language),
                        ", ".join(part for part in origin if part),
                    )
                )
        self._stage.attract.set_exhibits(exhibits)

    def _on_thumbnail(self, key: str, bgra: ImageBgra) -> None:
        thumbnail = image_of(bgra).copy()
        self._thumbnails[key] = thumbnail
        self._stage.choose.set_thumbnail(key, thumbnail)
        self._stage.live.set_thumbnail(key, thumbnail)
        self._stage.staff.set_thumbnail(key, thumbnail)

    def _on_large(self, key: str, size: QSize, bgra: ImageBgra) -> None:
        if size == self._size:
            self._large[key] = image_of(bgra).copy()
            self._show_large()

    def _on_unreadable(self, key: str, error: Exception) -> None:
        fields = {"painting": key, "error": type(error).__name__}
        logger.warning("a painting cannot be shown", extra={"fields": fields})
