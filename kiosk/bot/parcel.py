"""Opens what a claim stands for: the sealed picture, by the token in its errand."""

import asyncio
import io
import logging
import time
from dataclasses import dataclass

from PIL import Image
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables
from kiosk.bot.database import AnyRow, Database
from kiosk.bot.endings import PictureState, is_over
from kiosk.bot.pictures import Pictures
from kiosk.bot.queue import Claim
from kiosk.bot.secrecy import Errand
from kiosk.errors import SealError
from kiosk.handover.sealing import Document, unseal

PREVIEW_PX = 1280
_QUALITY = 85
_MOST_PIXELS = 120_000_000

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What is to be sent.

    Attributes:
        document: The picture; None where words are the answer.
        words: Why there is no picture; empty where there is one.
    """

    document: Document | None
    words: str = ""


class Parcels:
    """Fetches and opens pictures.

    Args:
        database: Where it says what became of them.
        pictures: Where they are.
    """

    def __init__(self, database: Database, pictures: Pictures) -> None:
        self._database, self._pictures = database, pictures

    async def open(self, claim: Claim, errand: Errand) -> Parcel:
        """Open a picture that is to be delivered, or find out why it cannot be.

        Raises:
            StoreBusyError: If it cannot be read now.
        """
        row = await self._database.read(lambda link: _picture(link, claim.picture_id))
        if claim.kind == "picture":
            words = _why_not(row, claim.person)
            if words:
                return Parcel(None, words)
        blob = row and row.blob
        sealed = await self._pictures.sealed(blob) if blob else None
        if sealed is None:
            return Parcel(None, "broken")
        try:
            document = await asyncio.to_thread(unseal, errand.token, sealed)
        except (SealError, ValueError):
            logger.warning("a picture cannot be opened by its own token")
            return Parcel(None, "broken")
        return Parcel(document)


def preview_of(document: Document) -> bytes | None:
    """A reduced copy as JPEG, without any metadata; None if it cannot be made.

    Args:
        document: Its content may be anything.
    """
    try:
        with Image.open(io.BytesIO(document.content), formats=("JPEG", "PNG")) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            image.draft("RGB", (PREVIEW_PX, PREVIEW_PX))
            small = image.convert("RGB")
        small.thumbnail((PREVIEW_PX, PREVIEW_PX))
        if max(small.size) > 20 * min(small.size):
            return None  # Telegram takes nothing that long
        out = io.BytesIO()
        small.save(out, "JPEG", quality=_QUALITY)
        return out.getvalue()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


async def _picture(link: AsyncConnection, picture_id: str | None) -> AnyRow | None:
    found = await link.execute(
        select(tables.pictures).where(tables.pictures.c.id == picture_id)
    )
    return found.first()


def _why_not(row: AnyRow | None, person: str) -> str:
    """The words that say why a picture is not delivered; empty where it is."""
    if row is None:
        return "not_arrived"
    if row.state == PictureState.DELIVERED:
        return "already_here" if row.person == person else "used"
    if is_over(row, time.time()):
        return "expired"
    return "" if row.state == PictureState.WAITING else str(row.state)
