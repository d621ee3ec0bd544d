"""Remembers how fast the engine worked when it last did, and what stopped it."""

import time
from collections.abc import Callable

from kiosk.bridge import Bridge
from kiosk.staff.observed import Failure, Pace, pace_between
from pipeline.status import State, Status

BETWEEN_S = 2.0


class Pulse:
    """Looks at the engine every other second while somebody lives in a painting.

    Args:
        bridge: The running engine.
        now_s: Real seconds.
    """

    def __init__(
        self, bridge: Bridge, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        self._bridge, self._now_s = bridge, now_s
        self._pace: Pace | None = None
        self._status: Status | None = None
        self._looked_s = now_s()
        self._failure: Failure | None = None

    @property
    def pace(self) -> Pace | None:
        """The last pace; None before the first visitor."""
        return self._pace

    @property
    def status(self) -> Status | None:
        """The engine as it was when it last worked; None before that."""
        return self._status

    @property
    def source_kind(self) -> str:
        """What frames come from: camera, clip, demo."""
        return self._bridge.status.source.kind

    @property
    def failure(self) -> Failure | None:
        """Why no visitor can be served; None as far as is known."""
        return self._failure

    def fail(self, failure: Failure) -> None:
        """Remember a failure until it is over."""
        self._failure = failure

    def recover(self) -> None:
        """Forget the failure: it is over."""
        self._failure = None

    def feel(self) -> None:
        """Take a look if it is time."""
        now_s = self._now_s()
        between_s = now_s - self._looked_s
        if between_s < BETWEEN_S:
            return
        status = self._bridge.status
        if self._status is not None and between_s < 2.0 * BETWEEN_S:
            self._pace = pace_between(self._status, status, between_s) or self._pace
        if status.state is not State.STOPPED:
            self._status = status
        self._looked_s = now_s
