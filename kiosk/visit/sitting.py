"""The visitor before the camera, from the first look to the portrait."""

import logging
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.bridge import LOST, Bridge
from kiosk.easel import Easel, FinishedPortrait
from kiosk.failures import ErrorKind
from kiosk.flow import Event
from kiosk.packs.manifest import PackPainting
from kiosk.screens.live import LiveScreen
from kiosk.settings.sections.visit import Visit
from kiosk.tasks import Tasks
from kiosk.trouble import TroubleWatch
from kiosk.visit.auto_shutter import AutoShutter
from kiosk.visit.countdown import Countdown
from kiosk.visit.fitting import Fitting
from kiosk.visit.guiding import Guiding
from kiosk.visit.hanging import Hanging, kind_of, sentence_of
from kiosk.visit.liveness import LivenessCheck
from pipeline.errors import NoFaceError, NotAliveError
from pipeline.live import Burst
from pipeline.status import State

logger = logging.getLogger(__name__)

MESSAGE_S = 4.0
"""So long a visitor can read why something did not work."""


class Sitting(QObject):
    """Shows the living portrait and takes it.

    Args:
        live: The screen for it.
        bridge: The running engine.
        hanging: The painting.
        easel: Paints the finished portrait.
        tasks: Does slow things.
        liveness: Tells people from pictures of people.
        parent: Its owner.
    """

    happened = Signal(Event)
    """The visit goes on."""
    finished = Signal(FinishedPortrait, PackPainting)
    """The portrait is painted; carries what it was painted in."""
    failed = Signal(str, ErrorKind)
    """The engine or the camera is out of order; carries a sentence for staff."""

    def __init__(
        self,
        live: LiveScreen,
        bridge: Bridge,
        hanging: Hanging,
        easel: Easel,
        tasks: Tasks,
        liveness: LivenessCheck,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._live, self._bridge, self._hanging = live, bridge, hanging
        self._easel, self._tasks, self._liveness = easel, tasks, liveness
        self._watch = TroubleWatch(bridge, self)
        self._guiding = Guiding(live, bridge, hanging)
        self._fitting = Fitting(live, hanging, self)
        self._auto_shutter = AutoShutter()
        self._countdown = Countdown()
        self._sitting = 0
        self._burst: Burst = ()
        self._said_just_now = self._living = False
        self._message_until_s = 0.0
        hanging.chosen.connect(live.show_chosen)
        hanging.refused.connect(self._on_refused)

    def open(self) -> None:
        """Switch the camera on: the visitor has agreed."""
        self._watch.begin()
        self._bridge.open()
        self._bridge.give_way()

    def close(self) -> None:
        """Switch the camera off and forget the visitor."""
        self._sitting += 1
        self._burst = ()
        self._living = False
        self._auto_shutter.forget()
        self._guiding.forget()
        self._countdown.stop()
        self._bridge.close()
        self._live.view.stop()
        self._live.forget()

    def encourage(self) -> None:
        """Let portraits take themselves again: somebody touched the screen."""
        self._auto_shutter.encourage()

    def resume(self) -> None:
        """Live in the painting."""
        self._living = True
        self._auto_shutter.rearm()
        self._bridge.rest(resting=False)
        self._bridge.give_way()
        self._live.set_busy(busy=False)
        self._live.show_count(None)
        self._live.set_notice("")
        self._live.view.rest(resting=False)
        self._live.view.start()
        self._live.set_ready(ready=self._ready())

    def rest(self) -> None:
        """Hold still while nobody looks at the living portrait."""
        self._living = False
        self._bridge.rest(resting=True)
        self._live.view.stop()
        self._live.view.rest(resting=False)
        self._live.forget()

    def look(self, settings: Visit, now_s: float) -> bool:
        """Show hints and troubles, and take the portrait if it takes itself.

        Args:
            settings: Which hints are wanted.
            now_s: The clock of the visit.

        Returns:
            Whether somebody is there.
        """
        trouble = self._watch.look()
        if trouble.failure:
            self._fail(trouble.failure)
            return False
        if self._said_just_now:
            self._said_just_now = False
            self._message_until_s = now_s + MESSAGE_S
            self._auto_shutter.rest(now_s)
        if self._bridge.status.state in LOST:
            self._bridge.forget()
        if trouble.notice:
            self._live.set_notice(trouble.notice, busy=trouble.busy)
            self._live.set_advice(())
        else:
            if now_s > self._message_until_s:
                self._live.set_notice(self._liveness.hint())
            self._guide(settings, now_s)
        self._live.set_ready(ready=self._ready())
        return self._bridge.matched > 0

    def watch_trouble(self) -> None:
        """Look only whether the engine still works."""
        trouble = self._watch.look()
        if trouble.failure:
            self._fail(trouble.failure)

    def count_down(self, seconds: int, now_s: float) -> None:
        """Begin to count; with nobody there, say so and go on living."""
        self._living = False
        if not self._ready() or not self._bridge.matched:
            self._go_on(self.tr("Step in front of the camera"))
            return
        if refusal := self._liveness.refusal():
            self._go_on(refusal)
            return
        self._live.set_notice("")
        self._guiding.hide()
        self._countdown.begin(seconds, now_s)
        self._live.show_count(seconds)

    def count(self, now_s: float) -> None:
        """Show how many seconds are left."""
        left = self._countdown.left(now_s)
        if self._countdown.running and left == 0:
            self._countdown.stop()
            self.happened.emit(Event.COUNTED_DOWN)
        elif self._countdown.running:
            self._live.show_count(left)

    def take(self) -> None:
        """Paint the portrait from the last second."""
        self._burst, painting = self._bridge.burst(), self._hanging.hanging
        self._live.set_busy(busy=True)
        self._live.show_count(None)
        if not self._burst or painting is None:
            self._go_on(self.tr("Look into the camera and touch again"))
            return
        self._bridge.rest(resting=True)
        self._live.view.flash()
        self._live.view.rest(resting=True)
        self._live.set_ready(ready=False)
        self._live.set_glimpse(None)
        self._live.set_notice(self.tr("Painting your portrait…"), busy=True)
        # The result hangs in the very place of the live portrait.
        sitting, room = self._sitting, self._fitting.room_wh

        def work() -> FinishedPortrait | None:
            # Nothing is made of a visitor who left while this waited its turn.
            burst = self._burst
            if sitting != self._sitting or not burst:
                return None
            self._liveness.check(burst)
            return self._easel.finish(burst, painting, room)

        self._tasks.run(
            work,
            partial(self._on_finished, sitting, painting),
            partial(self._on_not_finished, sitting),
        )

    def _on_finished(
        self, sitting: int, painting: PackPainting, finished: FinishedPortrait | None
    ) -> None:
        if sitting == self._sitting and finished is not None:
            self._burst = ()
            self.finished.emit(finished, painting)

    def _on_not_finished(self, sitting: int, error: Exception) -> None:
        if sitting != self._sitting:
            return
        self._burst = ()
        if isinstance(error, NotAliveError):
            self._go_on(self.tr("Please come before the camera yourself."))
            return
        if isinstance(error, NoFaceError):
            self._go_on(self.tr("Look into the camera and touch again"))
            return
        fields = {"error": type(error).__name__}
        logger.error("a portrait was not finished", extra={"fields": fields})
        self.failed.emit(sentence_of(error), kind_of(error))

    def _fail(self, sentence: str) -> None:
        broken = self._bridge.status.state is State.FAILED
        kind = ErrorKind.ENGINE if broken else ErrorKind.CAMERA
        self.failed.emit(sentence, kind)

    def _guide(self, settings: Visit, now_s: float) -> None:
        guidance = self._guiding.show(settings, now_s)
        if (
            guidance is not None
            and settings.auto_shutter
            and self._ready()
            and self._auto_shutter.release(guidance.held_s, now_s)
        ):
            self.happened.emit(Event.POSE_HELD)

    def _go_on(self, sentence: str) -> None:
        """Back to living, and say for a while why there is no portrait."""
        self._auto_shutter.miss()
        self.happened.emit(Event.NOT_FINISHED)
        self._said_just_now = True
        self._live.set_notice(sentence)

    def _on_refused(self, _key: str) -> None:
        """Say why another painting hangs than the one that was touched."""
        if self._living:
            self._said_just_now = True
            self._live.set_notice(self.tr("This painting cannot be shown just now."))

    def _ready(self) -> bool:
        return self._bridge.running and self._hanging.hanging is not None
