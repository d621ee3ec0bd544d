"""Visits on the real screens with the real engine and log; only clocks are ours."""

import threading

import pytest

from kiosk.flow import CORNERED, FORGETFUL, Event, State
from kiosk.handover.sealing import picture_id, unseal
from pipeline import status
from tests.premises import PATIENCE_MS
from tests.visiting import says


def test_a_whole_visit_by_the_table(house, service):
    house.meet(service)
    house.live()
    house.shoot()
    taken = house.controller.visitor
    assert (taken.painting.key, taken.portraits_taken) == ("pack/lady", 1)
    assert taken.portrait.bgr.ndim == 3
    house.stage.result.keep.click()
    token = house.controller.visitor.token
    assert token
    assert house.stage.handover.code
    house.stage.handover.done.click()
    assert house.left() == []
    assert says(house.stage.thanks, "locked copy")
    house.wait(6.1)
    house.reach(State.ATTRACT)

    visited = [state for state in house.moves if state is not State.LIVE]
    assert visited[:2] == [State.CONSENT, State.CHOOSE]
    assert visited[-5:] == [
        State.FINISHING,
        State.RESULT,
        State.HANDOVER,
        State.THANKS,
        State.ATTRACT,
    ]
    (session,) = house.sessions()
    assert session["outcome"] == "completed"
    assert (session["consent"], session["painting"]) == (1, "pack/lady")
    house.until(lambda: picture_id(token) in service.pictures)
    document = unseal(token, service.fetch(picture_id(token)))
    assert (document.name, document.language) == ("vernissage-lady.jpg", "en")
    house.until(lambda: house.pickups()[0]["picked_up_utc_ms"])
    assert house.pickups()[0]["session"] == session["id"]


def test_the_camera_is_opened_by_the_agreement_and_by_nothing_before(house):
    house.stage.attract.touched.emit()
    house.stage.choose.painting_chosen.emit("pack/lady")
    house.stage.live.shutter_pressed.emit()
    house.stage.result.again_pressed.emit()
    house.wait(5.0)
    house.qtbot.wait(100)
    assert (house.camera.opened, house.camera.read_frames) == (0, 0)
    assert house.state is State.CONSENT

    house.stage.consent.agree.click()
    house.until(lambda: house.camera.opened == 1 and house.camera.read_frames > 0)


def test_who_declines_is_never_seen(house):
    house.stage.attract.touched.emit()
    house.stage.consent.decline.click()
    house.qtbot.wait(60)
    assert (house.state, house.camera.opened) == (State.ATTRACT, 0)
    assert house.left() == []
    (session,) = house.sessions()
    assert (session["outcome"], session["consent"]) == ("declined", 0)


def test_no_frame_is_read_once_the_portrait_is_kept(house):
    house.go(State.HANDOVER)
    house.until(lambda: house.bridge.status.state is status.State.STOPPED)
    house.qtbot.wait(60)
    read = house.camera.read_frames
    house.qtbot.wait(100)
    assert house.camera.read_frames == read
    assert house.stage.result.picture.picture_rect().isEmpty()


@pytest.mark.parametrize(
    ("state", "event", "after"),
    [
        (State.CHOOSE, Event.LEFT, State.ATTRACT),
        (State.CHOOSE, Event.TIMED_OUT, State.ATTRACT),
        (State.LIVE, Event.LEFT, State.ATTRACT),
        (State.LIVE, Event.FAILED, State.OUT_OF_ORDER),
        (State.COUNTDOWN, Event.STAFF_WANTED, State.PIN),
        (State.COUNTDOWN, Event.TIMED_OUT, State.OUT_OF_ORDER),
        (State.RESULT, Event.LEFT, State.ATTRACT),
        (State.RESULT, Event.TIMED_OUT, State.ATTRACT),
        (State.RESULT, Event.STAFF_WANTED, State.PIN),
        (State.HANDOVER, Event.TIMED_OUT, State.ATTRACT),
        (State.HANDOVER, Event.DELETED, State.THANKS),
        (State.HANDOVER, Event.FAILED, State.OUT_OF_ORDER),
    ],
)
def test_every_end_wipes_everything(house, state, event, after):
    house.go(state)
    house.controller.handle(event)
    assert house.state is after
    assert after in FORGETFUL
    assert house.left() == []
    assert house.stage.live.notice == ""


def test_stopping_in_the_middle_wipes_too(house):
    house.go(State.RESULT)
    house.controller.stop()
    assert house.left() == []


