import socket
import ssl
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from kiosk.handover.account import Account, account_of
from kiosk.handover.errors import (
    BusyError,
    GoneError,
    KeyRefusedError,
    RefusedError,
    UnknownPictureError,
    UnreachableError,
)
from kiosk.handover.pauses import Patience, Pauses
from kiosk.handover.service import LONGEST_WAIT_S, Delivery, Service, wait_of
from kiosk.handover.timekeeping import Timekeeper
from kiosk.rehearsal.loopback import BOT, LINK, Mood
from kiosk.settings.sections.handover import Handover

PICTURE = "a" * 64


@pytest.fixture
def client(service):
    with Service(service.account) as made:
        yield made


def test_the_whole_conversation(client, service):
    told = client.introduce()
    assert (told.bot, told.link, told.keep_hours) == (BOT, LINK, 24.0)
    with pytest.raises(UnknownPictureError):
        client.ask(PICTURE)
    client.put(PICTURE, b"VSP1" + bytes(200_000), 2e9)
    client.put(PICTURE, b"VSP1" + bytes(200_000), 2e9)
    assert service.expires[PICTURE] == 2_000_000_000
    assert client.ask(PICTURE).state is Delivery.WAITING
    with pytest.raises(RefusedError):
        client.put(PICTURE, b"VSP1 another", 2e9)
    service.fetch(PICTURE)
    assert client.ask(PICTURE).at_s == service.fetched_at_s[PICTURE]
    client.delete(PICTURE)
    client.delete(PICTURE)
    with pytest.raises(GoneError):
        client.put(PICTURE, b"VSP1", 2e9)


@pytest.mark.parametrize(
    ("mood", "error", "said"),
    [
        (Mood(reachable=False), UnreachableError, "cannot be reached"),
        (Mood(status=401), KeyRefusedError, "does not know"),
        (Mood(status=403), KeyRefusedError, "has revoked"),
        (Mood(status=429), BusyError, "faster than it allows"),
        (Mood(status=503), BusyError, "busy"),
        (Mood(status=507), BusyError, "no room"),
        (Mood(status=500), UnreachableError, "has failed"),
        (Mood(status=408), UnreachableError, "has failed"),
        (Mood(status=302), UnreachableError, "not followed"),
        (Mood(status=404), UnreachableError, "is not the service"),
        (Mood(status=200, body=b"<html>Log in</html>"), UnreachableError, "login"),
        (Mood(status=200, body=b"[" * 60_000), UnreachableError, "not the service"),
        (Mood(status=200, body=b"{}" * 60_000), UnreachableError, "not the service"),
        (
            Mood(
                status=200,
                body=b'{"kiosk":"a","bot":"b","link":"javascript:{token}",'
                b'"keep_hours":24,"time":1}',
            ),
            UnreachableError,
            "not the service",
        ),
        (
            Mood(
                status=200,
                body=b'{"kiosk":"a","bot":"b","link":"https://a.b/{token}",'
                b'"keep_hours":24,"time":NaN}',
            ),
            UnreachableError,
            "not the service",
        ),
    ],
)
def test_every_odd_answer_is_a_plain_sentence(client, service, mood, error, said):
    service.mood = mood
    with pytest.raises(error, match=said) as raised:
        client.introduce()
    assert service.key not in str(raised.value)


def test_a_redirect_carries_the_key_nowhere(client, service):
    with socket.create_server(("127.0.0.1", 0)) as elsewhere:
        elsewhere.settimeout(0.2)
        place = f"http://127.0.0.1:{elsewhere.getsockname()[1]}/"
        service.mood = Mood(status=307, headers=(("Location", place),))
        with pytest.raises(UnreachableError, match="elsewhere"):
            client.put(PICTURE, b"VSP1", 2e9)
        with pytest.raises(TimeoutError):
            elsewhere.accept()


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_own_certificate(tmp_path))
    heard: list[bytes] = []

    def answer(server: socket.socket) -> None:
        with suppress(OSError), server.accept()[0] as caller:
            heard.append(context.wrap_socket(caller, server_side=True).recv(100))

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=answer, args=(server,))
        thread.start()
        address = f"https://127.0.0.1:{server.getsockname()[1]}"
        with (
            Service(Account(address, "key")) as client,
            pytest.raises(UnreachableError, match="cannot be trusted"),
        ):
            client.introduce()
        thread.join()
    assert not heard


