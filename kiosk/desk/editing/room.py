"""Where staff edit paintings: everything the editor needs, beside the kiosk's own."""

from PySide6.QtCore import QObject, Signal

from kiosk.bridge import Bridge
from kiosk.current import CurrentSettings
from kiosk.desk.editing.editor import Editor
from kiosk.desk.editing.trial import Trial
from kiosk.easel import Easel
from kiosk.packs.editing.saving import Home
from kiosk.packs.manifest import PackPainting
from kiosk.screens.editor import EditorScreen
from kiosk.tasks import Tasks
from pipeline.sources.base import FrameSource
from pipeline.sources.demo import DemoVisitor
from pipeline.sources.named import named_source

CAMERA = "camera"


class EditingRoom(QObject):
    """Holds the editor, its screen, and an engine's threads of its own.

    Args:
        settings: Name the camera.
        easel: Used on the tasks' thread alone.
        tasks: Looks at paintings.
        errands: Saves them.
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: Its owner.
    """

    saved = Signal(str)
    """A painting of this pack is another one now."""
    closed = Signal()
    """The editor is to be left."""

    def __init__(
        self,
        settings: CurrentSettings,
        easel: Easel,
        tasks: Tasks,
        errands: Tasks,
        px_per_mm: float,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.bridge = Bridge(DemoVisitor())
        self.screen = EditorScreen(self.bridge.pull, px_per_mm)
        self._trial = Trial(self.bridge, self._camera, self)
        self.editor = Editor(self.screen, self._trial, easel, tasks, errands, self)
        self.editor.saved.connect(self.saved)
        self.editor.closed.connect(self.closed)

    def open(self, choice: PackPainting, title: str, home: Home) -> None:
        """Open a painting; see ``Editor.open``."""
        self.editor.open(choice, title, home)

    def leave(self) -> None:
        """Nobody is there any more; unsaved changes wait for whoever comes back."""
        self.editor.suspend()

    def stop(self) -> None:
        """End for ever."""
        self._trial.stop()

    def _camera(self) -> FrameSource:
        camera = self._settings.now.camera
        named = camera.source or CAMERA
        spec = named if named.casefold().startswith(CAMERA) else CAMERA
        return named_source(spec, backend=camera.backend)
