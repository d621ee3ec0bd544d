"""Who waits for which picture: one of them at a time gets it.

A token is one picture for one chat. Should several chats have sent the same token, the
first is served; the next in line learns what became of the picture.
"""

from sqlalchemy import exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables

WAITED_FOR_S = 48 * 3600.0
"""How long a chat waits for a picture that is not there; then it is told."""
_LOCK_DIGITS = 15  # fit into PostgreSQL's bigint


async def lock(connection: AsyncConnection, picture_id: str) -> None:
    """Keep other copies of the service from this picture's line until the commit.

    SQLite lets only one write anyway.
    """
    if connection.dialect.name == "postgresql":
        number = int(picture_id[:_LOCK_DIGITS], 16)
        await connection.execute(select(func.pg_advisory_xact_lock(number)))


async def promote(connection: AsyncConnection, picture_id: str, now_s: float) -> None:
    """Let the first in line have its turn, unless somebody has.

    Args:
        connection: In a transaction that writes.
        picture_id: The picture, which is there, has ended or is given up.
        now_s: Unix seconds.
    """
    await lock(connection, picture_id)
    deliveries = tables.deliveries.c
    mine = (deliveries.picture_id == picture_id, deliveries.kind == "picture")
    due = await connection.execute(
        select(deliveries.id).where(*mine, deliveries.state == "due")
    )
    if due.first() is not None:
        return
    first = (
        select(func.min(deliveries.id))
        .where(*mine, deliveries.state == "waiting")
        .scalar_subquery()
    )
    await connection.execute(
        update(tables.deliveries)
        .where(deliveries.id == first)
        .values(state="due", due_at=now_s)
    )


async def promote_all(connection: AsyncConnection, now_s: float) -> None:
    """Do so for all pictures that are there, have ended or were waited for too long."""
    deliveries, pictures = tables.deliveries.c, tables.pictures.c
    found = await connection.execute(
        select(deliveries.picture_id)
        .where(
            deliveries.kind == "picture",
            deliveries.state == "waiting",
            or_(
                exists().where(pictures.id == deliveries.picture_id),
                deliveries.created_at <= now_s - WAITED_FOR_S,
            ),
        )
        .distinct()
    )
    for picture_id in list(found.scalars()):
        await promote(connection, picture_id, now_s)
