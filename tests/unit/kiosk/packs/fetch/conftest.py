import threading
from collections.abc import Callable, Iterator

import pytest

from kiosk.packs.fetch.manners import Manners
from kiosk.packs.fetch.pace import Pace
from kiosk.packs.fetch.web import Web
from tests.unit.kiosk.packs.fetch.loopback import Server, Time, picture_bytes


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    server.hang_up()
    thread.join()
    server.server_close()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def make_web(time: Time) -> Iterator[Callable[..., Web]]:
    """A way out with manners of one's own; waiting takes no time."""
    made: list[Web] = []

    def make(
        cancel: threading.Event | None = None,
        pace: dict[str, float] | None = None,
        **manners: object,
    ) -> Web:
        clockwork = time.clockwork()
        intervals_s = {"127.0.0.1": 0.0} if pace is None else pace
        web = Web(
            Manners(**manners),  # type: ignore[arg-type]
            cancel,
            clockwork,
            Pace(clockwork, intervals_s),
        )
        made.append(web)
        return web

    yield make
    for web in made:
        web.close()


@pytest.fixture
def web(make_web: Callable[..., Web]) -> Web:
    return make_web()


@pytest.fixture(scope="session")
def jpeg() -> bytes:
    """A picture whose bytes cannot be squeezed much, 300 x 400."""
    return picture_bytes("JPEG")
