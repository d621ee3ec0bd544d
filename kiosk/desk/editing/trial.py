"""Who tries the painting on: the demo visitor, or the camera while staff want it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.bridge import LOST, Bridge
from kiosk.screens.editor_panels.look import CAMERA, NOBODY
from pipeline.live import LivePortrait
from pipeline.sources.base import FrameSource
from pipeline.sources.demo import DemoVisitor

GLANCE_MS = 500
SERIES = 1
"""All pictures of the editor follow each other without a fade."""


class Trial(QObject):
    """Lets somebody live in the painting that is being edited.

    Args:
        bridge: Its own; the visitors' stays closed.
        camera: Makes the camera's source; it is not opened by that.
        parent: Its owner.
    """

    changed = Signal()
    """Somebody else tries it on, or nobody."""
    lost = Signal()
    """The camera shows nothing."""

    def __init__(
        self, bridge: Bridge, camera: Callable[[], FrameSource], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bridge, self._camera = bridge, camera
        self._who = NOBODY
        self._glances = QTimer(self)
        self._glances.setInterval(GLANCE_MS)
        self._glances.timeout.connect(self._on_glance)

    @property
    def who(self) -> str:
        """NOBODY, DEMO or CAMERA."""
        return self._who

    def let_in(self, who: str) -> None:
        """Let somebody try it on; whoever did so before is forgotten.

        Raises:
            SourceUnavailableError: If the settings name no camera.
        """
        self.end()
        if who == NOBODY:
            return
        self._bridge.watch(self._camera() if who == CAMERA else DemoVisitor())
        self._bridge.open()
        self._who = who
        if who == CAMERA:
            self._glances.start()
        self.changed.emit()

    def hang(self, portrait: LivePortrait) -> None:
        """Show another state of the painting, from the next frame on."""
        if self._who != NOBODY:
            self._bridge.hang(portrait, SERIES)

    def end(self) -> None:
        """Read no more frames and forget all of them."""
        self._glances.stop()
        self._bridge.close()
        if self._who != NOBODY:
            self._who = NOBODY
            self.changed.emit()

    def stop(self) -> None:
        """End for ever, and wait for the threads."""
        self.end()
        self._bridge.stop()

    def _on_glance(self) -> None:
        if self._bridge.status.state in LOST:
            self.lost.emit()
