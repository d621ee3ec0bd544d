"""Drives the flow: whoever reports an event reports it here."""

import gc
import logging

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.easel import FinishedPortrait
from kiosk.failures import ErrorKind
from kiosk.flow import CORNERED, FORGETFUL, WATCHED, Event, State, advance
from kiosk.packs.manifest import PackPainting
from kiosk.process import empty_heaps
from kiosk.visit.attendance import Attendance
from kiosk.visit.cast import Cast
from kiosk.visit.choosing import Choosing
from kiosk.visit.course import Course
from kiosk.visit.entrances import Entrances
from kiosk.visit.mishaps import Mishaps
from kiosk.visit.visitor import Visitor

logger = logging.getLogger(__name__)

TICK_MS = 50
PAINTED_MS = 60
"""By then the screen that follows is usually there."""
DROPPED_MS = 1_000
"""By then no thread holds a frame of the visitor who left any more."""


class Controller(QObject):
    """Leads a visit from state to state.

    Args:
        cast: Whom it leads.
        parent: Its owner.
    """

    moved = Signal(State)
    """Another state was entered and shown."""
    camera_found = Signal()
    """Nobody is there, and a camera could take the demo visitor's place."""

    def __init__(self, cast: Cast, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cast = cast
        self._course = Course()
        self._attendance = Attendance(cast, self._course)
        self._entrances = Entrances(cast, self._course)
        self._mishaps = Mishaps(cast, self._course)
        self._choosing = Choosing(cast, self._course, self)
        self._watching = False
        self._maintenance = False
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._on_tick)
        self._connect()

    @property
    def state(self) -> State:
        """Where the visit stands."""
        return self._course.state

    @property
    def visitor(self) -> Visitor:
        """What is known of whoever stands there."""
        return self._course.visitor

    @property
    def maintenance(self) -> bool:
        """Whether staff have closed the kiosk to visitors."""
        return self._maintenance

    def start(self, state: State) -> None:
        """Begin in a state."""
        self._cast.hanging.offer(self._cast.exhibition.shown)
        self._cast.languages.reset()
        self._speak(self._cast.languages.code)
        self._attendance.touch()
        self._enter(state)
        self._ticks.start()

    def stop(self) -> None:
        """End a visit that goes on and forget the visitor."""
        self._ticks.stop()
        self._forget()

    def handle(self, event: Event) -> None:
        """Let something happen; what means nothing now is not heard."""
        following = advance(self.state, event)
        if following is None:
            return
        if event in (Event.AGREED, Event.DECLINED):
            text = self._cast.consent[self._cast.languages.code]
            agreed = event is Event.AGREED
            self._cast.notes.answered(agreed=agreed, version=text.version)
        if event is Event.TIMED_OUT and following is State.OUT_OF_ORDER:
            self._mishaps.take_too_long()
        if event is Event.DELETED:
            self._cast.keeping.delete(self.visitor)
        painting = self.visitor.painting.key if self.visitor.painting else None
        self._cast.notes.moved(
            self.state, event, following, self._cast.languages.code, painting
        )
        logger.info(
            "the visit moves on",
            extra={"fields": {"from": self.state, "to": following, "by": event}},
        )
        self._course.event = event
        self._attendance.note(event)
        self._enter(following)

    def fail(self, sentence: str, kind: ErrorKind = ErrorKind.PROGRAM) -> None:
        """Go out of order.

        Args:
            sentence: What is wrong, for staff; it may name a file, and goes into no
                log on disk.
            kind: What is wrong, for the logs.
        """
        if advance(self.state, Event.FAILED) is not None:
            self._mishaps.fail(sentence, kind)
            self.handle(Event.FAILED)
        else:
            self._mishaps.remember(sentence, kind)

    def set_maintenance(self, *, on: bool) -> None:
        """Close the kiosk to visitors once staff are gone, or open it again."""
        self._maintenance = on

    def arrange(self) -> None:
        """Take the exhibition as it is arranged now; the visit goes on."""
        cast = self._cast
        cast.hanging.offer(cast.exhibition.shown)
        cast.hall.arrange()
        if self.state is State.ATTRACT:
            cast.hanging.choose(cast.exhibition.first.key)

    def _enter(self, state: State) -> None:
        self._course.state = state
        cast = self._cast
        cast.touches.settle()
        cast.touches.guards_corner = state in CORNERED
        self._attendance.enter(state)
        if state in FORGETFUL:
            self._forget()
        self._watch(state in WATCHED)
        self._entrances.prepare(state)
        if state is State.ATTRACT:
            self._stay_closed()
        if self.state is state:
            cast.stage.show(state)
            self.moved.emit(state)

    def _forget(self) -> None:
        self._watch(on=False)
        self._course.visitor = Visitor()
        self._cast.keeping.part()
        self._cast.stage.forget()
        # After the next screen, and again once frames that were in work are dropped.
        for wait_ms in (PAINTED_MS, DROPPED_MS):
            QTimer.singleShot(wait_ms, _clear_memory)

    def _watch(self, on: bool) -> None:
        if on and not self._watching:
            self._cast.sitting.open()
        elif not on and self._watching:
            self._cast.sitting.close()
        self._watching = on

    def _stay_closed(self) -> None:
        """Lead on from the first screen where no visitor can be served."""
        if self._maintenance:
            self.handle(Event.MAINTENANCE_BEGAN)
        elif self._cast.pulse.failure is not None:
            # Staff went, or somebody knocked, and what was wrong may be so still.
            self._cast.recovery.hasten()
            self.handle(Event.FAILED)

    def _on_tick(self) -> None:
        now_s = self._cast.clock.now_s()
        settings = self._cast.settings.now.visit
        sitting = self._cast.sitting
        if self.state is State.LIVE:
            if sitting.look(settings, now_s):
                self._attendance.see()
            self._feel_pulse()
        elif self.state is State.COUNTDOWN:
            sitting.count(now_s)
        elif self.state is State.HANDOVER:
            self._cast.keeping.look()
        if self.state in (State.COUNTDOWN, State.FINISHING):
            sitting.watch_trouble()
        self._cast.recovery.look(self.state)
        if self._attendance.look():
            self.handle(Event.TIMED_OUT)

    def _feel_pulse(self) -> None:
        pulse = self._cast.pulse
        before = pulse.pace
        pulse.feel()
        if pulse.pace is not None and pulse.pace is not before:
            self._cast.notes.paced(pulse.pace.pictures_per_s)

    def _on_touched(self) -> None:
        self._attendance.touch()
        self._cast.sitting.encourage()

    def _on_finished(self, portrait: FinishedPortrait, painting: PackPainting) -> None:
        self.visitor.portrait = portrait
        self.visitor.portraits_taken += 1
        # Another painting may have been wanted that was not ready in time.
        self.visitor.painting = painting
        self._cast.hanging.choose(painting.key)
        self.handle(Event.FINISHED)

    def _on_found_source(self) -> None:
        self._mishaps.find_source()

    def _on_camera_found(self) -> None:
        if self.state is State.ATTRACT:
            self.camera_found.emit()

    def _on_recovered(self) -> None:
        self._cast.pulse.recover()
        self.handle(Event.RECOVERED)

    def _on_language_chosen(self, code: str) -> None:
        self._cast.languages.use(code)
        self._cast.notes.speaks(code)

    def _speak(self, code: str) -> None:
        cast = self._cast
        cast.stage.offer_languages(cast.languages.offered, code)
        cast.hall.speak(code)
        self._entrances.ask_consent()

    def _connect(self) -> None:
        cast = self._cast
        cast.stage.happened.connect(self.handle)
        cast.stage.language_chosen.connect(self._on_language_chosen)
        self._choosing.happened.connect(self.handle)
        cast.stage.still_there.stayed.connect(self._on_touched)
        cast.languages.changed.connect(self._speak)
        cast.touches.touched.connect(self._on_touched)
        cast.touches.staff_wanted.connect(lambda: self.handle(Event.STAFF_WANTED))
        cast.hanging.failed.connect(self.fail)
        cast.sitting.happened.connect(self.handle)
        cast.sitting.finished.connect(self._on_finished)
        cast.sitting.failed.connect(self.fail)
        cast.recovery.found_trouble.connect(self.fail)
        cast.recovery.camera_found.connect(self._on_camera_found)
        cast.recovery.found_source.connect(self._on_found_source)
        cast.recovery.recovered.connect(self._on_recovered)


def _clear_memory() -> None:
    """Drop what refers to itself, and give back the pages that held pictures."""
    gc.collect()
    empty_heaps()
