"""Has transactions that wait for SQLite's lock committed together.

Each commit waits for the disk, and SQLite lets one write at a time: who comes meanwhile
shares the next commit. Everybody is answered only once that is on the disk.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

Result = TypeVar("Result")
Work: TypeAlias = Callable[[AsyncConnection], Awaitable[Result]]


@dataclass(frozen=True, slots=True)
class _Write:
    work: Work[Any]
    answer: asyncio.Future[Any]


@dataclass(frozen=True, slots=True)
class _Failure:
    error: Exception


class Together:
    """Gathers what is to be written.

    Args:
        commit: Runs something in one transaction, again from the start if need be.
    """

    def __init__(self, commit: Callable[[Work[Any]], Awaitable[Any]]) -> None:
        self._commit = commit
        self._waiting: list[_Write] = []
        self._writer: asyncio.Task[None] | None = None

    async def write(self, work: Work[Result]) -> Result:
        """Run something in a transaction that others may share.

        Args:
            work: What it fails with is undone, and nobody else's concern.
        """
        one = _Write(work, asyncio.get_running_loop().create_future())
        self._waiting.append(one)
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_all())
        result: Result = await one.answer
        return result

    async def end(self) -> None:
        """Wait until everything is written."""
        if self._writer is not None:
            await self._writer

    async def _write_all(self) -> None:
        while self._waiting:
            writes = [one for one in self._waiting if not one.answer.cancelled()]
            self._waiting.clear()
            if not writes:
                continue
            try:
                outcomes = await self._commit(_each_of(writes))
            except Exception as error:  # noqa: BLE001 (told to all who wait)
                outcomes = [_Failure(error)] * len(writes)
            for one, outcome in zip(writes, outcomes, strict=True):
                if one.answer.done():
                    continue  # nobody waits for it any more
                if isinstance(outcome, _Failure):
                    one.answer.set_exception(outcome.error)
                else:
                    one.answer.set_result(outcome)


def _each_of(writes: Sequence[_Write]) -> Work[list[Any]]:
    async def work(link: AsyncConnection) -> list[Any]:
        if len(writes) == 1:
            return [await writes[0].work(link)]
        return [await _alone(link, one.work) for one in writes]

    return work


async def _alone(link: AsyncConnection, work: Work[Result]) -> Result | _Failure:
    try:
        async with link.begin_nested():
            return await work(link)
    except OperationalError:
        raise  # the database's trouble is everybody's
    except Exception as error:  # noqa: BLE001 (told to whom it belongs)
        return _Failure(error)
