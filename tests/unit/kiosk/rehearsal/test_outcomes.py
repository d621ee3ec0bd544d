import sqlite3
from pathlib import Path

import pytest

from kiosk.rehearsal.outcomes import outcomes_in
from kiosk.storage.recorder import SessionLog
from kiosk.storage.sessions import Outcome


def test_sessions_are_counted_by_their_end(tmp_path: Path) -> None:
    log = SessionLog(tmp_path, engine="mesh", kiosk_version="1")
    for outcome in (Outcome.COMPLETED, Outcome.DECLINED, Outcome.COMPLETED):
        log.begin("en")
        log.end(outcome)
    log.begin("de")
    assert log.flush(5.0)

    counted = outcomes_in(tmp_path)
    log.close()

    assert counted == {
        Outcome.COMPLETED: 2,
        Outcome.DECLINED: 1,
        Outcome.INTERRUPTED: 1,
    }


def test_without_a_log_there_is_nothing_to_count(tmp_path: Path) -> None:
    with pytest.raises(sqlite3.Error):
        outcomes_in(tmp_path)
