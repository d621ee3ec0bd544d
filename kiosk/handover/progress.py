"""How far the picture of whoever stands there has come."""

import threading
from enum import StrEnum


class Progress(StrEnum):
    """What a visitor may be told of their picture; nothing else is promised."""

    ON_ITS_WAY = "on_its_way"
    """It is being encrypted, or sent to the service."""
    READY = "ready"
    """The service has it: it can be fetched."""
    DELAYED = "delayed"
    """It is safe on this computer and is sent as soon as the service can be reached."""
    FETCHED = "fetched"
    """The visitor's phone has it."""
    LOST = "lost"
    """It cannot be handed over, and nothing of it is kept."""


class Watch:
    """The one picture that somebody stands there and waits for; for any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._picture = ""
        self._progress = Progress.ON_ITS_WAY

    @property
    def picture(self) -> str:
        """Id of the picture; empty while nobody waits for one."""
        return self._picture

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        return self._progress

    def begin(self, picture: str) -> None:
        """Somebody waits for this picture."""
        with self._lock:
            self._picture, self._progress = picture, Progress.ON_ITS_WAY

    def end(self) -> None:
        """Nobody waits any more."""
        self.begin("")

    def report(self, picture: str, progress: Progress) -> None:
        """Tell how far a picture has come; matters only for the one waited for."""
        with self._lock:
            if picture == self._picture:
                self._progress = progress
