import logging
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.watchdog import Watchdog

only_unix = pytest.mark.skipif(sys.platform == "win32", reason="has no such sockets")
only_linux = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="sockets without a file are Linux's"
)


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """The path of a socket may have 104 letters at most."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def listen(address: str) -> socket.socket:
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listener.settimeout(5.0)
    listener.bind(address)
    return listener


@only_unix
def test_systemd_hears_everything_in_its_words(short_folder: Path) -> None:
    path = str(short_folder / "notify")
    with listen(path) as listener:
        watchdog = Watchdog({"NOTIFY_SOCKET": path, "WATCHDOG_USEC": "30000000"})
        watchdog.ready()
        watchdog.alive()
        watchdog.stopping()
        heard = [listener.recv(100) for _ in range(3)]

    assert heard == [b"READY=1", b"WATCHDOG=1", b"STOPPING=1"]
    assert watchdog.is_watched
    assert watchdog.period_s == 15.0


@only_linux
def test_a_socket_without_a_file_is_found() -> None:
    name = "vernissage-test-watchdog"
    with listen("\0" + name) as listener:
        Watchdog({"NOTIFY_SOCKET": "@" + name}).ready()

        assert listener.recv(100) == b"READY=1"


@pytest.mark.parametrize("named", ["", "nonsense", "vsock:2:1234"])
def test_where_nobody_listens_nothing_happens(named: str) -> None:
    watchdog = Watchdog({"NOTIFY_SOCKET": named, "WATCHDOG_USEC": "30000000"})
    watchdog.ready()
    watchdog.alive()
    watchdog.stopping()

    assert not watchdog.is_watched
    assert watchdog.period_s is None


@only_unix
@pytest.mark.parametrize(
    ("microseconds", "period_s"),
    [("", None), ("0", None), ("-5", None), ("soon", None), ("9" * 400, None)],
)
def test_a_senseless_period_is_none(microseconds: str, period_s: float | None) -> None:
    environ = {"NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": microseconds}

    assert Watchdog(environ).period_s is period_s


@only_unix
def test_the_period_is_never_longer_than_an_hour() -> None:
    environ = {"NOTIFY_SOCKET": "/run/notify", "WATCHDOG_USEC": "9" * 18}

    assert Watchdog(environ).period_s == 3600.0


@only_unix
def test_a_socket_that_is_gone_is_said_once(
    short_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    watchdog = Watchdog({"NOTIFY_SOCKET": str(short_folder / "gone")})
    with caplog.at_level(logging.WARNING):
        for _ in range(5):
            watchdog.alive()

    assert len(caplog.records) == 1


@only_linux
def test_a_full_queue_does_not_stop_the_kiosk(short_folder: Path) -> None:
    path = str(short_folder / "notify")
    with listen(path):  # and never read
        watchdog = Watchdog({"NOTIFY_SOCKET": path})
        for _ in range(5000):
            watchdog.alive()
