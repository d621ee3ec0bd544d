import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import URL

from kiosk.bot.database import database_url
from tests.botroom import BotRoom
from tests.bucket import running as running_bucket
from tests.fake_telegram import FakeTelegram


@pytest.fixture(autouse=True)
def _no_leaked_threads() -> None:
    """A module's tests share a service, whose threads come and go; see `room`."""


@pytest.fixture(scope="module")
def telegram() -> Iterator[FakeTelegram]:
    """Telegram, for all tests of a module: each has chats of its own."""
    with FakeTelegram() as fake:
        yield fake


@pytest.fixture(scope="module")
def room(
    tmp_path_factory: pytest.TempPathFactory, telegram: FakeTelegram
) -> Iterator[BotRoom]:
    """The service, for all tests of a module."""
    before = set(threading.enumerate())
    folder = tmp_path_factory.mktemp("room")
    with BotRoom(folder, telegram, hurried=True) as opened:
        yield opened
    assert set(threading.enumerate()) <= before


@pytest.fixture(scope="session")
def bucket() -> Iterator[str]:
    """The address of an S3 server, one for all tests."""
    with running_bucket() as address:
        yield address


@pytest.fixture(params=["SQLite", "PostgreSQL"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """An empty database, of both kinds."""
    address = ""
    if request.param == "PostgreSQL":
        address = request.getfixturevalue("postgres").new_database()
    return database_url(address, tmp_path)
