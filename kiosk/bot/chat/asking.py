"""What becomes of a token that somebody sent."""

import secrets
from dataclasses import dataclass

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables
from kiosk.bot.database import AnyRow, insert_into
from kiosk.bot.endings import PictureState, end_pictures, is_over
from kiosk.bot.secrecy import Errand, Secrecy
from kiosk.bot.waiting import lock, promote
from kiosk.handover.sealing import picture_id

MOST_WAITED_FOR = 5
"""Pictures that one chat can wait for at a time."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody asks for a picture.

    Attributes:
        chat: Telegram's number of the chat.
        token: The picture's.
        language: Two letters.
    """

    chat: int
    token: str
    language: str


class Asking:
    """Queues the picture, or finds the words that say why not.

    Args:
        secrecy: Hides who asked, and for what.
    """

    def __init__(self, secrecy: Secrecy) -> None:
        self._secrecy = secrecy

    async def ask(
        self, link: AsyncConnection, asked: Asked, now_s: float
    ) -> tuple[str, bool]:
        """Deal with a token.

        Args:
            link: In a transaction that writes.
            asked: The token and whose it is.
            now_s: Unix seconds.

        Returns:
            The words to say, empty where the picture itself is the answer; and whether
            the token opened nothing.
        """
        picture = picture_id(asked.token)
        person = self._secrecy.person(asked.chat)
        await lock(link, picture)
        row = await _picture(link, picture)
        if row is None:
            if await _waited_for(link, person) >= MOST_WAITED_FOR:
                return "too_many", True
            await self._queue(link, asked, picture, person, now_s)
            # Nobody can tell a guess from a picture that is on its way.
            return "on_its_way", True
        if is_over(row, now_s):
            await end_pictures(link, [picture], PictureState.EXPIRED, now_s)
            return "expired", False
        if row.state == PictureState.DELIVERED:
            mine = row.person == person
            return ("already_here", False) if mine else ("used", True)
        if row.state != PictureState.WAITING:
            return str(row.state), False
        await self._queue(link, asked, picture, person, now_s)
        await promote(link, picture, now_s)
        return "", False

    async def delete(self, link: AsyncConnection, token: str, now_s: float) -> bool:
        """Delete the picture of a token.

        Returns:
            False if no picture of that token waits.
        """
        picture = picture_id(token)
        await lock(link, picture)
        row = await _picture(link, picture)
        if row is None or row.state != PictureState.WAITING:
            return False
        await end_pictures(link, [picture], PictureState.DELETED, now_s)
        await promote(link, picture, now_s)
        return True

    async def forget(self, link: AsyncConnection, chat: int, now_s: float) -> None:
        """Forget everything about a chat, and delete what is on its way to it."""
        person = self._secrecy.person(chat)
        deliveries, people = tables.deliveries.c, tables.people.c
        mine = deliveries.person == person
        found = await link.execute(
            select(deliveries.picture_id)
            .where(mine, deliveries.picture_id.is_not(None))
            .distinct()
        )
        wanted = [str(picture) for picture in found.scalars()]
        for picture in sorted(wanted):
            await lock(link, picture)
        await link.execute(delete(tables.deliveries).where(mine))
        await end_pictures(link, wanted, PictureState.DELETED, now_s)
        for picture in sorted(wanted):
            await promote(link, picture, now_s)
        await link.execute(
            update(tables.people).where(people.person == person).values(language=None)
        )
        nobody = secrets.token_hex(32)
        await link.execute(
            update(tables.pickups)
            .where(tables.pickups.c.person == person)
            .values(person=nobody)
        )
        await link.execute(
            update(tables.pictures)
            .where(tables.pictures.c.person == person)
            .values(person=nobody)
        )

    async def _queue(
        self,
        link: AsyncConnection,
        asked: Asked,
        picture: str,
        person: str,
        now_s: float,
    ) -> None:
        errand = Errand(asked.chat, asked.language, token=asked.token)
        await link.execute(
            insert_into(link, tables.deliveries)
            .values(
                person=person,
                kind="picture",
                state="waiting",
                picture_id=picture,
                errand=self._secrecy.hide(person, errand),
                created_at=now_s,
                due_at=now_s,
                attempts=0,
            )
            .on_conflict_do_nothing()
        )


async def _picture(link: AsyncConnection, picture: str) -> AnyRow | None:
    found = await link.execute(
        select(tables.pictures).where(tables.pictures.c.id == picture)
    )
    return found.first()


async def _waited_for(link: AsyncConnection, person: str) -> int:
    deliveries = tables.deliveries.c
    found = await link.execute(
        select(func.count()).where(
            deliveries.person == person,
            deliveries.kind == "picture",
            deliveries.state == "waiting",
        )
    )
    return int(found.scalar_one())
