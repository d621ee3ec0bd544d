"""The visit as a declared table: what leads where, how long it waits, what it forgets.

::

    SETUP -> ATTRACT -> CONSENT -> CHOOSE -> LIVE -> COUNTDOWN -> FINISHING -> RESULT
                ^                    ^        ^ again, or nobody to paint        |
                |                    +--------+----- another painting -----------+
                |                                                                v
                +--------------- THANKS <- done, delete my picture --------- HANDOVER

A painting with an age note leads from CHOOSE and LIVE to AGE, which asks: the answer
leads on to LIVE, or back to CHOOSE for another one.

Leaving, declining and standing away lead to ATTRACT, a failure to OUT_OF_ORDER, a PIN
to STAFF; ATTRACT and CONSENT to PRIVACY, and from there to either. No Qt, no clock and
no side effect in this file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from kiosk.storage.sessions import Outcome
from kiosk.storage.spells import Standing


class State(StrEnum):
    """Where a visit stands; each has a screen, some share one."""

    SETUP = "setup"
    ATTRACT = "attract"
    PRIVACY = "privacy"
    CONSENT = "consent"
    CHOOSE = "choose"
    AGE = "age"
    LIVE = "live"
    COUNTDOWN = "countdown"
    FINISHING = "finishing"
    RESULT = "result"
    HANDOVER = "handover"
    THANKS = "thanks"
    OUT_OF_ORDER = "out_of_order"
    MAINTENANCE = "maintenance"
    PIN = "pin"
    STAFF = "staff"


class Event(StrEnum):
    """What can happen."""

    SET_UP = "set_up"
    TOUCHED = "touched"
    PRIVACY_WANTED = "privacy_wanted"
    AGREED = "agreed"
    DECLINED = "declined"
    PAINTING_CHOSEN = "painting_chosen"
    AGE_ASKED = "age_asked"
    AGE_CONFIRMED = "age_confirmed"
    SHUTTER_PRESSED = "shutter_pressed"
    POSE_HELD = "pose_held"
    COUNTED_DOWN = "counted_down"
    FINISHED = "finished"
    NOT_FINISHED = "not_finished"
    KEPT = "kept"
    AGAIN = "again"
    OTHER_WANTED = "other_wanted"
    DONE = "done"
    DELETED = "deleted"
    LEFT = "left"
    TIMED_OUT = "timed_out"
    FAILED = "failed"
    RECOVERED = "recovered"
    STAFF_WANTED = "staff_wanted"
    PIN_RIGHT = "pin_right"
    MAINTENANCE_BEGAN = "maintenance_began"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a state waits for somebody.

    Attributes:
        idle_share: Of the configured time without a touch.
        extra_s: Added to it.
        sees: Whether a face before the camera counts like a touch, for a while.
        warns: Whether the visitor is asked before the time is up.
        fixed: Whether the time runs from the beginning, whoever touches.
    """

    idle_share: float = 1.0
    extra_s: float = 0.0
    sees: bool = False
    warns: bool = False
    fixed: bool = False

    def wait_s(self, idle_s: float) -> float:
        """The whole time, in seconds; at most a minute where a visitor stands."""
        return self.idle_share * idle_s + self.extra_s


TRANSITIONS: Mapping[tuple[State, Event], State] = MappingProxyType(
    {
        (State.SETUP, Event.SET_UP): State.ATTRACT,
        (State.SETUP, Event.TIMED_OUT): State.ATTRACT,
        (State.ATTRACT, Event.TOUCHED): State.CONSENT,
        (State.ATTRACT, Event.MAINTENANCE_BEGAN): State.MAINTENANCE,
        (State.ATTRACT, Event.PRIVACY_WANTED): State.PRIVACY,
        (State.CONSENT, Event.PRIVACY_WANTED): State.PRIVACY,
        (State.PRIVACY, Event.TOUCHED): State.CONSENT,
        (State.PRIVACY, Event.LEFT): State.ATTRACT,
        (State.PRIVACY, Event.TIMED_OUT): State.ATTRACT,
        (State.CONSENT, Event.AGREED): State.CHOOSE,
        (State.CONSENT, Event.DECLINED): State.ATTRACT,
        (State.CONSENT, Event.TIMED_OUT): State.ATTRACT,
        (State.CHOOSE, Event.PAINTING_CHOSEN): State.LIVE,
        (State.CHOOSE, Event.LEFT): State.ATTRACT,
        (State.CHOOSE, Event.TIMED_OUT): State.ATTRACT,
        (State.CHOOSE, Event.AGE_ASKED): State.AGE,
        (State.AGE, Event.AGE_CONFIRMED): State.LIVE,
        (State.AGE, Event.OTHER_WANTED): State.CHOOSE,
        (State.AGE, Event.TIMED_OUT): State.ATTRACT,
        (State.LIVE, Event.AGE_ASKED): State.AGE,
        (State.LIVE, Event.SHUTTER_PRESSED): State.COUNTDOWN,
        (State.LIVE, Event.POSE_HELD): State.COUNTDOWN,
        (State.LIVE, Event.LEFT): State.ATTRACT,
        (State.LIVE, Event.TIMED_OUT): State.ATTRACT,
        (State.COUNTDOWN, Event.COUNTED_DOWN): State.FINISHING,
        (State.COUNTDOWN, Event.NOT_FINISHED): State.LIVE,
        (State.COUNTDOWN, Event.TIMED_OUT): State.OUT_OF_ORDER,
        (State.FINISHING, Event.FINISHED): State.RESULT,
        (State.FINISHING, Event.NOT_FINISHED): State.LIVE,
        (State.FINISHING, Event.TIMED_OUT): State.OUT_OF_ORDER,
        (State.RESULT, Event.KEPT): State.HANDOVER,
        (State.RESULT, Event.AGAIN): State.LIVE,
        (State.RESULT, Event.OTHER_WANTED): State.CHOOSE,
        (State.RESULT, Event.LEFT): State.ATTRACT,
        (State.RESULT, Event.TIMED_OUT): State.ATTRACT,
        (State.HANDOVER, Event.DONE): State.THANKS,
        (State.HANDOVER, Event.DELETED): State.THANKS,
        (State.HANDOVER, Event.TIMED_OUT): State.ATTRACT,
        (State.THANKS, Event.TOUCHED): State.ATTRACT,
        (State.THANKS, Event.TIMED_OUT): State.ATTRACT,
        (State.OUT_OF_ORDER, Event.RECOVERED): State.ATTRACT,
        (State.PIN, Event.PIN_RIGHT): State.STAFF,
        (State.PIN, Event.LEFT): State.ATTRACT,
        (State.PIN, Event.TIMED_OUT): State.ATTRACT,
        (State.STAFF, Event.LEFT): State.ATTRACT,
        (State.STAFF, Event.TIMED_OUT): State.ATTRACT,
        **{
            (state, Event.STAFF_WANTED): State.PIN
            for state in State
            if state not in (State.SETUP, State.PIN, State.STAFF)
        },
        **{
            (state, Event.FAILED): State.OUT_OF_ORDER
            for state in State
            if state not in (State.SETUP, State.PIN, State.STAFF, State.MAINTENANCE)
        },
    }
)
"""Whatever is not in here is not heard: late answers and double touches do no harm."""

