"""What went wrong with an engine that goes on without a part of itself."""

import logging
import threading

_log = logging.getLogger(__name__)


class Trouble:
    """Holds the first failure until somebody takes it away; any thread may look.

    It is true once there was one.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sentence = ""

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, for staff; empty if nothing is."""
        with self._lock:
            return self._sentence

    def note(self, sentence: str) -> None:
        """Take down a failure; later ones say less than the first."""
        with self._lock:
            if self._sentence:
                return
            self._sentence = sentence
        _log.error("the mesh engine stands in for the one that was chosen")

    def __bool__(self) -> bool:
        return bool(self.sentence)
