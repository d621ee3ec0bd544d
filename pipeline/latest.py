"""A mailbox with one place: the newest value wins, the others are counted."""

import threading
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """Hands the newest value from one thread to another.

    A full place is overwritten, so a slow taker costs values and never time. May be
    used from any number of threads.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._value: T | None = None
        self._dropped = 0
        self._closed = False

    @property
    def dropped(self) -> int:
        """How many values were overwritten before anybody took them."""
        with self._changed:
            return self._dropped

    def put(self, value: T) -> bool:
        """Lay a value in, over the one that lies there.

        Args:
            value: Anything but None.

        Returns:
            False when the mailbox is closed and the value was thrown away.
        """
        with self._changed:
            if self._closed:
                return False
            if self._value is not None:
                self._dropped += 1
            self._value = value
            self._changed.notify()
        return True

    def take(self, timeout_s: float) -> T | None:
        """Wait for a value and take it out.

        Args:
            timeout_s: Longest wait.

        Returns:
            The value, or None when none came in time or the mailbox is closed.
        """
        with self._changed:
            self._changed.wait_for(self._has_news, timeout_s)
            value, self._value = self._value, None
            return value

    def poll(self) -> T | None:
        """Take the value out if there is one, without waiting."""
        return self.take(0.0)

    def close(self) -> None:
        """Forget the value, wake everybody who waits and refuse new values for good."""
        with self._changed:
            self._closed = True
            self._value = None
            self._changed.notify_all()

    def _has_news(self) -> bool:
        return self._closed or self._value is not None
