"""Gathers what the health page and the log bundle show."""

import contextlib
import importlib.metadata
import platform
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from kiosk import __version__
from kiosk.current import CurrentSettings
from kiosk.handover.health import bot_fact, outbox_fact
from kiosk.handover.standing import Standing
from kiosk.places import log_folder
from kiosk.privacy.regions import shortened
from kiosk.pulse import Pulse
from kiosk.staff.bundle import BundleParts, write_bundle
from kiosk.staff.errors_seen import ErrorsSeen
from kiosk.staff.facts import Condition, ErrorLine, HealthFact
from kiosk.staff.health import health_of
from kiosk.staff.observed import Observed, Painter, free_bytes
from kiosk.storage.condition import LogState
from kiosk.storage.recorder import SessionLog

PACKAGES = ("PySide6-Essentials", "numpy", "opencv-python", "onnxruntime")
_CONDITIONS = {
    LogState.GOOD: Condition.GOOD,
    LogState.SET_ASIDE: Condition.WATCH,
    LogState.NEWER: Condition.WATCH,
    LogState.WAITING: Condition.WATCH,
    LogState.FAILING: Condition.BAD,
}


def versions() -> dict[str, str]:
    """From the name of what matters to its version."""
    found = {
        "vernissage": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }
    for name in PACKAGES:
        with contextlib.suppress(importlib.metadata.PackageNotFoundError):
            found[name] = importlib.metadata.version(name)
    return found


class Examiner:
    """Looks at everything that can be healthy or not.

    Args:
        pulse: How the engine worked when it last did, and what stopped it.
        settings: What is wrong with them.
        log: How the session log is.
        handing_over: How that goes.
        errors: The last errors.
        folder: Where the kiosk keeps its data.
        painter: Tells which engine paints.
    """

    def __init__(
        self,
        pulse: Pulse,
        settings: CurrentSettings,
        log: SessionLog,
        handing_over: Callable[[], Standing],
        errors: ErrorsSeen,
        folder: Path,
        painter: Callable[[], Painter | None] = lambda: None,
    ) -> None:
        self._pulse, self._settings = pulse, settings
        self._log, self._handing_over = log, handing_over
        self._errors, self._folder = errors, folder
        self._painter = painter

    def facts(self) -> tuple[HealthFact, ...]:
        """The health page, line by line."""
        condition = self._log.condition
        log = _CONDITIONS[condition.state]
        if condition.lost and log is Condition.GOOD:
            log = Condition.WATCH
        standing, handover = self._handing_over(), self._settings.now.handover
        return health_of(
            Observed(
                self._pulse.status,
                self._pulse.pace,
                free_bytes(self._folder),
                (bot_fact(standing, handover), outbox_fact(standing)),
                log,
                condition.sentence,
                self._settings.mistakes.splitlines(),
                self._pulse.failure,
                self._painter(),
                shortened(self._settings.now),
            )
        )

    def errors(self) -> Sequence[ErrorLine]:
        """The last errors, the newest first."""
        return self._errors.lines()

    def bundle_into(self, folder: Path) -> Callable[[], Path]:
        """Gather the log bundle now, to be written by another thread.

        Args:
            folder: Where to.

        Returns:
            Writes it and returns its path; raises KioskError if it cannot be written.
        """
        now = datetime.now().astimezone()
        parts = BundleParts(
            kiosk=self._settings.now.venue.name,
            log_folder=log_folder(),
            settings=self._settings.now.model_dump_json(indent=2),
            health=self.facts(),
            errors=self.errors(),
            versions=versions(),
        )
        return lambda: write_bundle(folder, parts, now)
