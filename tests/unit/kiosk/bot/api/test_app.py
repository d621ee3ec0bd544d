"""The API as kiosks meet it, over real connections."""

import json
import socket
import time
from urllib.parse import urlsplit

import httpx
import pytest

from kiosk.bot import tables
from kiosk.bot.api import guards
from kiosk.bot.api.app import OPENAPI_FILE, OPENAPI_PATH, make_app
from kiosk.bot.keys import revoke
from kiosk.bot.pictures import MOST_KEEP_S
from kiosk.handover.sealing import MOST_SEALED_BYTES
from tests.botroom import BotRoom, Phone, picture
from tests.telegram_methods import USERNAME


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "SLOWEST_S", 0.05)


@pytest.fixture(scope="module")
def phone(room: BotRoom) -> Phone:
    return room.phone()


@pytest.fixture(scope="module")
def other(room: BotRoom) -> Phone:
    return room.phone("O'Brien's \u00abcaf\u00e9\u00bb <b>")


def problem(answer: httpx.Response) -> str:
    """The one sentence of a refusal."""
    assert answer.headers["Content-Type"] == "application/json"
    assert list(answer.json()) == ["error"]
    return str(answer.json()["error"])


def test_an_upload_may_be_repeated(phone) -> None:
    mine = picture()

    assert phone.put(mine).status_code == 201
    assert phone.put(mine).status_code == 200
    answer = phone.ask("GET", f"/v1/pictures/{mine.id}")
    assert answer.json() == {"state": "waiting", "delivered_at": None}


def test_something_else_under_the_same_id_is_refused(phone, other) -> None:
    mine = picture()
    phone.put(mine)

    assert phone.put(mine, content=b"something else").status_code == 409
    assert other.put(mine).status_code == 409
    assert other.ask("GET", f"/v1/pictures/{mine.id}").status_code == 404
    assert other.ask("DELETE", f"/v1/pictures/{mine.id}").status_code == 409
    assert phone.state(mine) == "waiting"


def test_what_is_deleted_never_comes(phone) -> None:
    early, late = picture(), picture()
    phone.put(early)

    for one in (early, early, late, late):
        assert phone.ask("DELETE", f"/v1/pictures/{one.id}").status_code == 204

    for one in (early, late):
        assert phone.put(one).status_code == 410
        assert phone.state(one) == "deleted"


def test_ids_that_nobody_knows_are_told(phone) -> None:
    answer = phone.ask("GET", f"/v1/pictures/{picture().id}")

    assert answer.status_code == 404
    assert "no such picture" in problem(answer)


@pytest.mark.parametrize(
    "name", ["x", "A" * 64, "0" * 63, "0" * 65, "0" * 63 + "'", "%00" * 20, "../keys"]
)
def test_ids_of_another_shape_are_refused(phone, name) -> None:
    answer = phone.ask("GET", f"/v1/pictures/{name}")

    assert answer.status_code in {404, 422}
    assert name not in problem(answer)


@pytest.mark.parametrize(
    ("expires", "status"),
    [
        ("0", 410),
        ("1000000000", 410),
        ("-5", 422),
        ("soon", 422),
        ("1e99", 422),
        ("9" * 400, 422),
        ("", 422),
        ("4102444799", 201),
    ],
)
def test_clocks_may_be_wrong(room, phone, expires, status) -> None:
    mine = picture()

    answer = phone.put(mine, headers={"Vernissage-Expires": expires})

    assert answer.status_code == status
    if status == 201:
        row = next(row for row in room.rows(tables.pictures) if row.id == mine.id)
        assert row.expires_at - time.time() <= MOST_KEEP_S
    else:
        assert problem(answer)


def test_an_upload_says_how_long_it_is(phone) -> None:
    mine = picture()

    assert phone.put(mine, content=iter([mine.sealed])).status_code == 411
    assert phone.put(mine, content=b"").status_code == 422
    assert phone.put(mine).status_code == 201


