"""The composition root: builds everything, connects it and takes it down in order."""

import logging
import signal
from dataclasses import dataclass, replace
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication

from kiosk import __version__
from kiosk.backstage import Backstage, Front
from kiosk.bot.child import BotChild
from kiosk.bridge import Bridge
from kiosk.clock import Clock
from kiosk.controller import Controller
from kiosk.current import CurrentSettings
from kiosk.desk.health import Examiner
from kiosk.easel import Easel
from kiosk.engines import open_chosen_engine
from kiosk.exhibition import Exhibition
from kiosk.flow import State, standing
from kiosk.handover.dispatch import Dispatch
from kiosk.language import Languages
from kiosk.log import log_uncaught
from kiosk.packs.library import Library
from kiosk.packs.stock import Stock
from kiosk.packs.store import PackStore
from kiosk.postroom import Postroom
from kiosk.privacy.asking import consent_in_force
from kiosk.privacy.marks.marker import Marker
from kiosk.privacy.notice import PrivacyNotice
from kiosk.privacy.places import folders_of
from kiosk.privacy.regions import retention_of
from kiosk.process import set_up_process
from kiosk.pulse import Pulse
from kiosk.purging import Purging
from kiosk.sources import Sources
from kiosk.staff.errors_seen import ErrorsSeen
from kiosk.staff_editing import StaffEditing
from kiosk.stage import Stage
from kiosk.storage.recorder import SessionLog
from kiosk.tasks import Tasks
from kiosk.theme import TOUCH_MM, px_per_mm, screen_px_per_mm
from kiosk.thumbnail_shelf import ThumbnailShelf
from kiosk.thumbnails import Thumbnails
from kiosk.upkeep import Upkeep
from kiosk.visit.cast import Cast
from kiosk.visit.hall import Hall
from kiosk.visit.hanging import Hanging
from kiosk.visit.headcount import Headcount
from kiosk.visit.keeping import Keeping
from kiosk.visit.liveness import LivenessCheck
from kiosk.visit.notes import VisitNotes
from kiosk.visit.recovery import RecoveryWatch, check_any
from kiosk.visit.sitting import Sitting
from kiosk.visit.touches import Touches
from kiosk.window import KioskWindow
from kiosk.workshop import Workshop
from pipeline.sources.base import FrameSource
from pipeline.types import SizePx

logger = logging.getLogger(__name__)

LISTEN_MS = 200


@dataclass(frozen=True, slots=True)
class Premises:
    """Where the kiosk stands.

    Attributes:
        data_folder: Session log and PINs.
        size_px: Width and height of a window that stands for a screen which is not
            there; None for a real screen.
        speed: How fast the visit's clock runs.
        public: Whether a PIN is asked for and the window locked; a rehearsal has no
            public.
        sends: Whether pictures may go to a service on another computer.
    """

    data_folder: Path
    size_px: SizePx | None = None
    speed: float = 1.0
    public: bool = True
    sends: bool = True


