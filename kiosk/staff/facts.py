"""What the staff area shows, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum, auto


class Rank(Enum):
    """Who has given a PIN."""

    STAFF = auto()
    """Paintings, today's figures, health, maintenance, closing."""
    OWNER = auto()
    """All of that, settings, PINs and the log bundle."""


class Condition(Enum):
    """How something is; always shown by a sign and a word as well as a colour."""

    GOOD = auto()
    WATCH = auto()
    BAD = auto()


class Topic(StrEnum):
    """What can be healthy or not."""

    CAMERA = "camera"
    ENGINE = "engine"
    DISK = "disk"
    BOT = "bot"
    OUTBOX = "outbox"
    SESSION_LOG = "session_log"
    SETTINGS = "settings"
    STICK = "stick"


@dataclass(frozen=True, slots=True)
class HealthFact:
    """One line of the health page.

    Attributes:
        topic: What it is about.
        condition: How it is.
        value: A short figure or name, such as ``30/s, 18 ms``; may be empty.
        sentence: What is wrong and what to do, in English; empty where all is well.
    """

    topic: Topic
    condition: Condition
    value: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class ErrorLine:
    """An error that the kiosk remembers.

    Attributes:
        at: When, in local time.
        words: What went wrong, in English.
    """

    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class TodayFigures:
    """What happened since midnight, local time.

    Attributes:
        visits: People or groups that touched the screen and are done.
        completed: Visits that ended with a portrait that was kept.
        declined: Visits that ended at the consent.
        abandoned: Visits that somebody walked away from or left early.
        errors: Visits that a failure ended.
        retakes: Portraits taken again.
        middle_visit_s: Median length of a completed visit, in steps of 5 seconds; None
            where there is none.
        portraits_by_painting: From a painting's key to portraits kept, most first.
        visits_by_hour: 24 counts, from midnight.
        deleted: Visits that ended with a portrait that was deleted.
    """

    visits: int = 0
    completed: int = 0
    declined: int = 0
    abandoned: int = 0
    errors: int = 0
    retakes: int = 0
    middle_visit_s: float | None = None
    portraits_by_painting: Mapping[str, int] = field(default_factory=dict)
    visits_by_hour: tuple[int, ...] = (0,) * 24
    deleted: int = 0


@dataclass(frozen=True, slots=True)
class PaintingRow:
    """One painting in the list in which staff switch and order them.

    Attributes:
        key: ``pack/painting``.
        title: In the language of the screen.
        pack: The pack's title.
        shown: Whether visitors may choose it.
        usable: Whether they can step into it; None of them sees it otherwise.
        editable: Whether it belongs to a pack, so that it can be edited.
    """

    key: str
    title: str
    pack: str
    shown: bool
    usable: bool = True
    editable: bool = True


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting that can be changed on the screen.

    Attributes:
        name: As in the file: ``visit.auto_shutter``.
        value: What is in force.
        choices: Values to choose from; empty for switches and numbers.
        least: Smallest number.
        most: Largest number.
        fixed_by: Name of the environment variable that decides it; empty if none.
    """

    name: str
    value: bool | int | str
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0
    fixed_by: str = ""
