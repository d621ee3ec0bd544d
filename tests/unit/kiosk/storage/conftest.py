"""What tests of the session log share: logs that are closed, and looks into files."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kiosk.storage.recorder import SessionLog


@pytest.fixture
def make_log(tmp_path: Path) -> Iterator[Callable[..., SessionLog]]:
    """Begin a session log in the test's folder."""
    logs: list[SessionLog] = []

    def make(**options: Any) -> SessionLog:
        folder = options.pop("folder", tmp_path / "data")
        log = SessionLog(folder, engine="mesh", kiosk_version="1.2.3", **options)
        logs.append(log)
        return log

    yield make
    for log in logs:
        log.close(0.5)


@pytest.fixture
def rows() -> Callable[..., list[tuple[Any, ...]]]:
    """Ask a database file."""

    def ask(path: Path, question: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path)) as database:
            return database.execute(question).fetchall()

    return ask


@pytest.fixture
def soon() -> Callable[[Callable[[], bool]], bool]:
    """Wait until something becomes true, not for ever."""

    def wait(predicate: Callable[[], bool]) -> bool:
        deadline_s = time.monotonic() + 5.0
        while not predicate():
            if time.monotonic() > deadline_s:
                return False
            time.sleep(0.005)
        return True

    return wait


@pytest.fixture
def visit() -> Callable[[SessionLog], None]:
    """Note a short visit that ends well."""

    def note(log: SessionLog) -> None:
        log.begin("en")
        log.note("consent")
        log.note("live", "museum/lady")
        log.note("handover")
        log.end("completed")

    return note
