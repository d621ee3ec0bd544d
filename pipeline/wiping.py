"""Wipes what a thread works with, without waiting for the thread."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Wiping:
    """Stands between what one thread works with and whoever wants it wiped.

    Args:
        wipe: Wipes; called by the working thread while it works, else by any.
    """

    def __init__(self, wipe: Callable[[], None]) -> None:
        self._wipe = wipe
        self._working = threading.Lock()
        self._noting = threading.Lock()
        self._due = False  # written under the lock for noting

    @property
    def due(self) -> bool:
        """Whether it is yet to be wiped; nothing should be added until then."""
        return self._due

    @contextmanager
    def work(self) -> Iterator[None]:
        """Work on it; what was to be wiped meanwhile is wiped at the end."""
        try:
            with self._working:
                self._wipe_if_due()
                yield
        finally:
            self._wipe_if_idle()

    def ask(self) -> None:
        """Have it wiped: at once, or by the thread that works on it once it ends."""
        with self._noting:
            self._due = True
        self._wipe_if_idle()

    def _wipe_if_idle(self) -> None:
        """Wipe, unless a thread is at it that will look again.

        Whoever holds the lock looks once more after letting go of it, so nothing that
        was asked for meanwhile is left undone.
        """
        while self._due and self._working.acquire(blocking=False):
            try:
                self._wipe_if_due()
            finally:
                self._working.release()

    def _wipe_if_due(self) -> None:
        with self._noting:
            due, self._due = self._due, False
        if due:
            self._wipe()
