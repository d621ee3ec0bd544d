"""Visits by touch in the real application; only patience is shorter."""

import threading
from pathlib import Path

import pytest

import kiosk.language
from kiosk.flow import State
from kiosk.rehearsal.outcomes import outcomes_in
from kiosk.storage.sessions import Outcome
from kiosk.widgets.languages import LanguageButton
from tests.rehearsing import LORD, Scene


def test_a_visit_from_the_first_touch_to_the_wiped_screen(scene: Scene) -> None:
    before = outcomes_in(scene.folder)
    scene.to_result()
    portrait = scene.app.controller.visitor.portrait
    assert portrait is not None
    assert (portrait.bgra != portrait.original).any()
    scene.walk.keep()
    assert not scene.stage.handover.picture.picture_rect().isEmpty()
    assert scene.stage.result.picture.picture_rect().isEmpty()
    del portrait

    scene.walk.tap(scene.stage.handover.done)
    scene.reach(State.ATTRACT)

    scene.forgotten()
    assert scene.app.log.flush(2.0)
    ended = outcomes_in(scene.folder)
    ended.subtract(before)
    assert +ended == {Outcome.COMPLETED: 1}


def test_what_is_made_from_a_visitor_can_be_found(scene: Scene) -> None:
    scene.to_live()
    living = " ".join(scene.traces.left())
    scene.walk.shoot()
    finished = " ".join(scene.traces.left())
    scene.walk.tap(scene.stage.result.leave)
    scene.reach(State.ATTRACT)

    for trace in ("Frame", "Shot", "TrackedFace", "Memory", "camera picture"):
        assert trace in living
    for trace in ("the thread look", "the thread render"):
        assert trace in living
    for trace in ("FinishedPortrait", "the visitor's portrait", "the result"):
        assert trace in finished
    scene.forgotten()


def test_who_walks_away_is_forgotten(scene: Scene) -> None:
    scene.to_live()

    scene.room.leave()
    scene.reach(State.ATTRACT)

    scene.forgotten()


def test_no_frame_is_read_before_the_visitor_agrees(scene: Scene) -> None:
    before = scene.app.bridge.status
    scene.walk.begin()
    scene.house.wait(0.2)
    assert not any(t.name == "capture" for t in threading.enumerate())

    scene.walk.tap(scene.stage.consent.decline)

    scene.reach(State.ATTRACT)
    after = scene.app.bridge.status
    assert (after.state, after.frames_in) == (before.state, before.frames_in)


def test_double_touches_in_transitions_lead_no_further(scene: Scene) -> None:
    walk, stage = scene.walk, scene.stage
    walk.reach(State.ATTRACT)
    for widget in (stage.attract, stage.consent.agree):
        walk.tap(widget)
        walk.fingers.tap(widget)
    assert scene.states == [State.CONSENT, State.CHOOSE]

    walk.choose(LORD)
    walk.fingers.tap(stage.live.shutter)
    walk.fingers.tap(stage.live.leave)
    assert walk.state is State.LIVE
    walk.shoot()
    walk.fingers.tap(stage.result.keep)
    assert walk.state is State.RESULT
    walk.keep()
    walk.fingers.tap(stage.handover.delete)
    assert walk.state is State.HANDOVER
    walk.tap(stage.handover.done)
    walk.fingers.tap(stage.thanks)
    walk.reach(State.ATTRACT)
    scene.house.wait(0.3)
    assert scene.states[-2:] == [State.THANKS, State.ATTRACT]
    scene.forgotten()


def test_many_fingers_at_once_break_nothing(scene: Scene) -> None:
    window = scene.app.window
    places = [window.rect().center() * share for share in (0.3, 0.7, 1.0, 1.4, 1.8)]
    scene.to_live()

    for _ in range(4):
        scene.walk.fingers.slap(places, places[::-1])

    scene.room.leave()
    scene.reach(State.ATTRACT)
    assert State.OUT_OF_ORDER not in scene.states
    scene.forgotten()


def test_a_language_without_its_words_speaks_english(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    english = scene.stage.consent.agree.text()
    with monkeypatch.context() as patch:
        patch.setattr(kiosk.language, "translation_file", lambda _code: tmp_path / "no")
        scene.to_choose()
        buttons = scene.stage.choose.findChildren(LanguageButton)
        french = next(button for button in buttons if button.code == "fr")
        scene.walk.tap(french)

        assert scene.app.languages.code == "fr"
        assert scene.walk.state is State.CHOOSE
        scene.walk.tap(scene.stage.choose.leave)

    scene.reach(State.ATTRACT)
    assert scene.app.languages.code == "en"
    assert scene.stage.consent.agree.text() == english
    scene.forgotten()
