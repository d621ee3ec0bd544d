"""Two hundred kiosks and one service: nothing lost, nothing doubled, no limit exceeded.

``LOAD_S`` is for how many seconds (120), ``LOAD_MB`` how large each picture is (3).
"""

import asyncio
import hashlib
import os
import statistics
import time
from collections import Counter
from dataclasses import dataclass, field

import httpx
import pytest

from kiosk.bot.invitation import new_key
from kiosk.bot.keys import invite
from tests.botcopy import Copy
from tests.botroom import DAY_S, BotRoom, Picture, jpeg, picture
from tests.fake_telegram import TOKEN, FakeTelegram

KIOSKS = 200
EVERY_S = 60.0
LOAD_S = float(os.environ.get("LOAD_S", "120"))
LOAD_MB = float(os.environ.get("LOAD_MB", "3"))
AFTER_S = 60.0


@dataclass
class Load:
    """What was done and how long it took."""

    api_s: list[float] = field(default_factory=list)
    uploads_s: list[float] = field(default_factory=list)
    begun_s: dict[int, float] = field(default_factory=dict)
    digests: dict[int, bytes] = field(default_factory=dict)
    refused: Counter[int] = field(default_factory=Counter)


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def portrait(number: int) -> Picture:
    made = jpeg(number, 1000)
    size = int(LOAD_MB * 1e6)
    return picture(content=made + os.urandom(size - len(made)))


async def call(
    http: httpx.AsyncClient,
    load: Load,
    method: str,
    path: str,
    key: str,
    **more: object,
) -> httpx.Response:
    headers = {
        "Authorization": f"Bearer {key}",
        "Vernissage-Expires": str(int(time.time()) + DAY_S),
    }
    while True:
        began_s = time.monotonic()
        answer = await http.request(method, path, headers=headers, **more)
        (load.uploads_s if method == "PUT" else load.api_s).append(
            time.monotonic() - began_s
        )
        if answer.status_code < 400:
            return answer
        load.refused[answer.status_code] += 1
        await asyncio.sleep(float(answer.headers.get("Retry-After", 1)))


async def kiosk(
    number: int, key: str, http: httpx.AsyncClient, load: Load, telegram: FakeTelegram
) -> None:
    until_s = time.monotonic() + LOAD_S
    await asyncio.sleep(EVERY_S * number / KIOSKS)
    round_number = 0
    while time.monotonic() < until_s:
        began_s = time.monotonic()
        chat = 1_000_000 + number * 1000 + round_number
        mine = await asyncio.to_thread(portrait, chat)
        load.digests[chat] = hashlib.sha256(mine.document.content).digest()
        early = chat % 2 == 0
        if early:
            telegram.say(chat, f"/start {mine.token}")
            await asyncio.sleep(1.2)
        load.begun_s[chat] = time.monotonic()
        await call(
            http, load, "PUT", f"/v1/pictures/{mine.id}", key, content=mine.sealed
        )
        if not early:
            telegram.say(chat, f"/start {mine.token}")
        for _ in range(3):
            await call(http, load, "GET", f"/v1/pictures/{mine.id}", key)
            await asyncio.sleep(2.0)
        round_number += 1
        await asyncio.sleep(max(0.0, EVERY_S - (time.monotonic() - began_s)))


async def drive(address: str, keys: list[str], telegram: FakeTelegram) -> Load:
    load = Load()
    limits = httpx.Limits(max_connections=KIOSKS, max_keepalive_connections=KIOSKS)
    async with httpx.AsyncClient(
        base_url=address, timeout=60.0, trust_env=False, limits=limits
    ) as http:
        await asyncio.gather(
            *(
                kiosk(number, key, http, load, telegram)
                for number, key in enumerate(keys)
            )
        )
        until_s = time.monotonic() + AFTER_S
        while len(delivered(telegram)) < len(load.digests):
            if time.monotonic() > until_s:
                break
            await asyncio.sleep(0.2)
    return load


def delivered(telegram: FakeTelegram) -> dict[int, float]:
    return {
        one.chat: one.at_s
        for one in list(telegram.sent)
        if one.method == "sendDocument"
    }


@pytest.mark.bench
def test_two_hundred_kiosks(tmp_path) -> None:
    with FakeTelegram(keeps=False) as telegram:
        settings = {"token": TOKEN, "api": telegram.url, "listen": "127.0.0.1:0"}
        with Copy(tmp_path, 30.0, **settings) as copy:
            desk = BotRoom(tmp_path / "bot", telegram)
            keys = [new_key() for _ in range(KIOSKS)]

            async def invite_all(database: object) -> None:
                for number, key in enumerate(keys):
                    await invite(database, f"kiosk {number}", key, time.time())

            desk.work(invite_all)
            load = asyncio.run(drive(copy.address, keys, telegram))
        sent = [one for one in telegram.sent if one.method == "sendDocument"]
        times = Counter(one.chat for one in sent)
        late_s = [
            at_s - load.begun_s[chat] for chat, at_s in delivered(telegram).items()
        ]
        print(  # noqa: T201 (what a bench is for)
            f"\n{len(load.digests)} pictures of {LOAD_MB:g} MB in {LOAD_S:.0f} s; "
            f"load {os.getloadavg()[0]:.1f}; refused {dict(load.refused)}\n"
            f"API: p50 {statistics.median(load.api_s) * 1e3:.0f} ms, "
            f"p95 {p95(load.api_s) * 1e3:.0f} ms; "
            f"upload: p50 {statistics.median(load.uploads_s) * 1e3:.0f} ms, "
            f"p95 {p95(load.uploads_s) * 1e3:.0f} ms\n"
            f"upload begun to document in the chat: "
            f"p50 {statistics.median(late_s) * 1e3:.0f} ms, "
            f"p95 {p95(late_s) * 1e3:.0f} ms\n"
            f"messages: {len(telegram.sent)}, most in a second {telegram.busiest()}, "
            f"closest in a chat {telegram.closest_s():.2f} s"
        )
        assert set(times) == set(load.digests), "some were lost"
        assert set(times.values()) == {1}, "some were doubled"
        assert all(one.content == load.digests[one.chat] for one in sent)
        assert telegram.busiest() <= 30
        assert telegram.closest_s() >= 1.0
