"""What the staff area shows about packs of paintings, as plain values."""

from dataclasses import dataclass
from enum import Enum, auto

from kiosk.staff.facts import Condition


@dataclass(frozen=True, slots=True)
class PackRow:
    """One pack in the list in which staff switch, order and remove them.

    Attributes:
        id: Its identifier.
        title: In the language of the screen.
        version: The one in force; may be empty.
        publisher: Who made it; may be empty.
        paintings: How many it has.
        shown: Whether visitors see it.
        installed: Whether it can be removed; otherwise it came with the kiosk.
        previous: The version that a roll-back goes to; empty where there is none.
    """

    id: str
    title: str
    version: str
    publisher: str
    paintings: int
    shown: bool
    installed: bool
    previous: str = ""


class Standing(Enum):
    """How a pack that somebody brings stands to those that are installed."""

    NEW = auto()
    """There is none of that name."""
    OTHER_VERSION = auto()
    """Another version of it is in force."""
    SAME_VERSION = auto()
    """It says that it is the version in force."""
    UNREADABLE = auto()
    """It cannot be read."""
    PICTURES = auto()
    """It is no pack yet, but a folder of pictures."""


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A pack that somebody has brought, or pictures of which one can be made.

    Attributes:
        path: Where it is.
        place: The name of the stick or folder it was found on.
        title: In the language of the screen.
        version: Which version it says it is; may be empty.
        paintings: How many it lists; or how many pictures there are.
        standing: Whether it is new.
        trouble: Why it cannot be read, in English; empty if it can.
    """

    path: str
    place: str
    title: str
    version: str
    paintings: int
    standing: Standing
    trouble: str = ""


class Stage(Enum):
    """What is being done with a pack."""

    UNPACK = auto()
    COPY = auto()
    CHECK = auto()
    PREPARE = auto()
    FETCH = auto()
    MAKE = auto()


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One thing that is wrong with a pack, in English.

    Attributes:
        fatal: Whether the pack or painting cannot be used because of it.
        where: File and field.
        words: What is wrong.
        cure: What to do.
    """

    fatal: bool
    where: str
    words: str
    cure: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an installation.

    Attributes:
        title: Of the pack, or what it was called.
        installed: Whether it is in force now.
        paintings: How many it has.
        sentence: What went wrong as a whole, in English; may be empty.
        problems: What is wrong with single files and fields.
    """

    title: str
    installed: bool
    paintings: int = 0
    sentence: str = ""
    problems: tuple[ProblemRow, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A work that a museum's open collection has.

    Attributes:
        reference: Its name, such as ``met:436535``.
        title: Its title.
        origin: Artist and year in one line; may be empty.
        museum: Which collection, by its value: met, aic, rijks, commons.
    """

    reference: str
    title: str
    origin: str
    museum: str


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A painting of a pack that is being made, or was just made.

    Attributes:
        name: Its picture's file, from the folder of the pictures.
        title: As visitors will read it.
        origin: Artist, year and the like in one line; may be empty.
        note: What is wrong with it and what to do, or how well it suits; may be empty.
        condition: The sign before the note; None for none.
        key: Of the painting, once it is installed and its face should be corrected.
    """

    name: str
    title: str
    origin: str = ""
    note: str = ""
    condition: Condition | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """What a pack will be.

    Attributes:
        rows: Its paintings.
        problems: What does not match and belongs to no picture.
        trouble: Why nothing can be made, in English; empty if something can.
    """

    rows: tuple[DraftRow, ...] = ()
    problems: tuple[ProblemRow, ...] = ()
    trouble: str = ""