def test_a_camera_is_only_taken_while_nobody_is_there(house):
    found = []
    house.controller.camera_found.connect(lambda: found.append(house.state))
    house.recovery.camera_found.emit()
    house.agree()
    house.recovery.camera_found.emit()
    assert found == [State.ATTRACT]


def test_a_portrait_that_comes_after_its_visitor_left_is_dropped(house):
    house.go(State.COUNTDOWN)
    house.until(lambda: len(house.bridge.burst()) > 0)
    house.wait(3.1)
    assert house.state is State.FINISHING
    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.LEFT)
    house.live()
    done = []
    house.tasks.run(lambda: None, done.append, done.append)
    house.until(lambda: done)
    assert house.state is State.LIVE
    assert house.controller.visitor.portrait is None
    assert house.stage.result.picture.picture_rect().isEmpty()


def test_another_painting_without_starting_over(house):
    house.go(State.RESULT)
    opened = house.camera.opened
    house.stage.result.other.click()
    assert house.state is State.CHOOSE
    house.live("pack/lord")
    house.shoot()
    assert house.controller.visitor.painting.key == "pack/lord"
    assert house.camera.opened == opened


def test_a_portrait_keeps_its_painting_when_another_is_not_ready_in_time(
    house, easel, monkeypatch
):
    house.live()
    hold, real = threading.Event(), easel.prepare

    def slow(choice, room):
        hold.wait(PATIENCE_MS / 1000.0)
        return real(choice, room)

    with monkeypatch.context() as patch:
        patch.setattr(easel, "prepare", slow)
        house.stage.live.stepped.emit(1)
        assert house.hanging.wanted.key == "pack/lord"
        house.until(lambda: len(house.bridge.burst()) > 0)
        house.count()
        house.wait(3.1)
        assert house.state is State.FINISHING
        hold.set()
        house.reach(State.RESULT)
    assert house.controller.visitor.painting.key == "pack/lady"
    house.stage.result.again.click()
    assert house.hanging.wanted.key == "pack/lady"
    (session,) = house.sessions()
    assert session["painting"] == "pack/lady"


def test_staff_close_the_kiosk_and_open_it_again(make_house):
    house = make_house(venue__maintenance={"en": "Open again at two."})
    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.PIN_RIGHT)
    house.controller.set_maintenance(on=True)
    assert house.state is State.STAFF
    house.stage.staff.back.click()
    assert house.state is State.MAINTENANCE
    assert house.window.currentWidget() is house.stage.maintenance
    assert house.moves[-1] is State.MAINTENANCE
    assert "Open again at two." in house.stage.maintenance.heading.text()
    for event in (Event.TOUCHED, Event.FAILED, Event.TIMED_OUT):
        house.controller.handle(event)
    house.wait(3600.0)
    assert house.state is State.MAINTENANCE

    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.PIN_RIGHT)
    house.controller.set_maintenance(on=False)
    house.stage.staff.back.click()
    assert house.state is State.ATTRACT


def test_who_knocks_and_goes_leaves_the_kiosk_closed(house):
    house.controller.set_maintenance(on=True)
    house.controller.handle(Event.STAFF_WANTED)
    house.wait(30.1)
    assert house.state is State.MAINTENANCE


@pytest.mark.parametrize("state", sorted(CORNERED))
def test_the_corner_is_for_staff_alone_where_no_visitor_has_business(house, state):
    house.controller._enter(state)
    assert house.touches.guards_corner
    house.controller._enter(State.CONSENT)
    assert not house.touches.guards_corner


def test_paintings_are_arranged_anew_while_the_kiosk_runs(house):
    house.exhibition.arrange(("pack/lord",), ())
    house.controller.arrange()
    assert house.exhibition.first.key == "pack/lord"
    house.agree()
    house.stage.choose.leave.click()
    assert house.hanging.wanted.key == "pack/lord"
    house.exhibition.arrange((), ("pack/lord",))
    house.controller.arrange()
    house.agree()
    house.stage.choose.painting_chosen.emit("pack/lord")
    house.stage.choose.leave.click()
    assert house.hanging.wanted.key == "pack/lady"


def test_the_log_of_moves_names_nobody(house, caplog):
    caplog.set_level("INFO")
    house.stage.attract.touched.emit()
    record = next(one for one in caplog.records if "moves on" in one.message)
    assert set(record.fields) == {"from", "to", "by"}
