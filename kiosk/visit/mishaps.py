"""Tells all who must know that something failed during a visit."""

import logging
from collections.abc import Mapping

from kiosk.failures import ErrorKind
from kiosk.flow import State
from kiosk.staff.observed import Failure
from kiosk.visit.cast import Cast
from kiosk.visit.course import Course

logger = logging.getLogger(__name__)

TOO_LONG: Mapping[State, str] = {
    State.COUNTDOWN: "The countdown did not end in time. Restart the computer.",
    State.FINISHING: "A portrait was not painted in time. Close other programs.",
}
"""Why the kiosk is out of order when one of these does not end."""


class Mishaps:
    """Notes failures and their end.

    Args:
        cast: Whom it tells.
        course: How far the visit has come.
    """

    def __init__(self, cast: Cast, course: Course) -> None:
        self._cast, self._course = cast, course

    def fail(self, sentence: str, kind: ErrorKind) -> None:
        """Note what puts the kiosk out of order, before it goes there.

        Args:
            sentence: What is wrong, for staff; it may name a file, and goes into no
                log on disk.
            kind: What is wrong, for the logs.
        """
        source, state = self._cast.pulse.source_kind, self._course.state
        fields = {"kind": kind, "source": source, "state": state}
        logger.error("out of order", extra={"fields": fields, "for_staff": sentence})
        self._cast.pulse.fail(Failure(sentence, kind))
        self._cast.notes.failed(kind)
        self._cast.recovery.fail()

    def take_too_long(self) -> None:
        """Note that the state which stands now does not end."""
        self.fail(TOO_LONG[self._course.state], ErrorKind.TIME)

    def remember(self, sentence: str, kind: ErrorKind) -> None:
        """Note what throws nobody out: the health page tells, what follows minds."""
        self._cast.pulse.fail(Failure(sentence, kind))

    def find_source(self) -> None:
        """Note that nothing speaks against the source any more."""
        failure = self._cast.pulse.failure
        if failure is not None and failure.kind is ErrorKind.CAMERA:
            self._cast.pulse.recover()
