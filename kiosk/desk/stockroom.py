"""Does what staff ask for on the page of packs: order, switch, roll back, remove."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.desk.pack_rows import pack_rows
from kiosk.language import Languages
from kiosk.packs.listing import ListedPack
from kiosk.packs.stock import Stock
from kiosk.screens.staff_pages.pack_pages import PackPages
from kiosk.tasks import Tasks
from kiosk.visit.hanging import sentence_of

logger = logging.getLogger(__name__)


class Stockroom(QObject):
    """Serves the page of packs.

    Args:
        pages: The pages about packs.
        stock: All packs.
        languages: Which language staff read.
        tasks: Does slow things; packs are changed on its thread alone.
        parent: Its owner.
    """

    changed = Signal()
    """Packs are others now."""
    said = Signal(str)
    """A short line of what happened."""

    def __init__(
        self,
        pages: PackPages,
        stock: Stock,
        languages: Languages,
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._stock = pages.packs, stock
        self._languages, self._tasks = languages, tasks
        store = stock.store
        self._page.order_changed.connect(
            lambda ids: self._change(partial(store.order, tuple(ids)))
        )
        self._page.switched.connect(
            lambda pack_id, on: self._change(
                partial(store.enable if on else store.disable, pack_id)
            )
        )
        self._page.rollback_wanted.connect(
            lambda pack_id: self._change(partial(store.rollback, pack_id))
        )
        pages.remove_wanted.connect(
            lambda pack_id: self._change(partial(store.remove, pack_id))
        )

    def show(self) -> None:
        """Show the packs as they are now."""
        self._tasks.run(self._stock.list, self._on_listed, self._on_failed)

    def _change(self, change: Callable[[], object]) -> None:
        def work() -> Sequence[ListedPack]:
            change()
            return self._stock.list()

        self._page.set_busy(busy=True)
        self._tasks.run(work, self._on_changed, self._on_failed)

    def _on_changed(self, listed: Sequence[ListedPack]) -> None:
        self._on_listed(listed)
        self.said.emit(self.tr("Saved."))
        self.changed.emit()

    def _on_listed(self, listed: Sequence[ListedPack]) -> None:
        self._page.set_packs(pack_rows(listed, self._languages.code))
        self._page.set_busy(busy=False)

    def _on_failed(self, error: Exception) -> None:
        logger.warning("packs could not be changed: %s", type(error).__name__)
        self.said.emit(sentence_of(error))
        self._page.set_busy(busy=False)
        self._tasks.run(self._stock.list, self._on_listed, lambda _error: None)
