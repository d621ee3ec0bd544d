"""Keeps requests to each host as far apart as the museum asks."""

import threading
import time
from collections.abc import Callable, Mapping

from kiosk.packs.fetch.errors import FetchCancelledError, UnreachableError

INTERVALS_S: Mapping[str, float] = {
    "collectionapi.metmuseum.org": 0.2,  # it allows 80 a second
    "images.metmuseum.org": 0.5,
    "api.artic.edu": 1.0,  # 60 a minute for those without a name
    "www.artic.edu": 1.0,  # likewise, for images
    "data.rijksmuseum.nl": 0.5,
    "id.rijksmuseum.nl": 0.5,
    "iiif.micr.io": 1.0,
    "commons.wikimedia.org": 1.0,
    "upload.wikimedia.org": 4.0,  # bursts are answered with a ban of ten minutes
}
USUAL_INTERVAL_S = 1.0


def wait_for(seconds: float, cancel: threading.Event) -> None:
    """Wait, unless somebody cancels.

    Args:
        seconds: How long.
        cancel: Set by whoever wants it to stop.

    Raises:
        FetchCancelledError: If it is set before the time is over.
    """
    if cancel.wait(max(0.0, seconds)):
        raise FetchCancelledError("Fetching was stopped.")


class Clockwork:
    """The time that fetching goes by; tests bring their own.

    Args:
        now_s: Seconds that only grow.
        wait: Waits a number of seconds or raises `FetchCancelledError`.
    """

    def __init__(
        self,
        now_s: Callable[[], float] = time.monotonic,
        wait: Callable[[float, threading.Event], None] = wait_for,
    ) -> None:
        self.now_s = now_s
        self.wait = wait


class Deadline:
    """The time by which something must be done.

    Args:
        clockwork: The time.
        seconds: From now on.
    """

    def __init__(self, clockwork: Clockwork, seconds: float) -> None:
        self._clockwork = clockwork
        self._end_s = clockwork.now_s() + seconds

    def left_s(self) -> float:
        """Seconds that are left, over 0.

        Raises:
            UnreachableError: If none is.
        """
        left_s = self._end_s - self._clockwork.now_s()
        if left_s <= 0:
            raise UnreachableError(
                "The museum answers too slowly. Try again later, or over a better "
                "connection."
            )
        return left_s


class Pace:
    """Says when the next request to a host may go out; for several threads at once.

    Args:
        clockwork: The time.
        intervals_s: Seconds between two requests, by host.
    """

    def __init__(
        self,
        clockwork: Clockwork,
        intervals_s: Mapping[str, float] = INTERVALS_S,
    ) -> None:
        self._clockwork = clockwork
        self._intervals_s = intervals_s
        self._free_s: dict[str, float] = {}
        self._lock = threading.Lock()

    def wait_turn(self, host: str, deadline: Deadline, cancel: threading.Event) -> None:
        """Wait until a request to the host may go out.

        Raises:
            FetchCancelledError: If somebody stopped it.
            UnreachableError: If the deadline comes first.
        """
        with self._lock:
            now_s = self._clockwork.now_s()
            start_s = max(now_s, self._free_s.get(host, now_s))
            interval_s = self._intervals_s.get(host, USUAL_INTERVAL_S)
            self._free_s[host] = start_s + interval_s
        if start_s > now_s:
            left_s = deadline.left_s()
            self._clockwork.wait(min(start_s - now_s, left_s), cancel)
            deadline.left_s()

    def hold(self, host: str, seconds: float) -> None:
        """Send the host nothing for some seconds, because it asked so."""
        with self._lock:
            until_s = self._clockwork.now_s() + seconds
            self._free_s[host] = max(until_s, self._free_s.get(host, until_s))
