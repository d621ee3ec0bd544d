"""The kiosk's real parts around a camera and clocks of ours."""

import shiboken6
from PySide6.QtCore import QObject

from kiosk.bridge import Bridge
from kiosk.clock import Clock
from kiosk.controller import Controller
from kiosk.current import CurrentSettings
from kiosk.exhibition import Exhibition
from kiosk.flow import State
from kiosk.handover.dispatch import Dispatch
from kiosk.language import Languages
from kiosk.privacy.consent import read_consent
from kiosk.privacy.marks.marker import Marker
from kiosk.privacy.notice import PrivacyNotice
from kiosk.pulse import Pulse
from kiosk.stage import Stage
from kiosk.storage.recorder import SessionLog
from kiosk.tasks import Tasks
from kiosk.thumbnail_shelf import ThumbnailShelf
from kiosk.thumbnails import Thumbnails
from kiosk.visit.cast import Cast
from kiosk.visit.hall import Hall
from kiosk.visit.hanging import Hanging
from kiosk.visit.keeping import Keeping
from kiosk.visit.liveness import LivenessCheck
from kiosk.visit.notes import VisitNotes
from kiosk.visit.recovery import RecoveryWatch
from kiosk.visit.sitting import Sitting
from kiosk.visit.touches import Touches
from kiosk.window import KioskWindow
from tests.fake_camera import FakeCamera

PATIENCE_MS = 15_000


class Premises:
    """A kiosk without its application."""

    def __init__(self, application, qtbot, library, folder, easel, given):
        self.qtbot, self.folder, self.easel = qtbot, folder, easel
        self.now_s = 1000.0
        self.trouble, self.engine_error = "", None
        self.camera = FakeCamera()
        self.owner = QObject()
        self.settings = CurrentSettings.usual(folder / "settings.toml", given)
        self.library = library
        self.exhibition = Exhibition(library, None)
        self.window = KioskWindow(windowed=True)
        qtbot.addWidget(self.window)
        self.bridge = Bridge(self.camera)
        self.stage = Stage(self.window, self.bridge, 2.0)
        self.tasks = Tasks(self.owner)
        self.log = SessionLog(folder, engine="mesh", kiosk_version="1")
        self.languages = Languages("en", ("en", "de", "fr"), self.owner)
        self.hanging = Hanging(self.bridge, easel, self.tasks, self.owner)
        shelf = ThumbnailShelf(folder / "small")
        thumbnails = Thumbnails(shelf, self.tasks, self.owner)
        self.hall = Hall(
            self.exhibition, self.stage, easel, thumbnails, self.tasks, self.owner
        )
        self.touches = Touches(self.window, 40, self.clock)
        self.sitting = Sitting(
            self.stage.live,
            self.bridge,
            self.hanging,
            easel,
            self.tasks,
            LivenessCheck(self.bridge, lambda: self.settings.now.privacy, self.owner),
            self.owner,
        )
        self.recovery = RecoveryWatch(
            lambda: self.trouble,
            self.check_engine,
            self.tasks,
            self.owner,
            self.clock,
        )
        self.pulse = Pulse(self.bridge, self.clock)
        self.account = None
        self.dispatch = Dispatch(
            folder / "outbox",
            lambda: self.account,
            lambda: self.settings.now.handover,
            self.log.pick_up,
        )
        notes = VisitNotes(self.log)
        self.controller = Controller(
            Cast(
                stage=self.stage,
                hall=self.hall,
                hanging=self.hanging,
                sitting=self.sitting,
                touches=self.touches,
                recovery=self.recovery,
                keeping=Keeping(
                    self.dispatch,
                    self.stage.handover,
                    notes,
                    Marker(folder),
                    self.settings,
                    self.languages,
                ),
                notes=notes,
                languages=self.languages,
                exhibition=self.exhibition,
                settings=self.settings,
                consent=read_consent(),
                notice=PrivacyNotice(),
                clock=Clock(now_s=self.clock),
                pulse=self.pulse,
            )
        )
        self.moves = []
        self.controller.moved.connect(self.moves.append)

    def clock(self):
        return self.now_s

    def check_engine(self):
        if self.engine_error is not None:
            raise self.engine_error

    @property
    def state(self):
        return self.controller.state

    def open(self):
        self.window.open((540, 960))
        self.stage.fit(self.window.size())
        self.dispatch.start()
        self.controller.start(State.ATTRACT)
        self.moves.clear()

    def meet(self, service):
        """Have pictures handed to a service from now on."""
        self.account = service.account
        self.dispatch.wake()
        self.until(lambda: self.dispatch.link)

    def close(self):
        for screen in (self.stage.choose, self.stage.live):
            screen.blockSignals(True)  # one that comes to rest asks for pictures
        self.controller.stop()
        self.tasks.close()
        self.bridge.stop()
        self.dispatch.close()
        self.log.close()
        self.languages.use("en")
        for thing in (self.controller, self.owner, self.window):
            if shiboken6.isValid(thing):
                shiboken6.delete(thing)

    def until(self, happened):
        self.qtbot.waitUntil(lambda: bool(happened()), timeout=PATIENCE_MS)

    def reach(self, state):
        self.until(lambda: self.state is state)

    def wait(self, seconds):
        """Let time pass, and let everybody notice."""
        self.now_s += seconds
        self.controller._on_tick()
