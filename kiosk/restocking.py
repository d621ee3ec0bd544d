"""Takes up packs that were changed while the kiosk runs, between two visits."""

import logging

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.controller import Controller
from kiosk.current import CurrentSettings
from kiosk.exhibition import Exhibition
from kiosk.flow import State
from kiosk.packs.library import Library
from kiosk.packs.stock import Stock
from kiosk.tasks import Tasks

logger = logging.getLogger(__name__)

LOOK_EVERY_MS = 2000
VISITED = frozenset(
    {
        State.CHOOSE,
        State.AGE,
        State.LIVE,
        State.COUNTDOWN,
        State.FINISHING,
        State.RESULT,
        State.HANDOVER,
    }
)
"""Somebody has paintings before their eyes, or is in one: nothing changes there."""


class Restocking(QObject):
    """Looks for other packs, dates included, and hangs them when nobody is there.

    Args:
        stock: All packs, opened once already.
        exhibition: What is shown of them.
        controller: Knows whether a visitor is there.
        settings: Which paintings staff have switched off, and their order.
        tasks: Does slow things.
        parent: Its owner.
    """

    restocked = Signal()
    """Other paintings are shown now."""

    def __init__(
        self,
        stock: Stock,
        exhibition: Exhibition,
        controller: Controller,
        settings: CurrentSettings,
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._stock, self._exhibition = stock, exhibition
        self._controller, self._settings = controller, settings
        self._tasks = tasks
        self._arrived: Library | None = None
        self._looking = False
        self._rounds = QTimer(self)
        self._rounds.setInterval(LOOK_EVERY_MS)
        self._rounds.timeout.connect(self.look)
        controller.moved.connect(lambda _state: self._hang())

    def begin(self) -> None:
        """Look now and then from now on, and clear up what was left behind."""
        self._rounds.start()
        self._clear_up()

    def end(self) -> None:
        """Look no more, and leave old versions to whoever changes packs."""
        self._rounds.stop()
        self._stock.let_go()

    def look(self) -> None:
        """See whether there is anything new."""
        if not self._looking:
            self._looking = True
            self._tasks.run(self._stock.news, self._on_looked, self._on_failed)

    def _on_looked(self, library: Library | None) -> None:
        self._looking = False
        if library is not None:
            self._arrived = library
            self._hang()

    def _on_failed(self, error: Exception) -> None:
        self._looking = False
        logger.warning("packs could not be looked at: %s", type(error).__name__)

    def _hang(self) -> None:
        if self._arrived is None or self._controller.state in VISITED:
            return
        library, self._arrived = self._arrived, None
        arranged = self._settings.now.paintings
        self._exhibition.restock(library, arranged.order, arranged.hidden)
        self._controller.arrange()
        logger.info(
            "other packs are shown",
            extra={"fields": {"paintings": len(library.paintings)}},
        )
        self.restocked.emit()
        self._clear_up()

    def _clear_up(self) -> None:
        self._tasks.run(self._stock.clear_up, lambda _done: None, self._on_unclear)

    def _on_unclear(self, error: Exception) -> None:
        """Somebody is changing packs: they clear up, or the next change does."""
        logger.info("old packs stay for now: %s", type(error).__name__)
