"""The keys by which kiosks are known: shown once, stored as digests, revocable.

A kiosk is its name: who is invited again after a revocation has its pictures back.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Label, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables
from kiosk.bot.database import Database, insert_into
from kiosk.bot.invitation import OWN_KIOSK, is_key
from kiosk.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk that gave a key.

    Attributes:
        id: Its number in the database.
        name: Its name.
        revoked: Whether that key holds no more.
    """

    id: int
    name: str
    revoked: bool


@dataclass(frozen=True, slots=True)
class KioskLine:
    """One kiosk in the list of all.

    Attributes:
        name: Its name.
        invited_at: When it got its newest key, Unix seconds.
        revoked: Whether no key of it holds any more.
        waiting: Its pictures that nobody has collected yet.
        delivered: Its pictures that were collected, as far as is remembered.
    """

    name: str
    invited_at: float
    revoked: bool
    waiting: int
    delivered: int


async def kiosk_of(database: Database, key: str) -> Kiosk | None:
    """Whose key it is; None if nobody's.

    Args:
        database: The service's.
        key: Anything.
    """
    if not is_key(key):
        return None

    async def find(connection: AsyncConnection) -> Kiosk | None:
        found = await connection.execute(
            select(tables.kiosks.c.id, tables.kiosks.c.name, tables.keys.c.revoked_at)
            .join(tables.keys)
            .where(tables.keys.c.digest == _digest(key))
        )
        row = found.first()
        return row and Kiosk(row.id, row.name, row.revoked_at is not None)

    return await database.read(find)


async def invite(database: Database, name: str, key: str, now_s: float) -> None:
    """Let a kiosk in.

    Args:
        database: The service's.
        name: From `checked_name`.
        key: From `new_key`; only its digest is stored.
        now_s: Unix seconds.

    Raises:
        SettingsError: If a kiosk of that name has a key that holds.
    """

    async def store(connection: AsyncConnection) -> bool:
        kiosk_id = await _kiosk_id(connection, name, now_s)
        if await _holding(connection, kiosk_id):
            return False
        await _add_key(connection, kiosk_id, key, now_s)
        return True

    if not await database.write(store):
        raise SettingsError(
            f"There is a kiosk '{name}' already. Give another name, or take its key "
            f"away first: kiosk bot revoke '{name}'"
        )


async def invite_own(database: Database, key: str, now_s: float) -> None:
    """Let in the kiosk that runs the service; its former keys hold no more."""

    async def store(connection: AsyncConnection) -> None:
        kiosk_id = await _kiosk_id(connection, OWN_KIOSK, now_s)
        await connection.execute(
            delete(tables.keys).where(tables.keys.c.kiosk_id == kiosk_id)
        )
        await _add_key(connection, kiosk_id, key, now_s)

    await database.write(store)


async def revoke(database: Database, name: str, now_s: float) -> None:
    """Take away all keys of a kiosk; its pictures can still be collected.

    Raises:
        SettingsError: If no kiosk of that name has a key that holds.
    """

    async def store(connection: AsyncConnection) -> bool:
        found = await connection.execute(
            select(tables.kiosks.c.id).where(tables.kiosks.c.name == name.strip())
        )
        kiosk_id = found.scalar()
        return kiosk_id is not None and await _revoke(connection, kiosk_id, now_s)

    if not await database.write(store):
        raise SettingsError(
            f"No kiosk '{name}' has a key. 'kiosk bot kiosks' lists them."
        )


async def kiosks(database: Database) -> Sequence[KioskLine]:
    """All kiosks, by name."""
    kiosks, keys, pictures = tables.kiosks.c, tables.keys.c, tables.pictures.c

    def count(state: str) -> Label[int]:
        return (
            select(func.count())
            .where(pictures.kiosk_id == kiosks.id, pictures.state == state)
            .scalar_subquery()
            .label(state)
        )

    async def find(connection: AsyncConnection) -> list[KioskLine]:
        holding = func.count().filter(keys.revoked_at.is_(None))
        found = await connection.execute(
            select(
                kiosks.name,
                func.max(keys.created_at).label("invited_at"),
                holding.label("holding"),
                count("waiting"),
                count("delivered"),
            )
            .join(tables.keys)
            .group_by(kiosks.id, kiosks.name)
            .order_by(kiosks.name)
        )
        return [
            KioskLine(
                row.name, row.invited_at, not row.holding, row.waiting, row.delivered
            )
            for row in found
        ]

    return await database.read(find)


async def _kiosk_id(connection: AsyncConnection, name: str, now_s: float) -> int:
    await connection.execute(
        insert_into(connection, tables.kiosks)
        .values(name=name, created_at=now_s)
        .on_conflict_do_nothing(index_elements=["name"])
    )
    found = await connection.execute(
        select(tables.kiosks.c.id).where(tables.kiosks.c.name == name).with_for_update()
    )
    return int(found.scalar_one())


async def _holding(connection: AsyncConnection, kiosk_id: int) -> bool:
    keys = tables.keys.c
    found = await connection.execute(
        select(keys.digest).where(keys.kiosk_id == kiosk_id, keys.revoked_at.is_(None))
    )
    return found.first() is not None


async def _add_key(
    connection: AsyncConnection, kiosk_id: int, key: str, now_s: float
) -> None:
    await connection.execute(
        insert(tables.keys).values(
            digest=_digest(key), kiosk_id=kiosk_id, created_at=now_s
        )
    )


async def _revoke(connection: AsyncConnection, kiosk_id: int, now_s: float) -> bool:
    keys = tables.keys.c
    done = await connection.execute(
        update(tables.keys)
        .where(keys.kiosk_id == kiosk_id, keys.revoked_at.is_(None))
        .values(revoked_at=now_s)
    )
    return done.rowcount > 0


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()