def _own_certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    path = folder / "own.pem"
    path.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        + certificate.public_bytes(Encoding.PEM)
    )
    return path


def test_sending_is_broken_off_when_the_kiosk_closes(service):
    with (
        Service(service.account, stop=lambda: True) as client,
        pytest.raises(UnreachableError, match="in time"),
    ):
        client.put(PICTURE, b"VSP1" + bytes(100), 2e9)


def test_who_accepts_and_says_nothing_is_not_waited_for_long(monkeypatch):
    monkeypatch.setattr("kiosk.handover.service.ANSWER_S", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as mute:
        address = f"http://127.0.0.1:{mute.getsockname()[1]}"
        with (
            Service(Account(address, "key")) as client,
            pytest.raises(UnreachableError, match="does not answer"),
        ):
            client.introduce()


def test_who_drips_is_not_listened_to_for_long(monkeypatch):
    monkeypatch.setattr("kiosk.handover.service.ANSWER_S", 0.3)
    over = threading.Event()

    def drip(server: socket.socket) -> None:
        heard, _ = server.accept()
        with heard:
            heard.recv(4096)
            heard.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while not over.wait(0.05):
                try:
                    heard.sendall(b" ")
                except OSError:
                    return

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip, args=(server,))
        thread.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        with (
            Service(Account(address, "key")) as client,
            pytest.raises(UnreachableError),
        ):
            client.introduce()
        over.set()
        thread.join()


@pytest.mark.parametrize(
    ("text", "wait_s"),
    [
        ("7", 7.0),
        ("0", 1.0),
        ("99999999999999999999", LONGEST_WAIT_S),
        (None, 30.0),
        ("-1", 30.0),
        ("soon", 30.0),
        ("Wed, 21 Oct 2026 07:28:00 GMT", 30.0),
        ("٣", 30.0),
    ],
)
def test_how_long_to_wait_is_read_within_bounds(text, wait_s: float):
    assert wait_of(text) == wait_s


def test_pauses_grow_are_spread_and_begin_anew():
    pauses = Pauses(first_s=2.0, longest_s=60.0)
    for about_s in (2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0):
        assert about_s / 2 <= pauses.next_s() <= about_s
    pauses.reset()
    assert pauses.next_s() <= 2.0


def test_only_what_the_service_asked_to_wait_is_not_hurried():
    now = [100.0]
    patience = Patience(lambda: now[0])
    patience.failed()
    assert patience.left_s > 0.0
    patience.hurry()
    assert patience.left_s <= 0.0
    patience.failed(50.0, asked=True)
    patience.hurry()
    assert patience.left_s == 50.0
    now[0] += 50.0
    assert patience.left_s <= 0.0


def test_the_clock_on_the_wall_may_jump():
    wall, steady = [1000.0], [5.0]
    time = Timekeeper(lambda: wall[0], lambda: steady[0])
    wall[0] += 86_400.0
    steady[0] += 10.0
    assert time.now_s() == 1010.0
    assert time.learn(1_000_000.0) == 1_000_000.0 - 1010.0
    steady[0] += 1.0
    assert time.now_s() == 1_000_001.0
    assert time.clock_error_s() == 1000.0 + 86_400.0 - 1_000_001.0


def test_an_account_needs_both_and_never_prints_its_key():
    account = account_of(Handover(service="https://bot.example:8443/x", key="secret1"))
    assert account == Account("https://bot.example:8443/x", "secret1")
    assert "secret1" not in repr(account)
    assert (account.host, account.here) == ("bot.example:8443", False)
    assert Account("http://[::1]:1", "k").here
    assert account_of(Handover(service="https://a.b")) is None
    assert account_of(Handover(key="secret1")) is None
