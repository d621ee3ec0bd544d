"""Messages that cannot be read: passed over, and everything else is heard."""

import itertools
import json
import logging

import pytest

from kiosk.bot.chat.reception import Reception
from kiosk.bot.polling import PollingRequest, TelegramError
from tests.botroom import BotRoom
from tests.fake_telegram import FakeTelegram

CHATS = itertools.count(5000)
HERE = {"id": 1, "type": "private"}
ODD = [
    {"message": 5},
    {"message": {"message_id": 1}},
    {"message": {"message_id": 1, "date": "noon", "chat": HERE}},
    {"message": {"message_id": 1, "date": 1, "chat": HERE, "from": {"id": 1}}},
    {"message": {"message_id": 1, "date": 10**30, "chat": HERE}},
    {"callback_query": []},
]


def parse(updates: object) -> object:
    payload = json.dumps({"ok": True, "result": updates}).encode()
    return PollingRequest.parse_json_payload(payload)["result"]


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_message_is_passed_over(
    telegram: FakeTelegram, room: BotRoom, caplog, odd: dict[str, object]
) -> None:
    chat = next(CHATS)
    number = telegram.say(chat, "/help")
    telegram.wait_for(chat)

    telegram.again(
        {"update_id": number + 1, **odd},
        telegram.made(number + 2, chat, "/privacy"),
    )

    assert "encrypted" in telegram.wait_for(chat, count=2)[1].text
    assert parse([{"update_id": 7, **odd}]) == [{"update_id": 7}]
    assert "noon" not in caplog.text


def test_a_message_that_cannot_be_dealt_with_is_passed_over(
    telegram: FakeTelegram,
    room: BotRoom,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    hear, chat = Reception.hear, next(CHATS)

    async def fail(self: Reception, said, now_s: float) -> bool:
        if said.text == "/secret":
            raise KeyError(said.text)
        return await hear(self, said, now_s)

    monkeypatch.setattr(Reception, "hear", fail)
    with caplog.at_level(logging.ERROR):
        telegram.say(chat, "/secret")
        telegram.say(chat, "/help")
        telegram.wait_for(chat)

    assert "a message was passed over" in caplog.text
    assert "/secret" not in caplog.text


@pytest.mark.parametrize("updates", [[5], [{}], [{"update_id": "7"}], [None, []]])
def test_nothing_but_nonsense_is_no_answer(updates: list[object]) -> None:
    with pytest.raises(TelegramError):
        parse(updates)
    assert parse([*updates, {"update_id": 7}]) == [{"update_id": 7}]


@pytest.mark.parametrize("payload", [b"", b"[]", b"\xff", b"5", b"[" * 100_000])
def test_what_is_no_answer_is_not_read(payload: bytes) -> None:
    with pytest.raises(TelegramError):
        PollingRequest.parse_json_payload(payload)


def test_other_answers_are_left_alone() -> None:
    assert parse([]) == []
    assert parse({"username": "x"}) == {"username": "x"}
