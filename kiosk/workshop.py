"""Keeps the engine that paints the one that the settings choose."""

from PySide6.QtCore import QObject

from kiosk.current import CurrentSettings
from kiosk.easel import Easel
from kiosk.staff.observed import Painter
from kiosk.storage.recorder import SessionLog
from kiosk.visit.hanging import Hanging


class Workshop(QObject):
    """Changes the engine while the kiosk runs, and says which one paints.

    Args:
        settings: What is wanted.
        easel: Opens engines, on the tasks' thread.
        hanging: Hangs the painting again with the new engine; the old one paints until
            then.
        log: Told which engine paints.
        parent: Its owner.
    """

    def __init__(
        self,
        settings: CurrentSettings,
        easel: Easel,
        hanging: Hanging,
        log: SessionLog,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings, self._easel = settings, easel
        self._hanging, self._log = hanging, log
        self._wanted = settings.now.engine
        settings.changed.connect(self._on_settings_changed)
        hanging.hung.connect(self._on_hung)

    def painter(self) -> Painter | None:
        """Which engine paints and what it lacks; None before one was opened."""
        engine = self._easel.engine
        if engine is None:
            return None
        return Painter(
            engine.name,
            engine.provider,
            self._wanted.licence.strip(),
            engine.trouble.sentence,
            engine.setbacks.sentences,
        )

    def _on_settings_changed(self) -> None:
        wanted = self._settings.now.engine
        if wanted != self._wanted:
            self._wanted = wanted
            self._easel.change_engine()
            self._hanging.renew()

    def _on_hung(self) -> None:
        engine = self._easel.engine
        if engine is not None:
            self._log.engine = "mesh" if engine.trouble else engine.name
