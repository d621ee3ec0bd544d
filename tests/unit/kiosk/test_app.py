"""The application's parts put together; whole visits are in the integration tests."""

import gc
import logging
import signal
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest

import kiosk.app
from kiosk.app import App, Premises
from kiosk.backstage import PIN_FILE
from kiosk.current import CurrentSettings
from kiosk.errors import PackError
from kiosk.flow import Event, State
from kiosk.packs.library import open_library
from kiosk.staff.errors_seen import ErrorsSeen
from kiosk.staff.facts import Rank
from kiosk.staff.pins import PinStore
from kiosk.widgets.pin_pad import DONE
from pipeline.sources.cameras import Camera
from pipeline.sources.demo import DemoVisitor

PIN = "58261"
SIZE_PX = (540, 960)
PATIENCE_MS = 10_000


@pytest.fixture
def settings(tmp_path):
    return CurrentSettings.usual(tmp_path / "settings.toml")


@pytest.fixture
def make_app(dressed, sitters, tmp_path, settings, qtbot):
    made = []

    def make(*, public=False, no_camera=False, size_px=SIZE_PX):
        premises = Premises(tmp_path / "data", size_px, public=public)
        library = open_library(sitters)
        source = DemoVisitor()
        app = App(dressed, settings, library, source, premises, no_camera=no_camera)
        made.append(app)
        return app

    yield make
    for app in made:
        app.window.lock(locked=False)
        app.dismantle()


