"""Ends what is over: pictures whose time has come, blobs nobody needs, old traces."""

import asyncio
import logging
import time

from sqlalchemy import delete, exists
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables
from kiosk.bot.blobs import BlobStore
from kiosk.bot.database import Database
from kiosk.bot.endings import expire
from kiosk.bot.errors import BotError
from kiosk.bot.leftovers import Leftovers
from kiosk.bot.waiting import promote_all

logger = logging.getLogger(__name__)

ROUND_S = 15.0
ORPHANS_S = 3600.0
UPDATES_KEPT_S = 3 * 86_400.0
"""Telegram keeps messages for a day."""
PEOPLE_KEPT_S = 90 * 86_400.0


class Caretaker:
    """Makes its round again and again.

    Args:
        database: The service's.
        blobs: The sealed pictures.
    """

    def __init__(self, database: Database, blobs: BlobStore) -> None:
        self._database = database
        self._leftovers = Leftovers(database, blobs)
        self._orphans_at = 0.0

    async def run(self) -> None:
        """Work until cancelled."""
        while True:
            try:
                await self.make_round(time.time())
            except BotError as error:
                logger.warning("%s", error)
            await asyncio.sleep(ROUND_S)

    async def make_round(self, now_s: float) -> None:
        """Do everything once.

        Args:
            now_s: Unix seconds.

        Raises:
            BotError: If database or blobs do not answer; what was done stays done.
        """
        expired = await self._database.write(lambda link: expire(link, now_s))
        if expired:
            logger.info("pictures expired", extra={"fields": {"count": expired}})
        await self._database.write(lambda link: promote_all(link, now_s))
        await self._leftovers.clear()
        await self._database.write(lambda link: _forget(link, now_s))
        if now_s >= self._orphans_at:
            self._orphans_at = now_s + ORPHANS_S
            await self._leftovers.clear_orphans()


async def _forget(link: AsyncConnection, now_s: float) -> None:
    people, deliveries = tables.people.c, tables.deliveries.c
    await link.execute(
        delete(tables.updates).where(tables.updates.c.seen_at <= now_s - UPDATES_KEPT_S)
    )
    await link.execute(
        delete(tables.people).where(
            people.seen_at <= now_s - PEOPLE_KEPT_S,
            ~exists().where(deliveries.person == people.person),
        )
    )
