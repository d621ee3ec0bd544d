"""Follows which painting a visitor wants; one with an age note asks for their age."""

from PySide6.QtCore import QObject, Signal

from kiosk.flow import Event, State
from kiosk.packs.manifest import PackPainting
from kiosk.visit.cast import Cast
from kiosk.visit.course import Course

CHOOSING = frozenset({State.CHOOSE, State.LIVE, State.COUNTDOWN, State.FINISHING})
"""States whose screens have cards."""


class Choosing(QObject):
    """Hangs what is touched, at once or once the visitor says that they are old enough.

    Swipes go past a painting that would have to ask: nobody meets it by chance. What a
    visitor says of their age holds for their visit, in memory only.

    Args:
        cast: Whom it tells.
        course: How far the visit has come.
        parent: Its owner.
    """

    happened = Signal(Event)
    """The visit goes on."""

    def __init__(self, cast: Cast, course: Course, parent: QObject) -> None:
        super().__init__(parent)
        self._cast, self._course = cast, course
        cast.stage.choose.painting_chosen.connect(self._on_touched)
        cast.stage.live.painting_chosen.connect(self._on_touched)
        cast.stage.live.stepped.connect(self._on_stepped)
        cast.stage.age.confirmed.connect(self._on_confirmed)
        cast.hanging.chosen.connect(self._on_wanted)

    def _on_touched(self, key: str) -> None:
        painting = self._cast.hanging.offered(key)
        if painting is None or self._course.state not in CHOOSING:
            return
        if painting.least_age <= self._course.visitor.least_age:
            self._hang(painting, Event.PAINTING_CHOSEN)
            return
        wanted = self._cast.hanging.wanted
        if wanted is not None:
            self._cast.stage.live.show_chosen(wanted.key)
        if self._course.state in (State.CHOOSE, State.LIVE):
            self._course.visitor.asks_for = painting
            self.happened.emit(Event.AGE_ASKED)

    def _on_confirmed(self) -> None:
        visitor = self._course.visitor
        painting, visitor.asks_for = visitor.asks_for, None
        if self._course.state is State.AGE and painting is not None:
            visitor.least_age = painting.least_age
            self._hang(painting, Event.AGE_CONFIRMED)

    def _on_stepped(self, by: int) -> None:
        self._cast.hanging.step(by, self._course.visitor.least_age)

    def _hang(self, painting: PackPainting, event: Event) -> None:
        """Hang a painting; on the living screen the visit stays where it is."""
        self._cast.hanging.choose(painting.key)
        if self._course.state in (State.CHOOSE, State.AGE):
            self._course.visitor.painting = self._cast.hanging.wanted
            self.happened.emit(event)

    def _on_wanted(self, key: str) -> None:
        if self._course.state in (State.LIVE, State.COUNTDOWN):
            self._course.visitor.painting = self._cast.hanging.wanted
            self._cast.notes.shows(self._course.state, key)