def raw(room: BotRoom, text: str) -> bytes:
    """Send something that no client would."""
    address = urlsplit(room.address)
    with socket.create_connection((address.hostname, address.port), 5.0) as wire:
        wire.sendall(text.replace("\n", "\r\n").encode())
        wire.settimeout(5.0)
        answer = b""
        while chunk := wire.recv(65536):
            answer += chunk
            if b"\r\n\r\n" in answer:
                return answer
        return answer


def test_too_large_is_refused_before_it_comes(room, phone) -> None:
    head = (
        f"PUT /v1/pictures/{picture().id} HTTP/1.1\nHost: x\n"
        f"Authorization: Bearer {phone.key}\nVernissage-Expires: 4000000000\n"
        f"Content-Length: {MOST_SEALED_BYTES + 1}\nConnection: close\n\n"
    )

    answer = raw(room, head)

    assert b" 413 " in answer.splitlines()[0]


def test_nonsense_is_answered(room) -> None:
    assert b" 400 " in raw(room, "GARBAGE\n\n").splitlines()[0]


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer x", "Basic dnNrOng=", "Bearer vnk_" + "A" * 43, "\u00e9"],
)
def test_nobody_gets_in_without_a_key(room, header) -> None:
    mine = picture()

    answer = httpx.put(
        f"{room.address}/v1/pictures/{mine.id}",
        content=mine.sealed,
        headers=[(b"Authorization", header.encode("latin-1"))],
        trust_env=False,
        timeout=20.0,
    )

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert "does not know this key" in problem(answer)


def test_a_key_that_was_taken_away_opens_nothing(room) -> None:
    phone, mine = room.phone("café"), picture()
    phone.put(mine)
    room.work(lambda database: revoke(database, "café", time.time()))

    answer = phone.ask("GET", "/v1/kiosk")
    assert answer.status_code == 403
    assert "taken away" in problem(answer)
    assert phone.put(picture()).status_code == 403

    again = room.phone("café")
    assert again.state(mine) == "waiting"


def test_guessing_is_slow_and_hinders_nobody_else(
    room, phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guards, "SLOWEST_S", 0.6)
    guesser = room.phone_with("vnk_" + "B" * 43)
    for _ in range(guards.FREE_WRONG):
        guesser.ask("GET", "/v1/kiosk")
    monkeypatch.setattr(guards, "SLOWEST_S", 2.0)
    began_s = time.monotonic()
    assert guesser.ask("GET", "/v1/kiosk").status_code == 401
    slow_s = time.monotonic() - began_s
    began_s = time.monotonic()
    assert phone.ask("GET", "/v1/kiosk").status_code == 200

    assert slow_s >= 0.2
    assert time.monotonic() - began_s < slow_s


def test_a_kiosk_hears_what_it_has_to_know(other) -> None:
    told = other.ask("GET", "/v1/kiosk").json()

    assert told["kiosk"] == "O'Brien's \u00abcaf\u00e9\u00bb <b>"
    assert told["bot"] == USERNAME
    assert told["link"] == f"https://t.me/{USERNAME}?start={{token}}"
    assert told["keep_hours"] == 168
    assert abs(told["time"] - time.time()) < 60


def test_without_a_key_only_health_is_told(room) -> None:
    with httpx.Client(base_url=room.address, trust_env=False) as client:
        assert client.get("/v1/health").json() == {"ok": True}
        for path in ("/", "/docs", "/redoc", "/v1", "/v1/kiosks"):
            assert problem(client.get(path))
        assert client.post("/v1/telegram", json={}).status_code == 401
        assert client.post("/v1/health").status_code == 405


def test_the_document_is_the_one_that_is_served(room) -> None:
    written = json.loads(OPENAPI_FILE.read_text(encoding="utf-8"))

    assert make_app().openapi() == written, "write it anew; CONTRIBUTING says how"
    served = httpx.get(room.address + OPENAPI_PATH, trust_env=False).json()
    assert served == written
    assert set(written["paths"]) == {
        "/v1/health",
        "/v1/kiosk",
        "/v1/pictures/{picture_id}",
    }
