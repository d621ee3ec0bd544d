import threading
import time

from kiosk.storage.backlog import Backlog
from kiosk.storage.sessions import Event, Session


def _event(name: str) -> Event:
    return Event(Session(name, 0, 0, "en", "mesh", "1"))


def test_events_come_in_order_and_stay_in_hand_until_they_are_written() -> None:
    backlog = Backlog(10)
    events = [_event("a"), _event("b"), _event("c")]
    for event in events:
        backlog.put(event)

    assert backlog.take(2) == events[:2]
    assert backlog.take(2) == events[:2]
    backlog.done()
    assert backlog.take(2) == events[2:]
    backlog.done()
    assert backlog.length == backlog.lost == 0


def test_the_oldest_sessions_make_room_and_are_counted() -> None:
    backlog = Backlog(4)
    for name in "aabbcc":
        backlog.put(_event(name))

    assert [event.session.id for event in backlog.take(10)] == ["b", "b", "c", "c"]
    assert backlog.lost == 1


def test_what_can_never_be_written_is_counted() -> None:
    backlog = Backlog(10)
    for name in "aab":
        backlog.give_up(name)

    assert backlog.lost == 2


def test_taking_waits_for_an_event() -> None:
    backlog = Backlog(10)
    late = threading.Timer(0.05, backlog.put, [_event("a")])
    late.start()

    assert len(backlog.take(1)) == 1
    late.join()


def test_closing_ends_waiting() -> None:
    backlog = Backlog(10)
    late = threading.Timer(0.05, backlog.close, [1.0])
    late.start()
    started_s = time.monotonic()
    backlog.pause(30.0)

    assert backlog.take(1) == []
    assert time.monotonic() - started_s < 5.0
    assert backlog.over
    late.join()


def test_a_closed_backlog_is_over_when_it_is_empty_or_out_of_time() -> None:
    backlog = Backlog(10)
    backlog.put(_event("a"))
    assert not backlog.over
    backlog.close(0.05)
    assert not backlog.over
    time.sleep(0.06)
    assert backlog.over

    patient = Backlog(10)
    patient.put(_event("a"))
    patient.close(60.0)
    patient.take(1)
    assert not patient.over
    patient.done()
    assert patient.over


def test_pauses_are_short_once_the_end_is_near() -> None:
    backlog = Backlog(10)
    backlog.close(60.0)
    started_s = time.monotonic()
    backlog.pause(30.0)

    assert time.monotonic() - started_s < 5.0
