"""Finds out for how many visitors each painting has room, while nobody is there."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.easel import Easel
from kiosk.exhibition import Exhibition
from kiosk.packs.manifest import PackPainting
from kiosk.packs.report import Report
from kiosk.tasks import Tasks

logger = logging.getLogger(__name__)

LOOK_EVERY_MS = 1000
PEACE_ROUNDS = 5
"""So many looks in succession must find nobody before a model is run."""


class Headcount(QObject):
    """Asks for the report of each painting; those not looked at yet, one at a time.

    Args:
        exhibition: Is told.
        easel: Knows, or looks at a painting.
        tasks: Does slow things.
        is_quiet: Tells whether nobody is before the screen.
        parent: Its owner.
    """

    counted = Signal()
    """Something is known that was not."""

    def __init__(
        self,
        exhibition: Exhibition,
        easel: Easel,
        tasks: Tasks,
        is_quiet: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._exhibition, self._easel, self._tasks = exhibition, easel, tasks
        self._is_quiet = is_quiet
        self._unknown: list[PackPainting] = []
        self._open = True
        self._quiet_rounds = 0
        self._rounds = QTimer(self)
        self._rounds.setInterval(LOOK_EVERY_MS)
        self._rounds.timeout.connect(self._on_round)

    @property
    def complete(self) -> bool:
        """Whether every painting was asked for, as far as it can be looked at."""
        return not self._open

    def count(self) -> None:
        """Take what is known of all paintings, and look at the others in time."""
        paintings = self._exhibition.all

        def work() -> list[tuple[PackPainting, Report | None]]:
            return [(painting, self._easel.known(painting)) for painting in paintings]

        self._tasks.run(work, self._on_known, self._on_failed)

    def end(self) -> None:
        """Look at nothing any more."""
        self._rounds.stop()
        self._unknown.clear()

    def note(self, key: str, visitors: int) -> None:
        """Take what was found when a painting was hung."""
        if self._exhibition.note_room(key, visitors):
            self.counted.emit()

    def _on_known(self, found: list[tuple[PackPainting, Report | None]]) -> None:
        news = [
            self._exhibition.note_room(painting.key, report.room)
            for painting, report in found
            if report is not None
        ]
        self._unknown = [painting for painting, report in found if report is None]
        self._open = bool(self._unknown)
        if self._open:
            self._rounds.start()
        if any(news):
            self.counted.emit()

    def _on_round(self) -> None:
        self._quiet_rounds = self._quiet_rounds + 1 if self._is_quiet() else 0
        if self._quiet_rounds >= PEACE_ROUNDS:
            self._rounds.stop()
            self._look_at_next()

    def _look_at_next(self) -> None:
        if not self._unknown:
            self._open = False
            return
        painting = self._unknown.pop(0)
        self._tasks.run(
            partial(self._easel.report, painting),
            partial(self._on_report, painting),
            self._on_failed,
        )

    def _on_report(self, painting: PackPainting, report: Report) -> None:
        # a file that cannot be read now may be readable later
        if not report.unreadable:
            self.note(painting.key, report.room)
        if self._is_quiet():
            self._look_at_next()
        else:
            self._quiet_rounds = 0
            self._rounds.start()

    def _on_failed(self, error: Exception) -> None:
        """The recovery watch tells staff; here it only matters that cards say less."""
        self._open = False
        logger.warning("paintings were not counted: %s", type(error).__name__)
