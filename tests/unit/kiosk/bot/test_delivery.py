"""From a kiosk's upload to the bytes in the chat, and what can go wrong between."""

import itertools
import time
from collections.abc import Iterator

import pytest

from kiosk.bot import tables
from tests.botroom import BotRoom, Phone, jpeg, picture
from tests.fake_telegram import FakeTelegram, Trouble

CHATS = itertools.count(100)


@pytest.fixture(scope="module")
def room(
    tmp_path_factory: pytest.TempPathFactory, telegram: FakeTelegram
) -> Iterator[BotRoom]:
    """A service that is not hurried: Telegram's limits hold."""
    with BotRoom(tmp_path_factory.mktemp("room"), telegram) as opened:
        yield opened


@pytest.fixture(scope="module")
def phone(room: BotRoom) -> Phone:
    return room.phone()


@pytest.fixture
def chat() -> int:
    return next(CHATS)


@pytest.fixture(autouse=True)
def _limits_are_kept(telegram: FakeTelegram) -> Iterator[None]:
    yield
    assert telegram.closest_s() >= 1.0
    assert telegram.busiest() <= 30


def test_a_picture_that_waits_is_handed_over(room, telegram, phone, chat) -> None:
    mine = picture()
    assert phone.put(mine).status_code == 201
    assert phone.state(mine) == "waiting"

    telegram.say(chat, f"/start {mine.token}", language="fr-CA")

    document, photo = telegram.wait_for(chat, count=2)
    assert document.method == "sendDocument"
    assert document.content == mine.document.content
    assert document.filename == "vernissage-lady.jpg"
    assert document.text.startswith("Votre portrait")
    assert "The lady" in document.text
    assert photo.method == "sendPhoto"
    assert photo.content.startswith(b"\xff\xd8\xff")
    phone.wait_for(mine, "delivered")
    told = phone.ask("GET", f"/v1/pictures/{mine.id}").json()
    assert abs(told["delivered_at"] - time.time()) < 60
    pickup = room.rows(tables.pickups)[-1]
    assert pickup.kiosk == "hall"
    assert pickup.uploaded_at < pickup.picked_up_at
    assert len(pickup.person) == 64


def test_nothing_of_a_picture_stays_once_it_is_delivered(
    room, telegram, phone, chat
) -> None:
    mine = picture()
    phone.put(mine)
    telegram.say(chat, f"/start {mine.token}")
    telegram.wait_for(chat, "sendPhoto")

    until_s = time.monotonic() + 5.0
    while list(room.blobs.older_than(-60.0)) and time.monotonic() < until_s:
        time.sleep(0.02)

    assert not list(room.blobs.older_than(-60.0))
    assert not room.rows(tables.deliveries)
    assert phone.put(mine).status_code == 200
    assert not list(room.blobs.older_than(-60.0))


def test_a_picture_that_is_not_there_yet_comes_by_itself(telegram, phone, chat) -> None:
    mine = picture()
    telegram.say(chat, f"/start {mine.token}", language="de")
    (way,) = telegram.wait_for(chat)
    assert "unterwegs" in way.text

    phone.put(mine)

    document = telegram.wait_for(chat, "sendDocument")[0]
    assert document.content == mine.document.content
    assert document.text.startswith("Ihr Porträt")


def test_one_token_is_one_picture_for_one_chat(telegram, phone, chat) -> None:
    mine, other = picture(), next(CHATS)
    telegram.say(chat, f"/start {mine.token}")
    telegram.wait_for(chat)
    telegram.say(other, f"/start {mine.token}")
    telegram.wait_for(other)

    phone.put(mine)

    telegram.wait_for(chat, "sendDocument")
    assert "in another chat" in telegram.wait_for(other, count=2)[1].text
    telegram.say(chat, mine.token)
    assert "further up" in telegram.wait_for(chat, count=4)[3].text
    assert len(telegram.to(chat, "sendDocument")) == 1
    assert not telegram.to(other, "sendDocument")


@pytest.mark.parametrize(
    "trouble",
    [
        Trouble(429, retry_after=2),
        Trouble(500),
        Trouble(502),
        Trouble(-1),
        Trouble(0, wait_s=1.0),
    ],
    ids=["429", "500", "502", "cut", "slow"],
)
def test_what_telegram_does_not_take_is_sent_again(
    telegram, phone, chat, trouble
) -> None:
    mine = picture()
    phone.put(mine)
    telegram.spoil("sendDocument", trouble)
    began_s = time.monotonic()

    telegram.say(chat, f"/start {mine.token}")

    document = telegram.wait_for(chat, "sendDocument", patience_s=15.0)[0]
    assert document.content == mine.document.content
    assert document.at_s - began_s >= trouble.retry_after
    phone.wait_for(mine, "delivered")
    assert len(telegram.to(chat, "sendDocument")) == 1


