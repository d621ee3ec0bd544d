"""Tells systemd that the kiosk is up and alive, by the sd_notify protocol.

One datagram each to the socket that ``NOTIFY_SOCKET`` names
(https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html). Where nobody
set it, on Windows or when started by hand, nothing happens.

``WATCHDOG_PID`` is not compared with our own: below cage the kiosk is not the unit's
main process, and the unit's ``NotifyAccess=all`` lets it speak for the whole.
"""

import logging
import os
import socket
import sys
from collections.abc import Mapping

logger = logging.getLogger(__name__)

_LONGEST_PERIOD_S = 3600.0


class Watchdog:
    """The wire to systemd. Every call takes microseconds and never raises.

    Args:
        environ: Holds ``NOTIFY_SOCKET`` and ``WATCHDOG_USEC`` where systemd started us.
    """

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self._address = _address(environ.get("NOTIFY_SOCKET", ""))
        self._period_s = _period_s(environ.get("WATCHDOG_USEC", ""))
        self._told = False

    @property
    def is_watched(self) -> bool:
        """Whether anybody listens."""
        return self._address is not None

    @property
    def period_s(self) -> float | None:
        """How often `alive` must be called, in seconds; None if it need not be.

        Half of the time after which systemd ends and restarts the kiosk.
        """
        return self._period_s if self.is_watched else None

    def ready(self) -> None:
        """Say that visitors can begin."""
        self._send("READY=1")

    def alive(self) -> None:
        """Say that the GUI's thread still turns: call it from a timer there."""
        self._send("WATCHDOG=1")

    def stopping(self) -> None:
        """Say that the kiosk ends on purpose."""
        self._send("STOPPING=1")

    def _send(self, message: str) -> None:
        if self._address is None:
            return
        try:
            _tell(self._address, message.encode())
        except OSError:
            if not self._told:
                logger.warning("systemd cannot be told that the kiosk is alive")
            self._told = True


def _tell(address: str, message: bytes) -> None:
    if sys.platform != "win32":
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire:
            wire.setblocking(False)  # a full queue must not stop the GUI
            wire.connect(address)
            wire.send(message)


def _address(named: str) -> str | None:
    if named.startswith("@"):
        return "\0" + named[1:]  # a Linux socket without a file
    return named if named.startswith("/") else None


def _period_s(microseconds: str) -> float | None:
    try:
        half_s = int(microseconds) / 2e6
    except (ValueError, OverflowError):
        return None
    return min(half_s, _LONGEST_PERIOD_S) if half_s > 0.0 else None
