"""Installs packs for the staff's pages, on a thread of tasks. No Qt."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kiosk.errors import PackError
from kiosk.packs.arrival import Progress, Step
from kiosk.packs.installed import Installed
from kiosk.packs.installing import install_prepared, problems_with
from kiosk.packs.preparations import usual_preparations
from kiosk.packs.store import PackStore
from kiosk.staff.pack_facts import Stage

STAGES = {
    Step.UNPACK: Stage.UNPACK,
    Step.COPY: Stage.COPY,
    Step.CHECK: Stage.CHECK,
    Step.PREPARE: Stage.PREPARE,
}


def install_looked_through(store: PackStore, source: Path, tell: Progress) -> Installed:
    """Install a pack, and say of each painting how well it suits.

    Args:
        store: The installed packs.
        source: A folder or a zip file.
        tell: Told how far it is; what it raises stops it.

    Returns:
        The pack; its warnings tell what should be looked at in its paintings too.

    Raises:
        UnfitPackError: If something fatal is wrong with the pack.
        PackError: If it cannot be read, there is no room, or packs are just being
            changed.
        EngineError: If the models cannot be used.
    """
    preparations = usual_preparations()  # models take memory: they go with it
    installed = install_prepared(store, preparations, source, tell)
    return replace(installed, warnings=problems_with(installed, preparations))


class StoppedError(PackError):
    """Somebody stopped an installation."""


class Telling:
    """Tells how far an installation is, not too often, and stops it when asked to.

    Args:
        cancel: Set by whoever wants it to stop.
        tell: Given the stage and how much of it is done, 0 to 1; in this thread.
    """

    def __init__(
        self, cancel: threading.Event, tell: Callable[[Stage, float], None]
    ) -> None:
        self._cancel, self._tell = cancel, tell
        self._told: tuple[Stage, int] | None = None

    def __call__(self, step: Step, done: int, total: int) -> None:
        """Take note of a step, as `kiosk.packs.arrival.Progress`.

        Raises:
            StoppedError: If somebody wants it to stop.
        """
        self.say(STAGES[step], done, total)

    def say(self, stage: Stage, done: int, total: int) -> None:
        """Take note that so much of a stage is done.

        Raises:
            StoppedError: If somebody wants it to stop.
        """
        if self._cancel.is_set():
            raise StoppedError("Stopped.")
        percent = 100 * done // total if total else 0
        if (stage, percent) != self._told:
            self._told = (stage, percent)
            self._tell(stage, percent / 100.0)