def test_everybody_rests_when_telegram_says_so(telegram, phone, chat) -> None:
    mine, other = picture(), next(CHATS)
    phone.put(mine)
    telegram.spoil("sendDocument", Trouble(429, retry_after=2))
    telegram.say(chat, f"/start {mine.token}")
    began_s = time.monotonic()
    while not telegram.calls or telegram.calls[-1] != "sendDocument":
        assert time.monotonic() - began_s < 5.0
        time.sleep(0.01)

    telegram.say(other, "/help")

    answer = telegram.wait_for(other)[0]
    assert answer.at_s - began_s >= 1.9
    telegram.wait_for(chat, "sendDocument")


def test_an_answer_that_is_lost_is_told_as_what_it_is(telegram, phone, chat) -> None:
    """Telegram took it, the connection broke: sent again, rather twice than never."""
    mine = picture()
    phone.put(mine)
    telegram.spoil("sendDocument", Trouble(-2))

    telegram.say(chat, f"/start {mine.token}")

    assert len(telegram.wait_for(chat, "sendDocument", count=2)) == 2
    phone.wait_for(mine, "delivered")
    time.sleep(0.3)
    assert len(telegram.to(chat, "sendDocument")) == 2


def test_who_blocks_the_bot_leaves_the_picture_to_the_next(
    telegram, phone, chat
) -> None:
    mine, other = picture(), next(CHATS)
    telegram.say(chat, f"/start {mine.token}")
    telegram.wait_for(chat)
    telegram.say(other, f"/start {mine.token}")
    telegram.wait_for(other)
    telegram.spoil("sendDocument", Trouble(403))

    phone.put(mine)

    document = telegram.wait_for(other, "sendDocument")[0]
    assert document.content == mine.document.content
    assert not telegram.to(chat, "sendDocument")


@pytest.mark.parametrize(
    "title",
    [
        "'; DROP TABLE pictures; --",
        "<b>bold</b> & <script>",
        "*bold* _italic_ [link](http://example.org) `code`",
        "\u0645\u0648\u0646\u0627 \u05dc\u05d9\u05d6\u05d4",
        "{language} {title} %s \\n",
        "x" * 300,
    ],
)
def test_titles_are_text(telegram, phone, chat, title) -> None:
    mine = picture(title=title)
    phone.put(mine)

    telegram.say(chat, f"/start {mine.token}")

    document = telegram.wait_for(chat, "sendDocument")[0]
    assert f"\u2068{title}\u2069" in document.text
    assert "parse_mode" not in document.fields
    assert "caption_entities" not in document.fields


def test_a_picture_whose_content_is_odd_comes_without_a_preview(
    room, telegram, phone, chat
) -> None:
    mine = picture(content=b"\xff\xd8\xff" + bytes(1000))
    phone.put(mine)

    telegram.say(chat, f"/start {mine.token}")

    document = telegram.wait_for(chat, "sendDocument")[0]
    assert document.content == mine.document.content
    until_s = time.monotonic() + 5.0
    while list(room.blobs.older_than(-60.0)) and time.monotonic() < until_s:
        time.sleep(0.02)
    assert not telegram.to(chat, "sendPhoto")


def test_what_the_token_does_not_open_is_told_and_deleted(
    telegram, phone, chat
) -> None:
    mine = picture()
    assert phone.put(mine, content=b"VSP1" + bytes(500)).status_code == 201

    telegram.say(chat, f"/start {mine.token}")

    assert "damaged" in telegram.wait_for(chat)[0].text
    phone.wait_for(mine, "deleted")


def test_a_large_picture_is_handed_over_byte_for_byte(telegram, phone, chat) -> None:
    content = jpeg() + bytes(range(256)) * 12_000
    mine = picture(content=content)
    phone.put(mine)

    telegram.say(chat, f"/start {mine.token}")

    assert telegram.wait_for(chat, "sendDocument")[0].content == content


def test_a_waiting_picture_outlives_the_service(tmp_path, chat) -> None:
    mine = picture()
    with FakeTelegram() as telegram:
        with BotRoom(tmp_path, telegram) as first:
            key = first.phone().key
            telegram.say(chat, f"/start {mine.token}", language="es")
            telegram.wait_for(chat)

        with BotRoom(tmp_path, telegram) as second:
            second.phone_with(key).put(mine)

            document = telegram.wait_for(chat, "sendDocument")[0]

    assert document.content == mine.document.content
    assert document.text.startswith("Su retrato")
