"""Where the visitor comes from: the camera that was asked for, or what stands in."""

import logging
from functools import partial

from PySide6.QtCore import QObject

from kiosk.bridge import Bridge
from kiosk.current import CurrentSettings
from kiosk.screens.live import LiveScreen
from kiosk.tasks import Tasks
from kiosk.visit.recovery import source_trouble
from pipeline.sources.base import FrameSource
from pipeline.sources.cameras import list_cameras
from pipeline.sources.named import named_source

logger = logging.getLogger(__name__)


class Sources(QObject):
    """Keeps the bridge at the source that the settings ask for.

    Args:
        settings: What is asked for.
        bridge: Reads it.
        live: Says when the demo visitor stands in.
        tasks: Does slow things: a camera may have to be looked for.
        parent: Its owner.
        no_camera: Whether the demo visitor stands in from the start.
    """

    def __init__(
        self,
        settings: CurrentSettings,
        bridge: Bridge,
        live: LiveScreen,
        tasks: Tasks,
        parent: QObject,
        *,
        no_camera: bool,
    ) -> None:
        super().__init__(parent)
        self._settings, self._bridge = settings, bridge
        self._live, self._tasks = live, tasks
        self._asked = settings.now.camera.source
        self._no_camera = no_camera
        live.set_demonstration(on=no_camera)

    @property
    def no_camera(self) -> bool:
        """Whether the demo visitor stands in because there is no camera."""
        return self._no_camera

    def trouble(self) -> str:
        """Why the source could not be opened, as far as can be told; any thread."""
        spec = "demo" if self._no_camera else self._asked
        return source_trouble(spec, self._settings.now.camera.backend)

    def follow(self) -> None:
        """Take what the settings ask for, if that is something else now."""
        if self._settings.now.camera.source != self._asked:
            self.take()

    def take(self) -> None:
        """Take what is asked for; the old source stays where that is nothing."""
        camera = self._settings.now.camera
        self._asked = camera.source
        self._tasks.run(
            partial(choose_source, camera.source, camera.backend),
            partial(self._on_chosen, camera.source),
            self._on_not_chosen,
        )

    def _on_chosen(self, asked: str | None, chosen: tuple[FrameSource, bool]) -> None:
        if asked != self._asked:
            return
        source, self._no_camera = chosen
        self._live.set_demonstration(on=self._no_camera)
        self._bridge.watch(source)

    def _on_not_chosen(self, error: Exception) -> None:
        fields = {"error": type(error).__name__}
        logger.error("the source cannot be taken", extra={"fields": fields})


def choose_source(
    spec: str | None, camera_backend: str = "any"
) -> tuple[FrameSource, bool]:
    """Make the source that was asked for, or find one; may take seconds.

    Args:
        spec: What :func:`pipeline.sources.named.named_source` understands, or None for
            the first camera and, where there is none, the demo visitor.
        camera_backend: What OpenCV uses for a camera.

    Returns:
        The source, and whether the demo visitor stands in for a missing camera.

    Raises:
        SourceUnavailableError: If it means nothing.
    """
    if spec is not None:
        return named_source(spec, backend=camera_backend), False
    if list_cameras():
        return named_source("camera", backend=camera_backend), False
    return named_source("demo"), True
