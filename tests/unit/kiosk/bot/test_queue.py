"""Whose turn it is in the queue of messages."""

import asyncio
import time
from pathlib import Path

from sqlalchemy import insert

from kiosk.bot import tables
from kiosk.bot.database import Database, database_url
from kiosk.bot.queue import Queue
from kiosk.bot.upgrade import upgrade

PERSON = "a" * 64


def test_a_chat_gets_nothing_while_it_is_being_sent_something(tmp_path: Path) -> None:
    """The picture was asked for before "on its way" was queued, and arrives now."""
    url = database_url("", tmp_path)
    upgrade(url)
    now_s = time.time()
    common = {
        "person": PERSON,
        "state": "due",
        "errand": b"",
        "created_at": now_s,
        "due_at": now_s,
        "attempts": 0,
    }

    async def ask() -> None:
        database = Database(url)
        queue = Queue(database, "one", 30.0, 25)

        async def words(link: object) -> None:
            person = {"person": PERSON, "seen_at": now_s, "heard_since": now_s}
            zeros = dict.fromkeys(("next_at", "heard", "wrong", "wrong_at"), 0)
            more = {"quiet_until": 0.0, "told_quiet": False}
            await link.execute(insert(tables.people).values(**person, **zeros, **more))
            row = {**common, "id": 2, "kind": "words"}
            await link.execute(insert(tables.deliveries).values(**row))

        async def picture(link: object) -> None:
            row = {**common, "id": 1, "kind": "picture", "picture_id": "b" * 64}
            await link.execute(insert(tables.deliveries).values(**row))

        await database.write(words)
        (said,) = await queue.take(5, now_s)
        await database.write(picture)
        assert not await queue.take(5, now_s + 2.0)

        assert await database.write(lambda link: queue.finish(link, said, now_s + 2.0))
        assert not await queue.take(5, now_s + 2.5)
        (sent,) = await queue.take(5, now_s + 3.1)
        assert (said.kind, sent.kind) == ("words", "picture")
        await database.close()

    asyncio.run(ask())
