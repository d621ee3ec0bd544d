"""Whoever steals database and blobs sees no picture, no chat and no token."""

import pytest

from kiosk.bot.blobs import FolderBlobs
from kiosk.bot.secrecy import Errand, Secrecy
from kiosk.bot.tables import deliveries, pictures
from kiosk.errors import SealError
from kiosk.handover.offer import code_of, new_token
from kiosk.handover.sealing import picture_id, unseal
from tests.botroom import BotRoom, picture
from tests.fake_telegram import TOKEN, FakeTelegram

CHAT = 7_301_234_567


def test_only_the_token_opens_a_picture(tmp_path) -> None:
    waiting, coming, gone = picture(), picture(), picture()
    with FakeTelegram() as telegram, BotRoom(tmp_path, telegram) as room:
        phone = room.phone("the hall")
        phone.put(waiting)
        phone.put(gone)
        telegram.say(CHAT, f"/start {gone.token}")
        telegram.wait_for(CHAT, "sendPhoto")
        telegram.say(CHAT, f"/start {coming.token}", language="de")
        telegram.wait_for(CHAT, count=3)
        blob = next(row.blob for row in room.rows(pictures) if row.id == waiting.id)
        errands = room.rows(deliveries)
        key = phone.key

    stolen = b"".join(
        path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    )

    for secret in (
        waiting.document.content[100:160],
        waiting.document.title.encode(),
        waiting.token.encode(),
        coming.token.encode(),
        code_of(coming.token).encode(),
        str(CHAT).encode(),
        CHAT.to_bytes(8, "big"),
        CHAT.to_bytes(8, "little"),
        TOKEN.encode(),
        key.encode(),
        b"DROP TABLE",  # the visitor's name
    ):
        assert secret not in stolen
    assert waiting.id.encode() in stolen
    sealed = FolderBlobs(tmp_path / "sealed").get(blob)
    assert sealed is not None
    assert unseal(waiting.token, sealed) == waiting.document
    for guess in (coming.token, gone.token, new_token()):
        with pytest.raises(SealError):
            unseal(guess, sealed)
    assert picture_id(coming.token) in {row.picture_id for row in errands}
    assert (
        Secrecy("another:token", b"").reveal(errands[0].person, errands[0].errand)
        is None
    )


def test_errands_are_bound_to_their_person() -> None:
    secrecy = Secrecy(TOKEN, b"salt")
    errand = Errand(CHAT, "de", token=new_token())
    person = secrecy.person(CHAT)
    hidden = secrecy.hide(person, errand)

    assert secrecy.reveal(person, hidden) == errand
    assert secrecy.reveal(secrecy.person(1), hidden) is None
    assert secrecy.reveal(person, hidden[:-1]) is None
    assert secrecy.reveal(person, b"") is None
    assert secrecy.hide(person, errand) != hidden


def test_persons_differ_by_salt_and_bot() -> None:
    one = Secrecy(TOKEN, b"salt").person(CHAT)

    assert len(one) == 64
    assert one == Secrecy(TOKEN, b"salt").person(CHAT)
    assert one != Secrecy(TOKEN, b"pepper").person(CHAT)
    assert one != Secrecy("1:other", b"salt").person(CHAT)
