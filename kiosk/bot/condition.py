"""How the service is, for whoever watches it."""

import logging
from collections.abc import Callable
from enum import Enum

logger = logging.getLogger(__name__)


class Part(Enum):
    """What can be in trouble."""

    TELEGRAM = "telegram"
    HEARING = "hearing"
    STORE = "store"


class Condition:
    """Remembers what is wrong, and tells of changes.

    Args:
        tell: Called with what is wrong, a sentence; empty once all is well.
    """

    def __init__(self, tell: Callable[[str], None] = lambda _sentence: None) -> None:
        self._tell = tell
        self._troubles: dict[Part, str] = {}

    def trouble(self, part: Part, sentence: str) -> None:
        """Something is wrong; logged and told when it is new."""
        if self._troubles.get(part) == sentence:
            return
        logger.warning("%s", sentence)
        self._troubles[part] = sentence
        self._tell(self.sentence)

    def well(self, part: Part) -> None:
        """Something works."""
        if self._troubles.pop(part, None):
            logger.info("it works again", extra={"fields": {"part": part.value}})
            self._tell(self.sentence)

    @property
    def sentence(self) -> str:
        """What is wrong; empty if nothing is."""
        return " ".join(self._troubles.values())
