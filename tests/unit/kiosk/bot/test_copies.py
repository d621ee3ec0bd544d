"""Two copies of the service: PostgreSQL, S3 and a webhook."""

import os
import time
from collections import Counter

import pytest

from kiosk.bot import tables
from tests.botcopy import Copy
from tests.botroom import BotRoom, Phone, picture
from tests.bucket import BUCKET
from tests.fake_telegram import TOKEN, FakeTelegram

PICTURES = 12
FIRST_CHAT = 5000


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_one_that_is_killed_loses_nothing_and_doubles_nothing(
    tmp_path, postgres, bucket: str
) -> None:
    address = postgres.new_database()
    with FakeTelegram() as telegram:
        settings = {
            "token": TOKEN,
            "api": telegram.url,
            "listen": "127.0.0.1:0",
            "database": address,
            "blobs": f"s3://{BUCKET}/two-copies",
            "blobs_endpoint": bucket,
            "webhook": "https://bot.example.org",
        }
        first = Copy(tmp_path / "first", 2.0, **settings)
        second = Copy(tmp_path / "second", 2.0, **settings)
        with first, second:
            telegram.webhook_targets = [
                f"{copy.address}/v1/telegram" for copy in (first, second)
            ]
            desk = BotRoom(tmp_path, telegram, database=address)
            phones = [
                Phone(copy.address, desk.invite(f"kiosk {number}"))
                for number, copy in enumerate((first, second))
            ]
            mine = [picture() for _ in range(PICTURES)]
            telegram.detain("sendDocument")
            for number, one in enumerate(mine):
                chat = FIRST_CHAT + number
                if number % 3 == 0:  # before it is there
                    telegram.say(chat, f"/start {one.token}")
                assert phones[number % 2].put(one).status_code == 201
                update = telegram.say(chat, f"/start {one.token}")
                telegram.again(telegram.made(update, chat, f"/start {one.token}"))
            until_s = time.monotonic() + 60.0
            while telegram.calls.count("sendDocument") < PICTURES or any(
                row.kind == "words" and row.lease_by
                for row in desk.rows(tables.deliveries)
            ):
                assert time.monotonic() < until_s
                time.sleep(0.5)

            first.kill()
            telegram.webhook_targets = telegram.webhook_targets[1:]
            telegram.release("sendDocument")

            for number, one in enumerate(mine):
                sent = telegram.wait_for(
                    FIRST_CHAT + number, "sendDocument", patience_s=25.0
                )
                assert sent[0].content == one.document.content
            time.sleep(2.5)  # a lease, for who would send it again
        for phone in phones:
            phone.http.close()
        chats = Counter(
            one.chat for one in telegram.sent if one.method == "sendDocument"
        )
        assert chats == {FIRST_CHAT + number: 1 for number in range(PICTURES)}
        assert len(desk.rows(tables.pickups)) == PICTURES
        assert telegram.closest_s() >= 1.0
        assert telegram.busiest() <= 30
