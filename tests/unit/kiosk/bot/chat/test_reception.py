"""What people say to the bot, and what they hear."""

import itertools
import time

import pytest

from kiosk.bot import tables
from kiosk.handover.offer import code_of, new_token
from tests.botroom import BotRoom, Phone, picture
from tests.fake_telegram import FakeTelegram

CHATS = itertools.count(1000)
ANY_FILE = {"file_id": "1", "file_unique_id": "1"}
PHOTO = {**ANY_FILE, "width": 1, "height": 1}
HIDDEN = {"type": "hidden_user", "date": 1, "sender_user_name": "<i>"}


@pytest.fixture(scope="module")
def phone(room: BotRoom) -> Phone:
    return room.phone()


@pytest.fixture
def chat() -> int:
    return next(CHATS)


def answer(telegram: FakeTelegram, chat: int, text: str, language: str = "en") -> str:
    """What somebody hears next."""
    heard = len(telegram.to(chat))
    telegram.say(chat, text, language)
    return telegram.wait_for(chat, count=heard + 1)[heard].text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("/start", "Welcome!"),
        ("/START", "Welcome!"),
        ("/start@vernissage_test_bot", "Welcome!"),
        ("/help", "I hand over portraits"),
        ("/privacy", "encrypted"),
        ("/somewhere", "I hand over portraits"),
        ("hello there, what is this?", "I hand over portraits"),
        ("000G 40R4 0M30 E209 185G R38E 1W00", "typing mistake"),
        ("/delete nothing", "typing mistake"),
    ],
)
def test_what_is_said_is_answered(telegram, room, chat, text, told) -> None:
    assert told in answer(telegram, chat, text)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de-AT", "Willkommen"),
        ("fr", "Bienvenue"),
        ("es-MX", "Bienvenido"),
        ("ru", "Добро"),
        ("uk", "Добро"),
        ("ja", "Welcome"),
        ("", "Welcome"),
        ("\u202e<b>", "Welcome"),
    ],
)
def test_people_are_answered_in_their_language(
    telegram, room, chat, language, told
) -> None:
    assert told in answer(telegram, chat, "/start", language)


def test_a_language_is_chosen_and_remembered(telegram, room, chat) -> None:
    telegram.say(chat, "/language", "fr")
    asked = telegram.wait_for(chat)[0]
    assert "Deutsch" in asked.fields["reply_markup"]

    telegram.touch(chat, "language:de")
    assert "Deutsch" in telegram.wait_for(chat, count=2)[1].text
    assert telegram.answered[-1].startswith("touch")

    assert "Willkommen" in answer(telegram, chat, "/start", "fr")


@pytest.mark.parametrize("data", ["language:xx", "x" * 64, "", "'; --"])
def test_odd_buttons_do_no_harm(telegram, room, chat, data) -> None:
    telegram.touch(chat, data)

    assert "I hand over" in telegram.wait_for(chat)[0].text


@pytest.mark.parametrize("way", ["token", "code", "small code", "link", "command"])
def test_a_token_may_be_sent_in_any_way(telegram, phone, chat, way) -> None:
    mine = picture()
    phone.put(mine)
    code = code_of(mine.token)
    text = {
        "token": mine.token,
        "code": code,
        "small code": f"  {code.lower().replace(' ', '-')} ",
        "link": f"https://t.me/vernissage_test_bot?start={mine.token}",
        "command": f"/start {code}",
    }[way]

    telegram.say(chat, text)

    assert telegram.wait_for(chat, "sendDocument")[0].content == mine.document.content


@pytest.mark.parametrize(
    "payload",
    [
        "x",
        "A" * 21,
        "A" * 22,  # could be anybody's, and may still arrive
        "B" * 22,  # no token: its last letter has bits to spare
        "-" * 22 + "=",
        "A" * 64,
        "../../etc/passwd",
        "'; DROP TABLE pictures; --",
        "%00",
        "\u0000\u202e",
        "\U0001f5bc" * 10,
        "{token}",
        "\uff21" * 22,
        "A" * 4000,
    ],
)
def test_payloads_of_any_shape_open_nothing(telegram, room, chat, payload) -> None:
    telegram.say(chat, f"/start {payload}")

    (told,) = telegram.wait_for(chat)
    assert told.method == "sendMessage"
    expected = "on its way" if payload == "A" * 22 else "do not know this link"
    assert expected in told.text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"photo": [PHOTO]}, "look at none"),
        ({"document": {**ANY_FILE, "file_name": "\u202egpj.exe"}}, "look at none"),
        ({"voice": {**ANY_FILE, "duration": 1}}, "look at none"),
        ({"text": "look", "forward_origin": HIDDEN}, "forwarded"),
    ],
    ids=["photo", "document", "voice", "forward"],
)
def test_what_is_no_text_is_refused_politely(
    telegram, room, chat, content, told
) -> None:
    telegram.push(content, chat=chat)

    assert told in telegram.wait_for(chat)[0].text


