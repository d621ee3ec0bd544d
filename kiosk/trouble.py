"""Turns the engine's status into words for visitors; restarts it when it broke."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from kiosk.bridge import Bridge
from pipeline.status import State, Status

logger = logging.getLogger(__name__)

FACELESS_AFTER_S = 1.2
FIRST_RESTART_S = 2.0
LONGEST_RESTART_S = 60.0


@dataclass(frozen=True, slots=True)
class Trouble:
    """What should be said now; empty where all is well.

    Attributes:
        notice: In the middle of the painting.
        hint: At its edge.
        busy: Whether waiting is all that is needed.
    """

    notice: str = ""
    hint: str = ""
    busy: bool = False


class TroubleWatch(QObject):
    """Looks at the engine now and then.

    Args:
        bridge: The running engine.
        parent: Its owner.
        now_s: The clock.
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
        self._restart_s = FIRST_RESTART_S
        self._failed_since_s: float | None = None

    def look(self) -> Trouble:
        """Say what is the matter now, and restart a failed engine when it is time."""
        status = self._bridge.status
        if status.state is State.FAILED:
            return self._on_failed(status)
        self._failed_since_s = None
        if status.state is State.WAITING_FOR_SOURCE:
            return Trouble(notice=self._waiting(status), busy=True)
        if status.state is State.STARTING:
            return Trouble(notice=self.tr("One moment…"), busy=True)
        if status.state is State.STOPPED:
            return Trouble()
        self._restart_s = FIRST_RESTART_S
        if status.notice:
            return Trouble(notice=status.notice)
        if self._bridge.faceless_s() > FACELESS_AFTER_S:
            return Trouble(hint=self.tr("Step in front of the camera"))
        return Trouble()

    def _waiting(self, status: Status) -> str:
        if status.source.kind == "camera":
            return self.tr("The camera does not answer. It will go on by itself.")
        if status.source.kind == "demo":
            return self.tr("The demonstration stands still. It will go on by itself.")
        return self.tr("The film cannot be played. It will be tried again.")

    def _on_failed(self, status: Status) -> Trouble:
        now_s = self._now_s()
        if self._failed_since_s is None:
            self._failed_since_s = now_s
            # The reason may name a visitor's film; the engine has logged its own bugs.
            fields = {"source": status.source.kind}
            logger.error("the engine failed", extra={"fields": fields})
        elif now_s - self._failed_since_s > self._restart_s:
            self._failed_since_s = None
            self._restart_s = min(2.0 * self._restart_s, LONGEST_RESTART_S)
            self._bridge.restart()
        return Trouble(
            notice=self.tr("Out of order. It will be tried again in a moment."),
            busy=True,
        )
