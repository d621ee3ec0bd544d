import contextlib
import email.utils
import gzip
import threading
import time as real_time
from datetime import UTC, datetime, timedelta

import pytest

import kiosk
from kiosk.packs.fetch.errors import (
    BadAnswerError,
    FetchCancelledError,
    NotFoundError,
    UnreachableError,
)
from kiosk.packs.fetch.manners import Manners
from kiosk.packs.fetch.web import Web
from tests.unit.kiosk.packs.fetch.loopback import (
    HOSTS,
    drips,
    leads_to,
    says,
    sends,
)


def test_says_who_asks_and_how_to_reach_them(server, make_web):
    server.on("/a", says({"yes": 1}))
    web = make_web(contact="mail@museum.example\r\nX-Evil: 1 (é)")

    assert web.ask(f"{server.url}/a", HOSTS, {"q": "a b&c"}) == {"yes": 1}

    (asked,) = server.asked
    assert asked.query == {"q": "a b&c"}
    agent = f"Vernissage/{kiosk.__version__} (museum kiosk; "
    assert asked.headers["User-Agent"] == agent + "mail@museum.exampleX-Evil:1)"
    assert asked.headers["AIC-User-Agent"] == asked.headers["User-Agent"]
    assert "X-Evil" not in asked.headers
    assert Manners().agent == f"Vernissage/{kiosk.__version__} (museum kiosk)"


def test_proxies_of_the_environment_are_not_used(server, monkeypatch, make_web):
    server.on("/a", says({}))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("NO_PROXY", "")

    assert make_web().ask(f"{server.url}/a", HOSTS) == {}
    with pytest.raises(UnreachableError, match="connection"):
        make_web(trust_environment=True, tries=1).ask(f"{server.url}/a", HOSTS)


def test_keeps_requests_apart(server, make_web, time):
    server.on("/a", says({}))
    web = make_web(pace={"127.0.0.1": 0.5})

    for _ in range(4):
        web.ask(f"{server.url}/a", HOSTS)

    assert time.waited_s == [0.5, 0.5, 0.5]


def test_tries_again_with_growing_pauses(server, web, time):
    server.on("/a", sends(b"", 500), sends(b"", 502), sends(b"", 503), says({"a": 1}))

    assert web.ask(f"{server.url}/a", HOSTS) == {"a": 1}

    first, second, third = time.waited_s
    assert 0.5 <= first <= 1 <= second <= 2 <= third <= 4


def test_gives_up_after_so_many_tries(server, make_web):
    server.on("/a", sends(b"", 500))

    with pytest.raises(UnreachableError, match=r"trouble or busy \(code 500\)"):
        make_web(tries=3).ask(f"{server.url}/a", HOSTS)

    assert len(server.asked) == 3


@pytest.mark.parametrize("status", [429, 503])
def test_waits_as_long_as_it_is_asked_to(server, web, time, status):
    server.on("/a", sends(b"", status, Retry_After="7"), says({}))

    web.ask(f"{server.url}/a", HOSTS)

    assert sum(time.waited_s) == pytest.approx(7)


def test_understands_a_date_to_come_back_at(server, web, time):
    when = datetime.now(UTC) + timedelta(seconds=30)
    date = email.utils.format_datetime(when, usegmt=True)
    server.on("/a", sends(b"", 429, Retry_After=date), says({}))

    web.ask(f"{server.url}/a", HOSTS)

    assert 25 < sum(time.waited_s) <= 30


@pytest.mark.parametrize("wait", ["soon", "-4", "", "٣", "1e9", "99999999999999999999"])
def test_senseless_pauses_do_no_harm(server, make_web, wait):
    server.on("/a", sends(b"", 429, Retry_After=wait.encode().decode("latin-1")))

    with pytest.raises(UnreachableError, match=r"127\.0\.0\.1"):
        make_web(tries=2).ask(f"{server.url}/a", HOSTS)


def test_is_told_when_the_museum_wants_a_long_pause(server, web, time):
    server.on("/a", sends(b"", 429, Retry_After="600"))

    with pytest.raises(UnreachableError, match="come back in 10 minutes"):
        web.ask(f"{server.url}/a", HOSTS)

    assert (len(server.asked), time.waited_s) == (1, [])


def test_a_pause_that_a_host_wants_holds_for_later_questions_too(server, web, time):
    server.on("/a", sends(b"", 429, Retry_After="100"))
    server.on("/b", says({}))
    with pytest.raises(UnreachableError):
        web.ask(f"{server.url}/a", HOSTS)

    web.ask(f"{server.url}/b", HOSTS)

    assert time.waited_s == [pytest.approx(100)]


