"""How pictures end: delivered, deleted or expired."""

from enum import StrEnum

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables
from kiosk.bot.database import AnyRow

REMEMBERED_S = 30 * 86_400.0
_AT_ONCE = 500


class PictureState(StrEnum):
    """What has become of a picture."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    DELETED = "deleted"
    EXPIRED = "expired"


def is_over(row: AnyRow, now_s: float) -> bool:
    """Whether a picture still waits although its time is over.

    Args:
        row: Of the table ``pictures``.
        now_s: Unix seconds.
    """
    return bool(row.state == PictureState.WAITING and row.expires_at <= now_s)


async def end_pictures(
    connection: AsyncConnection, ids: list[str], state: PictureState, now_s: float
) -> None:
    """Put an end to pictures that wait; others stay what they are."""
    pictures = tables.pictures.c
    await connection.execute(
        update(tables.pictures)
        .where(pictures.id.in_(ids), pictures.state == PictureState.WAITING)
        .values(state=state, ended_at=now_s)
    )
    await connection.execute(
        delete(tables.deliveries).where(
            tables.deliveries.c.picture_id.in_(ids),
            tables.deliveries.c.kind == "preview",
        )
    )


async def note_pickup(
    connection: AsyncConnection, picture_id: str, person: str, now_s: float
) -> bool:
    """Write down that a picture has been delivered.

    Returns:
        Whether it had not been written down before.
    """
    pictures = tables.pictures.c
    done = await connection.execute(
        update(tables.pictures)
        .where(pictures.id == picture_id, pictures.state == PictureState.WAITING)
        .values(state=PictureState.DELIVERED, ended_at=now_s, person=person)
    )
    if not done.rowcount:
        return False
    found = await connection.execute(
        select(tables.kiosks.c.name, pictures.uploaded_at)
        .join(tables.pictures)
        .where(pictures.id == picture_id)
    )
    row = found.one()
    await connection.execute(
        insert(tables.pickups).values(
            person=person,
            kiosk=row.name,
            uploaded_at=row.uploaded_at,
            picked_up_at=now_s,
        )
    )
    return True


async def expire(connection: AsyncConnection, now_s: float) -> int:
    """End the pictures whose time is over, and forget those that ended long ago.

    Args:
        connection: In a transaction that writes.
        now_s: Unix seconds.

    Returns:
        How many have ended.
    """
    pictures = tables.pictures.c
    found = await connection.execute(
        select(pictures.id)
        .where(
            pictures.state == PictureState.WAITING,
            pictures.expires_at <= now_s,
        )
        .limit(_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    ids = list(found.scalars())
    await end_pictures(connection, ids, PictureState.EXPIRED, now_s)
    await connection.execute(
        delete(tables.pictures).where(
            pictures.state != PictureState.WAITING,
            pictures.blob.is_(None),
            pictures.ended_at <= now_s - REMEMBERED_S,
        )
    )
    return len(ids)
