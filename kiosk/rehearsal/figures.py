"""What a simulation is to do, and what came of it."""

import logging
from collections import Counter
from dataclasses import asdict, dataclass, field

from pipeline.types import SizePx


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be simulated.

    Attributes:
        visits: How many visitors.
        seed: Of their whims.
        speed: How fast the visit's clock runs.
        source: Where they come from, as people type it.
        size_px: Width and height of the window.
    """

    visits: int
    seed: int
    speed: float
    source: str
    size_px: SizePx


@dataclass(slots=True)
class Figures:
    """What came of it.

    Attributes:
        visits: How many began, as the session log has it; the next ones too.
        completed: With a portrait that was kept or, once kept, deleted.
        abandoned: The visitor walked away.
        declined: They did not agree.
        left: They touched Leave.
        failed: Ended by a failure.
        staff_visits: How often staff came.
        errors: Unexpected errors, and visits that did not get on.
        out_of_order: How often the kiosk was.
        wiped: Visits after which nothing of the visitor was left.
        left_over: Visits after which something was.
        what: Errors and what was left over, in words, with how often.
        rss_mb_start: Memory once warm, the median of some visits.
        rss_mb_end: Memory at the end, likewise.
        ui_stall_ms: How long the window did not answer.
        worst_stalls: The longest, in milliseconds and in which state.
        fps: Pictures a second while somebody lived in a painting; None if nobody did
            for long enough to tell.
    """

    visits: int = 0
    completed: int = 0
    abandoned: int = 0
    declined: int = 0
    left: int = 0
    failed: int = 0
    staff_visits: int = 0
    errors: int = 0
    out_of_order: int = 0
    wiped: int = 0
    left_over: int = 0
    what: dict[str, int] = field(default_factory=dict)
    rss_mb_start: float = 0.0
    rss_mb_end: float = 0.0
    ui_stall_ms: dict[str, float] = field(default_factory=dict)
    worst_stalls: list[str] = field(default_factory=list)
    fps: float | None = None

    @property
    def good(self) -> bool:
        """Whether nothing went wrong and nobody was remembered."""
        return not (self.errors or self.left_over or self.out_of_order or self.failed)

    def as_dict(self) -> dict[str, object]:
        """By name, in order."""
        return asdict(self)


class ErrorCount(logging.Handler):
    """Counts what is logged as an error, by its words."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        kind = record.exc_info[0] if record.exc_info else None
        words = record.getMessage()
        self.seen[f"{words} ({kind.__name__})" if kind else words] += 1
