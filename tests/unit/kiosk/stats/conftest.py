"""What tests of figures share: logs of made-up visits."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.storage.database import open_log
from kiosk.storage.tallies import keep_tallies
from tests.made_up import fill, meet, pay, pick_up

AUTUMN_S = 1_791_000_000.0  # 2026-10-03


@pytest.fixture(scope="session")
def autumn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log over the end of daylight saving, with pick-ups and receipts."""
    return _make(tmp_path_factory.mktemp("autumn"), 21, "2026-10-12")


@pytest.fixture(scope="session")
def spring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another one, over its beginning."""
    return _make(tmp_path_factory.mktemp("spring"), 22, "2026-03-16")


@pytest.fixture(scope="session")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bot's database with people who come back."""
    file = tmp_path_factory.mktemp("bot") / "bot.sqlite"
    meet(file, 5, AUTUMN_S - 40 * 86400, 75, 120)
    return file


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A log without visits."""
    opened = open_log(tmp_path / "empty")
    keep_tallies(opened.database)
    opened.database.close()
    return opened.path


@pytest.fixture
def change() -> Callable[[Path, str], None]:
    """Change a database file by SQL."""

    def execute(path: Path, script: str) -> None:
        with closing(sqlite3.connect(path)) as database:
            database.executescript(script)

    return execute


def _make(folder: Path, seed: int, first: str) -> Path:
    path = fill(folder, 33, 24, seed, first)
    opened = open_log(folder)
    keep_tallies(opened.database)
    pick_up(opened.database, seed)
    pay(opened.database, seed)
    opened.database.close()
    return path
