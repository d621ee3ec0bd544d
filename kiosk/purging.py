"""Lets a running kiosk take away what is too old, by itself and beside its visits."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer

from kiosk.privacy.places import Folders
from kiosk.privacy.purge import EVERY_S, Purged, purge
from kiosk.privacy.regions import Retention
from kiosk.tasks import Tasks

FIRST_MS = 60_000
"""After the start, so that nothing waits for it."""


class Purging(QObject):
    """Purges a minute after the start, and twice a day from then on.

    Args:
        folders: Where the kiosk writes.
        keep: For how long, whenever it is asked.
        tasks: Does it.
        parent: Its owner.
    """

    def __init__(
        self,
        folders: Folders,
        keep: Callable[[], Retention],
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._folders, self._keep, self._tasks = folders, keep, tasks
        self._ended = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.purge_soon)

    def begin(self) -> None:
        """The kiosk stands open."""
        self._timer.start(FIRST_MS)

    def end(self) -> None:
        """The kiosk is taken down: leave the rest for the next time."""
        self._ended = True
        self._timer.stop()

    def purge_soon(self) -> None:
        """Have what is too old taken away, without waiting for it."""
        self._timer.start(round(1000 * EVERY_S))
        keep, now = self._keep(), datetime.now(UTC)
        work = partial(purge, self._folders, keep, now, lambda: self._ended)
        self._tasks.run(work, self._on_purged, self._on_failed)

    def _on_purged(self, _done: Purged) -> None:
        """Nothing to do: the purge has logged what it did."""

    def _on_failed(self, _error: Exception) -> None:
        """Nothing to do: it is in the log, and the next purge tries again."""