class App(QObject):
    """The kiosk.

    Args:
        application: Qt's.
        settings: How to run.
        library: The paintings.
        source: Where the visitor comes from.
        premises: Where it stands.
        stock: The packs that the library was opened from, looked at for as long as it
            runs; None for a rehearsal, whose packs never change by themselves.
        bot: The service to be run beside the kiosk, where one is set up; pictures go to
            it unless the settings name another.
        no_camera: Whether the demo visitor stands in because there is no camera.

    Raises:
        PackError: If there is no painting, or not the one that was asked for.
        ConsentError: If the words of the consent cannot be read.
    """

    went_wrong = Signal()
    """An error that nobody expected was logged, in any thread."""

    def __init__(
        self,
        application: QApplication,
        settings: CurrentSettings,
        library: Library,
        source: FrameSource,
        premises: Premises,
        stock: Stock | None = None,
        bot: BotChild | None = None,
        *,
        no_camera: bool = False,
    ) -> None:
        super().__init__()
        set_up_process()
        now = settings.now
        self._application = application
        self.settings, self._premises = settings, premises
        self.exhibition = Exhibition(
            library, now.visit.painting, now.paintings.order, now.paintings.hidden
        )
        self._errors = ErrorsSeen()
        logging.getLogger().addHandler(self._errors)
        self.window = KioskWindow(windowed=now.screen.windowed)
        scale = self._px_per_mm()
        self.bridge = Bridge(source)
        self.stage = Stage(self.window, self.bridge, scale)
        self._tasks, self._errands = Tasks(self), Tasks(self)
        self._glimpses = Tasks(self)
        self.log = SessionLog(
            premises.data_folder, engine=now.engine.name, kiosk_version=__version__
        )
        self._postroom = Postroom(
            settings,
            premises.data_folder,
            bot,
            self.log.pick_up,
            sends=premises.sends,
        )
        self.languages = Languages(now.visit.language, now.visit.languages, self)
        easel = Easel(lambda: open_chosen_engine(settings.now, premises.data_folder))
        thumbnails = Thumbnails(ThumbnailShelf(), self._glimpses, self)
        self._hall = Hall(
            self.exhibition, self.stage, easel, thumbnails, self._tasks, self
        )
        self.hanging = Hanging(self.bridge, easel, self._tasks, self)
        self.workshop = Workshop(settings, easel, self.hanging, self.log, self)
        self.touches = Touches(self.window, round(TOUCH_MM * scale))
        self._pulse, notes = Pulse(self.bridge), VisitNotes(self.log)
        self._sources = Sources(
            settings,
            self.bridge,
            self.stage.live,
            self._errands,
            self,
            no_camera=no_camera,
        )
        self.controller = Controller(
            Cast(
                stage=self.stage,
                hall=self._hall,
                hanging=self.hanging,
                sitting=Sitting(
                    self.stage.live,
                    self.bridge,
                    self.hanging,
                    easel,
                    self._tasks,
                    LivenessCheck(self.bridge, lambda: settings.now.privacy, self),
                    self,
                ),
                touches=self.touches,
                recovery=RecoveryWatch(
                    self._sources.trouble,
                    lambda: check_any(
                        easel, (self.exhibition.first, *self.exhibition.shown)
                    ),
                    self._tasks,
                    self,
                    camera_missed=lambda: self._sources.no_camera,
                ),
                keeping=Keeping(
                    self._postroom.dispatch,
                    self.stage.handover,
                    notes,
                    Marker(premises.data_folder),
                    settings,
                    self.languages,
                ),
                notes=notes,
                languages=self.languages,
                exhibition=self.exhibition,
                settings=settings,
                consent=consent_in_force(now),
                notice=PrivacyNotice(),
                clock=Clock(premises.speed),
                pulse=self._pulse,
            ),
            self,
        )
        self.headcount = Headcount(
            self.exhibition,
            easel,
            self._tasks,
            lambda: self.controller.state is State.ATTRACT,
            self,
        )
        self._backstage = Backstage(
            Front(
                settings=settings,
                stage=self.stage,
                controller=self.controller,
                exhibition=self.exhibition,
                languages=self.languages,
                log=self.log,
                easel=easel,
                pulse=self._pulse,
                errors=self._errors,
                painter=self.workshop.painter,
                standing=self._postroom.standing,
                tasks=self._tasks,
            ),
            stock or Stock(PackStore(premises.data_folder / "packs")),
            self._errands,
            premises.data_folder,
            scale,
            self,
            watched=stock is not None,
        )
        self._upkeep = Upkeep(self.log.hours.beat, lambda: self.complete, self)
        self._purging = Purging(
            replace(folders_of(now), data=premises.data_folder),
            lambda: retention_of(settings.now),
            self._errands,
            self,
        )
        self._connect()
        self._on_settings_changed()

    @property
    def dispatch(self) -> Dispatch:
        """Hands kept portraits over."""
        return self._postroom.dispatch

    @property
    def editing(self) -> StaffEditing:
        """The editor in the staff area."""
        return self._backstage.editing

    @property
    def examiner(self) -> Examiner:
        """Tells how everything is."""
        return self._backstage.examiner

    @property
    def complete(self) -> bool:
        """Whether every painting is there to be seen."""
        return self._hall.complete and self.hanging.hanging is not None

    def start(self) -> None:
        """Show the window and begin."""
        self.window.open(self._premises.size_px)
        self.stage.fit(self.window.size())
        self.touches.begin()
        self._backstage.begin()
        first_start = self._premises.public and self._backstage.ajar
        self.controller.start(State.SETUP if first_start else State.ATTRACT)
        self._lock()
        self.headcount.count()
        self._postroom.start()
        self._upkeep.begin()
        if self._premises.public:
            self._purging.begin()
        if self.settings.mistakes:
            logger.error("some settings are wrong: see the health page")
        logger.info("the kiosk is open")

    def stop(self) -> None:
        """Take everything down; harmless when repeated."""
        self._upkeep.end()
        self._purging.end()
        self.touches.end()
        self.controller.stop()
        self.headcount.end()
        for tasks in (self._tasks, self._errands, self._glimpses):
            tasks.close()
        self._backstage.end()
        self.bridge.stop()
        self._postroom.stop()
        self.log.close()
        logging.getLogger().removeHandler(self._errors)
        self.window.hide()
        self.languages.close()
        logger.info("the kiosk is closed")

    def dismantle(self) -> None:
        """Take everything down for good; nothing of it may be used afterwards.

        Qt holds what its signals are connected to, where Python cannot see it: dropped
        only, a kiosk would stay in memory with its window, engine and paintings.
        """
        self.stop()
        window = self.window
        for thing in (self, window):
            shiboken6.delete(thing)

    def run(self) -> int:
        """Open the kiosk and stay until it is closed.

        Returns:
            The exit code.
        """
        # Python only hears signals while Python code runs.
        listen = QTimer(self)
        listen.timeout.connect(lambda: None)
        listen.start(LISTEN_MS)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda _number, _stack: self._leave_soon())
        self.window.closed.connect(self._leave_soon)
        log_uncaught(self.went_wrong.emit)
        self._upkeep.wake()
        self.start()
        self._upkeep.tell_ready()
        try:
            return self._application.exec()
        finally:
            self._upkeep.tell_stopping()
            self.stop()

    def _leave_soon(self) -> None:
        """End the run, even if it has not quite begun and whatever is locked."""
        # A locked window would refuse to be closed, and with it what quit asks for.
        QTimer.singleShot(0, lambda: QApplication.exit(0))

    def _connect(self) -> None:
        self.window.resized.connect(self._on_resized)
        self.controller.moved.connect(self._on_moved)
        self.settings.changed.connect(self._on_settings_changed)
        self._backstage.set_up.connect(self._lock)
        self._backstage.close_wanted.connect(self.window.leave)
        self._backstage.restocked.connect(self.headcount.count)
        self.headcount.counted.connect(self.controller.arrange)
        self.hanging.hung.connect(
            lambda key: self.headcount.note(key, self.hanging.room_for)
        )
        self.controller.camera_found.connect(self._sources.take)
        self.went_wrong.connect(self._on_went_wrong)

    def _on_resized(self, size: QSize) -> None:
        self.stage.fit(size)
        self._hall.fit()

    def _on_moved(self, state: State) -> None:
        self.log.hours.stand(standing(state))

    def _on_went_wrong(self) -> None:
        self.controller.fail("Something went wrong inside the program; see the log.")

    def _on_settings_changed(self) -> None:
        now = self.settings.now
        self.languages.offer(now.visit.language, now.visit.languages)
        self.stage.reduce_motion(reduced=now.screen.reduced_motion)
        self.stage.offer_languages(self.languages.offered, self.languages.code)
        self._sources.follow()
        self.dispatch.wake()

    def _lock(self) -> None:
        self.window.lock(locked=self._premises.public and not self._backstage.ajar)

    def _px_per_mm(self) -> float:
        diagonal_in = self.settings.now.screen.diagonal_in
        if self._premises.size_px is None:
            return screen_px_per_mm(self.window.screen(), diagonal_in)
        return px_per_mm(self._premises.size_px, diagonal_in)
