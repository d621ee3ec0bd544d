"""The pages about packs, which take the place of the page with the paintings."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from kiosk.screens.staff_pages.bring import BringPage
from kiosk.screens.staff_pages.making import MakingPage
from kiosk.screens.staff_pages.museums import MuseumsPage
from kiosk.screens.staff_pages.packs import PacksPage
from kiosk.screens.staff_pages.page import Page
from kiosk.screens.staff_pages.paintings import PaintingsPage
from kiosk.screens.staff_pages.panels import RemovePanel

PACK_PAGES = ("packs", "bring", "making", "museums", "remove")


class PackPages(QObject):
    """Leads from one to the other.

    Args:
        paintings: Where one comes from.
        parent: The staff screen.
    """

    opened = Signal(str)
    """A page shall come up: its name."""
    remove_wanted = Signal(str)
    """A pack shall go; it was asked for twice."""

    def __init__(self, paintings: PaintingsPage, parent: QObject) -> None:
        super().__init__(parent)
        self.packs, self.bring, self.remove = PacksPage(), BringPage(), RemovePanel()
        self.making, self.museums = MakingPage(), MuseumsPage()
        paintings.packs_asked.connect(lambda: self.opened.emit("packs"))
        paintings.bring_asked.connect(lambda: self.opened.emit("bring"))
        paintings.museums_asked.connect(lambda: self.opened.emit("museums"))
        for page in (self.packs, self.bring, self.museums):
            page.left.connect(lambda: self.opened.emit("paintings"))
        self.bring.making_wanted.connect(lambda _path: self.opened.emit("making"))
        self.making.left.connect(lambda: self.opened.emit("bring"))
        self.packs.remove_asked.connect(self._ask)
        self.remove.cancelled.connect(lambda: self.opened.emit("packs"))
        self.remove.agreed.connect(self._on_agreed)

    @property
    def pages(self) -> Mapping[str, Page]:
        """All of them by their names."""
        pages = (self.packs, self.bring, self.making, self.museums, self.remove)
        return dict(zip(PACK_PAGES, pages, strict=True))

    def _ask(self, pack_id: str, title: str) -> None:
        self.remove.ask(pack_id, title)
        self.opened.emit("remove")

    def _on_agreed(self) -> None:
        self.opened.emit("packs")
        self.remove_wanted.emit(self.remove.pack_id)
