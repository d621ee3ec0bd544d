from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.botroom import BotRoom
from tests.fake_telegram import FakeTelegram


@pytest.fixture
def telegram() -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        yield fake


@pytest.fixture
def room(tmp_path: Path, telegram: FakeTelegram) -> Iterator[BotRoom]:
    with BotRoom(tmp_path, telegram) as opened:
        yield opened
