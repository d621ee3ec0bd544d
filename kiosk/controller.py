"""Drives the flow: whoever reports an event reports it here."""

import gc
import logging
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.bridge import image_of
from kiosk.easel import FinishedPortrait
from kiosk.failures import ErrorKind
from kiosk.flow import (
    CORNERED,
    FORGETFUL,
    UNHURRIED,
    UNTOUCHED,
    WATCHED,
    Event,
    State,
    advance,
)
from kiosk.handover.offer import new_token, offer_for
from kiosk.packs.manifest import PackPainting
from kiosk.privacy.consent import ConsentText
from kiosk.settings.kinds import Language
from kiosk.staff.health import Failure
from kiosk.visit.cast import Cast
from kiosk.visit.idle import IdleWatch
from kiosk.visit.visitor import Visitor

logger = logging.getLogger(__name__)

TICK_MS = 50
TOO_LONG: Mapping[State, str] = {
    State.COUNTDOWN: "The countdown did not end in time. Restart the computer.",
    State.FINISHING: "A portrait was not painted in time. Close other programs.",
}
"""Why the kiosk is out of order when one of these does not end."""


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
        self._state = State.ATTRACT
        self._visitor = Visitor()
        self._last_event = Event.LEFT
        self._watching = False
        self._idle = IdleWatch()
        self._maintenance = False
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._on_tick)
        self._on_enter: Mapping[State, Callable[[], None]] = {
            State.ATTRACT: self._enter_attract,
            State.CONSENT: self._enter_consent,
            State.CHOOSE: self._enter_choose,
            State.LIVE: self._enter_live,
            State.COUNTDOWN: self._enter_countdown,
            State.FINISHING: self._enter_finishing,
            State.RESULT: self._enter_result,
            State.HANDOVER: self._enter_handover,
            State.THANKS: self._enter_thanks,
            State.OUT_OF_ORDER: self._enter_out_of_order,
            State.MAINTENANCE: self._enter_maintenance,
            State.PIN: self._enter_pin,
        }
        self._connect()

    @property
    def state(self) -> State:
        """Where the visit stands."""
        return self._state

    @property
    def visitor(self) -> Visitor:
        """What is known of whoever stands there."""
        return self._visitor

    @property
    def maintenance(self) -> bool:
        """Whether staff have closed the kiosk to visitors."""
        return self._maintenance

    def start(self, state: State) -> None:
        """Begin in a state."""
        self._cast.hanging.offer(self._cast.exhibition.shown)
        self._cast.languages.reset()
        self._speak(self._cast.languages.code)
        self._idle.touch(self._cast.clock.now_s())
        self._enter(state)
        self._ticks.start()

    def stop(self) -> None:
        """End a visit that goes on and forget the visitor."""
        self._ticks.stop()
        self._forget()

    def handle(self, event: Event) -> None:
        """Let something happen; what means nothing now is not heard."""
        following = advance(self._state, event)
        if following is None:
            return
        if event in (Event.AGREED, Event.DECLINED):
            text = self._consent_text()
            agreed = event is Event.AGREED
            self._cast.notes.answered(agreed=agreed, version=text.version)
        if event is Event.TIMED_OUT and following is State.OUT_OF_ORDER:
            self._note_failure(TOO_LONG[self._state], ErrorKind.TIME)
        painting = self._visitor.painting.key if self._visitor.painting else None
        self._cast.notes.moved(
            self._state, event, following, self._cast.languages.code, painting
        )
        logger.info(
            "the visit moves on",
            extra={"fields": {"from": self._state, "to": following, "by": event}},
        )
        self._last_event = event
        now_s = self._cast.clock.now_s()
        if event in UNTOUCHED:
            # A visitor who was painted in vain was there just now.
            self._idle.see(now_s)
        else:
            self._idle.touch(now_s)
        self._enter(following)

    def fail(self, sentence: str, kind: ErrorKind = ErrorKind.PROGRAM) -> None:
        """Go out of order.

        Args:
            sentence: What is wrong, for staff; it may name a file, and goes into no
                log on disk.
            kind: What is wrong, for the logs.
        """
        if advance(self._state, Event.FAILED) is not None:
            self._note_failure(sentence, kind)
            self.handle(Event.FAILED)
        else:
            # Nobody is thrown out, but the health page tells, and what follows minds.
            self._cast.pulse.fail(Failure(sentence, kind))

    def _note_failure(self, sentence: str, kind: ErrorKind) -> None:
        source = self._cast.pulse.source_kind
        fields = {"kind": kind, "source": source, "state": self._state}
        logger.error("out of order", extra={"fields": fields, "for_staff": sentence})
        self._cast.pulse.fail(Failure(sentence, kind))
        self._cast.notes.failed(kind)
        self._cast.recovery.fail()

    def set_maintenance(self, *, on: bool) -> None:
        """Close the kiosk to visitors once staff are gone, or open it again."""
        self._maintenance = on

    def arrange(self) -> None:
        """Take the exhibition as it is arranged now; the visit goes on."""
        self._cast.hanging.offer(self._cast.exhibition.shown)
        self._cast.hall.arrange()

    def _enter(self, state: State) -> None:
        self._state = state
        cast = self._cast
        cast.touches.settle()
        cast.touches.guards_corner = state in CORNERED
        self._idle.enter(state, self._idle_now_s())
        if state in FORGETFUL:
            self._forget()
        self._watch(state in WATCHED)
        enter = self._on_enter.get(state)
        if enter is not None:
            enter()
        if self._state is state:
            cast.stage.show(state)
            self.moved.emit(state)

    def _forget(self) -> None:
        self._watch(on=False)
        self._visitor = Visitor()
        self._cast.stage.forget()
        # What refers to itself would stay until the collector comes by.
        QTimer.singleShot(0, gc.collect)

    def _watch(self, on: bool) -> None:
        if on and not self._watching:
            self._cast.sitting.open()
        elif not on and self._watching:
            self._cast.sitting.close()
        self._watching = on

    def _enter_attract(self) -> None:
        self._cast.languages.reset()
        first = self._cast.exhibition.first
        self._cast.hanging.choose(first.key)
        if self._maintenance:
            self.handle(Event.MAINTENANCE_BEGAN)
        elif self._cast.pulse.failure is not None:
            # Staff went, or somebody knocked, and what was wrong may be so still.
            self._cast.recovery.hasten()
            self.handle(Event.FAILED)

    def _enter_consent(self) -> None:
        self._cast.stage.show_consent(self._consent_text())

    def _enter_choose(self) -> None:
        painting = self._visitor.painting
        self._cast.stage.choose.mark(painting.key if painting else None)

    def _enter_live(self) -> None:
        self._visitor.painting = self._cast.hanging.wanted or self._visitor.painting
        self._cast.sitting.resume()

    def _enter_countdown(self) -> None:
        seconds = self._cast.settings.now.visit.countdown_s
        self._cast.sitting.count_down(seconds, self._cast.clock.now_s())

    def _enter_finishing(self) -> None:
        self._cast.sitting.take()

    def _enter_result(self) -> None:
        portrait = self._visitor.portrait
        if portrait is None:
            return
        self._cast.sitting.rest()
        most = self._cast.settings.now.visit.most_retakes
        self._cast.stage.result.show_portrait(
            image_of(portrait.bgra).copy(),
            image_of(portrait.original).copy(),
            self._visitor.tries_left(most),
        )

    def _enter_handover(self) -> None:
        portrait = self._visitor.portrait
        if portrait is None:
            return
        offer = None
        link = self._cast.settings.now.handover.link
        if link:
            self._visitor.token = new_token()
            offer = offer_for(link, self._visitor.token)
        picture = image_of(portrait.bgra).copy()
        self._cast.stage.handover.show_offer(picture, offer)
        self._cast.stage.result.forget()

    def _enter_thanks(self) -> None:
        deleted = self._last_event is Event.DELETED
        self._cast.stage.thanks.show_thanks(deleted=deleted)

    def _enter_out_of_order(self) -> None:
        self._cast.languages.reset()
        words = self._cast.settings.now.venue.out_of_order
        self._cast.stage.out_of_order.show_words(self._own_words(words))

    def _enter_maintenance(self) -> None:
        self._cast.languages.reset()
        words = self._cast.settings.now.venue.maintenance
        self._cast.stage.maintenance.show_words(self._own_words(words))

    def _enter_pin(self) -> None:
        self._cast.languages.reset()
        self._cast.stage.pin.reset()

    def _own_words(self, words: Mapping[Language, str]) -> str:
        code = self._cast.languages.code
        return next((said for language, said in words.items() if language == code), "")

    def _consent_text(self) -> ConsentText:
        return self._cast.consent[self._cast.languages.code]

    def _on_tick(self) -> None:
        now_s = self._cast.clock.now_s()
        settings = self._cast.settings.now.visit
        sitting = self._cast.sitting
        if self._state is State.LIVE:
            if sitting.look(settings, now_s):
                self._idle.see(now_s)
            self._feel_pulse()
        elif self._state is State.COUNTDOWN:
            sitting.count(now_s)
        if self._state in (State.COUNTDOWN, State.FINISHING):
            sitting.watch_trouble()
        self._cast.recovery.look(self._state)
        self._wait(self._idle_now_s())

    def _feel_pulse(self) -> None:
        pulse = self._cast.pulse
        before = pulse.pace
        pulse.feel()
        if pulse.pace is not None and pulse.pace is not before:
            self._cast.notes.paced(pulse.pace.pictures_per_s)

    def _wait(self, now_s: float) -> None:
        idle_s = self._cast.settings.now.visit.idle_s
        waiting = self._idle.look(now_s, idle_s)
        still_there = self._cast.stage.still_there
        if waiting.over:
            self.handle(Event.TIMED_OUT)
        elif waiting.warn_s is not None:
            still_there.show_seconds(waiting.warn_s)
        elif still_there.isVisible():
            still_there.hide()
        elif self._state is State.ATTRACT and self._idle.untouched_s(now_s) > idle_s:
            # Whoever chose a language and walked on has left it to nobody.
            self._cast.languages.reset()

    def _idle_now_s(self) -> float:
        """The clock that patience is measured by."""
        clock = self._cast.clock
        return clock.real_s() if self._state in UNHURRIED else clock.now_s()

    def _on_touched(self) -> None:
        self._idle.touch(self._cast.clock.now_s())
        self._cast.sitting.encourage()

    def _on_finished(self, portrait: FinishedPortrait, painting: PackPainting) -> None:
        self._visitor.portrait = portrait
        self._visitor.portraits_taken += 1
        # Another painting may have been wanted that was not ready in time.
        self._visitor.painting = painting
        self._cast.hanging.choose(painting.key)
        self.handle(Event.FINISHED)

    def _on_painting_chosen(self, key: str) -> None:
        if self._state is not State.CHOOSE:
            return
        self._cast.hanging.choose(key)
        self._visitor.painting = self._cast.hanging.wanted
        self.handle(Event.PAINTING_CHOSEN)

    def _on_wanted(self, key: str) -> None:
        if self._state in (State.LIVE, State.COUNTDOWN):
            self._visitor.painting = self._cast.hanging.wanted
            self._cast.notes.shows(self._state, key)

    def _on_found_source(self) -> None:
        failure = self._cast.pulse.failure
        if failure is not None and failure.kind is ErrorKind.CAMERA:
            self._cast.pulse.recover()

    def _on_camera_found(self) -> None:
        if self._state is State.ATTRACT:
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
        cast.stage.show_consent(self._consent_text())

    def _connect(self) -> None:
        cast = self._cast
        cast.stage.happened.connect(self.handle)
        cast.stage.language_chosen.connect(self._on_language_chosen)
        cast.stage.choose.painting_chosen.connect(self._on_painting_chosen)
        cast.stage.still_there.stayed.connect(self._on_touched)
        cast.languages.changed.connect(self._speak)
        cast.touches.touched.connect(self._on_touched)
        cast.touches.staff_wanted.connect(lambda: self.handle(Event.STAFF_WANTED))
        cast.hanging.chosen.connect(self._on_wanted)
        cast.hanging.failed.connect(self.fail)
        cast.sitting.happened.connect(self.handle)
        cast.sitting.finished.connect(self._on_finished)
        cast.sitting.failed.connect(self.fail)
        cast.recovery.found_trouble.connect(self.fail)
        cast.recovery.camera_found.connect(self._on_camera_found)
        cast.recovery.found_source.connect(self._on_found_source)
        cast.recovery.recovered.connect(self._on_recovered)
