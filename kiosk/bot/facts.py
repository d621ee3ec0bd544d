"""The few things that all copies of the service have to agree on."""

import secrets

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from kiosk.bot import tables
from kiosk.bot.database import Database, insert_into

_SALT = "salt"
_SALT_BYTES = 32
_USERNAME = "username"


async def salt(database: Database) -> bytes:
    """The random salt of this database, drawn when it is first asked for."""

    async def draw(connection: AsyncConnection) -> str:
        await connection.execute(
            insert_into(connection, tables.facts)
            .values(name=_SALT, value=secrets.token_hex(_SALT_BYTES))
            .on_conflict_do_nothing(index_elements=["name"])
        )
        return await _value(connection, _SALT) or ""

    return bytes.fromhex(await database.write(draw))


async def username(database: Database) -> str:
    """The bot's name as Telegram told it last; empty if it never did."""
    return await database.read(lambda link: _value(link, _USERNAME)) or ""


async def remember_username(database: Database, name: str) -> None:
    """Keep the bot's name for the next start, when Telegram may not be there."""

    async def store(connection: AsyncConnection) -> None:
        new = insert_into(connection, tables.facts).values(name=_USERNAME, value=name)
        await connection.execute(
            new.on_conflict_do_update(index_elements=["name"], set_={"value": name})
        )

    await database.write(store)


async def _value(connection: AsyncConnection, name: str) -> str | None:
    found = await connection.execute(
        select(tables.facts.c.value).where(tables.facts.c.name == name)
    )
    value: str | None = found.scalar()
    return value
