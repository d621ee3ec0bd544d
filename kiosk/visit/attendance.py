"""Asks whoever gives no sign of life whether they are still there."""

from kiosk.flow import UNHURRIED, UNTOUCHED, Event, State
from kiosk.visit.cast import Cast
from kiosk.visit.course import Course
from kiosk.visit.idle import IdleWatch


class Attendance:
    """Follows the signs of life of a visitor, by the clock of the visit.

    Args:
        cast: Whom it asks for the time, and who asks the visitor.
        course: How far the visit has come.
    """

    def __init__(self, cast: Cast, course: Course) -> None:
        self._cast, self._course = cast, course
        self._idle = IdleWatch()

    def enter(self, state: State) -> None:
        """Begin to wait in a state; that alone is no touch."""
        self._idle.enter(state, self._now_s())

    def touch(self) -> None:
        """Note a touch."""
        self._idle.touch(self._cast.clock.now_s())

    def see(self) -> None:
        """Note a face before the camera."""
        self._idle.see(self._cast.clock.now_s())

    def note(self, event: Event) -> None:
        """Note what happened, which may be the visitor's doing or not."""
        if event in UNTOUCHED:
            # A visitor who was painted in vain was there just now.
            self.see()
        else:
            self.touch()

    def look(self) -> bool:
        """Ask the visitor once it is time to.

        Returns:
            Whether the time is up.
        """
        now_s = self._now_s()
        idle_s = self._cast.settings.now.visit.idle_s
        waiting = self._idle.look(now_s, idle_s)
        if waiting.over:
            return True
        still_there = self._cast.stage.still_there
        if waiting.warn_s is not None:
            still_there.show_seconds(waiting.warn_s)
        elif still_there.isVisible():
            still_there.hide()
        elif self._nobody_touched(now_s, idle_s):
            # Whoever chose a language and walked on has left it to nobody.
            self._cast.languages.reset()
        return False

    def _nobody_touched(self, now_s: float, idle_s: float) -> bool:
        return (
            self._course.state is State.ATTRACT
            and self._idle.untouched_s(now_s) > idle_s
        )

    def _now_s(self) -> float:
        """The clock that patience is measured by."""
        clock = self._cast.clock
        return clock.real_s() if self._course.state in UNHURRIED else clock.now_s()
