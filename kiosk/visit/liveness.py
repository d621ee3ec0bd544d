"""Makes sure that a portrait is of somebody who is there, not of somebody's picture."""

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.bridge import Bridge
from kiosk.settings.sections.privacy import Privacy
from pipeline.antispoof import LIVE_FROM, AntiSpoof
from pipeline.errors import ModelError, NotAliveError
from pipeline.life import Life
from pipeline.live import Burst

logger = logging.getLogger(__name__)


class LivenessCheck(QObject):
    """Says kindly when no sign of life was seen, and refuses where it shall.

    Args:
        bridge: The running engine, which watches for blinks and movements.
        settings: What is wanted, whenever it is asked.
        parent: Its owner.
    """

    def __init__(
        self, bridge: Bridge, settings: Callable[[], Privacy], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._settings = bridge, settings
        self._model: AntiSpoof | None = None
        self._model_path: Path | None = None
        self._problem = ""

    @property
    def problem(self) -> str:
        """What is the matter with the installed model, for staff; empty if nothing."""
        return self._problem

    def hint(self) -> str:
        """What to tell somebody who gave no sign of life; empty if nothing."""
        doubted = self._bridge.life is Life.DOUBTED
        if not doubted or self._settings().liveness == "off":
            return ""
        return self._asking()

    def refusal(self) -> str:
        """Why no portrait is taken now, for the visitor; empty if one is."""
        if self._settings().liveness != "refuse" or self._bridge.life is Life.ALIVE:
            return ""
        return self._asking()

    def check(self, burst: Burst) -> None:
        """Have the installed model look at the last second; slow, for the tasks.

        Where it cannot be used, what blinks and movements told stands.

        Raises:
            NotAliveError: If it takes somebody for a picture, and that is refused.
        """
        mode = self._settings().liveness
        model = self._opened() if mode != "off" else None
        if model is None or not burst:
            return
        shot = burst[len(burst) // 2]
        sitters = [face for face in shot.faces if face.identity in shot.places]
        try:
            least = min(
                (model.judge(shot.frame.bgr, face.mesh.points_px) for face in sitters),
                default=1.0,
            )
        except ModelError as error:
            self._note(str(error))
            return
        if least >= LIVE_FROM:
            return
        logger.warning(
            "somebody was taken for a picture", extra={"fields": {"by": mode}}
        )
        if mode == "refuse":
            raise NotAliveError("The camera seems to see a picture of somebody.")

    def _opened(self) -> AntiSpoof | None:
        path = self._settings().antispoof
        if path == self._model_path:
            return self._model
        self._model_path, self._model = path, None
        self._note("")
        if path is not None:
            try:
                self._model = AntiSpoof(path)
            except ModelError as error:
                self._note(str(error))
            else:
                fields = {"sha256": self._model.sha256}
                logger.info("an anti-spoof model is in use", extra={"fields": fields})
        return self._model

    def _note(self, problem: str) -> None:
        if problem and problem != self._problem:
            logger.error(
                "the anti-spoof model cannot be used", extra={"for_staff": problem}
            )
        self._problem = problem

    def _asking(self) -> str:
        return self.tr("Please blink, or turn your head a little: then we begin.")
