"""Has the painting made anew for a window of another size."""

from PySide6.QtCore import QObject, QTimer

from kiosk.screens.live import LiveScreen
from kiosk.visit.hanging import Hanging
from pipeline.types import SizePx

RESIZED_AFTER_MS = 200
"""A window that is being dragged is waited for so long."""


class Fitting(QObject):
    """Follows the room that the live portrait has.

    Args:
        live: The screen that it hangs in.
        hanging: The painting.
        parent: Its owner.
    """

    def __init__(self, live: LiveScreen, hanging: Hanging, parent: QObject) -> None:
        super().__init__(parent)
        self._live, self._hanging = live, hanging
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(RESIZED_AFTER_MS)
        self._resized.timeout.connect(self._on_resized)
        live.room_changed.connect(self._on_room_changed)

    @property
    def room_wh(self) -> SizePx:
        """Width and height of the room in pixels."""
        room = self._live.view.room_px()
        return room.width(), room.height()

    def _on_room_changed(self) -> None:
        self._resized.start()

    def _on_resized(self) -> None:
        self._hanging.fit(self.room_wh)
