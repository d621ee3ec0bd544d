"""What people do in Telegram, and how a bot learns of it."""

import asyncio
import itertools
import time
from collections import deque
from typing import Any

import aiohttp


class Updates:
    """People write and touch; each update is fetched by a bot or brought to it."""

    def __init__(self) -> None:
        self.webhook = ""
        self.secret = ""
        self.webhook_targets: list[str] = []
        self._updates: deque[dict[str, Any]] = deque()
        self._hooks: list[asyncio.Task[None]] = []
        self._numbers = itertools.count(1000)
        self._loop = asyncio.new_event_loop()
        self._changed = asyncio.Event()

    def say(self, chat: int, text: str, language: str = "en", **more: Any) -> int:
        """Somebody writes to the bot in a private chat; tells the update's number."""
        return self.push({"text": text, **more}, chat=chat, language=language)

    def touch(self, chat: int, data: str) -> int:
        """Somebody touches a button beneath the bot's last message."""
        message = self._message(chat, {"text": "?"}, "private", "en")
        number = next(self._numbers)
        return self._add(
            {
                "callback_query": {
                    "id": f"touch{number}",
                    "from": message["from"],
                    "chat_instance": "1",
                    "data": data,
                    "message": message,
                }
            }
        )

    def push(
        self,
        content: dict[str, Any],
        *,
        chat: int,
        language: str = "en",
        kind: str = "private",
        number: int | None = None,
    ) -> int:
        """A message with any content."""
        message = self._message(chat, content, kind, language)
        return self._add({"message": message}, number)

    def again(self, *updates: dict[str, Any]) -> None:
        """Bring updates as they are, in this order."""
        self._loop.call_soon_threadsafe(self._take, list(updates))

    def made(
        self, number: int, chat: int, text: str, language: str = "en"
    ) -> dict[str, Any]:
        """An update to be brought with `again`."""
        message = self._message(chat, {"text": text}, "private", language)
        return {"update_id": number, "message": message}

    def _message(
        self, chat: int, content: dict[str, Any], kind: str, language: str
    ) -> dict[str, Any]:
        person = {
            "id": abs(chat),
            "is_bot": False,
            "first_name": "<b>Robert'); DROP TABLE pictures;--</b>\u202e",
            "language_code": language,
        }
        where = {"id": chat, "type": kind}
        where |= {"first_name": "R"} if kind == "private" else {"title": "A group"}
        return {
            "message_id": next(self._numbers),
            "date": int(time.time()),
            "chat": where,
            "from": person,
            **content,
        }

    def _add(self, content: dict[str, Any], number: int | None = None) -> int:
        number = next(self._numbers) if number is None else number
        update = {"update_id": number, **content}
        self._loop.call_soon_threadsafe(self._take, [update])
        return number

    def _take(self, updates: list[dict[str, Any]]) -> None:
        if self.webhook:
            for update in updates:
                self._hooks.append(self._loop.create_task(self._bring(update)))
        else:
            self._updates.extend(updates)
        self._changed.set()

    async def _bring(self, update: dict[str, Any]) -> None:
        """Bring an update to one of the copies; as Telegram does, until it is taken."""
        targets = itertools.cycle(self.webhook_targets or [self.webhook])
        for _ in range(update["update_id"] % 2):
            next(targets)
        async with aiohttp.ClientSession() as session:
            for target in targets:
                try:
                    async with session.post(
                        target,
                        json=update,
                        headers={"X-Telegram-Bot-Api-Secret-Token": self.secret},
                    ) as answer:
                        if answer.status == 200:
                            return
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(0.1)
