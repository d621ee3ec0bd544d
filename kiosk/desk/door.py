"""The door to the staff area: the first PIN, and who may come in."""

import logging
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.screens.pin import PinScreen
from kiosk.screens.setup import SetupScreen
from kiosk.staff.facts import Rank
from kiosk.staff.pins import PinFlaw, PinStore
from kiosk.tasks import Tasks
from kiosk.visit.hanging import sentence_of

logger = logging.getLogger(__name__)

SECOND_MS = 1000


class Door(QObject):
    """Checks PINs, and has the first one chosen.

    Args:
        pins: The PINs in force.
        pin: Where they are typed.
        setup: Where the first one is chosen.
        tasks: Does slow things.
        parent: Its owner.
    """

    opened = Signal(Rank)
    """Somebody typed the right PIN; carries whose it was."""
    set_up = Signal()
    """The first PIN is in force."""

    def __init__(
        self,
        pins: PinStore,
        pin: PinScreen,
        setup: SetupScreen,
        tasks: Tasks,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pins, self._pin, self._setup, self._tasks = pins, pin, setup, tasks
        self._approach = 0
        self._wait = QTimer(self)
        self._wait.setInterval(SECOND_MS)
        self._wait.timeout.connect(self._on_wait)
        pin.pin_entered.connect(self._on_entered)
        setup.pin_chosen.connect(self._on_first_chosen)

    @property
    def ajar(self) -> bool:
        """Whether nobody has ever set a PIN, so that the first one may be chosen."""
        return not self._pins.exists

    @property
    def guarded(self) -> bool:
        """Whether somebody could get in with a PIN."""
        return self._pins.has_owner

    def approach(self) -> None:
        """Get the PIN pad ready; an answer to an earlier PIN counts no more."""
        self._approach += 1
        self._pin.reset()
        if self._pins.has_owner:
            self._on_wait()
        else:
            self._pin.set_closed(
                self._pins.trouble
                or self.tr("No PIN was set. The kiosk asks for it when it starts.")
            )

    def words_for(self, flaw: PinFlaw) -> str:
        """Why a new PIN is refused."""
        return {
            PinFlaw.LENGTH: self.tr("A PIN has four to eight digits."),
            PinFlaw.OBVIOUS: self.tr(
                "Anybody would try this one first. Choose another."
            ),
            PinFlaw.TAKEN: self.tr("This PIN is taken. Choose another."),
        }[flaw]

    def _on_entered(self, pin: str) -> None:
        self._pin.set_checking(checking=True)
        self._tasks.run(
            partial(self._pins.check, pin),
            partial(self._on_checked, self._approach),
            self._on_odd,
        )

    def _on_checked(self, approach: int, rank: Rank | None) -> None:
        if approach != self._approach:
            return  # whoever stands there now has not typed it
        self._pin.set_checking(checking=False)
        if rank is not None:
            self._pin.reset()
            self.opened.emit(rank)
            return
        logger.warning("a wrong PIN was typed")
        self._pin.set_wrong()
        self._on_wait()

    def _on_wait(self) -> None:
        left_s = self._pins.wait_s()
        if left_s > 0.0:
            self._pin.set_wait(int(left_s) + 1)
            self._wait.start()
        elif self._wait.isActive():
            self._wait.stop()
            self._pin.set_wait(0)

    def _on_first_chosen(self, pin: str) -> None:
        if self._pins.exists:
            return
        self._tasks.run(
            partial(self._pins.set_pin, Rank.OWNER, pin),
            self._on_first_set,
            lambda error: self._setup.set_refused(sentence_of(error)),
        )

    def _on_first_set(self, flaw: PinFlaw | None) -> None:
        if flaw is None:
            self.set_up.emit()
        else:
            self._setup.set_refused(self.words_for(flaw))

    def _on_odd(self, error: Exception) -> None:
        logger.error("a PIN could not be checked: %s", type(error).__name__)
        self._pin.set_checking(checking=False)
        self._pin.set_wrong()
