"""Puts the engine's status into words for visitors; tells when it lasts too long."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.bridge import Bridge
from pipeline.status import State, Status

LOST_AT_MOST_S = 8.0
"""So long a visitor is asked to wait for a camera that went away."""
STARTING_AT_MOST_S = 25.0


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is the matter now; empty where all is well.

    Attributes:
        notice: For the visitor.
        busy: Whether waiting is all that is needed.
        failure: For staff, once it is no use to wait any longer.
    """

    notice: str = ""
    busy: bool = False
    failure: str = ""


class TroubleWatch(QObject):
    """Looks at the engine now and then.

    Args:
        bridge: The running engine.
        parent: Its owner.
        now_s: Real seconds.
    """

    def __init__(
        self,
        bridge: Bridge,
        parent: QObject,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self._bridge = bridge
        self._state = State.STOPPED
        self._since_s = now_s()

    def begin(self) -> None:
        """Measure anew: whatever lasted before another visit counts no more."""
        self._state, self._since_s = State.STOPPED, self._now_s()

    def look(self) -> Trouble:
        """Say what is the matter now."""
        status = self._bridge.status
        if status.state is not self._state:
            self._state, self._since_s = status.state, self._now_s()
        lasted_s = self._now_s() - self._since_s
        if status.state is State.FAILED:
            return Trouble(failure=status.error or "The engine failed.")
        if status.state is State.WAITING_FOR_SOURCE:
            return self._waiting(status, lasted_s)
        if status.state is State.STARTING:
            return self._starting(status, lasted_s)
        if status.notice:
            words = self.tr("The camera sees nothing. Please tell the staff.")
            return Trouble(notice=words)
        return Trouble()

    def _waiting(self, status: Status, lasted_s: float) -> Trouble:
        if lasted_s > LOST_AT_MOST_S:
            return Trouble(failure=status.error or "The source sends no pictures.")
        words = self.tr("The camera does not answer. It will go on by itself.")
        return Trouble(notice=words, busy=True)

    def _starting(self, status: Status, lasted_s: float) -> Trouble:
        if lasted_s > STARTING_AT_MOST_S:
            return Trouble(failure=status.error or "The source does not begin.")
        return Trouble(notice=self.tr("One moment…"), busy=True)
