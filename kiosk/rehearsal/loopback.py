"""The hand-over's service as a kiosk sees it, on this computer, for rehearsals.

It takes, lists and forgets sealed pictures as the real one does, but there is no bot
behind it: `fetch` plays the visitor's phone. What can go wrong can be asked for.
"""

import json
import secrets
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from kiosk.handover.account import Account

BOT = "VernissageBot"
LINK = f"https://t.me/{BOT}?start={{token}}"
KEEP_HOURS = 24.0
_KIOSK = "/v1/kiosk"
_PICTURES = "/v1/pictures/"


@dataclass(frozen=True, slots=True)
class Mood:
    """How the service is today.

    Attributes:
        reachable: Whether it answers at all.
        status: Answers every request with this status, if not 0.
        headers: Sent with that.
        body: Sent with that.
        clock_ahead_s: How far its clock is ahead.
    """

    reachable: bool = True
    status: int = 0
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b"{}"
    clock_ahead_s: float = 0.0


GOOD_MOOD = Mood()


class LoopbackService:
    """Listens on a free port of this computer; use it as a context."""

    def __init__(self) -> None:
        self.mood = GOOD_MOOD
        self.pictures: dict[str, bytes] = {}
        self.expires: dict[str, int] = {}
        self.states: dict[str, str] = {}
        self.fetched_at_s: dict[str, float] = {}
        self.requests: list[str] = []
        self.key = secrets.token_urlsafe(24)
        self._server = _Server(self)
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), name="loopback service"
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def account(self) -> Account:
        """How a kiosk reaches it."""
        return Account(f"http://127.0.0.1:{self._server.server_port}", self.key)

    def fetch(self, picture: str) -> bytes:
        """A phone fetches a picture: it is delivered and forgotten.

        Raises:
            KeyError: If it has not arrived.
        """
        sealed = self.pictures.pop(picture)
        self.fetched_at_s[picture] = self.now_s()
        self.states[picture] = "delivered"
        return sealed

    def forget(self, picture: str) -> None:
        """Lose a picture, as a disk that breaks does."""
        del self.pictures[picture], self.states[picture]

    def now_s(self) -> float:
        """Its clock, Unix seconds."""
        return time.time() + self.mood.clock_ahead_s

    def answer(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes
    ) -> tuple[int, bytes]:
        """Answer a request."""
        if headers.get("Authorization") != f"Bearer {self.key}":
            return 401, b"{}"
        if (method, path) == ("GET", _KIOSK):
            return 200, _json(
                kiosk="Rehearsal",
                bot=BOT,
                link=LINK,
                keep_hours=KEEP_HOURS,
                time=self.now_s(),
            )
        picture = path.removeprefix(_PICTURES)
        if method == "PUT":
            return self._take(picture, headers, body), b"{}"
        if method == "DELETE":
            self.pictures.pop(picture, None)
            self.states[picture] = "deleted"
            return 204, b""
        if picture not in self.states:
            return 404, b"{}"
        at_s = self.fetched_at_s.get(picture)
        return 200, _json(state=self.states[picture], delivered_at=at_s)

    def _take(self, picture: str, headers: Mapping[str, str], body: bytes) -> int:
        state = self.states.get(picture, "")
        if state in ("deleted", "expired"):
            return 410
        if state == "delivered" or self.pictures.get(picture) == body:
            return 200
        if picture in self.pictures:
            return 409
        self.expires[picture] = int(headers["Vernissage-Expires"])
        self.pictures[picture], self.states[picture] = body, "waiting"
        return 201


def _json(**values: object) -> bytes:
    return json.dumps(values).encode()


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"

    def do_GET(self) -> None:
        self._answer()

    def do_PUT(self) -> None:
        self._answer()

    def do_DELETE(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (theirs)
        """Say nothing."""

    def _answer(self) -> None:
        service = self.server.service
        mood = service.mood
        if not mood.reachable:
            return
        body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        service.requests.append(f"{self.command} {self.path}")
        status, answer = mood.status, mood.body
        if not status:
            headers = dict(self.headers.items())
            status, answer = service.answer(self.command, self.path, headers, body)
        self.send_response(status)
        for name, value in mood.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)


class _Server(ThreadingHTTPServer):
    def __init__(self, service: LoopbackService) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.service = service

    def handle_error(self, *_: object) -> None:
        """A kiosk that hangs up is no error."""
