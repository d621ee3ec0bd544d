"""What fails during a visit or between two, on real parts, and how it ends."""

import numpy as np
import pytest

import kiosk.trouble
from kiosk.failures import ErrorKind
from kiosk.flow import Event, State
from kiosk.log import JsonFormatter, PlainFormatter
from kiosk.visit.recovery import FIRST_TRY_S, LOOK_EVERY_S
from pipeline.errors import EngineError, ModelError


def test_a_failure_shows_the_venues_words_in_the_usual_language(make_house, caplog):
    words = {"en": "Please ask at the desk.", "de": "Bitte fragen Sie."}
    house = make_house(venue__out_of_order=words)
    house.stage.attract.language_chosen.emit("de")
    house.agree()
    house.controller.fail("secret.mp4 is not there.", ErrorKind.CAMERA)
    assert house.state is State.OUT_OF_ORDER
    assert house.languages.code == "en"
    assert "Please ask at the desk." in house.stage.out_of_order.heading.text()
    (session,) = house.sessions()
    assert (session["outcome"], session["error_kind"]) == ("failed", "camera")
    (record,) = [one for one in caplog.records if one.message == "out of order"]
    assert record.for_staff == "secret.mp4 is not there."
    for formatter in (PlainFormatter(), JsonFormatter()):
        assert "secret" not in formatter.format(record)


@pytest.mark.parametrize("leave", [Event.LEFT, Event.TIMED_OUT])
def test_a_failure_does_not_throw_staff_out_and_is_minded_once_they_go(house, leave):
    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.PIN_RIGHT)
    house.trouble = "The camera is not connected."
    house.wait(LOOK_EVERY_S)
    house.until(lambda: house.pulse.failure is not None)
    assert house.state is State.STAFF
    assert house.pulse.failure.sentence == "The camera is not connected."
    house.controller.handle(leave)
    assert house.state is State.OUT_OF_ORDER
    house.qtbot.wait(150)
    assert house.state is State.OUT_OF_ORDER


def test_who_knocks_at_a_kiosk_that_is_out_of_order_does_not_open_it(house):
    house.engine_error = ModelError("The model is damaged.")
    house.controller.fail("The model is damaged.", ErrorKind.ENGINE)
    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.LEFT)
    assert house.state is State.OUT_OF_ORDER
    house.engine_error = None
    house.controller.handle(Event.STAFF_WANTED)
    house.controller.handle(Event.LEFT)
    house.reach(State.ATTRACT)
    assert house.pulse.failure is None


def test_a_camera_that_is_gone_between_visits_is_noticed_and_recovered_from(house):
    house.trouble = "The camera is not connected. Check its cable."
    house.wait(LOOK_EVERY_S)
    house.reach(State.OUT_OF_ORDER)
    assert house.camera.opened == 0
    house.trouble = ""
    house.wait(FIRST_TRY_S)
    house.reach(State.ATTRACT)


def test_tries_to_recover_come_at_growing_distances(house, monkeypatch):
    tries = []
    house.engine_error = ModelError("The model is damaged.")
    house.controller.fail("The model is damaged.")

    def check():
        tries.append(house.now_s)
        raise ModelError("The model is damaged.")

    monkeypatch.setattr(house.recovery, "_check_engine", check)
    house.controller._ticks.stop()
    for _ in range(600):
        house.now_s += 1.0
        before = len(tries)
        house.recovery.look(house.state)
        if house.recovery._looking:
            house.until(lambda: not house.recovery._looking)
            assert len(tries) == before + 1
    gaps = np.diff(tries)
    assert (np.diff(gaps[:4]) > 0).all()
    assert gaps[0] >= FIRST_TRY_S
    assert gaps.max() <= 126.0
    assert house.state is State.OUT_OF_ORDER


@pytest.mark.parametrize("state", [State.CHOOSE, State.LIVE, State.COUNTDOWN])
def test_a_cable_pulled_out_before_a_visitor(house, monkeypatch, state):
    monkeypatch.setattr(kiosk.trouble, "LOST_AT_MOST_S", 0.2)
    house.go(state)
    house.camera.plugged = False
    if state is State.CHOOSE:
        house.qtbot.wait(50)
        house.stage.choose.painting_chosen.emit("pack/lady")
    house.reach(State.OUT_OF_ORDER)
    assert house.left() == []
    house.camera.plugged = True
    house.wait(FIRST_TRY_S + LOOK_EVERY_S)
    house.reach(State.ATTRACT)
    house.live()


def test_a_cable_pulled_for_a_moment_costs_no_visit(house):
    house.live()
    house.camera.plugged = False
    house.until(lambda: "camera" in house.stage.live.notice)
    assert not house.stage.live.shutter.isEnabled()
    assert house.bridge.matched == 0
    house.camera.plugged = True
    house.now_s += 1.0
    house.until(lambda: house.stage.live.notice == "" and house.bridge.matched > 0)
    assert house.state is State.LIVE


def test_an_engine_that_breaks_while_it_paints(house, monkeypatch):
    house.live()

    def broken(_burst, _choice, _size):
        raise EngineError("The engine broke.")

    monkeypatch.setattr(house.easel, "finish", broken)
    house.until(lambda: len(house.bridge.burst()) > 0)
    house.count()
    house.wait(3.1)
    house.reach(State.OUT_OF_ORDER)
    assert house.left() == []
    (session,) = house.sessions()
    assert (session["outcome"], session["error_kind"]) == ("failed", "engine")
    monkeypatch.undo()
    house.wait(FIRST_TRY_S + LOOK_EVERY_S)
    house.reach(State.ATTRACT)
    house.go(State.RESULT)


def test_painting_that_never_ends_leads_out_of_order_and_says_why(
    house, monkeypatch, caplog
):
    house.go(State.COUNTDOWN)
    monkeypatch.setattr(house.tasks, "run", lambda *_work: None)
    house.until(lambda: len(house.bridge.burst()) > 0)
    house.wait(3.1)
    assert house.state is State.FINISHING
    house.wait(30.1)
    assert house.state is State.OUT_OF_ORDER
    assert house.left() == []
    (session,) = house.sessions()
    assert (session["outcome"], session["error_kind"]) == ("failed", "time")
    (record,) = [one for one in caplog.records if one.message == "out of order"]
    assert "not painted in time" in record.for_staff


@pytest.mark.parametrize("hidden", [(), ("pack/lord",)])
def test_when_no_painting_could_be_used_the_first_is_tried_again(
    make_house, easel, monkeypatch, hidden
):
    def refuse(_choice, _size):
        raise ModelError("The model is damaged.")

    with monkeypatch.context() as patch:
        patch.setattr(easel, "prepare", refuse)
        house = make_house()
        house.exhibition.arrange((), hidden)
        house.controller.arrange()
        house.reach(State.OUT_OF_ORDER)
    house.wait(FIRST_TRY_S + LOOK_EVERY_S)
    house.reach(State.ATTRACT)
    house.live()
