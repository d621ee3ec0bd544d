"""The kinds of failure, as staff and figures know them."""

from enum import StrEnum


class ErrorKind(StrEnum):
    """What failed, so that failures can be counted."""

    CAMERA = "camera"
    """The camera or clip is missing, went away or sends nothing."""
    ENGINE = "engine"
    """The models or the engine broke."""
    PAINTING = "painting"
    """No painting can be used."""
    TIME = "time"
    """The countdown or the portrait did not end in time."""
    PROGRAM = "program"
    """Something that nobody expected."""
