"""Writes what happens in a visit into the session log; nothing about the person."""

from statistics import median

from kiosk.failures import ErrorKind
from kiosk.flow import Event, State, outcome
from kiosk.storage.recorder import SessionLog
from kiosk.storage.sessions import Outcome


class VisitNotes:
    """Follows the flow.

    Args:
        log: Where it is written.
    """

    def __init__(self, log: SessionLog) -> None:
        self._log = log
        self._retakes = 0
        self._visiting = False
        self._error_kind = ""
        self._paces: list[float] = []

    def failed(self, kind: ErrorKind) -> None:
        """Note what failed, before the move that it leads to."""
        self._error_kind = kind

    def moved(
        self,
        before: State,
        event: Event,
        after: State,
        language: str,
        painting: str | None,
    ) -> None:
        """Note a change of state.

        Args:
            before: Where the visit stood.
            event: What happened.
            after: Where it stands now.
            language: What the kiosk speaks.
            painting: Key of the painting in it, once there is one.
        """
        if after is State.CONSENT and not self._visiting:
            self._visiting, self._retakes, self._error_kind = True, 0, ""
            self._paces.clear()
            self._log.begin(language)
        if not self._visiting:
            return
        if event is Event.AGAIN:
            self._retakes += 1
            self._log.update(retakes=self._retakes)
        self._log.note(after.value, painting)
        ended = outcome(before, event)
        if ended is not None:
            self._visiting = False
            if self._paces:
                self._log.update(fps=median(self._paces))
            self._log.end(ended, self._error_kind if ended is Outcome.FAILED else "")

    def answered(self, *, agreed: bool, version: str) -> None:
        """Note the answer to the consent, and to which words."""
        self._log.update(consent=agreed, consent_version=version)

    def offered(self) -> str:
        """Note that the portrait is offered; tells the session's random id."""
        return self._log.offer() if self._visiting else ""

    def shows(self, state: State, painting: str) -> None:
        """Note that another painting hangs."""
        if self._visiting:
            self._log.note(state.value, painting)

    def speaks(self, language: str) -> None:
        """Note a change of language."""
        if self._visiting:
            self._log.update(language=language)

    def paced(self, pictures_per_s: float) -> None:
        """Remember how fast the visitor was painted, for a figure at the end."""
        if self._visiting:
            self._paces.append(pictures_per_s)
