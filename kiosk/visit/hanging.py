"""Hangs paintings: the old one stays until the new one is ready."""

import logging
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.bridge import Bridge
from kiosk.easel import Easel
from kiosk.errors import KioskError
from kiosk.failures import ErrorKind
from kiosk.packs.manifest import PackPainting
from kiosk.tasks import Tasks
from pipeline.errors import (
    EngineError,
    ImageUnreadableError,
    NoFaceError,
    SourceError,
)
from pipeline.live import LivePortrait
from pipeline.types import SizePx

logger = logging.getLogger(__name__)


class Hanging(QObject):
    """Prepares the painting that is wanted and gives it to the bridge.

    Args:
        bridge: The running engine.
        easel: Prepares paintings.
        tasks: Does slow things.
        parent: Its owner.
    """

    chosen = Signal(str)
    """Another painting is wanted now; carries its key."""
    hung = Signal(str)
    """A painting is ready and hangs; carries its key."""
    refused = Signal(str)
    """A painting cannot be used; carries its key."""
    failed = Signal(str, ErrorKind)
    """No painting can be used; carries a sentence for staff."""

    def __init__(
        self, bridge: Bridge, easel: Easel, tasks: Tasks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._easel, self._tasks = bridge, easel, tasks
        self._paintings: dict[str, PackPainting] = {}
        self._room: SizePx = (64, 64)
        self._wanted: PackPainting | None = None
        self._hanging: PackPainting | None = None
        self._unusable: set[str] = set()
        self._series = 0
        self._room_for = 1

    @property
    def room_for(self) -> int:
        """How many visitors the hanging painting has room for."""
        return self._room_for

    @property
    def wanted(self) -> PackPainting | None:
        """What should hang."""
        return self._wanted

    @property
    def hanging(self) -> PackPainting | None:
        """What hangs; None while nothing is ready yet."""
        return self._hanging

    @property
    def series(self) -> int:
        """Marks the pictures of what hangs."""
        return self._series

    def offer(self, paintings: Sequence[PackPainting]) -> None:
        """Take other paintings to choose from."""
        self._paintings = {painting.key: painting for painting in paintings}
        self._unusable.clear()

    def offered(self, key: str) -> PackPainting | None:
        """The painting of a key, if it can be chosen."""
        return self._paintings.get(key)

    def fit(self, room: SizePx) -> None:
        """Paint for another size of picture."""
        if room != self._room:
            self._room = room
            if self._wanted is not None:
                self._prepare(self._wanted)

    def renew(self) -> None:
        """Hang the same painting again: it is painted in another way now."""
        if self._wanted is not None:
            self._prepare(self._wanted)

    def choose(self, key: str) -> None:
        """Hang another painting; one that is not offered changes nothing."""
        choice = self._paintings.get(key)
        if choice is None or choice == self._wanted:
            return
        self._wanted = choice
        self.chosen.emit(key)
        self._prepare(choice)

    def step(self, by: int, age: int = 0) -> None:
        """Hang the next (1) or the previous (-1) painting.

        Args:
            by: Which way.
            age: What is meant for older visitors is left out.
        """
        fitting = (one for one in self._paintings.values() if one.least_age <= age)
        keys = [one.key for one in fitting]
        if self._wanted is not None and self._wanted.key in keys:
            self.choose(keys[(keys.index(self._wanted.key) + by) % len(keys)])

    def _prepare(self, choice: PackPainting) -> None:
        room = self._room

        def work() -> LivePortrait | None:
            # Whoever leafs quickly only waits for the painting they stop at.
            if choice is not self._wanted or room != self._room:
                return None
            return self._easel.prepare(choice, room)

        self._tasks.run(
            work,
            partial(self._on_prepared, choice),
            partial(self._on_not_prepared, choice),
        )

    def _on_prepared(self, choice: PackPainting, portrait: LivePortrait | None) -> None:
        if portrait is None or choice is not self._wanted:
            return
        self._series += 1
        self._hanging, self._room_for = choice, portrait.room
        self._bridge.hang(portrait, self._series)
        self.hung.emit(choice.key)

    def _on_not_prepared(self, choice: PackPainting, error: Exception) -> None:
        sentence = sentence_of(error)
        fields = {"painting": choice.key, "error": type(error).__name__}
        logger.error(
            "a painting cannot be used", extra={"fields": fields, "for_staff": sentence}
        )
        self._unusable.add(choice.key)
        if choice is not self._wanted:
            return
        self.refused.emit(choice.key)
        if self._hanging is not None and self._hanging.key in self._paintings:
            self._wanted = self._hanging
            self.chosen.emit(self._wanted.key)
            return
        others = [
            one for key, one in self._paintings.items() if key not in self._unusable
        ]
        if others:
            self.choose(min(others, key=lambda one: one.least_age).key)
        else:
            # Once the trouble is over, the next choice is a choice again.
            self._wanted = None
            self._unusable.clear()
            self.failed.emit(sentence, kind_of(error))


def kind_of(error: Exception) -> ErrorKind:
    """What failed, by the error that it raised while a painting was worked on."""
    if isinstance(error, SourceError):
        return ErrorKind.CAMERA
    if isinstance(error, (ImageUnreadableError, NoFaceError, KioskError)):
        return ErrorKind.PAINTING
    return ErrorKind.ENGINE if isinstance(error, EngineError) else ErrorKind.PROGRAM


def sentence_of(error: Exception) -> str:
    """What staff can read; an unexpected error has no words for them."""
    if isinstance(error, (EngineError, KioskError)):
        return str(error)
    return f"Something went wrong inside the program ({type(error).__name__})."
