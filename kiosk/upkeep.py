"""What a running kiosk does now and then, whatever its visitors do."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.lockdown import AwakeScreen
from kiosk.storage.spells import BEAT_S
from kiosk.watchdog import Watchdog

SETTLING_MS = 500
SETTLED_MS = 30_000
"""A painting that cannot be read is waited for so long."""


class Upkeep(QObject):
    """Keeps the screen on and systemd informed, and spares the garbage collector.

    Args:
        beat: Called now and then while the kiosk stands open.
        complete: Tells whether everything is there that a kiosk begins with.
        parent: Its owner.
    """

    def __init__(
        self, beat: Callable[[], None], complete: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._complete = complete
        self._awake, self._watchdog = AwakeScreen(), Watchdog()
        self._settled_ms = 0
        self._settling = self._timer(self._on_settling, SETTLING_MS)
        self._beats = self._timer(beat, round(1000.0 * BEAT_S))
        self._heart = self._timer(self._watchdog.alive, 0)

    def begin(self) -> None:
        """The kiosk stands open."""
        self._settling.start()
        self._beats.start()

    def end(self) -> None:
        """The kiosk is taken down; harmless when repeated."""
        for timer in (self._heart, self._settling, self._beats):
            timer.stop()
        self._awake.stop()
        gc.unfreeze()

    def wake(self) -> None:
        """Keep the screen on until the end."""
        self._awake.start()

    def tell_ready(self) -> None:
        """Tell systemd that the kiosk runs, and from now on that it still does."""
        self._watchdog.ready()
        if self._watchdog.period_s is not None:
            self._heart.start(round(1000.0 * self._watchdog.period_s))

    def tell_stopping(self) -> None:
        """Tell systemd that the kiosk ends because it was asked to."""
        self._watchdog.stopping()

    def _timer(self, due: Callable[[], None], every_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every_ms)
        timer.timeout.connect(due)
        return timer

    def _on_settling(self) -> None:
        """Once everything is there, spare the collector of garbage to look at it.

        It is called after each visitor; over everything it would take the time of
        several frames. So it would now, with somebody in front of the screen maybe.
        """
        self._settled_ms += SETTLING_MS
        if self._complete() or self._settled_ms >= SETTLED_MS:
            self._settling.stop()
            gc.freeze()
