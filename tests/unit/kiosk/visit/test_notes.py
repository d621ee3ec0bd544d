import sqlite3
from contextlib import closing

import pytest

from kiosk.failures import ErrorKind
from kiosk.flow import Event, State, advance
from kiosk.storage.database import FILE_NAME
from kiosk.storage.recorder import SessionLog
from kiosk.visit.notes import VisitNotes


@pytest.fixture
def play(tmp_path):
    """Play events from ATTRACT on and return what the log holds."""

    def play(*events, painting=None, kind=None, paces=()):
        log = SessionLog(tmp_path, engine="mesh", kiosk_version="1")
        notes = VisitNotes(log)
        state = State.ATTRACT
        for event in events:
            following = advance(state, event)
            if event in (Event.AGREED, Event.DECLINED):
                notes.answered(agreed=event is Event.AGREED, version="1-abcd")
            if event is Event.FAILED:
                notes.failed(kind)
            if following is State.LIVE:
                for pace in paces:
                    notes.paced(pace)
            notes.moved(state, event, following, "de", painting)
            state = following
        log.close()
        with closing(sqlite3.connect(tmp_path / FILE_NAME)) as database:
            database.row_factory = sqlite3.Row
            sessions = [dict(row) for row in database.execute("SELECT * FROM sessions")]
            steps = [
                row["step"]
                for row in database.execute(
                    "SELECT * FROM steps ORDER BY session, position"
                )
            ]
        return sessions, steps

    return play


def test_a_visit_with_a_retake_is_one_session(play):
    sessions, steps = play(
        Event.TOUCHED,
        Event.AGREED,
        Event.PAINTING_CHOSEN,
        Event.SHUTTER_PRESSED,
        Event.COUNTED_DOWN,
        Event.FINISHED,
        Event.AGAIN,
        Event.SHUTTER_PRESSED,
        Event.COUNTED_DOWN,
        Event.FINISHED,
        Event.KEPT,
        Event.DONE,
        Event.TIMED_OUT,
        painting="studio/lady",
    )
    (session,) = sessions
    assert session["outcome"] == "completed"
    assert session["retakes"] == 1
    assert session["language"] == "de"
    assert session["consent_version"] == "1-abcd"
    assert session["consent"] == 1
    assert session["painting"] == "studio/lady"
    assert steps[0] == "consent"
    assert steps[-1] == "thanks"
    assert steps.count("live") == 2


def test_declining_is_kept_with_the_answer(play):
    ((session,), _) = play(Event.TOUCHED, Event.DECLINED)
    assert (session["outcome"], session["consent"]) == ("declined", 0)


def test_a_failure_says_what_and_where(play):
    ((session,), steps) = play(
        Event.TOUCHED,
        Event.AGREED,
        Event.PAINTING_CHOSEN,
        Event.FAILED,
        kind=ErrorKind.CAMERA,
    )
    assert (session["outcome"], session["error_kind"]) == ("failed", "camera")
    assert steps[-2:] == ["live", "out_of_order"]


def test_the_middle_pace_is_written_and_not_the_last(play):
    visit = (Event.TOUCHED, Event.AGREED, Event.PAINTING_CHOSEN, Event.LEFT)
    ((session,), _) = play(*visit, paces=(30.0, 28.0, 29.0, 3.0))
    assert session["fps"] == 28.5


def test_staff_are_no_visit(play):
    sessions, steps = play(Event.STAFF_WANTED, Event.PIN_RIGHT, Event.LEFT)
    assert (sessions, steps) == ([], [])
