"""What is behind the visitors' screens: doors, desks, editor, and what they arrange."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.controller import Controller
from kiosk.current import CurrentSettings
from kiosk.desk.desk import Desk
from kiosk.desk.door import Door
from kiosk.desk.editing.room import EditingRoom
from kiosk.desk.figures import FiguresDesk
from kiosk.desk.health import Examiner
from kiosk.easel import Easel
from kiosk.exhibition import Exhibition
from kiosk.flow import Event, State
from kiosk.handover.standing import Standing
from kiosk.language import Languages
from kiosk.packs.stock import Stock
from kiosk.pulse import Pulse
from kiosk.restocking import Restocking
from kiosk.staff.errors_seen import ErrorsSeen
from kiosk.staff.facts import Rank
from kiosk.staff.maintenance import MaintenanceSign
from kiosk.staff.observed import Painter
from kiosk.staff.pins import PinStore
from kiosk.staff_editing import StaffEditing
from kiosk.stage import Stage
from kiosk.storage.recorder import SessionLog
from kiosk.tasks import Tasks

PIN_FILE = "pins.json"
SIGN_FILE = "maintenance"
FETCHED_FOLDER = "fetched"
MAKING_FOLDER = "making"
PIN_FIRST_MS = 300
"""By then the PIN pad is there; nobody types faster."""


@dataclass(frozen=True, slots=True)
class Front:
    """What staff see and arrange of the visitors' side.

    Attributes:
        settings: In force.
        stage: The screens.
        controller: Leads the visit.
        exhibition: The paintings.
        languages: Which language staff read.
        log: The session log.
        easel: The engine.
        pulse: How the engine worked.
        errors: The last ones.
        painter: Which engine paints.
        standing: How handing over goes.
        tasks: Prepares paintings, as for visitors.
    """

    settings: CurrentSettings
    stage: Stage
    controller: Controller
    exhibition: Exhibition
    languages: Languages
    log: SessionLog
    easel: Easel
    pulse: Pulse
    errors: ErrorsSeen
    painter: Callable[[], Painter | None]
    standing: Callable[[], Standing]
    tasks: Tasks


class Backstage(QObject):
    """Lets staff in and gives them their desk.

    Args:
        front: The visitors' side.
        stock: The packs of paintings.
        watched: Whether packs may be changed by others meanwhile.
        errands: Does slow things for staff.
        data_folder: The kiosk's.
        px_per_mm: Device-independent pixels in a millimetre of the screen.
        parent: Its owner.
    """

    set_up = Signal()
    """The first PIN was chosen, or put off."""
    close_wanted = Signal()
    """Staff want the kiosk closed."""
    restocked = Signal()
    """Visitors see other packs now."""

    def __init__(
        self,
        front: Front,
        stock: Stock,
        errands: Tasks,
        data_folder: Path,
        px_per_mm: float,
        parent: QObject,
        *,
        watched: bool,
    ) -> None:
        super().__init__(parent)
        self._controller, self._watched = front.controller, watched
        self._deliveries, self._counting = Tasks(self), Tasks(self)
        self._sign = MaintenanceSign(data_folder / SIGN_FILE)
        self._restocking = Restocking(
            stock,
            front.exhibition,
            front.controller,
            front.settings,
            self._deliveries,
            self,
        )
        pins = PinStore(data_folder / PIN_FILE)
        self._door = Door(pins, front.stage.pin, front.stage.setup, errands, self)
        self.examiner = Examiner(
            front.pulse,
            front.settings,
            front.log,
            front.standing,
            front.errors,
            data_folder,
            front.painter,
        )
        self._desk = Desk(
            front.stage.staff,
            self._door,
            pins,
            front.settings,
            front.exhibition,
            front.languages,
            front.log,
            self.examiner,
            stock,
            data_folder / FETCHED_FOLDER,
            data_folder / MAKING_FOLDER,
            errands,
            self._deliveries,
            self,
        )
        self.editing = StaffEditing(
            EditingRoom(
                front.settings, front.easel, front.tasks, errands, px_per_mm, self
            ),
            front.stage,
            front.controller,
            front.exhibition,
            front.languages,
            stock.store,
            self._restocking,
        )
        FiguresDesk(
            front.stage.staff,
            front.settings,
            front.exhibition,
            front.languages,
            front.log,
            data_folder,
            self._counting,
            self,
        )
        self._connect()

    @property
    def ajar(self) -> bool:
        """Whether anybody may come in, as no PIN was chosen yet."""
        return self._door.ajar

    def begin(self) -> None:
        """Hang the maintenance sign that was left, and look at packs from now on."""
        self._controller.set_maintenance(on=self._sign.hangs)
        if self._watched:
            self._restocking.begin()
            self._desk.parcels.begin()

    def end(self) -> None:
        """Take everything down; harmless when repeated."""
        self._desk.parcels.end()
        self._desk.collections.end()
        self._desk.maker.end()
        self._deliveries.close()
        self._counting.close()
        self._restocking.end()
        self.editing.stop()

    def _connect(self) -> None:
        self._controller.moved.connect(self._on_moved)
        self._door.opened.connect(self._on_door_opened)
        self._door.set_up.connect(self._on_set_up)
        self._desk.arranged.connect(self._controller.arrange)
        self._desk.maintenance_toggled.connect(self._on_maintenance_toggled)
        self._desk.close_wanted.connect(self.close_wanted)
        if self._watched:
            self._desk.packs_changed.connect(self._restocking.look)
        self._restocking.restocked.connect(self._desk.restock)
        self._restocking.restocked.connect(self.restocked)

    def _on_moved(self, state: State) -> None:
        if state is State.PIN:
            self._door.approach()
            QTimer.singleShot(PIN_FIRST_MS, self, self._lay_out)

    def _lay_out(self) -> None:
        """Have the staff's lists ready while somebody types."""
        if self._controller.state is State.PIN:
            self._desk.lay_out()

    def _on_door_opened(self, rank: Rank) -> None:
        if self._controller.state is State.PIN:
            self._desk.open(rank, maintenance=self._controller.maintenance)
            self._controller.handle(Event.PIN_RIGHT)

    def _on_set_up(self) -> None:
        self.set_up.emit()
        self._controller.handle(Event.SET_UP)

    def _on_maintenance_toggled(self, on: bool) -> None:
        self._sign.hang(on=on)
        self._controller.set_maintenance(on=on)
