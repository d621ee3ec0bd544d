"""Where the service hears from Telegram: it asks, or Telegram calls.

Either way a message is dealt with, and that committed, before Telegram is told so.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence

from kiosk.bot.chat.reception import Reception
from kiosk.bot.chat.said import Said
from kiosk.bot.condition import Condition, Part
from kiosk.bot.errors import (
    BotError,
    BotTokenError,
    ConflictError,
    MessengerError,
    WaitError,
)
from kiosk.bot.messenger import Messenger

logger = logging.getLogger(__name__)

AT_ONCE = 4
"""Chats that are dealt with at the same time: each wait for the disk serves several."""
PAUSES_S = (0.5, 1.0, 2.0, 5.0, 15.0, 30.0)
_FIRM_S = 30.0
"""Pause where only people can help: another program, a wrong token."""


class Ears:
    """Hands on what was said.

    Args:
        reception: Deals with it.
        messenger: Reads it.
        condition: Is told whether Telegram can be heard.
        woken: Called when there may be something to send.
    """

    def __init__(
        self,
        reception: Reception,
        messenger: Messenger,
        condition: Condition,
        woken: Callable[[], None],
    ) -> None:
        self._reception, self._messenger = reception, messenger
        self._condition, self._woken = condition, woken

    async def take(self, body: bytes) -> None:
        """Deal with what Telegram brought.

        Raises:
            StoreBusyError: If it has to come again.
        """
        said = self._messenger.read(body)
        if said is not None:
            await self._hear(said)

    async def ask(self) -> None:
        """Ask Telegram for messages until cancelled."""
        offset: int | None = None
        failures = 0
        while True:
            try:
                batch = await self._messenger.listen(offset)
                await self._hear_all([one for one in batch if isinstance(one, Said)])
                if batch:
                    last = batch[-1]
                    offset = (last.update_id if isinstance(last, Said) else last) + 1
            except MessengerError as error:
                await self._patiently(error, failures)
                failures += 1
            except BotError as error:
                self._condition.trouble(Part.STORE, str(error))
                await asyncio.sleep(_pause_s(failures))
                failures += 1
            else:
                failures = 0
                self._condition.well(Part.HEARING)

    async def _hear_all(self, batch: Sequence[Said]) -> None:
        """Deal with some chats at a time, and with each chat's messages in order.

        Raises:
            StoreBusyError: If some have to come again; who was heard is known then.
        """
        chats: dict[int, list[Said]] = {}
        for said in batch:
            chats.setdefault(said.chat, []).append(said)
        turns = asyncio.Semaphore(AT_ONCE)

        async def listen(chat: Sequence[Said]) -> None:
            async with turns:
                for said in chat:
                    await self._hear(said)

        ended = await asyncio.gather(
            *map(listen, chats.values()), return_exceptions=True
        )
        for failure in ended:
            if failure is not None:
                raise failure

    async def _hear(self, said: Said) -> None:
        try:
            new = await self._reception.hear(said, time.time())
        except BotError:
            raise
        except Exception as error:  # noqa: BLE001 (whatever it is, the next is heard)
            kind = type(error).__name__  # its text could tell what was said
            logger.error(  # noqa: TRY400 (likewise)
                "a message was passed over", extra={"fields": {"error": kind}}
            )
        else:
            if new:
                self._woken()

    async def _patiently(self, error: MessengerError, failures: int) -> None:
        self._condition.trouble(Part.HEARING, str(error))
        if isinstance(error, WaitError):
            await asyncio.sleep(error.retry_after_s)
        elif isinstance(error, BotTokenError | ConflictError) and failures:
            await asyncio.sleep(min(_FIRM_S, 2.0**failures))
        else:
            await asyncio.sleep(_pause_s(failures))


def _pause_s(failures: int) -> float:
    return PAUSES_S[min(failures, len(PAUSES_S) - 1)]
