"""Servers on this computer that answer as museums document, or as badly as can be."""

import contextlib
import io
import json
import re
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import numpy as np
from PIL import Image

from kiosk.packs.fetch.errors import FetchCancelledError
from kiosk.packs.fetch.pace import Clockwork

HOSTS = frozenset({"127.0.0.1"})


class Request(BaseHTTPRequestHandler):
    """One request; what answers it gets this."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: "Server"

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        asked = Asked(parts.path, self.query, dict(self.headers.items()))
        self.server.asked.append(asked)
        answers = self.server.answers.get(parts.path, [])
        if not answers:
            self.send(404, b"nothing there")
            return
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        answer(self)

    def send(
        self, status: int, body: bytes = b"", headers: dict[str, str] | None = None
    ) -> None:
        headers = {"Content-Length": str(len(body)), **(headers or {})}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:  # the other side has had enough
            self.close_connection = True

    def cut(self) -> None:
        """Break the connection off."""
        self.wfile.flush()
        self.close_connection = True
        self.connection.shutdown(2)

    def log_message(self, *_: object) -> None:
        pass


Answer = Callable[[Request], None]


@dataclass
class Asked:
    path: str
    query: dict[str, str]
    headers: dict[str, str]


class Server(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True
    closing: threading.Event

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Request)
        self.answers: dict[str, list[Answer]] = {}
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self._connections: list[socket.socket] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def on(self, path: str, *answers: Answer) -> None:
        """Answer the requests for a path one after the other; the last one stays."""
        self.answers[path] = list(answers)

    def process_request(self, request: socket.socket, client_address: object) -> None:
        self._connections.append(request)
        super().process_request(request, client_address)

    def hang_up(self) -> None:
        """End connections that are kept open, on which threads of ours wait."""
        self.closing.set()
        for connection in self._connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@dataclass
class Time:
    """A clock that waiting moves."""

    now_s: float = 1000.0
    waited_s: list[float] = field(default_factory=list)

    def wait(self, seconds: float, cancel: threading.Event) -> None:
        if cancel.is_set():
            raise FetchCancelledError("Fetching was stopped.")
        self.waited_s.append(seconds)
        self.now_s += seconds

    def clockwork(self) -> Clockwork:
        return Clockwork(lambda: self.now_s, self.wait)


def picture_bytes(kind: str, size_wh: tuple[int, int] = (300, 400)) -> bytes:
    width, height = size_wh
    noise = np.random.default_rng(3).integers(0, 255, (height, width, 3), np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise).save(file, kind)
    return file.getvalue()


def says(value: object, status: int = 200, **headers: str) -> Answer:
    """Answer with JSON."""
    body = json.dumps(value).encode()

    def answer(request: Request) -> None:
        headers.setdefault("Content-Type", "application/json")
        request.send(status, body, headers)

    return answer


def sends(body: bytes, status: int = 200, **headers: str) -> Answer:
    """Answer with bytes; ``_`` in the names of headers stands for ``-``."""
    spelt = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda request: request.send(status, body, spelt)


def leads_to(url: str, status: int = 302) -> Answer:
    return sends(b"", status, Location=url)


def serves(body: bytes, etag: str = '"one"') -> Answer:
    """Answer as a server of files does, which also gives the rest of one."""

    def answer(request: Request) -> None:
        headers = {"ETag": etag, "Accept-Ranges": "bytes", "Content-Type": "image/jpeg"}
        begin = _wanted_begin(request, etag)
        if begin is None:
            request.send(200, body, headers)
        elif begin >= len(body):
            request.send(416, b"", headers | {"Content-Range": f"bytes */{len(body)}"})
        else:
            whole = f"bytes {begin}-{len(body) - 1}/{len(body)}"
            request.send(206, body[begin:], headers | {"Content-Range": whole})

    return answer


def breaks_off(body: bytes, after: int, etag: str = '"one"') -> Answer:
    """Promise all that is wanted, give some of it and break off."""

    def answer(request: Request) -> None:
        begin = _wanted_begin(request, etag) or 0
        rest = body[begin:]
        request.send_response(206 if begin else 200)
        request.send_header("ETag", etag)
        request.send_header("Content-Length", str(len(rest)))
        if begin:
            whole = f"bytes {begin}-{len(body) - 1}/{len(body)}"
            request.send_header("Content-Range", whole)
        request.end_headers()
        request.wfile.write(rest[:after])
        request.cut()

    return answer


def drips(body: bytes, pause_s: float) -> Answer:
    """Give one byte after the other, until the test is over."""

    def answer(request: Request) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        for index in range(len(body)):
            if request.server.closing.wait(pause_s):
                return
            try:
                request.wfile.write(body[index : index + 1])
            except OSError:
                return

    return answer


def _wanted_begin(request: Request, etag: str) -> int | None:
    found = re.fullmatch(r"bytes=(\d+)-", request.headers.get("Range", ""))
    if not found or request.headers.get("If-Range", etag) != etag:
        return None
    return int(found[1])