def test_follows_where_it_may_be_led(server, web):
    server.on("/a", leads_to("/b", 303))
    server.on("/b", leads_to(f"{server.url}/c", 308))
    server.on("/c", says({"there": True}))

    assert web.ask(f"{server.url}/a", HOSTS) == {"there": True}


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("http://localhost:{port}/b", r"another place \(localhost\)"),
        ("https://evil.example/b", r"another place \(evil.example\)"),
        ("http://museum.example/b", "not encrypted"),
        ("https://museum.example:8443/b", "not encrypted"),
        ("https://user:word@museum.example/b", "another place"),
        ("file:///etc/passwd", "address that is none"),
        ("ftp://127.0.0.1/b", "not encrypted"),
        ("//evil.example/b", "another place"),
        ("/a", "from one address to another"),
    ],
)
def test_does_not_follow_elsewhere(server, web, target, words):
    server.on("/a", leads_to(target.format(port=server.server_port)))
    hosts = HOSTS | {"museum.example"}

    with pytest.raises(BadAnswerError, match=words):
        web.ask(f"{server.url}/a", hosts)

    assert "/b" not in server.paths()


def test_asks_no_host_that_was_not_named(server, web):
    with pytest.raises(BadAnswerError, match="another place"):
        web.ask(f"{server.url}/a", frozenset({"museum.example"}))

    assert server.asked == []


@pytest.mark.parametrize("status", [404, 410])
def test_nothing_there_is_said_at_once(server, web, status):
    server.on("/a", sends(b"", status))

    with pytest.raises(NotFoundError):
        web.ask(f"{server.url}/a", HOSTS)

    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 304, 451])
def test_a_refusal_is_said_at_once(server, web, status):
    server.on("/a", sends(b"", status))

    with pytest.raises(BadAnswerError, match=f"refuses the request .code {status}"):
        web.ask(f"{server.url}/a", HOSTS)

    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"<!doctype html><p>Sign in", "sign-in"),
        (b"", "cannot be read"),
        (b"[1, 2]", "not what it documents"),
        (b"null", "not what it documents"),
        (b'{"a": ', "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (b'{"a":' * 100_000, "cannot be read"),
        (b'{"a": ' + b"9" * 100_000 + b"}", "cannot be read"),
    ],
)
def test_takes_json_objects_only(server, web, body, words):
    server.on("/a", sends(body))

    with pytest.raises(BadAnswerError, match=words):
        web.ask(f"{server.url}/a", HOSTS)


def test_long_answers_are_not_read_to_the_end(server, make_web):
    web = make_web(most_answer_bytes=1000)
    endless = '{"a": "' + "x" * 2000 + '"}'
    server.on("/long", sends(endless.encode()))
    server.on("/unsaid", sends_in_chunks(endless.encode()))
    packed = gzip.compress(b"[" * 900_000)
    assert len(packed) < 1000
    server.on("/packed", sends(packed, Content_Encoding="gzip"))

    for path in ("/long", "/unsaid", "/packed"):
        with pytest.raises(BadAnswerError, match="larger than the kiosk takes"):
            web.ask(server.url + path, HOSTS)
    assert len(web.read(f"{server.url}/packed", HOSTS, 900_000)) == 900_000


def test_a_wrongly_packed_answer_may_pass(server, make_web):
    server.on("/a", sends(b"no gzip", Content_Encoding="gzip"), says({"a": 1}))

    assert make_web().ask(f"{server.url}/a", HOSTS) == {"a": 1}


def test_a_cut_connection_may_pass(server, web):
    def cut(request):
        request.send_response(200)
        request.send_header("Content-Length", "100")
        request.end_headers()
        request.wfile.write(b'{"a"')
        request.cut()

    server.on("/a", cut, lambda request: request.cut(), says({"a": 1}))

    assert web.ask(f"{server.url}/a", HOSTS) == {"a": 1}
    assert len(server.asked) == 3


def test_nobody_at_home(web):
    with pytest.raises(UnreachableError, match="connection"):
        web.ask("http://127.0.0.1:9/a", HOSTS)


def test_a_silent_server_is_left(server, make_web):
    server.on("/a", lambda request: request.server.closing.wait(5))
    began_s = real_time.monotonic()

    with pytest.raises(UnreachableError, match="does not answer"):
        make_web(read_s=0.1, tries=2).ask(f"{server.url}/a", HOSTS)

    assert real_time.monotonic() - began_s < 2


def test_a_dripping_server_meets_the_deadline(server):
    server.on("/a", drips(b"{" * 1000, 0.01))
    began_s = real_time.monotonic()

    with (
        Web(Manners(question_s=0.3)) as web,
        pytest.raises(UnreachableError, match="too slowly"),
    ):
        web.ask(f"{server.url}/a", HOSTS)

    assert real_time.monotonic() - began_s < 2


def test_can_be_stopped_before_and_between(server, make_web, time):
    stop = threading.Event()
    server.on("/a", says({}))
    web = make_web(stop)
    web.ask(f"{server.url}/a", HOSTS)

    def stop_it(request):
        stop.set()
        request.send(500)

    server.on("/b", stop_it)
    with pytest.raises(FetchCancelledError):
        web.ask(f"{server.url}/b", HOSTS)
    with pytest.raises(FetchCancelledError):
        web.ask(f"{server.url}/a", HOSTS)
    assert server.paths() == ["/a", "/b"]


def sends_in_chunks(body):
    """Answer without saying how long it is."""

    def answer(request):
        request.send_response(200)
        request.send_header("Connection", "close")
        request.end_headers()
        with contextlib.suppress(OSError):
            request.wfile.write(body)
        request.close_connection = True

    return answer
