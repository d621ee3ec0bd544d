"""The editor of paintings within the staff area of the kiosk."""

from PySide6.QtCore import QObject

from kiosk.controller import Controller
from kiosk.desk.editing.room import EditingRoom
from kiosk.exhibition import Exhibition
from kiosk.flow import State
from kiosk.language import Languages
from kiosk.packs.editing.saving import StoreHome
from kiosk.packs.store import PackStore
from kiosk.restocking import Restocking
from kiosk.stage import Stage


class StaffEditing(QObject):
    """Opens the editor when staff want it, and leaves it when they are gone.

    Args:
        room: The editor.
        stage: Shows it.
        controller: Knows whether staff are there.
        exhibition: The paintings.
        languages: Which language staff read.
        store: Where paintings are saved.
        restocking: Shows visitors what was saved.
    """

    def __init__(
        self,
        room: EditingRoom,
        stage: Stage,
        controller: Controller,
        exhibition: Exhibition,
        languages: Languages,
        store: PackStore,
        restocking: Restocking,
    ) -> None:
        super().__init__(room)
        self.room = room
        self._stage, self._controller = stage, controller
        self._exhibition, self._languages = exhibition, languages
        self._store = store
        stage.add(room.screen)
        stage.staff.edit_wanted.connect(self._on_edit_wanted)
        controller.moved.connect(self._on_moved)
        room.closed.connect(self._on_closed)
        room.saved.connect(lambda _pack: restocking.look())

    def stop(self) -> None:
        """End for ever."""
        self.room.stop()

    def _on_edit_wanted(self, key: str) -> None:
        if self._controller.state is not State.STAFF:
            return
        for painting in self._exhibition.all:
            if painting.key == key:
                home = StoreHome(self._store, painting.pack_id)
                title = painting.title(self._languages.code)
                self.room.open(painting, title, home)
                self._stage.bring_up(self.room.screen)

    def _on_moved(self, state: State) -> None:
        if state is not State.STAFF:
            self.room.leave()

    def _on_closed(self) -> None:
        if self._controller.state is State.STAFF:
            self._stage.show(State.STAFF)
