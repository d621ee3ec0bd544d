import sqlite3
from contextlib import closing
from pathlib import Path

from kiosk.storage.database import FILE_NAME
from kiosk.storage.recorder import SessionLog
from kiosk.storage.sessions import Outcome


def log_in(folder: Path) -> SessionLog:
    return SessionLog(folder, engine="mesh", kiosk_version="1")


def pickups(folder: Path) -> list[tuple[str, int, int | None]]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        return database.execute("SELECT * FROM pickups").fetchall()


def test_an_offer_and_its_pickup_are_one_row_over_a_restart(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    log.begin("en")
    session = log.offer()
    log.end(Outcome.COMPLETED)
    log.close()
    ((told, offered_ms, fetched_ms),) = pickups(tmp_path)
    assert (told, fetched_ms) == (session, None)

    log = log_in(tmp_path)
    assert log.pick_up(session, 1.0, offered_ms / 1000 + 60)
    assert log.pick_up(session, 1.0, offered_ms / 1000 + 999)
    log.close()
    assert pickups(tmp_path) == [(session, offered_ms, offered_ms + 60_000)]


def test_a_pickup_of_a_session_that_is_gone_is_kept_all_the_same(
    tmp_path: Path,
) -> None:
    log = log_in(tmp_path)
    assert log.pick_up("f" * 32, 100.0, 200.0)
    log.close()

    assert pickups(tmp_path) == [("f" * 32, 100_000, 200_000)]


def test_an_offer_without_a_session_is_none(tmp_path: Path) -> None:
    log = log_in(tmp_path)
    assert log.offer() == ""
    log.close()

    assert not log.pick_up("f" * 32, 1.0, 2.0)
    assert pickups(tmp_path) == []
