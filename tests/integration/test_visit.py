"""Visits by touch in the real application, and everything that may go wrong in one.

Real engine, real database, the demo visitor; only patience is shorter. One kiosk stays
open for all tests of failures: each must leave it as if nothing had happened.
"""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import kiosk.easel
import kiosk.language
import kiosk.trouble
import kiosk.visit.recovery
from kiosk.current import CurrentSettings
from kiosk.flow import State
from kiosk.packs.library import Library, open_library
from kiosk.places import CONFIG_NAME
from kiosk.rehearsal.house import House
from kiosk.rehearsal.outcomes import outcomes_in
from kiosk.rehearsal.room import Room
from kiosk.rehearsal.traces import Traces
from kiosk.rehearsal.walk import Walk
from kiosk.settings.read import load_or_default
from kiosk.storage.condition import LogState
from kiosk.storage.database import FILE_NAME
from kiosk.storage.sessions import Outcome
from kiosk.widgets.languages import LanguageButton
from pipeline.errors import NoFaceError, SourceLostError
from pipeline.live import LivePortrait
from pipeline.sources.demo import DemoVisitor
from pipeline.types import Frame, SourceInfo
from tests.sitters import write_sitters

SIZE_PX = (540, 960)
SPEED = 15.0
WITHIN_S = 12.0
LADY, LORD = "pack/lady", "pack/lord"


class Camera:
    """The demo visitor before a camera whose cable can be pulled."""

    def __init__(self, visitor: DemoVisitor) -> None:
        self._visitor = visitor
        self.plugged = threading.Event()
        self.plugged.set()

    @property
    def info(self) -> SourceInfo:
        seen = self._visitor.info
        return SourceInfo("camera", "Front", seen.size_px, seen.fps)

    def open(self) -> None:
        self._visitor.open()

    def read(self, timeout_s: float) -> Frame | None:
        if not self.plugged.is_set():
            raise SourceLostError("Front is gone.")
        return self._visitor.read(timeout_s)

    def close(self) -> None:
        self._visitor.close()


class Scene:
    """A kiosk, a hand and a camera."""

    def __init__(
        self, settings: CurrentSettings, library: Library, folder: Path, camera: Camera
    ) -> None:
        self.camera, self.room = camera, Room(camera)
        self.folder = folder
        self.house = House(
            settings, library, folder, SIZE_PX, speed=SPEED, source=self.room
        )
        self.app, self.stage = self.house.app, self.house.app.stage
        self.walk = Walk(self.house)
        self.traces = Traces(self.app, folder)
        self.states: list[State] = []
        self.app.controller.moved.connect(self.states.append)

    def to_choose(self) -> None:
        self.walk.begin()
        self.walk.agree()

    def to_live(self) -> None:
        self.to_choose()
        self.walk.choose(LORD)
        self.until(lambda: self.app.bridge.matched > 0, "a visitor")

    def to_result(self) -> None:
        self.to_live()
        self.walk.shoot()

    def until(self, happened, what: str) -> None:
        self.house.until(happened, what, WITHIN_S)

    def reach(self, state: State) -> None:
        self.until(lambda: self.walk.state is state, state)

    def forgotten(self) -> None:
        self.house.watch(lambda: not self.traces.left(), 3.0)
        assert self.traces.left() == []

    def good_as_new(self) -> None:
        """The kiosk comes back by itself, and the next visitor lives in a painting."""
        self.camera.plugged.set()
        if self.walk.state is State.LIVE:
            self.walk.tap(self.stage.live.leave)
        self.reach(State.ATTRACT)
        self.to_live()
        self.walk.tap(self.stage.live.leave)
        self.reach(State.ATTRACT)
        self.forgotten()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return open_library(write_sitters(tmp_path_factory.mktemp("packs")))


@pytest.fixture(scope="module")
def visitor() -> DemoVisitor:
    return DemoVisitor()


@pytest.fixture(scope="module")
def _impatient() -> Iterator[None]:
    """Seconds become tenths where the kiosk waits for what is broken."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kiosk.visit.recovery, "LOOK_EVERY_S", 0.2)
        patch.setattr(kiosk.visit.recovery, "FIRST_TRY_S", 0.2)
        patch.setattr(kiosk.visit.recovery, "TRUSTED_AFTER_S", 0.0)
        patch.setattr(kiosk.trouble, "LOST_AT_MOST_S", 1.2)
        yield


@pytest.fixture(scope="module")
def opened(
    _impatient: None,
    library: Library,
    visitor: DemoVisitor,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Scene]:
    folder = tmp_path_factory.mktemp("kiosk")
    settings = CurrentSettings.usual(
        folder / CONFIG_NAME, {("camera", "source"): "demo"}
    )
    scene = Scene(settings, library, folder, Camera(visitor))
    with scene.house:
        scene.until(lambda: scene.app.complete, "the paintings")
        yield scene


@pytest.fixture
def scene(opened: Scene) -> Scene:
    opened.camera.plugged.set()
    opened.room.enter()
    opened.reach(State.ATTRACT)
    opened.states.clear()
    return opened


def test_a_kiosk_with_broken_settings_and_no_place_to_write_serves_visitors(
    library: Library, visitor: DemoVisitor, tmp_path: Path
) -> None:
    broken = tmp_path / CONFIG_NAME
    broken.write_text('[visit]\nidle_s = "soon"\nwho = 1\n[oops', encoding="utf-8")
    loaded, mistakes = load_or_default(broken, {})
    settings = CurrentSettings(loaded, mistakes, {("camera", "source"): "demo"})
    occupied = tmp_path / "data"
    occupied.write_text("a file where the folder should be", encoding="utf-8")
    scene = Scene(settings, library, occupied, Camera(visitor))

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

    for trace in ("Frame", "Shot", "TrackedFace", "Memory", "camera picture", "render"):
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


def test_a_cable_that_is_put_back_is_only_a_notice(scene: Scene) -> None:
    scene.to_live()

    scene.camera.plugged.clear()
    scene.until(lambda: "camera" in scene.stage.live.notice, "the notice")
    assert not scene.stage.live.shutter.isEnabled()
    scene.camera.plugged.set()

    scene.until(lambda: scene.stage.live.notice == "", "the notice to go")
    scene.until(lambda: scene.app.bridge.matched > 0, "the visitor")
    assert scene.walk.state is State.LIVE
    scene.walk.tap(scene.stage.live.leave)
    scene.forgotten()


def test_a_camera_that_is_gone_in_live(scene: Scene) -> None:
    scene.to_live()

    scene.camera.plugged.clear()

    scene.reach(State.OUT_OF_ORDER)
    scene.forgotten()
    scene.good_as_new()


def test_a_camera_that_is_gone_in_the_countdown(scene: Scene) -> None:
    scene.to_live()
    scene.walk.count()

    scene.camera.plugged.clear()

    scene.reach(State.OUT_OF_ORDER)
    assert State.RESULT not in scene.states
    scene.forgotten()
    scene.good_as_new()


def test_a_camera_that_is_gone_while_somebody_chooses(scene: Scene) -> None:
    scene.to_choose()
    scene.camera.plugged.clear()
    scene.house.wait(0.2)

    scene.walk.choose(LORD)

    assert scene.app.bridge.matched == 0
    scene.reach(State.OUT_OF_ORDER)
    scene.forgotten()
    scene.good_as_new()


def test_an_engine_that_breaks_in_live(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene.to_live()

    with monkeypatch.context() as patch:
        patch.setattr(LivePortrait, "_render", _break)
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


def _break(*_: object, **__: object) -> None:
    raise RuntimeError("out of order on purpose")
