"""A Bot API on this computer that behaves as Telegram documents, or as badly as told.

It keeps what bots send, byte for byte, and when; it counts Telegram's limits. It runs
in a thread of its own; everything public may be called from any other.
"""

import asyncio
import hashlib
import itertools
import json
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any, Self

import aiohttp
from aiohttp import web

TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFakeFake"  # noqa: S105 (nobody's)
USERNAME = "vernissage_test_bot"
MOST_UPLOAD_BYTES = 50_000_000
MOST_DOWNLOAD_BYTES = 20_000_000
_SENDING = ("sendMessage", "sendDocument", "sendPhoto", "sendMediaGroup", "copyMessage")
_PATIENCE_S = 10.0


@dataclass(frozen=True)
class Sent:
    """One message that a bot sent."""

    at_s: float
    chat: int
    method: str
    text: str
    content: bytes = b""
    filename: str = ""
    message_id: int = 0
    fields: dict[str, str] = field(default_factory=dict)


@dataclass
class Trouble:
    """What goes wrong with one call.

    ``status`` 0 does nothing but wait; -1 cuts the connection before anything is done,
    -2 after everything was done, before the answer.
    """

    status: int
    retry_after: int = 0
    wait_s: float = 0.0


class FakeTelegram:
    def __init__(self, token: str = TOKEN, *, keeps: bool = True) -> None:
        """Of one that does not keep files, a message's content is their SHA-256."""
        self.token, self._keeps = token, keeps
        self.sent: list[Sent] = []
        self.calls: list[str] = []
        self.answered: list[str] = []
        self.deleted: set[tuple[int, int]] = set()
        self.commands: dict[str, Any] = {}
        self.webhook = ""
        self.secret = ""
        self.webhook_targets: list[str] = []
        self._updates: deque[dict[str, Any]] = deque()
        self._files: dict[str, bytes] = {}
        self._troubles: dict[str, deque[Trouble]] = defaultdict(deque)
        self._detained: set[str] = set()
        self._numbers = itertools.count(1000)
        self._polling = 0
        self._loop = asyncio.new_event_loop()
        self._changed = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="fake telegram")
        self.url = ""

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(_PATIENCE_S)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    # What people do.

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

    def spoil(self, method: str, *troubles: Trouble) -> None:
        """Have the next calls of a method go wrong."""
        self._troubles[method].extend(troubles)

    def forgive(self, method: str) -> None:
        """Have a method go well again."""
        self._troubles[method].clear()

    def detain(self, method: str) -> None:
        """Leave a method's calls unanswered and undone until they are released."""
        self._detained.add(method)

    def release(self, method: str) -> None:
        """Go on with the calls that wait; those of who is gone by now are dropped."""
        self._detained.discard(method)

    # What is looked at.

    def to(self, chat: int, method: str = "") -> list[Sent]:
        return [
            one
            for one in list(self.sent)
            if one.chat == chat and method in {"", one.method}
        ]

    def wait_for(
        self, chat: int, method: str = "", count: int = 1, patience_s: float = 10.0
    ) -> list[Sent]:
        """Wait until a chat has so many messages."""
        until_s = time.monotonic() + patience_s
        while len(found := self.to(chat, method)) < count:
            assert time.monotonic() < until_s, f"only {found} came"
            time.sleep(0.01)
        return found

    def closest_s(self) -> float:
        """The shortest time between two messages to one chat."""
        times: dict[int, list[float]] = defaultdict(list)
        for one in list(self.sent):
            times[one.chat].append(one.at_s)
        gaps = [
            later - earlier
            for moments in times.values()
            for earlier, later in itertools.pairwise(sorted(moments))
        ]
        return min(gaps, default=float("inf"))

    def busiest(self, window_s: float = 1.0) -> int:
        """The most messages in any second."""
        moments = sorted(one.at_s for one in list(self.sent))
        most, start = 0, 0
        for end, moment in enumerate(moments):
            while moment - moments[start] >= window_s:
                start += 1
            most = max(most, end - start + 1)
        return most

    # How it works.

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

    def _run(self) -> None:
        self._hooks: list[asyncio.Task[None]] = []
        asyncio.set_event_loop(self._loop)
        app = web.Application(client_max_size=MOST_UPLOAD_BYTES + 1_000_000)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/{path:.*}", self._download)
        runner = web.AppRunner(app, shutdown_timeout=0.1)
        self._loop.run_until_complete(runner.setup())
        site = web.TCPSite(runner, "127.0.0.1", 0)
        self._loop.run_until_complete(site.start())
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self._ready.set()
        self._loop.run_forever()
        for task in self._hooks:
            task.cancel()
        self._changed.set()
        self._loop.run_until_complete(runner.cleanup())
        rest = asyncio.all_tasks(self._loop)
        for task in rest:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*rest, return_exceptions=True))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return _no(401, "Unauthorized")
        self.calls.append(method)
        troubles = self._troubles[method]
        trouble = troubles.popleft() if troubles else Trouble(0)
        await asyncio.sleep(trouble.wait_s)
        while method in self._detained:
            await asyncio.sleep(0.01)
        if request.transport is None or request.transport.is_closing():
            return _cut(request)  # whoever asked was killed meanwhile
        if trouble.status == -1:
            return _cut(request)
        if trouble.status > 0:
            await request.read()
            return _no(trouble.status, "Trouble", trouble.retry_after)
        fields, files = await _fields(request)
        answer = await self._do(method, fields, files)
        if trouble.status == -2:
            return _cut(request)
        return answer

    async def _do(
        self, method: str, fields: dict[str, str], files: dict[str, tuple[str, bytes]]
    ) -> web.StreamResponse:
        if method in _SENDING:
            return self._send(method, fields, files)
        known = getattr(self, f"_{method}", None)
        if known is None:
            return _no(404, "Not Found: method not found")
        answer = known(fields)
        return await answer if asyncio.iscoroutine(answer) else answer

    def _send(
        self, method: str, fields: dict[str, str], files: dict[str, tuple[str, bytes]]
    ) -> web.StreamResponse:
        chat = int(fields["chat_id"])
        text = fields.get("text") or fields.get("caption", "")
        if len(text) > (4096 if method == "sendMessage" else 1024):
            return _no(400, "Bad Request: message is too long")
        name, content = next(iter(files.values()), ("", b""))
        if len(content) > MOST_UPLOAD_BYTES:
            return _no(413, "Request Entity Too Large")
        number = next(self._numbers)
        if content and not self._keeps:
            content = hashlib.sha256(content).digest()
        sent = Sent(time.monotonic(), chat, method, text, content, name, number, fields)
        self.sent.append(sent)
        message: dict[str, Any] = {
            "message_id": number,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "R"},
        }
        if content:
            file_id = f"file{number}"
            self._files[file_id] = content
            held = {"file_id": file_id, "file_unique_id": file_id}
            if method == "sendPhoto":
                message["photo"] = [{**held, "width": 1, "height": 1}]
            else:
                message["document"] = {**held, "file_name": name}
        else:
            message["text"] = text
        return _yes(message)

    def _getMe(self, _fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        return _yes(
            {
                "id": int(self.token.partition(":")[0]),
                "is_bot": True,
                "first_name": "Vernissage",
                "username": USERNAME,
            }
        )

    async def _getUpdates(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        if self.webhook:
            return _no(
                409, "Conflict: can't use getUpdates method while webhook is active"
            )
        if self._polling:
            return _no(409, "Conflict: terminated by other getUpdates request")
        self._polling += 1
        try:
            offset = int(fields.get("offset", 0))
            while self._updates and self._updates[0]["update_id"] < offset:
                self._updates.popleft()
            until_s = time.monotonic() + min(float(fields.get("timeout", 0)), 5.0)
            while not self._updates and time.monotonic() < until_s:
                self._changed.clear()
                try:
                    await asyncio.wait_for(self._changed.wait(), 0.2)
                except TimeoutError:
                    continue
            return _yes(list(itertools.islice(self._updates, 100)))
        finally:
            self._polling -= 1

    def _setWebhook(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        self.webhook, self.secret = fields["url"], fields.get("secret_token", "")
        waiting = list(self._updates)
        self._updates.clear()
        self._take(waiting)
        return _yes(True)

    def _deleteWebhook(self, _fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        self.webhook = ""
        return _yes(True)

    def _setMyCommands(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        language = fields.get("language_code", "")
        self.commands[language] = json.loads(fields["commands"])
        return _yes(True)

    def _answerCallbackQuery(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        self.answered.append(fields["callback_query_id"])
        return _yes(True)

    def _editMessageText(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        return _yes(
            {
                "message_id": int(fields["message_id"]),
                "date": int(time.time()),
                "chat": {"id": int(fields["chat_id"]), "type": "private"},
                "text": fields["text"],
            }
        )

    def _deleteMessage(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        self.deleted.add((int(fields["chat_id"]), int(fields["message_id"])))
        return _yes(True)

    def _getFile(self, fields: dict[str, str]) -> web.Response:  # noqa: N802 (Telegram's name)
        content = self._files.get(fields["file_id"])
        if content is None or len(content) > MOST_DOWNLOAD_BYTES:
            return _no(400, "Bad Request: file is too big or not there")
        return _yes(
            {
                "file_id": fields["file_id"],
                "file_unique_id": fields["file_id"],
                "file_size": len(content),
                "file_path": f"documents/{fields['file_id']}",
            }
        )

    async def _download(self, request: web.Request) -> web.Response:
        name = request.match_info["path"].rpartition("/")[2]
        if request.match_info["token"] != self.token or name not in self._files:
            return web.Response(status=404)
        return web.Response(body=self._files[name])


def _yes(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _no(status: int, description: str, retry_after: int = 0) -> web.Response:
    answer: dict[str, Any] = {
        "ok": False,
        "error_code": status,
        "description": description,
    }
    if retry_after:
        answer["parameters"] = {"retry_after": retry_after}
    return web.json_response(answer, status=status)


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)


async def _fields(
    request: web.Request,
) -> tuple[dict[str, str], dict[str, tuple[str, bytes]]]:
    fields: dict[str, str] = {}
    files: dict[str, tuple[str, bytes]] = {}
    posted = await request.post()
    for name, value in posted.items():
        if isinstance(value, web.FileField):
            with value.file as file:
                files[name] = (value.filename, file.read())
        else:
            fields[name] = str(value)
    return fields, files
