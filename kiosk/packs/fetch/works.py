"""What a museum says about a work, and the role of those who ask it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kiosk.packs.fetch.references import Museum, Reference


class Openness(StrEnum):
    """The two kinds of rights under which works are taken; values as in a pack."""

    PUBLIC_DOMAIN = "public-domain"
    CC0 = "cc0"


@dataclass(frozen=True, slots=True)
class ImageSource:
    """One address of a work's image.

    Attributes:
        url: Where it lies.
        size_bytes: Its length, where the museum says so.
        sha1: Its digest in small hexadecimal digits; empty where nobody says.
    """

    url: str
    size_bytes: int | None = None
    sha1: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A work that may be taken; all texts are clean, one line each.

    Attributes:
        reference: Its name.
        titles: Title by language code; at least one.
        artist: As the museum writes it; may be empty.
        year: As it should be shown; may be empty.
        museum: Where it hangs; may be empty.
        inventory: The museum's number for it; may be empty.
        credit: The line to show with it.
        openness: Why it may be taken.
        page: The address of the museum's page about it.
        images: Where its image lies, best first.
    """

    reference: Reference
    titles: Mapping[str, str]
    artist: str
    year: str
    museum: str
    inventory: str
    credit: str
    openness: Openness
    page: str
    images: tuple[ImageSource, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One line of a search's answer: a work that may be taken.

    Attributes:
        reference: Its name.
        title: Its title.
        artist: May be empty.
        year: May be empty.
        preview: Where a small image of it lies; None where there is none.
    """

    reference: Reference
    title: str
    artist: str
    year: str
    preview: ImageSource | None


class MuseumClient(Protocol):
    """Asks one museum."""

    @property
    def museum(self) -> Museum:
        """Which one."""
        ...

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts that its answers may point to."""
        ...

    def look_up(self, reference: Reference) -> Work:
        """Ask for one work.

        Raises:
            NotFoundError: If there is no such work, or no image of it.
            NotOpenError: If it is not marked as public domain or CC0.
            UnreachableError: If the museum does not answer.
            BadAnswerError: If its answer cannot be used.
            FetchCancelledError: If the caller stopped it.
        """
        ...

    def search(self, words: str, limit: int) -> list[Found]:
        """Find works that may be taken and have an image.

        Args:
            words: What to look for.
            limit: Most works, 1 to 50.

        Raises:
            UnreachableError: If the museum does not answer.
            BadAnswerError: If its answer cannot be used.
            FetchCancelledError: If the caller stopped it.
        """
        ...
