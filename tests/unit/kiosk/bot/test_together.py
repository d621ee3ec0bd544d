"""Transactions that share a commit, on a real file."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import event, insert, select
from sqlalchemy.exc import IntegrityError

from kiosk.bot import tables
from kiosk.bot.database import Database, database_url
from kiosk.bot.upgrade import upgrade

TIMES = 20


@pytest.fixture
def database(tmp_path: Path) -> Database:
    url = database_url("", tmp_path)
    upgrade(url)
    return Database(url)


def noting(name: str):
    async def work(link: object) -> str:
        new = insert(tables.facts).values(name=name, value="x")
        await link.execute(new)
        return name

    return work


async def names(link: object) -> set[str]:
    return set((await link.execute(select(tables.facts.c.name))).scalars())


def test_who_waits_shares_a_commit(database: Database) -> None:
    commits: list[object] = []
    event.listen(database._engine.sync_engine, "commit", commits.append)
    wanted = [f"fact {number}" for number in range(TIMES)]

    async def write() -> list[str]:
        works = (database.write(noting(name)) for name in wanted)
        answers = await asyncio.gather(*works)
        assert await database.read(names) == set(wanted)
        await database.close()
        return list(answers)

    assert asyncio.run(write()) == wanted
    assert 1 <= len(commits) <= 3


def test_a_failure_is_its_own_alone(database: Database) -> None:
    async def fail(link: object) -> None:
        await noting("half")(link)
        raise KeyError("mine")

    async def write() -> list[object]:
        works = (noting("one"), fail, noting("one"), noting("two"))
        answers = await asyncio.gather(
            *map(database.write, works), return_exceptions=True
        )
        assert await database.read(names) == {"one", "two"}
        await database.close()
        return answers

    one, failed, twice, two = asyncio.run(write())
    assert (one, two) == ("one", "two")
    assert isinstance(failed, KeyError)
    assert isinstance(twice, IntegrityError)


def test_who_waits_no_more_stops_nobody(database: Database) -> None:
    async def write() -> None:
        tasks = [
            asyncio.create_task(database.write(noting(name))) for name in ("a", "b")
        ]
        await asyncio.sleep(0)
        tasks[0].cancel()
        assert await tasks[1] == "b"
        assert "b" in await database.read(names)
        await database.close()

    asyncio.run(write())