PATIENCE: Mapping[State, Patience] = MappingProxyType(
    {
        State.SETUP: Patience(idle_share=0.0, extra_s=300.0),
        State.PRIVACY: Patience(idle_share=0.0, extra_s=60.0),
        State.CONSENT: Patience(),
        State.CHOOSE: Patience(warns=True),
        State.AGE: Patience(warns=True),
        State.LIVE: Patience(sees=True, warns=True),
        State.COUNTDOWN: Patience(idle_share=0.0, extra_s=20.0, fixed=True),
        State.FINISHING: Patience(idle_share=0.0, extra_s=30.0, fixed=True),
        State.RESULT: Patience(warns=True),
        State.HANDOVER: Patience(idle_share=0.0, extra_s=60.0, warns=True),
        State.THANKS: Patience(idle_share=0.0, extra_s=6.0),
        State.PIN: Patience(idle_share=0.0, extra_s=30.0),
        State.STAFF: Patience(idle_share=0.0, extra_s=180.0),
    }
)
"""States that are not in here wait for ever."""

UNTOUCHED = frozenset({Event.POSE_HELD, Event.COUNTED_DOWN, Event.NOT_FINISHED})
"""What the kiosk does by itself: no sign that anybody is still there. A finished
portrait counts like a touch: its visitor gets the whole patience, once, for nothing but
a touch leads on from there."""

UNHURRIED = frozenset({State.FINISHING})
"""Here it is the kiosk that takes the time, however fast a rehearsal's clock is."""

WATCHED = frozenset(
    {
        State.CHOOSE,
        State.AGE,
        State.LIVE,
        State.COUNTDOWN,
        State.FINISHING,
        State.RESULT,
    }
)
"""States in which the camera is on; in all others no frame is read.

While a painting is chosen, the age is asked or the result is looked at, nothing is made
of the frames; the camera stays open so that the living portrait begins at once."""

FORGETFUL = frozenset(
    {
        State.SETUP,
        State.ATTRACT,
        State.THANKS,
        State.OUT_OF_ORDER,
        State.MAINTENANCE,
        State.PIN,
        State.STAFF,
    }
)
"""Entering one of these wipes everything of the visitor."""

CORNERED = frozenset(
    {State.ATTRACT, State.THANKS, State.OUT_OF_ORDER, State.MAINTENANCE}
)
"""States in which touches in the staff's corner are for staff alone."""

_OUTCOMES: Mapping[Event, Outcome] = MappingProxyType(
    {
        Event.DECLINED: Outcome.DECLINED,
        Event.DONE: Outcome.COMPLETED,
        Event.DELETED: Outcome.DELETED,
        Event.FAILED: Outcome.FAILED,
        Event.LEFT: Outcome.LEFT,
        Event.STAFF_WANTED: Outcome.LEFT,
        Event.TIMED_OUT: Outcome.ABANDONED,
    }
)


_STANDINGS: Mapping[State, Standing] = MappingProxyType(
    {
        State.SETUP: Standing.STAFF,
        State.PIN: Standing.STAFF,
        State.STAFF: Standing.STAFF,
        State.OUT_OF_ORDER: Standing.OUT_OF_ORDER,
        State.MAINTENANCE: Standing.MAINTENANCE,
    }
)


def advance(state: State, event: Event) -> State | None:
    """Where an event leads.

    Returns:
        The next state, or None where the event means nothing.
    """
    return TRANSITIONS.get((state, event))


def outcome(state: State, event: Event) -> Outcome | None:
    """How a visit ends by an event.

    Args:
        state: Where the visit stood.
        event: What happened.

    Returns:
        None where the visit goes on, or where there was none.
    """
    following = advance(state, event)
    if following not in FORGETFUL or state in FORGETFUL:
        return None
    if state is State.HANDOVER and event in (Event.TIMED_OUT, Event.STAFF_WANTED):
        return Outcome.COMPLETED
    if following is State.OUT_OF_ORDER:
        return Outcome.FAILED
    return _OUTCOMES[event]


def standing(state: State) -> Standing:
    """How the kiosk stands to its visitors in a state."""
    return _STANDINGS.get(state, Standing.OPEN)
