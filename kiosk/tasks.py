"""Slow work off the GUI thread, its result back on it."""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kiosk.errors import KioskError
from kiosk.log import let_go
from pipeline.errors import EngineError

logger = logging.getLogger(__name__)

T = TypeVar("T")


class Tasks(QObject):
    """Does one thing after the other on a thread of its own.

    All work is done on the same thread, so what only tasks touch needs no lock. Nothing
    of the work is kept once it is done: an exception comes back without its traceback,
    which would hold on to everything that the work had in its hands.
    """

    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="tasks")
        self._ended.connect(self._on_ended)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do some work when what was asked for earlier is done.

        Args:
            work: Done on the thread of tasks.
            done: Gets the result, on the GUI thread.
            failed: Gets the exception instead, on the GUI thread, with its text alone;
                the traceback of one that nobody expected is in the log.
        """
        if not self._closed:
            self._worker.submit(self._do, work, done, failed)

    def close(self) -> None:
        """Drop what has not begun and wait for what has; nothing comes back."""
        self._closed = True
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _do(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._ended.emit(_report(work, done, failed))

    def _on_ended(self, report: Callable[[], None]) -> None:
        if not self._closed:
            report()


def _report(
    work: Callable[[], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> Callable[[], None]:
    """Do the work and say whom to tell what."""
    try:
        return partial(done, work())
    except Exception as error:
        if not isinstance(error, (EngineError, KioskError)):
            logger.exception("unexpected failure")
        let_go(error)
        return partial(failed, error)
