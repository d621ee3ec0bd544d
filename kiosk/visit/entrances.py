"""What each state of a visit prepares before its screen is shown."""

from collections.abc import Callable, Mapping

from kiosk.bridge import image_of
from kiosk.exhibition import card_text
from kiosk.flow import Event, State
from kiosk.privacy.regions import retention_of
from kiosk.settings.kinds import Language
from kiosk.visit.cast import Cast
from kiosk.visit.course import Course


class Entrances:
    """Prepares the states; those that need nothing have no entrance.

    Args:
        cast: Whom it tells.
        course: How far the visit has come.
    """

    def __init__(self, cast: Cast, course: Course) -> None:
        self._cast, self._course = cast, course
        self._entrances: Mapping[State, Callable[[], None]] = {
            State.ATTRACT: self._attract,
            State.PRIVACY: self._privacy,
            State.CONSENT: self.ask_consent,
            State.CHOOSE: self._choose,
            State.AGE: self._age,
            State.LIVE: self._live,
            State.COUNTDOWN: self._countdown,
            State.FINISHING: self._cast.sitting.take,
            State.RESULT: self._result,
            State.HANDOVER: self._handover,
            State.THANKS: self._thanks,
            State.OUT_OF_ORDER: self._out_of_order,
            State.MAINTENANCE: self._maintenance,
            State.PIN: self._pin,
        }

    def prepare(self, state: State) -> None:
        """Do what a state needs before it is shown.

        Args:
            state: What is entered; a countdown with nobody there leads on at once.
        """
        entrance = self._entrances.get(state)
        if entrance is not None:
            entrance()

    def ask_consent(self) -> None:
        """Ask in the words of the language in force."""
        cast = self._cast
        words = cast.consent[cast.languages.code]
        hours = retention_of(cast.settings.now).picture_hours
        cast.stage.show_consent(words.kept_for(hours))

    def _privacy(self) -> None:
        cast = self._cast
        text = cast.notice.text(cast.languages.code, cast.settings.now)
        cast.stage.privacy.show_text(text)

    def _attract(self) -> None:
        self._cast.languages.reset()
        self._cast.hanging.choose(self._cast.exhibition.first.key)

    def _choose(self) -> None:
        # Nobody sees a living portrait here: the pages turn the smoother without one.
        self._cast.sitting.rest()
        painting = self._course.visitor.painting
        self._cast.stage.choose.mark(painting.key if painting else None)

    def _age(self) -> None:
        painting = self._course.visitor.asks_for
        self._cast.sitting.rest()
        if painting is not None:
            code = self._cast.languages.code
            self._cast.stage.age.show_painting(card_text(painting, code))

    def _live(self) -> None:
        visitor = self._course.visitor
        visitor.painting = self._cast.hanging.wanted or visitor.painting
        self._cast.sitting.resume()

    def _countdown(self) -> None:
        seconds = self._cast.settings.now.visit.countdown_s
        self._cast.sitting.count_down(seconds, self._cast.clock.now_s())

    def _result(self) -> None:
        visitor = self._course.visitor
        if visitor.portrait is None:
            return
        self._cast.sitting.rest()
        most = self._cast.settings.now.visit.most_retakes
        self._cast.stage.result.show_portrait(
            image_of(visitor.portrait.bgra).copy(),
            image_of(visitor.portrait.original).copy(),
            visitor.tries_left(most),
        )

    def _handover(self) -> None:
        visitor = self._course.visitor
        if visitor.portrait is None:
            return
        offer = self._cast.keeping.offer(visitor)
        picture = image_of(visitor.portrait.bgra).copy()
        self._cast.stage.handover.show_offer(picture, offer)
        self._cast.stage.result.forget()

    def _thanks(self) -> None:
        deleted = self._course.event is Event.DELETED
        remains = self._cast.keeping.remains
        self._cast.stage.thanks.show_thanks(deleted=deleted, remains=remains)

    def _out_of_order(self) -> None:
        self._cast.languages.reset()
        words = self._cast.settings.now.venue.out_of_order
        self._cast.stage.out_of_order.show_words(self._own_words(words))

    def _maintenance(self) -> None:
        self._cast.languages.reset()
        words = self._cast.settings.now.venue.maintenance
        self._cast.stage.maintenance.show_words(self._own_words(words))

    def _pin(self) -> None:
        self._cast.languages.reset()
        self._cast.stage.pin.reset()

    def _own_words(self, words: Mapping[Language, str]) -> str:
        code = self._cast.languages.code
        return next((said for language, said in words.items() if language == code), "")
