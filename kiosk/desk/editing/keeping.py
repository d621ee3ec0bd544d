"""Saves what was edited, on a thread of its own, and tells how far it is."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.desk.editing.session import Session
from kiosk.packs.arrival import Step
from kiosk.packs.editing.draft import Draft
from kiosk.packs.manifest import Pack
from kiosk.tasks import Tasks

logger = logging.getLogger(__name__)

BEGINS_AT = {Step.UNPACK: 0, Step.COPY: 0, Step.CHECK: 50}
"""Percent done when a step begins; each takes 50 more."""


class Keeping(QObject):
    """Saves one painting after the other.

    Args:
        errands: Save.
        parent: Its owner.
    """

    kept = Signal(object, object)
    """A painting is saved: its session, and the pack as it is now."""
    failed = Signal(object, object)
    """It is not, and everything is as it was: its session, and why."""
    went_on = Signal(int)
    """So many percent are done."""

    def __init__(self, errands: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._errands = errands

    def keep(self, session: Session) -> None:
        """Save a painting as it is now."""
        self._errands.run(
            partial(session.home.save, session.edit(), self._progress()),
            partial(self._on_kept, session, session.now),
            partial(self._on_failed, session),
        )

    def _progress(self) -> Callable[[Step, int, int], None]:
        """Tells from the saving thread, whole percents only."""
        told = -1

        def tell(step: Step, done: int, total: int) -> None:
            nonlocal told
            percent = BEGINS_AT.get(step, 0) + round(50 * done / max(1, total))
            if percent != told:
                told = percent
                self.went_on.emit(percent)

        return tell

    def _on_kept(self, session: Session, draft: Draft, pack: Pack) -> None:
        session.note_saved(draft, pack)
        self.kept.emit(session, pack)

    def _on_failed(self, session: Session, error: Exception) -> None:
        logger.warning("a painting could not be saved: %s", type(error).__name__)
        self.failed.emit(session, error)
