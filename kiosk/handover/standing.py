"""How handing over goes, for whoever asks; made by the courier, read by any thread."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.handover.acquaintances import Acquaintance


class Reach(StrEnum):
    """How the kiosk stands with the service."""

    NO_SERVICE = "no_service"
    """None is set."""
    NOT_ASKED = "not_asked"
    """It was not asked yet."""
    GOOD = "good"
    UNREACHABLE = "unreachable"
    """No usable answer comes; it is asked again and again."""
    REFUSED = "refused"
    """It does not accept the kiosk's key."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What is in the outbox.

    Attributes:
        here: Pictures that are to be sent.
        sent: Pictures at the service that were not fetched yet.
        deletions: Deletions that the service has not confirmed.
        size_bytes: Of all pictures together.
        oldest_s: Age of the oldest picture that is to be sent; 0 without one.
    """

    here: int = 0
    sent: int = 0
    deletions: int = 0
    size_bytes: int = 0
    oldest_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How handing over goes.

    Attributes:
        url: Of the service; empty if none is set.
        host: The same, for people.
        reach: How the kiosk stands with it.
        known: What it said of itself; None if it never answered.
        trouble: What is wrong with it, for staff; empty if nothing.
        outbox_trouble: What is wrong with the disk; empty if nothing.
        full: Whether no more pictures may wait.
        tally: What is in the outbox.
        unsent: Pictures since the start that could not be sent before their time was
            over, or that the service refused.
        clock_error_s: How far this computer's clock is ahead of the service's.
    """

    url: str = ""
    host: str = ""
    reach: Reach = Reach.NO_SERVICE
    known: Acquaintance | None = None
    trouble: str = ""
    outbox_trouble: str = ""
    full: bool = False
    tally: Tally = Tally()
    unsent: int = 0
    clock_error_s: float = 0.0

    @property
    def promises(self) -> bool:
        """Whether a picture that is kept now will reach its visitor."""
        fit = self.reach not in (Reach.NO_SERVICE, Reach.REFUSED)
        return fit and self.known is not None and not (self.outbox_trouble or self.full)
