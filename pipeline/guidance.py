"""What a visitor should do to be portrayed well, as values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Advice(StrEnum):
    """A thing to do, named by what the visitor should change."""

    STEP_IN = "step_in"
    STEP_BACK = "step_back"
    COME_CLOSER = "come_closer"
    TOO_DARK = "too_dark"
    LOOK_HERE = "look_here"


@dataclass(frozen=True, slots=True)
class HeadTurn:
    """How a head is turned, as seen in the picture it belongs to.

    Attributes:
        yaw_deg: Positive when the face is turned towards the picture's right.
        pitch_deg: Positive when it looks up.
        roll_deg: Positive when it leans to the picture's right (clockwise).
    """

    yaw_deg: float
    pitch_deg: float
    roll_deg: float


@dataclass(frozen=True, slots=True)
class Guidance:
    """How well the visitors sit.

    Attributes:
        advice: What to do, most important first; empty when all is well.
        painted: The painted head that the nearest visitor sits for, or the best suited
            one while there is nobody.
        visitor: The nearest visitor's head; None when there is nobody.
        nearness: How alike the visitors' heads are turned to the painted ones, 0 to 1;
            of a group, that of the least alike.
        held_s: For how long they have been alike with open eyes.
    """

    advice: tuple[Advice, ...] = ()
    painted: HeadTurn | None = None
    visitor: HeadTurn | None = None
    nearness: float = 0.0
    held_s: float = 0.0


NO_GUIDANCE: Final = Guidance()
