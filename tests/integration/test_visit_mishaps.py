"""Everything that may go wrong in a visit; after it the kiosk is as good as new."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

import kiosk.easel
from kiosk.current import CurrentSettings
from kiosk.flow import State
from kiosk.packs.library import Library
from kiosk.places import CONFIG_NAME
from kiosk.rehearsal.outcomes import outcomes_in
from kiosk.settings.read import load_or_default
from kiosk.storage.condition import LogState
from kiosk.storage.database import FILE_NAME
from kiosk.storage.sessions import Outcome
from pipeline.errors import NoFaceError
from pipeline.live import LivePortrait
from pipeline.sources.demo import DemoVisitor
from tests.fake_camera import FakeCamera
from tests.rehearsing import LORD, Scene


def test_a_kiosk_with_broken_settings_and_no_place_to_write_serves_visitors(
    library: Library, visitor: DemoVisitor, tmp_path: Path
) -> None:
    broken = tmp_path / CONFIG_NAME
    broken.write_text('[visit]\nidle_s = "soon"\nwho = 1\n[oops', encoding="utf-8")
    loaded, mistakes = load_or_default(broken, {})
    settings = CurrentSettings(loaded, mistakes, {("camera", "source"): "demo"})
    occupied = tmp_path / "data"
    occupied.write_text("a file where the folder should be", encoding="utf-8")
    scene = Scene(settings, library, occupied, FakeCamera(visitor))

    with scene.house:
        scene.until(lambda: scene.app.complete, "the paintings")
        scene.to_result()
        scene.walk.tap(scene.stage.result.leave)
        scene.reach(State.ATTRACT)
        scene.forgotten()
        condition = scene.app.log.condition

    assert settings.mistakes
    assert condition.state in (LogState.FAILING, LogState.WAITING)
    assert condition.sentence
    assert occupied.is_file()


def test_a_cable_that_is_put_back_is_only_a_notice(scene: Scene) -> None:
    scene.to_live()

    scene.camera.plugged = False
    scene.until(lambda: "camera" in scene.stage.live.notice, "the notice")
    assert not scene.stage.live.shutter.isEnabled()
    scene.camera.plugged = True

    scene.until(lambda: scene.stage.live.notice == "", "the notice to go")
    scene.until(lambda: scene.app.bridge.matched > 0, "the visitor")
    assert scene.walk.state is State.LIVE
    scene.walk.tap(scene.stage.live.leave)
    scene.forgotten()


def test_a_camera_that_is_gone_in_live(scene: Scene) -> None:
    scene.to_live()

    scene.camera.plugged = False

    scene.reach(State.OUT_OF_ORDER)
    scene.forgotten()
    scene.good_as_new()


def test_a_camera_that_is_gone_in_the_countdown(scene: Scene) -> None:
    scene.to_live()
    scene.walk.count()

    scene.camera.plugged = False

    scene.reach(State.OUT_OF_ORDER)
    assert State.RESULT not in scene.states
    scene.forgotten()
    scene.good_as_new()


def test_a_camera_that_is_gone_while_somebody_chooses(scene: Scene) -> None:
    scene.to_choose()
    scene.camera.plugged = False
    scene.house.wait(0.2)

    scene.walk.choose(LORD)

    assert scene.app.bridge.matched == 0
    scene.reach(State.OUT_OF_ORDER)
    scene.forgotten()
    scene.good_as_new()


@pytest.mark.parametrize("half", ["_look", "_paint"])
def test_an_engine_that_breaks_in_live(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, half: str
) -> None:
    scene.to_live()

    with monkeypatch.context() as patch:
        patch.setattr(LivePortrait, half, _break)
        scene.reach(State.OUT_OF_ORDER)

    scene.forgotten()
    scene.good_as_new()


def test_an_engine_that_breaks_while_it_finishes(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.to_live()

    with monkeypatch.context() as patch:
        patch.setattr(kiosk.easel, "make_still", _break)
        scene.walk.count()
        scene.reach(State.OUT_OF_ORDER)

    scene.forgotten()
    scene.reach(State.ATTRACT)
    scene.to_result()
    scene.walk.keep()
    scene.walk.tap(scene.stage.handover.delete)
    scene.reach(State.ATTRACT)
    scene.forgotten()


def test_a_burst_without_a_face_leads_back_to_live(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def find_nobody(*_: object) -> None:
        raise NoFaceError("Nobody is in the burst.")

    scene.to_live()
    with monkeypatch.context() as patch:
        patch.setattr(kiosk.easel, "make_still", find_nobody)
        scene.walk.count()
        scene.until(lambda: State.FINISHING in scene.states, State.FINISHING)
        scene.reach(State.LIVE)

    assert scene.stage.live.notice
    scene.walk.shoot()
    scene.walk.tap(scene.stage.result.leave)
    scene.forgotten()


def test_paintings_that_break_in_between_are_mended_by_themselves(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(kiosk.easel.Easel, "prepare", _break)
        scene.to_choose()
        scene.stage.choose.pager.painting_chosen.emit(LORD)
        scene.house.wait(0.3)
        assert scene.walk.state in (State.LIVE, State.OUT_OF_ORDER)

    scene.good_as_new()


def test_a_locked_log_makes_no_visitor_wait(scene: Scene) -> None:
    assert scene.app.log.flush(2.0)
    before = outcomes_in(scene.folder)[Outcome.DECLINED]
    with closing(sqlite3.connect(scene.folder / FILE_NAME)) as other:
        other.execute("BEGIN EXCLUSIVE")
        scene.walk.begin()
        touched_s = time.monotonic()
        scene.walk.tap(scene.stage.consent.decline)
        scene.reach(State.ATTRACT)
        assert time.monotonic() - touched_s < 1.5
        assert not scene.app.log.flush(0.2)
        other.execute("ROLLBACK")

    assert scene.app.log.flush(5.0)
    assert outcomes_in(scene.folder)[Outcome.DECLINED] == before + 1


def _break(*_: object, **__: object) -> None:
    raise RuntimeError("out of order on purpose")