def test_an_album_is_answered_once(telegram, room, chat) -> None:
    for _ in range(4):
        telegram.push({"photo": [PHOTO], "media_group_id": "album"}, chat=chat)
    telegram.wait_for(chat)
    telegram.say(chat, "/help")

    assert "I hand over" in telegram.wait_for(chat, count=2)[1].text


def test_groups_get_no_picture(telegram, phone) -> None:
    mine, group = picture(), -next(CHATS)
    phone.put(mine)
    telegram.push({"text": "hello everybody"}, chat=group, kind="supergroup")

    telegram.push({"text": f"/start {mine.token}"}, chat=group, kind="supergroup")

    (told,) = telegram.wait_for(group)
    assert "private chats only" in told.text
    assert phone.state(mine) == "waiting"


def test_updates_may_come_twice_and_in_any_order(telegram, phone, chat) -> None:
    mine = picture()
    phone.put(mine)
    number = telegram.say(chat, "/help")
    telegram.wait_for(chat)
    start = telegram.made(number + 100, chat, f"/start {mine.token}")
    late = telegram.made(number + 99, chat, "/privacy")

    telegram.again(telegram.made(number + 1, chat, "/help"), start)
    telegram.wait_for(chat, "sendDocument")
    telegram.again(start, late, start, telegram.made(number + 101, chat, "/language"))

    until_s = time.monotonic() + 5.0
    while not any("Which" in one.text for one in telegram.to(chat)):
        assert time.monotonic() < until_s
        time.sleep(0.01)
    assert len(telegram.to(chat, "sendDocument")) == 1
    assert len([one for one in telegram.to(chat) if "hand over" in one.text]) == 2


def test_pictures_that_are_gone_are_told_kindly(telegram, phone, chat) -> None:
    deleted, expired = picture(), picture()
    over = time.time() + 1.5
    phone.put(expired, over)
    phone.put(deleted)
    phone.ask("DELETE", f"/v1/pictures/{deleted.id}")

    assert "has been deleted" in answer(telegram, chat, f"/start {deleted.token}")
    time.sleep(max(0.0, over + 0.2 - time.time()))
    told = answer(telegram, next(CHATS), f"/start {expired.token}")
    assert "time of this picture is over" in told


def test_everything_about_a_chat_is_forgotten(telegram, room, phone, chat) -> None:
    got, coming = picture(), picture()
    phone.put(got)
    telegram.say(chat, f"/start {got.token}")
    telegram.wait_for(chat, "sendPhoto")
    phone.wait_for(got, "delivered")
    person = room.rows(tables.pickups)[-1].person
    telegram.say(chat, f"/start {coming.token}")
    telegram.wait_for(chat, count=3)

    assert "forgotten" in answer(telegram, chat, "/delete")

    assert person not in {row.person for row in room.rows(tables.pickups)}
    assert person not in {row.person for row in room.rows(tables.pictures)}
    assert phone.put(coming).status_code == 201
    assert "I hand over" in answer(telegram, chat, "/help")
    assert not telegram.to(chat, "sendDocument")[1:]


def test_one_picture_is_deleted_by_its_code(telegram, phone, chat) -> None:
    mine = picture()
    phone.put(mine)

    assert "is deleted" in answer(telegram, chat, f"/delete {code_of(mine.token)}")

    assert phone.state(mine) == "deleted"
    told = answer(telegram, next(CHATS), f"/delete {code_of(new_token())}")
    assert "No picture waits" in told


def test_who_guesses_is_slowed(telegram, room, chat) -> None:
    for _ in range(12):
        telegram.say(chat, "/start wrong")

    telegram.wait_for(chat, count=6, patience_s=20.0)
    time.sleep(1.3)
    texts = [one.text for one in telegram.to(chat)]
    assert len(texts) == 6
    assert "wait a little" in texts[5]


def test_commands_are_offered_in_every_language(telegram, room) -> None:
    assert set(telegram.commands) == {"", "de", "fr", "es", "ru"}
    offered = {one["command"] for one in telegram.commands["de"]}
    assert offered == {"help", "language", "privacy", "delete"}
