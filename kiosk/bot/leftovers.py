"""Deletes blobs that nobody needs any more; what is cut off is done the next time."""

import asyncio

from sqlalchemy import exists, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables
from kiosk.bot.blobs import BlobStore
from kiosk.bot.database import AnyRow, Database
from kiosk.bot.endings import PictureState

ORPHANED_S = 3600.0
"""Age from which a blob that no row names was left by a crash, not by an upload."""
_AT_ONCE = 500


class Leftovers:
    """The blobs of pictures that have ended.

    Args:
        database: Says which those are.
        blobs: Has them.
    """

    def __init__(self, database: Database, blobs: BlobStore) -> None:
        self._database, self._blobs = database, blobs

    async def clear(self, picture_id: str | None = None) -> None:
        """Delete the blobs of pictures that have ended and wait for no preview.

        Args:
            picture_id: Of which one; all by default.

        Raises:
            StoreBusyError: If database or blobs do not answer.
        """
        for row in await self._database.read(lambda link: _ended(link, picture_id)):
            await asyncio.to_thread(self._blobs.delete, row.blob)
            await self._note(row.id)

    async def clear_orphans(self) -> int:
        """Delete old blobs that no picture has; tell how many.

        Raises:
            StoreBusyError: If database or blobs do not answer.
        """
        names = await asyncio.to_thread(
            lambda: list(self._blobs.older_than(ORPHANED_S))
        )
        cleared = 0
        for start in range(0, len(names), _AT_ONCE):
            for name in await self._orphans(names[start : start + _AT_ONCE]):
                await asyncio.to_thread(self._blobs.delete, name)
                cleared += 1
        return cleared

    async def _note(self, picture_id: str) -> None:
        async def note(link: AsyncConnection) -> None:
            await link.execute(
                update(tables.pictures)
                .where(tables.pictures.c.id == picture_id)
                .values(blob=None)
            )

        await self._database.write(note)

    async def _orphans(self, names: list[str]) -> set[str]:
        async def known(link: AsyncConnection) -> set[str | None]:
            blob = tables.pictures.c.blob
            found = await link.execute(select(blob).where(blob.in_(names)))
            return set(found.scalars())

        return set(names) - await self._database.read(known)


async def _ended(link: AsyncConnection, picture_id: str | None) -> list[AnyRow]:
    pictures, deliveries = tables.pictures.c, tables.deliveries.c
    needed = exists().where(
        deliveries.picture_id == pictures.id, deliveries.kind == "preview"
    )
    found = await link.execute(
        select(pictures.id, pictures.blob)
        .where(
            pictures.state != PictureState.WAITING,
            pictures.blob.is_not(None),
            ~needed,
            true() if picture_id is None else pictures.id == picture_id,
        )
        .limit(_AT_ONCE)
    )
    return list(found.all())
