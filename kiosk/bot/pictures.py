"""The sealed pictures: taken in, told of, deleted, and forgotten in time.

A picture's row outlives its blob for some weeks, so that a late or repeated upload of
what was deleted or delivered is known for what it is.
"""

import asyncio
import secrets
import time
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables
from kiosk.bot.blobs import BlobStore
from kiosk.bot.database import AnyRow, Database, insert_into
from kiosk.bot.endings import PictureState, end_pictures, is_over
from kiosk.bot.leftovers import Leftovers
from kiosk.bot.waiting import promote

MOST_KEEP_S = 168 * 3600.0


class Upload(StrEnum):
    """What has become of an upload."""

    CREATED = "created"
    KNOWN = "known"
    """The very same was uploaded before."""
    OTHERS = "others"
    """Something else, or another kiosk's, has this id."""
    GONE = "gone"
    """It was deleted or has expired: it must not be uploaded again."""


@dataclass(frozen=True, slots=True)
class PictureStatus:
    """What a kiosk is told of its picture.

    Attributes:
        state: What has become of it.
        delivered_at: When it was delivered, Unix seconds; None if it was not.
    """

    state: PictureState
    delivered_at: float | None


class Pictures:
    """All sealed pictures.

    Args:
        database: Their rows.
        blobs: Their contents.
    """

    def __init__(self, database: Database, blobs: BlobStore) -> None:
        self._database, self._blobs = database, blobs
        self._leftovers = Leftovers(database, blobs)

    async def take_in(
        self,
        picture_id: str,
        kiosk_id: int,
        sealed: bytes,
        expires_at: float,
        now_s: float,
    ) -> Upload:
        """Store a picture, and let those who wait for it have it.

        Args:
            picture_id: 64 hexadecimal digits.
            kiosk_id: Whose it is.
            sealed: Ciphertext.
            expires_at: Unix seconds; cut to a week from now.
            now_s: Unix seconds.

        Raises:
            StoreBusyError: If it cannot be stored now.
            StoreFullError: If there is no room for it.
        """
        digest = await asyncio.to_thread(lambda: sha256(sealed).hexdigest())
        known = await self._database.read(lambda link: _row(link, picture_id))
        if known is None and expires_at <= now_s:
            return Upload.GONE
        if known is not None:
            return _compared(known, kiosk_id, digest)
        # Two uploads at once, to two copies even, must not write the same blob.
        blob = f"{picture_id}-{secrets.token_hex(8)}"
        await asyncio.to_thread(self._blobs.put, blob, sealed)

        async def store(connection: AsyncConnection) -> Upload:
            done = await connection.execute(
                insert_into(connection, tables.pictures)
                .values(
                    id=picture_id,
                    kiosk_id=kiosk_id,
                    state=PictureState.WAITING,
                    digest=digest,
                    blob=blob,
                    uploaded_at=now_s,
                    expires_at=min(expires_at, now_s + MOST_KEEP_S),
                )
                .on_conflict_do_nothing(index_elements=["id"])
            )
            if done.rowcount:
                await promote(connection, picture_id, now_s)
                return Upload.CREATED
            row = await _row(connection, picture_id)
            if row is not None and row.blob == blob:  # only the answer had been lost
                return Upload.CREATED
            return _compared(row, kiosk_id, digest)

        result = await self._database.write(store)
        if result is not Upload.CREATED:
            await asyncio.to_thread(self._blobs.delete, blob)
        return result

    async def status(self, picture_id: str, kiosk_id: int) -> PictureStatus | None:
        """What has become of a kiosk's picture; None if it has none of that id."""
        row = await self._database.read(lambda link: _row(link, picture_id))
        if row is None or row.kiosk_id != kiosk_id:
            return None
        over = is_over(row, time.time())
        state = PictureState.EXPIRED if over else PictureState(row.state)
        delivered = state is PictureState.DELIVERED
        return PictureStatus(state, row.ended_at if delivered else None)

    async def delete(self, picture_id: str, kiosk_id: int, now_s: float) -> bool:
        """Delete a kiosk's picture, or see to it that it never comes.

        Returns:
            False if it is another kiosk's, which is left alone.
        """

        async def end(connection: AsyncConnection) -> bool:
            done = await connection.execute(
                insert_into(connection, tables.pictures)
                .values(
                    id=picture_id,
                    kiosk_id=kiosk_id,
                    state=PictureState.DELETED,
                    expires_at=now_s,
                    ended_at=now_s,
                )
                .on_conflict_do_nothing(index_elements=["id"])
            )
            row = await _row(connection, picture_id)
            if row is None or row.kiosk_id != kiosk_id:
                return False
            if not done.rowcount:
                await end_pictures(
                    connection, [picture_id], PictureState.DELETED, now_s
                )
            await promote(connection, picture_id, now_s)
            return True

        mine = await self._database.write(end)
        if mine:
            await self._leftovers.clear(picture_id)
        return mine

    async def sealed(self, blob: str) -> bytes | None:
        """The content of a blob; None if it is gone."""
        return await asyncio.to_thread(self._blobs.get, blob)


def _compared(row: AnyRow | None, kiosk_id: int, digest: str) -> Upload:
    if row is None or row.kiosk_id != kiosk_id:
        return Upload.OTHERS
    ended = row.state in {PictureState.DELETED, PictureState.EXPIRED}
    if ended or is_over(row, time.time()):
        return Upload.GONE
    return Upload.KNOWN if row.digest == digest else Upload.OTHERS


async def _row(connection: AsyncConnection, picture_id: str) -> AnyRow | None:
    found = await connection.execute(
        select(tables.pictures).where(tables.pictures.c.id == picture_id)
    )
    return found.first()
