"""What went wrong with an engine that goes on all the same."""

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


class Setbacks:
    """Holds why models run where nobody wanted them to; any thread may look.

    The engine paints as ever, but slower or with another file.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sentences: dict[str, None] = {}

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is wrong and what to do, for staff, the first one first."""
        with self._lock:
            return tuple(self._sentences)

    def note(self, sentence: str) -> None:
        """Take down a failure; the same one only once."""
        with self._lock:
            if sentence in self._sentences:
                return
            self._sentences[sentence] = None
        _log.warning("a model does not run as it should: %s", sentence)