@pytest.fixture
def own_signals():
    before = {n: signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def set_owner_pin(tmp_path: Path) -> None:
    PinStore(tmp_path / "data" / PIN_FILE).set_pin(Rank.OWNER, PIN)


def change(settings, **values):
    """What staff do on the settings page, without the page."""
    settings.take(settings.write({k.replace("__", "."): v for k, v in values.items()}))


@pytest.mark.parametrize("wanted", ["pack/duke", "no-file.png"])
def test_a_painting_that_is_none_is_refused_before_anything_opens(
    make_app, settings, wanted
):
    change(settings, visit__painting=wanted)
    handlers = list(logging.getLogger().handlers)
    with pytest.raises(PackError):
        make_app()
    assert logging.getLogger().handlers == handlers


def test_a_kiosk_without_a_pin_first_asks_for_one(make_app, tmp_path, qtbot):
    app = make_app(public=True)
    app.start()
    assert app.controller.state is State.SETUP
    assert app.window.currentWidget() is app.stage.setup
    assert not app.window.locked

    app.stage.setup.pin_chosen.emit(PIN)

    qtbot.waitUntil(lambda: app.controller.state is State.ATTRACT, timeout=PATIENCE_MS)
    assert app.window.locked
    assert PinStore(tmp_path / "data" / PIN_FILE).check(PIN) is Rank.OWNER


def test_who_skips_the_pin_can_still_leave(make_app):
    app = make_app(public=True)
    app.start()
    app.stage.setup.later.click()
    assert app.controller.state is State.ATTRACT
    assert not app.window.locked


def test_a_kiosk_with_a_pin_is_locked_from_the_start(make_app, tmp_path):
    set_owner_pin(tmp_path)
    app = make_app(public=True)
    app.start()
    assert app.controller.state is State.ATTRACT
    assert app.window.locked


def test_a_damaged_pin_file_neither_asks_anew_nor_lets_visitors_out(make_app, tmp_path):
    """Whoever damages the file must not get to choose a PIN."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / PIN_FILE).write_text("rubbish")
    app = make_app(public=True)
    app.start()
    assert app.controller.state is State.ATTRACT
    assert app.window.locked


def test_the_right_pin_leads_to_the_staff_area_and_out(make_app, tmp_path, qtbot):
    set_owner_pin(tmp_path)
    app = make_app(public=True)
    app.start()
    app.controller.handle(Event.STAFF_WANTED)
    for digit in PIN:
        app.stage.pin.pad.key(digit).click()
    app.stage.pin.pad.key(DONE).click()
    qtbot.waitUntil(lambda: app.controller.state is State.STAFF, timeout=PATIENCE_MS)
    assert app.window.currentWidget() is app.stage.staff

    with qtbot.waitSignal(app.window.closed):
        app.stage.staff.close_wanted.emit()
    assert not app.window.isVisible()


def test_without_a_pin_the_door_says_why_it_stays_shut(make_app):
    app = make_app()
    app.start()
    app.controller.handle(Event.STAFF_WANTED)
    assert app.window.currentWidget() is app.stage.pin
    assert app.stage.pin.pad.isHidden()


def test_the_corner_of_the_real_window_leads_to_the_pin(make_app, qtbot):
    app = make_app()
    app.touches.hold_ms = 30
    app.start()
    qtbot.wait(400)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    hand = (app.window.windowHandle(), left, none, QPoint(8, 8))
    QTest.mousePress(*hand)
    qtbot.waitUntil(lambda: app.controller.state is State.PIN)
    QTest.mouseRelease(*hand)


def test_settings_count_at_once(make_app, settings):
    app = make_app()
    app.start()
    change(settings, visit__language="fr", screen__reduced_motion=True)
    assert app.stage.still_there._reduced
    assert app.languages.code == "en"
    app.controller.handle(Event.TOUCHED)
    app.controller.handle(Event.DECLINED)
    assert app.languages.code == "fr"


def test_another_camera_is_taken_without_a_restart(
    make_app, settings, monkeypatch, qtbot
):
    watched = []
    monkeypatch.setattr(kiosk.sources, "list_cameras", lambda: [Camera(0, "Front")])
    app = make_app(no_camera=True)
    monkeypatch.setattr(app.bridge, "watch", watched.append)
    assert "no camera" in app.stage.live._status.text()

    change(settings, visit__countdown_s=5)
    assert watched == []
    change(settings, camera__source="camera:Front")
    qtbot.waitUntil(lambda: len(watched) == 1)
    assert app.stage.live._status.text() == ""
    change(settings, camera__source="demo")
    qtbot.waitUntil(lambda: len(watched) == 2)
    change(settings, camera__source=None)
    qtbot.waitUntil(lambda: len(watched) == 3)
    assert [source.info.kind for source in watched] == ["camera", "demo", "camera"]


def test_a_source_that_is_none_leaves_the_old_one(
    make_app, settings, monkeypatch, caplog, qtbot
):
    app = make_app()
    watched = []
    monkeypatch.setattr(app.bridge, "watch", watched.append)
    change(settings, camera__source="/nowhere/no-film.mp4")
    qtbot.waitUntil(lambda: "the source cannot be taken" in caplog.text)
    assert watched == []
    assert "no-film" not in caplog.text


def test_an_error_nobody_expected_leads_out_of_order(make_app, qtbot):
    app = make_app()
    app.start()
    app.went_wrong.emit()
    qtbot.waitUntil(lambda: app.controller.state is State.OUT_OF_ORDER)


def test_wrong_settings_do_not_keep_it_from_opening(
    dressed, sitters, tmp_path, settings, caplog
):
    wrong = CurrentSettings(settings._loaded, "visit.hints must be one, all or off.")
    premises = Premises(tmp_path / "data", SIZE_PX, public=False)
    app = App(dressed, wrong, open_library(sitters), DemoVisitor(), premises)
    try:
        app.start()
    finally:
        app.dismantle()
    assert "health page" in caplog.text


def test_stopping_twice_does_no_harm_and_leaves_nothing(make_app):
    app = make_app()
    app.start()
    app.stop()
    app.stop()
    assert not app.window.isVisible()
    handlers = logging.getLogger().handlers
    assert not [one for one in handlers if isinstance(one, ErrorsSeen)]


def test_what_is_dismantled_leaves_the_memory(
    dressed, sitters, tmp_path, settings, qtbot
):
    premises = Premises(tmp_path / "data", SIZE_PX, public=False)
    app = App(dressed, settings, open_library(sitters), DemoVisitor(), premises)
    with qtbot.waitSignal(app.hanging.hung, timeout=PATIENCE_MS):
        app.start()
    left = [weakref.ref(part) for part in (app, app.window, app.stage, app.bridge)]
    app.dismantle()
    del app
    gc.collect()
    assert [part() for part in left] == [None] * len(left)


@pytest.mark.usefixtures("own_logging", "own_signals")
def test_a_run_lasts_until_the_window_is_closed(make_app, qtbot):
    app = make_app()
    QTimer.singleShot(200, lambda: qtbot.keyClick(app.window, Qt.Key.Key_Escape))

    assert app.run() == 0
    assert not app.window.isVisible()


@pytest.mark.usefixtures("own_logging", "own_signals")
def test_a_run_can_end_before_it_has_begun(make_app):
    app = make_app()
    app.window.closed.connect(lambda: None)
    QTimer.singleShot(0, app._leave_soon)

    assert app.run() == 0
