"""Looks at the painting on the tasks' thread, at the newest state of it alone."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.desk.editing.session import Looked, Request, Session, look_at
from kiosk.tasks import Tasks


class Looking(QObject):
    """Asks for one look at a time; what is wanted meanwhile waits, only the last.

    Args:
        tasks: Look.
        parent: Its owner.
    """

    looked = Signal(object, object)
    """A painting was looked at: its session, and how it looks."""
    failed = Signal(object)
    """It could not be looked at: why."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._busy = False
        self._waiting: tuple[Session, Request] | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing is being looked at."""
        return not self._busy

    def look(self, session: Session, request: Request) -> None:
        """Look at a painting as soon as the look before is done."""
        self._waiting = session, request
        self._next()

    def stop(self) -> None:
        """Ask for nothing more."""
        self._waiting = None

    def _next(self) -> None:
        if self._busy or self._waiting is None:
            return
        (session, request), self._waiting = self._waiting, None
        self._busy = True
        self._tasks.run(
            partial(look_at, session.workpiece, request),
            partial(self._on_looked, session),
            self._on_failed,
        )

    def _on_looked(self, session: Session, looked: Looked) -> None:
        self._busy = False
        self.looked.emit(session, looked)
        self._next()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.failed.emit(error)
        self._next()
