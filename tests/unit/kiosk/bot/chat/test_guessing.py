"""Ten thousand wrong tokens: none opens anything, and their sender is slowed."""

import asyncio
import time

import pytest
from sqlalchemy import insert, select

from kiosk.bot import tables
from kiosk.bot.chat.reception import Reception
from kiosk.bot.chat.said import Kind, Said
from kiosk.bot.database import Database, database_url
from kiosk.bot.secrecy import Secrecy
from kiosk.bot.upgrade import upgrade
from kiosk.handover.offer import new_token
from tests.botroom import DAY_S, picture
from tests.fake_telegram import TOKEN

CHAT = 1


async def guess(folder, tries: int, shaped: bool) -> tuple[object, int, str]:
    """Guess once a second; tells the guesser, the answers and a picture's state."""
    url = database_url("", folder)
    upgrade(url)
    database, began_s = Database(url), time.time()
    reception = Reception(database, Secrecy(TOKEN, b"salt"))
    mine = picture()

    async def store(link: object) -> None:
        await link.execute(insert(tables.kiosks).values(id=1, name="x", created_at=0.0))
        await link.execute(
            insert(tables.pictures).values(
                id=mine.id, kiosk_id=1, state="waiting", expires_at=began_s + DAY_S
            )
        )

    await database.write(store)
    for number in range(tries):
        text = f"/start {new_token() if shaped else 'x' * (number % 64)}"
        said = Said(number, CHAT, True, "en", Kind.TEXT, text or "/start x")
        await reception.hear(said, began_s + number)

    async def look(link: object) -> tuple[object, int, str]:
        person = (await link.execute(select(tables.people))).one()
        queued = (await link.execute(select(tables.deliveries))).all()
        state = (await link.execute(select(tables.pictures.c.state))).scalar_one()
        assert not [
            row for row in queued if row.kind == "picture" and row.state == "due"
        ]
        return person, len(queued), state

    try:
        return await database.read(look)
    finally:
        await database.close()


@pytest.mark.parametrize("shaped", [True, False], ids=["tokens", "nonsense"])
@pytest.mark.parametrize("tries", [300, pytest.param(10_000, marks=pytest.mark.bench)])
def test_guessing_opens_nothing_and_becomes_slow(
    tmp_path, tries: int, shaped: bool
) -> None:
    person, queued, state = asyncio.run(guess(tmp_path, tries, shaped))

    assert state == "waiting"
    assert person.wrong <= 16  # of so many tries no more were looked at
    assert queued <= 40
    assert person.quiet_until > time.time()
