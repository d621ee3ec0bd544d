"""The editor of packs in a window of its own, for a desk."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QApplication

from kiosk.current import CurrentSettings
from kiosk.desk.editing.room import EditingRoom
from kiosk.easel import Easel
from kiosk.engines import open_chosen_engine
from kiosk.language import Languages
from kiosk.packs.editing.saving import Home
from kiosk.packs.manifest import Pack, PackPainting, in_language
from kiosk.screens.base import Screen
from kiosk.screens.edit_list import EditListScreen
from kiosk.staff.facts import PaintingRow
from kiosk.tasks import Tasks
from kiosk.theme import px_per_mm, screen_px_per_mm
from kiosk.thumbnail_shelf import ThumbnailShelf
from kiosk.thumbnails import Thumbnails
from kiosk.window import KioskWindow
from pipeline.types import SizePx

THUMBNAIL_PX: SizePx = (160, 200)
"""All of the list are kept: it is no longer than the packs of one kiosk."""


class EditorWindow(QObject):
    """A list of paintings, and the editor.

    Args:
        application: Qt's.
        settings: Language, screen and camera.
        homes: Where the paintings belong; at least one.
        size_px: Of a window that stands for a screen which is not there; None for a
            real screen.

    Raises:
        PackError: If one of them cannot be read.
    """

    def __init__(
        self,
        application: QApplication,
        settings: CurrentSettings,
        homes: Sequence[Home],
        size_px: SizePx | None = None,
    ) -> None:
        super().__init__()
        now = settings.now
        self._application, self._size_px = application, size_px
        self._homes: dict[str, Home] = {}
        self._paintings: dict[str, PackPainting] = {}
        self._titles: dict[str, Mapping[str, str]] = {}
        self.saved: list[tuple[str, str]] = []
        for home in homes:
            self._take(home)
        self.window = KioskWindow(windowed=True)
        diagonal_in = now.screen.diagonal_in
        scale = (
            screen_px_per_mm(self.window.screen(), diagonal_in)
            if size_px is None
            else px_per_mm(size_px, diagonal_in)
        )
        self.languages = Languages(now.visit.language, now.visit.languages, self)
        self._tasks, self._errands, self._glimpses = (
            Tasks(self),
            Tasks(self),
            Tasks(self),
        )
        self._thumbnails = Thumbnails(ThumbnailShelf(), self._glimpses, self)
        easel = Easel(lambda: open_chosen_engine(settings.now))
        self.list = EditListScreen(scale)
        self.room = EditingRoom(
            settings, easel, self._tasks, self._errands, scale, self
        )
        for screen in (self.list, self.room.screen):
            self.window.addWidget(screen)
        self.list.page.set_paintings(self._rows())
        self._connect()

    def start(self, first: str = "") -> None:
        """Show the window.

        Args:
            first: Key of a painting to begin with; empty for the list.
        """
        self.window.open(self._size_px)
        self._thumbnails.offer(tuple(self._paintings.values()), THUMBNAIL_PX)
        self._thumbnails.want(self.list, tuple(self._paintings))
        if first:
            self.open(first)

    def open(self, key: str) -> None:
        """Open a painting; what is not there is not opened."""
        painting = self._paintings.get(key)
        if painting is not None:
            title = painting.title(self.languages.code)
            self.room.open(painting, title, self._homes[painting.pack_id])
            self._show(self.room.screen)

    def run(self, first: str = "") -> None:
        """Stay until the window is closed."""
        self.window.closed.connect(lambda: QApplication.exit(0))
        self.start(first)
        try:
            self._application.exec()
        finally:
            self.stop()

    def stop(self) -> None:
        """Take everything down."""
        self.room.leave()
        for tasks in (self._tasks, self._errands, self._glimpses):
            tasks.close()
        self.room.stop()
        self.window.hide()
        self.languages.close()

    def _take(self, home: Home) -> Pack:
        pack = home.open()
        self._homes[pack.id] = home
        self._titles[pack.id] = pack.titles
        self._paintings |= {painting.key: painting for painting in pack.paintings}
        return pack

    def _rows(self) -> list[PaintingRow]:
        language = self.languages.code
        return [
            PaintingRow(
                painting.key,
                painting.title(language),
                in_language(self._titles[painting.pack_id], language),
                shown=True,
            )
            for painting in self._paintings.values()
        ]

    def _show(self, screen: Screen) -> None:
        self.window.setCurrentWidget(screen)
        screen.setFocus()

    def _on_saved(self, pack_id: str) -> None:
        pack = self._take(self._homes[pack_id])
        self.saved.append((pack.id, pack.version))

    def _on_resized(self, size: QSize) -> None:
        for screen in (self.list, self.room.screen):
            screen.resize(size)

    def _connect(self) -> None:
        self._thumbnails.ready.connect(self.list.page.set_thumbnail)
        self.list.page.edit_wanted.connect(self.open)
        self.list.close_wanted.connect(self.window.close)
        self.room.closed.connect(lambda: self._show(self.list))
        self.room.saved.connect(self._on_saved)
        self.window.resized.connect(self._on_resized)
