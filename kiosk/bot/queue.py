"""The queue of messages to be sent: who takes which, when, and what became of it.

It is in the database, so it survives a restart and several copies of the service share
it. Whoever sends a message holds its row by a lease and prolongs it while it works; of
one who was killed the lease runs out and another takes over.

Telegram's limits (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this)
are kept here too: a chat's next message is taken a good second after the last one was
answered, and every message takes a place on one time line that all copies share.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, exists, func, insert, or_, select, update
from sqlalchemy import delete as delete_from
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables
from kiosk.bot.database import Database, insert_into
from kiosk.bot.secrecy import Errand, Secrecy

CHAT_PAUSE_S = 1.05
AHEAD_S = 1.0
"""How far ahead places on the time line are taken."""
_LINE = "telegram"


@dataclass(frozen=True, slots=True)
class Claim:
    """A message that this copy of the service is to send.

    Attributes:
        id: Its row.
        kind: ``words``, ``picture`` or ``preview``.
        person: To whom.
        picture_id: Which picture; None for words.
        hidden: The errand, encrypted.
        attempts: How often it was tried before.
        send_at: Not before this time, Unix seconds.
    """

    id: int
    kind: str
    person: str
    picture_id: str | None
    hidden: bytes
    attempts: int
    send_at: float


class Queue:
    """Takes messages out of the queue.

    Args:
        database: Where it is.
        copy: Who takes them: a name that no other copy of the service has.
        lease_s: For how long.
        messages_per_s: To all chats together, by all copies together.
    """

    def __init__(
        self, database: Database, copy: str, lease_s: float, messages_per_s: int
    ) -> None:
        self._database, self._copy = database, copy
        self._lease_s, self._step_s = lease_s, 1.0 / messages_per_s

    async def take(self, most: int, now_s: float) -> Sequence[Claim]:
        """Take messages that are due, the oldest first.

        Args:
            most: How many at most.
            now_s: Unix seconds.
        """
        if not await self._database.read(lambda link: _any_due(link, now_s)):
            return ()
        return await self._database.write(lambda link: self._take(link, most, now_s))

    async def hold(self, ids: Sequence[int], now_s: float) -> set[int]:
        """Prolong the leases of messages that are being sent.

        Returns:
            Those that are still held; the others were taken over.
        """
        deliveries = tables.deliveries.c

        async def prolong(connection: AsyncConnection) -> set[int]:
            done = await connection.execute(
                update(tables.deliveries)
                .where(deliveries.id.in_(ids), deliveries.lease_by == self._copy)
                .values(lease_until=now_s + self._lease_s)
                .returning(deliveries.id)
            )
            return set(done.scalars())

        return await self._database.write(prolong)

    async def finish(
        self, connection: AsyncConnection, claim: Claim, now_s: float
    ) -> bool:
        """Take a message out of the queue, and let its chat rest for a second.

        Args:
            connection: In a transaction that writes.
            claim: The message.
            now_s: Unix seconds.

        Returns:
            False if it was not ours any more.
        """
        deliveries, people = tables.deliveries.c, tables.people.c
        done = await connection.execute(
            delete_from(tables.deliveries).where(
                deliveries.id == claim.id, deliveries.lease_by == self._copy
            )
        )
        await connection.execute(
            update(tables.people)
            .where(people.person == claim.person, people.next_at < now_s + CHAT_PAUSE_S)
            .values(next_at=now_s + CHAT_PAUSE_S)
        )
        return done.rowcount > 0

    async def put_back(self, claim: Claim, due_at: float, *, tried: bool) -> None:
        """Leave a message to be sent later.

        Args:
            claim: The message.
            due_at: When, Unix seconds.
            tried: Whether that counts as an attempt.
        """
        deliveries = tables.deliveries.c

        async def back(connection: AsyncConnection) -> None:
            await connection.execute(
                update(tables.deliveries)
                .where(deliveries.id == claim.id, deliveries.lease_by == self._copy)
                .values(
                    due_at=due_at,
                    attempts=claim.attempts + tried,
                    lease_by=None,
                    lease_until=None,
                )
            )
            await connection.execute(
                update(tables.people)
                .where(tables.people.c.person == claim.person)
                .values(next_at=due_at)
            )

        await self._database.write(back)

    async def rest(self, until: float) -> None:
        """Send nothing to anybody before a time, Unix seconds."""
        await self._database.write(lambda link: _move_line(link, until))

    async def _take(
        self, connection: AsyncConnection, most: int, now_s: float
    ) -> list[Claim]:
        line = max(await _line(connection), now_s)
        places = min(most, int((now_s + AHEAD_S - line) / self._step_s) + 1)
        if places < 1:
            return []
        found = await connection.execute(
            _due(now_s)
            .order_by(tables.deliveries.c.due_at, tables.deliveries.c.id)
            .limit(places)
            .with_for_update(skip_locked=True, of=tables.deliveries)
        )
        claims = [
            Claim(
                row.id,
                row.kind,
                row.person,
                row.picture_id,
                row.errand,
                row.attempts,
                line + place * self._step_s,
            )
            for place, row in enumerate(found)
        ]
        if claims:
            await connection.execute(
                update(tables.deliveries)
                .where(tables.deliveries.c.id.in_([claim.id for claim in claims]))
                .values(lease_by=self._copy, lease_until=now_s + self._lease_s)
            )
            await _move_line(connection, line + len(claims) * self._step_s)
        return claims


async def put_words(
    connection: AsyncConnection, secrecy: Secrecy, errand: Errand, now_s: float
) -> None:
    """Queue a sentence for a chat.

    Args:
        connection: In a transaction that writes.
        secrecy: Hides the errand.
        errand: The sentence.
        now_s: Unix seconds.
    """
    person = secrecy.person(errand.chat)
    await connection.execute(
        insert(tables.deliveries).values(
            person=person,
            kind="words",
            state="due",
            errand=secrecy.hide(person, errand),
            created_at=now_s,
            due_at=now_s,
            attempts=0,
        )
    )


async def put_preview(connection: AsyncConnection, claim: Claim, now_s: float) -> None:
    """Queue the preview of a picture whose document was just sent."""
    await connection.execute(
        insert(tables.deliveries).values(
            person=claim.person,
            kind="preview",
            state="due",
            picture_id=claim.picture_id,
            errand=claim.hidden,
            created_at=now_s,
            due_at=now_s,
            attempts=0,
        )
    )


def _due(now_s: float) -> Select[*tuple[Any, ...]]:
    """Messages to send now: their chat has rested and gets none, first in its line.

    Who is being sent something else is left alone even where that is later in the line:
    a picture that was waited for comes into its old place.
    """
    one, other = tables.deliveries, tables.deliveries.alias("other")
    return (
        select(one)
        .join(tables.people, tables.people.c.person == one.c.person)
        .where(
            one.c.state == "due",
            one.c.due_at <= now_s,
            or_(one.c.lease_until.is_(None), one.c.lease_until <= now_s),
            tables.people.c.next_at <= now_s,
            ~exists().where(
                other.c.person == one.c.person,
                other.c.state == "due",
                or_(
                    other.c.id < one.c.id,
                    (other.c.id > one.c.id) & (other.c.lease_until > now_s),
                ),
            ),
        )
    )


async def _any_due(connection: AsyncConnection, now_s: float) -> bool:
    found = await connection.execute(
        select(func.count()).select_from(_due(now_s).limit(1).subquery())
    )
    return bool(found.scalar_one())


async def _line(connection: AsyncConnection) -> float:
    found = await connection.execute(
        select(tables.pace.c.next_at)
        .where(tables.pace.c.name == _LINE)
        .with_for_update()
    )
    return float(found.scalar() or 0.0)


async def _move_line(connection: AsyncConnection, until: float) -> None:
    new = insert_into(connection, tables.pace).values(name=_LINE, next_at=until)
    later = func.max if connection.dialect.name == "sqlite" else func.greatest
    await connection.execute(
        new.on_conflict_do_update(
            index_elements=["name"],
            set_={"next_at": later(tables.pace.c.next_at, new.excluded.next_at)},
        )
    )
