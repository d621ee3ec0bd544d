"""Makes the file that a visitor gets; whatever is put onto or into it is put here."""

import re
from dataclasses import dataclass

from kiosk import __version__
from kiosk.errors import SavingError
from kiosk.handover.sealing import MOST_CONTENT_BYTES, Document, plain_title
from kiosk.packs.manifest import PackPainting
from kiosk.privacy.marks.facts import facts_of
from kiosk.privacy.marks.marker import Marker
from kiosk.settings.schema import Settings
from pipeline.types import BoxPx, ImageBgr

_NO_LETTERS = re.compile("[^a-z0-9]+")
_MOST_NAME_LETTERS = 60
_UNTITLED = "Vernissage"


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """A portrait that a visitor keeps.

    Attributes:
        bgr: At its full size.
        faces_px: Around every painted face in it.
        painting: What it was painted in.
        language: The visitor's, two letters.
    """

    bgr: ImageBgr
    faces_px: tuple[BoxPx, ...]
    painting: PackPainting
    language: str


def make_document(kept: Kept, marker: Marker, settings: Settings) -> Document:
    """Make the file of a portrait, at its full size and with all its marks.

    It is a JPEG of the best quality: a PNG of 12 megapixels of paint takes twelve times
    as long and 21 MB instead of 5, for differences that nobody sees.

    Takes some tenths of a second: call it off the GUI's thread.

    Args:
        kept: The portrait.
        marker: Says what it is, in it and on it.
        settings: How it is marked, and whose kiosk it is.

    Raises:
        MarkError: If it cannot be marked: it must not be handed out then.
        SavingError: If it is too large to be sent.
    """
    painting, language = kept.painting, kept.language
    facts = facts_of(painting, language, settings.venue.name, __version__)
    marked = marker.mark(kept.bgr, kept.faces_px, facts, settings.marks)
    if len(marked.content) > MOST_CONTENT_BYTES:
        raise SavingError(f"The portrait is larger than {MOST_CONTENT_BYTES} bytes.")
    title = plain_title(painting.title(language)) or _UNTITLED
    return Document(
        f"{_slug(painting.id)}.jpg", marked.media_type, title, language, marked.content
    )


def _slug(text: str) -> str:
    letters = _NO_LETTERS.sub("-", text.casefold())[:_MOST_NAME_LETTERS].strip("-")
    return f"vernissage-{letters}" if letters else "vernissage"
