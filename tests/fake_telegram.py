"""A Bot API on this computer that behaves as Telegram documents, or as badly as told.

It keeps what bots send, byte for byte, and when; it counts Telegram's limits. It runs
in a thread of its own; everything public may be called from any other.
"""

import asyncio
import itertools
import threading
import time
from collections import defaultdict, deque
from dataclasses import dataclass
from typing import Self

from aiohttp import web

from tests.telegram_methods import MOST_UPLOAD_BYTES, Methods, Sent, no

TOKEN = "123456789:AAFakeFakeFakeFakeFakeFakeFakeFakeFake"  # noqa: S105 (nobody's)
_PATIENCE_S = 10.0


@dataclass
class Trouble:
    """What goes wrong with one call.

    ``status`` 0 does nothing but wait; -1 cuts the connection before anything is done,
    -2 after everything was done, before the answer.
    """

    status: int
    retry_after: int = 0
    wait_s: float = 0.0


class FakeTelegram(Methods):
    """The server.

    Args:
        token: Of the only bot that it knows.
        keeps: Whether it keeps files; else a message's content is their SHA-256.
    """

    def __init__(self, token: str = TOKEN, *, keeps: bool = True) -> None:
        super().__init__(token, keeps=keeps)
        self.calls: list[str] = []
        self._troubles: dict[str, deque[Trouble]] = defaultdict(deque)
        self._detained: set[str] = set()
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

    def to(self, chat: int, method: str = "") -> list[Sent]:
        """What a chat got, of one method or of all."""
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

    def _run(self) -> None:
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
            return no(401, "Unauthorized")
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
            return no(trouble.status, "Trouble", trouble.retry_after)
        fields, files = await _fields(request)
        answer = await self.do(method, fields, files)
        if trouble.status == -2:
            return _cut(request)
        return answer

    async def _download(self, request: web.Request) -> web.Response:
        name = request.match_info["path"].rpartition("/")[2]
        if request.match_info["token"] != self.token or name not in self._files:
            return web.Response(status=404)
        return web.Response(body=self._files[name])


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
