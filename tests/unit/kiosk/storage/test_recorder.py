import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from kiosk.storage.condition import LogState
from kiosk.storage.errors import StorageError
from kiosk.storage.recorder import LONGEST_TEXT, SessionLog

MakeLog = Callable[..., SessionLog]
Rows = Callable[[Path, str], list[tuple[Any, ...]]]

PATIENCE_S = 5.0
SUMMER = timezone(timedelta(hours=2))
NOON = datetime(2026, 7, 1, 12, 0, 0, 250_000, tzinfo=SUMMER)


class Clock:
    """A clock on the wall and one that never runs backwards."""

    def __init__(self) -> None:
        self.wall = NOON
        self.ticks_s = 1000.0

    def pass_s(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.ticks_s += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def log(make_log: MakeLog, clock: Clock) -> SessionLog:
    return make_log(clock=lambda: clock.wall, monotonic=lambda: clock.ticks_s)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "sessions.sqlite"


def test_a_whole_visit_is_kept(
    log: SessionLog, clock: Clock, path: Path, rows: Rows
) -> None:
    log.begin("en")
    log.note("consent")
    log.update(language="de", consent_version="2026-1", consent=True)
    clock.pass_s(4.5)
    log.note("live", "museum/lady")
    clock.pass_s(10)
    log.note("live", "museum/lord")
    log.update(retakes=2, fps=29.5)
    clock.pass_s(20)
    log.note("handover")
    log.end("completed")
    log.close()

    (session,) = rows(path, "SELECT * FROM sessions")
    assert session[-2:] == (None, 1)
    assert len(session[1]) == 32
    assert set(session[1]) <= set("0123456789abcdef")
    assert session[2:-2] == (
        round(NOON.timestamp() * 1000),
        120,
        "de",
        "2026-1",
        1,
        "museum/lord",
        "mesh",
        "1.2.3",
        2,
        "completed",
        "",
        34_500,
        29.5,
    )
    assert rows(path, "SELECT * FROM steps") == [
        (1, 0, "consent", None, 0),
        (1, 1, "live", "museum/lady", 4500),
        (1, 2, "live", "museum/lord", 14_500),
        (1, 3, "handover", None, 34_500),
    ]


def test_saying_no_is_not_saying_nothing(
    log: SessionLog, path: Path, rows: Rows
) -> None:
    log.begin("en")
    log.update(consent=False, retakes=0)
    log.end("declined")
    log.begin("en")
    log.end("abandoned")
    log.close()

    assert rows(path, "SELECT consent FROM sessions") == [(0,), (None,)]


def test_setting_the_clock_back_does_no_harm(
    log: SessionLog, clock: Clock, path: Path, rows: Rows
) -> None:
    log.begin("en")
    for _ in range(3):
        clock.pass_s(5)
        clock.wall -= timedelta(hours=3)
        log.note("live")
    log.end("left")
    log.close()

    assert rows(path, "SELECT after_ms FROM steps") == [(5000,), (10_000,), (15_000,)]
    assert rows(path, "SELECT ended_after_ms FROM sessions") == [(15_000,)]


def test_what_belongs_to_no_session_is_left_out(
    log: SessionLog,
    path: Path,
    rows: Rows,
    visit: Callable[[SessionLog], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    log.note("live")
    log.update(retakes=1)
    log.end("left")
    visit(log)
    log.end("failed", "camera")
    log.note("thanks")
    log.close()
    log.begin("en")
    log.note("live")

    assert rows(path, "SELECT outcome, error_kind FROM sessions") == [("completed", "")]
    assert rows(path, "SELECT count(*) FROM steps") == [(3,)]
    assert "a step without a session" in caplog.text


def test_a_session_that_never_ended_counts_as_interrupted(
    log: SessionLog, clock: Clock, path: Path, rows: Rows
) -> None:
    log.begin("en")
    clock.pass_s(3)
    log.begin("fr")
    log.end("left")
    log.close()

    question = "SELECT language, outcome, ended_after_ms FROM sessions"
    assert rows(path, question) == [("en", "interrupted", 3000), ("fr", "left", 0)]


def test_a_session_open_at_the_end_is_closed_at_the_next_start(
    log: SessionLog, make_log: MakeLog, clock: Clock, path: Path, rows: Rows
) -> None:
    log.begin("en")
    clock.pass_s(7)
    log.note("live", "museum/lady")
    log.close()
    question = "SELECT outcome, ended_after_ms, painting FROM sessions"
    assert rows(path, question) == [(None, None, "museum/lady")]

    make_log().close()
    assert rows(path, question) == [("interrupted", 7000, "museum/lady")]


def test_an_unknown_outcome_is_a_mistake(log: SessionLog) -> None:
    with pytest.raises(ValueError, match="vanished"):
        log.end("vanished")


def test_text_of_any_kind_does_not_stop_the_log(
    log: SessionLog, path: Path, rows: Rows
) -> None:
    log.begin("\ud800")
    log.note("'; DROP TABLE steps; --\0", "x" * 1_000_000)
    log.end("failed", "\udcff" * 1000)
    log.close()

    ((painting,),) = rows(path, "SELECT painting FROM sessions")
    assert painting == "x" * LONGEST_TEXT
    assert rows(path, "SELECT count(*) FROM steps") == [(1,)]


@pytest.mark.parametrize("number", [2**70, "many", [2], float("nan")])
def test_what_no_database_takes_costs_only_its_session(
    log: SessionLog,
    path: Path,
    rows: Rows,
    visit: Callable[[SessionLog], None],
    number: Any,
) -> None:
    log.begin("en")
    assert log.flush(PATIENCE_S)
    log.update(retakes=number)
    log.end("left")
    visit(log)
    log.close()

    assert log.condition.lost == 1
    assert "could not be logged since the start: 1" in log.condition.sentence
    assert ("completed",) in rows(path, "SELECT outcome FROM sessions")


def test_a_log_that_is_not_there_says_why(make_log: MakeLog, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    log = make_log(folder=tmp_path / "file" / "data")

    with pytest.raises(StorageError, match="folder of the session log"):
        log.file()
    assert log.condition.state is LogState.FAILING


def test_nothing_waits_for_the_disk(
    make_log: MakeLog, tmp_path: Path, visit: Callable[[SessionLog], None]
) -> None:
    (tmp_path / "file").touch()
    log = make_log(folder=tmp_path / "file" / "data")
    started_s = time.perf_counter()
    for _ in range(200):
        visit(log)

    assert (time.perf_counter() - started_s) / 1000 < 0.001
    assert not log.flush(0.01)


def test_closing_twice_is_harmless(log: SessionLog) -> None:
    log.close()
    log.close()
