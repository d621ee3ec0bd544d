"""Holds off the screen saver and sleep while the kiosk runs.

What the system itself must be told is in the chapter of the README about venues: a
program cannot switch off everything, such as the X server's own blanking.
"""

import logging
import threading

logger = logging.getLogger(__name__)

_PATIENCE_S = 3.0
_LOOK_EVERY_S = 1.0


class AwakeScreen:
    """Keeps the screen on between `start` and `stop`.

    Uses wakepy: the D-Bus services of GNOME and the freedesktop screen saver on Linux,
    ``SetThreadExecutionState`` on Windows, ``caffeinate`` on macOS. They may take
    seconds where a service hangs, and must be called in one thread: so a thread of our
    own does it. Where none of them answers, such as below cage, one line in the log
    says so and the kiosk runs on.
    """

    def __init__(self) -> None:
        self._end = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Ask for it; returns at once. Does nothing while it runs."""
        if self._thread is not None:
            return
        self._end = threading.Event()
        self._thread = threading.Thread(
            target=_keep_awake, args=(self._end,), name="awake", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Give it back; waits for that no longer than 3 s. Harmless when repeated."""
        self._end.set()
        if self._thread is not None:
            self._thread.join(_PATIENCE_S)
        self._thread = None


def _keep_awake(end: threading.Event) -> None:
    # It tells every attempt at the level of what belongs into our log.
    logging.getLogger("wakepy").setLevel(logging.CRITICAL)
    try:
        from wakepy import keep  # loaded here, as it costs 30 ms

        with keep.presenting(on_fail="pass") as mode:
            if mode.active:
                logger.info("the screen is kept on")
            else:
                logger.info(
                    "the system does not let the kiosk keep the screen on; switch off "
                    "its screen saver and sleep by hand"
                )
            # On Windows wakepy's own thread would keep a process alive that forgot to
            # stop, so we look whether the main one still lives.
            while not end.wait(_LOOK_EVERY_S):
                if not threading.main_thread().is_alive():
                    break
    except Exception as error:  # noqa: BLE001 (a foreign service may raise anything)
        fields = {"error": type(error).__name__}
        logger.warning("the screen cannot be kept on", extra={"fields": fields})
