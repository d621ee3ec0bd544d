"""How far a visit has come."""

from dataclasses import dataclass, field

from kiosk.flow import Event, State
from kiosk.visit.visitor import Visitor


@dataclass(slots=True, eq=False)
class Course:
    """What the controller moves on and those who help it look at.

    Attributes:
        state: Where the visit stands.
        event: What led there.
        visitor: Who stands there; another one once they are forgotten.
    """

    state: State = State.ATTRACT
    event: Event = Event.LEFT
    visitor: Visitor = field(default_factory=Visitor)
