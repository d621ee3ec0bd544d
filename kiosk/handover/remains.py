"""What there still is of a portrait once its visitor has gone."""

from enum import Enum, auto


class Remains(Enum):
    """In the kinds that a visitor is told of."""

    NOTHING = auto()
    SEALED = auto()
    """It waits, encrypted, to be fetched."""
    FETCHED = auto()
    """The visitor's phone has it, and the kiosk nothing more."""
    LINGERS = auto()
    """It is deleted, but the service, which cannot be reached, has not heard of it."""
