"""Whole visits in the real window, with the real engine and the demo visitor."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

import kiosk.tour
from kiosk.app import App
from kiosk.config import Settings
from kiosk.errors import PackError
from kiosk.packs.library import open_library
from kiosk.qt import open_application
from pipeline.errors import ImageUnreadableError, SourceLostError
from pipeline.images import read_image, write_image
from pipeline.sources.base import FrameSource
from pipeline.sources.demo import DemoVisitor
from pipeline.types import Frame, SourceInfo
from tests.sitters import write_sitters

PATIENCE_MS = 15_000
OpenApp = Callable[..., App]


class FakeCamera:
    """The demo visitor before a camera whose cable can be pulled."""

    def __init__(self) -> None:
        self.plugged = threading.Event()
        self.plugged.set()
        self._visitor = DemoVisitor()

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


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    folder = tmp_path / "packs"
    folder.mkdir()
    return write_sitters(folder)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        source="demo",
        painting=None,
        engine="mesh",
        windowed=True,
        save_folder=tmp_path / "kept",
        diagonal_in=32.0,
        size_px=(540, 960),
    )


@pytest.fixture
def open_app(packs: Path, settings: Settings, qtbot: QtBot) -> Iterator[OpenApp]:
    opened: list[App] = []

    def open_it(source: FrameSource | None = None) -> App:
        open_application()
        app = App(settings, open_library(packs), source or DemoVisitor())
        opened.append(app)
        app.start()
        return app

    yield open_it
    for app in opened:
        app.stop()


def test_a_visit_from_painting_to_kept_portrait(
    open_app: OpenApp, qtbot: QtBot, packs: Path, settings: Settings
) -> None:
    app = open_app()
    qtbot.waitUntil(lambda: app.bridge.matched == 1, timeout=PATIENCE_MS)
    assert app.live.complete
    assert app.live.gallery.chosen == "pack/lady"

    _touch(app.live.gallery.card("pack/lord"))
    qtbot.waitUntil(
        lambda: app.controller.hanging == "pack/lord" and app.bridge.matched == 1,
        timeout=PATIENCE_MS,
    )
    assert app.live.gallery.chosen == "pack/lord"
    assert app.live.label.accessibleName() == "A lord, Nobody, c. 1700"
    qtbot.waitUntil(lambda: len(app.bridge.burst()) > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(app.live.shutter.isEnabled)

    _touch(app.live.shutter)
    assert "Painting" in app.live.notice
    qtbot.waitUntil(
        lambda: app.window.currentWidget() is app.result, timeout=PATIENCE_MS
    )

    (kept,) = settings.save_folder.iterdir()
    portrait = read_image(kept).astype(int)
    painting = read_image(packs / "pack" / "lord.png")
    assert portrait.shape == painting.shape
    assert np.abs(portrait - painting).max() > 40
    words = "\n".join(label.text() for label in app.result.findChildren(QLabel))
    assert kept.name in words
    assert not app.result.view.picture_rect().isEmpty()
    assert _shows_nobody(app)

    _touch(app.result.again)
    assert app.window.currentWidget() is app.live
    assert app.result.view.picture_rect().isEmpty()
    rendered = app.bridge.status.frames_rendered
    qtbot.waitUntil(lambda: app.bridge.status.frames_rendered > rendered + 2)
    assert app.live.shutter.isEnabled()


def test_the_old_portrait_lives_until_the_new_one_is_ready(
    open_app: OpenApp, qtbot: QtBot
) -> None:
    app = open_app()
    qtbot.waitUntil(lambda: app.bridge.matched == 1, timeout=PATIENCE_MS)

    qtbot.keyClick(app.window, Qt.Key.Key_Right)

    assert app.live.gallery.chosen == "pack/lord"
    assert app.controller.hanging == "pack/lady"
    assert not app.live.view.picture_rect().isEmpty()
    qtbot.waitUntil(lambda: app.controller.hanging == "pack/lord", timeout=PATIENCE_MS)


def test_a_lost_camera_is_said_and_comes_back_by_itself(
    open_app: OpenApp, qtbot: QtBot
) -> None:
    camera = FakeCamera()
    app = open_app(camera)
    qtbot.waitUntil(lambda: app.bridge.matched == 1, timeout=PATIENCE_MS)

    camera.plugged.clear()
    qtbot.waitUntil(lambda: "camera" in app.live.notice, timeout=PATIENCE_MS)
    camera.plugged.set()
    qtbot.waitUntil(lambda: app.live.notice == "", timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: app.bridge.matched == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(app.live.shutter.isEnabled)


def test_nobody_who_has_left_can_be_taken_after_the_camera_is_gone(
    open_app: OpenApp, qtbot: QtBot, settings: Settings
) -> None:
    camera = FakeCamera()
    app = open_app(camera)
    qtbot.waitUntil(lambda: len(app.bridge.burst()) > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not _shows_nobody(app))

    camera.plugged.clear()
    qtbot.waitUntil(lambda: "camera" in app.live.notice, timeout=PATIENCE_MS)
    assert not app.live.shutter.isEnabled()
    app.controller.take()

    assert not app.controller.finishing
    assert not settings.save_folder.exists()
    qtbot.waitUntil(lambda: _shows_nobody(app))
    assert (app.bridge.matched, app.bridge.faces) == (0, ())


def test_going_on_without_a_camera_shows_the_painting_with_nobody_in_it(
    open_app: OpenApp, qtbot: QtBot
) -> None:
    camera = FakeCamera()
    app = open_app(camera)
    qtbot.waitUntil(
        lambda: len(app.bridge.burst()) > 0 and app.live.shutter.isEnabled(),
        timeout=PATIENCE_MS,
    )
    qtbot.waitUntil(lambda: app.bridge.matched == 1, timeout=PATIENCE_MS)
    _touch(app.live.shutter)
    qtbot.waitUntil(
        lambda: app.window.currentWidget() is app.result, timeout=PATIENCE_MS
    )
    camera.plugged.clear()

    _touch(app.result.again)

    assert _shows_nobody(app)
    qtbot.waitUntil(lambda: "camera" in app.live.notice, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: _shows_nobody(app))
    assert not app.live.shutter.isEnabled()


def test_a_painting_without_a_face_leaves_the_old_one(
    open_app: OpenApp, qtbot: QtBot, packs: Path
) -> None:
    write_image(packs / "pack" / "lord.png", np.full((300, 200, 3), 99, np.uint8))
    app = open_app()
    qtbot.waitUntil(lambda: app.bridge.matched == 1, timeout=PATIENCE_MS)

    _touch(app.live.gallery.card("pack/lord"))
    qtbot.waitUntil(lambda: app.live.hint != "", timeout=PATIENCE_MS)

    assert app.controller.hanging == "pack/lady"
    assert app.live.gallery.chosen == "pack/lady"
    assert app.bridge.matched == 1


def test_a_first_painting_without_a_face_gives_way_to_the_next(
    open_app: OpenApp, qtbot: QtBot, packs: Path
) -> None:
    write_image(packs / "pack" / "lady.png", np.full((300, 200, 3), 99, np.uint8))
    app = open_app()

    qtbot.waitUntil(lambda: app.controller.hanging == "pack/lord", timeout=PATIENCE_MS)
    assert app.live.gallery.chosen == "pack/lord"


def test_the_log_names_a_painting_that_cannot_be_shown_but_no_place(
    open_app: OpenApp, qtbot: QtBot, packs: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (packs / "pack" / "lord.png").write_text("no picture")
    open_app()

    qtbot.waitUntil(lambda: "cannot be shown" in caplog.text, timeout=PATIENCE_MS)

    told = [one.fields for one in caplog.records if "cannot be shown" in one.message]
    assert told == [{"painting": "pack/lord", "error": "ImageUnreadableError"}]


def test_with_no_usable_painting_the_reason_stays_on_the_screen(
    open_app: OpenApp, qtbot: QtBot, packs: Path
) -> None:
    for name in ("lady.png", "lord.png"):
        write_image(packs / "pack" / name, np.full((300, 200, 3), 99, np.uint8))
    app = open_app()

    qtbot.waitUntil(lambda: "face" in app.live.notice, timeout=PATIENCE_MS)
    assert app.controller.hanging is None
    assert not app.live.shutter.isEnabled()


@pytest.mark.parametrize("wanted", ["pack/duke", "no-file.png", __file__])
def test_a_painting_that_is_none_is_refused_before_anything_opens(
    settings: Settings, packs: Path, wanted: str
) -> None:
    asked = replace(settings, painting=wanted)

    with pytest.raises((PackError, ImageUnreadableError)):
        App(asked, open_library(packs), DemoVisitor())


def test_a_portrait_that_cannot_be_kept_is_said_and_life_goes_on(
    open_app: OpenApp, qtbot: QtBot, settings: Settings
) -> None:
    settings.save_folder.touch()
    app = open_app()
    qtbot.waitUntil(lambda: len(app.bridge.burst()) > 0, timeout=PATIENCE_MS)
    qtbot.waitUntil(
        lambda: app.bridge.matched == 1 and app.live.shutter.isEnabled(),
        timeout=PATIENCE_MS,
    )

    qtbot.keyClick(app.window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "cannot be used" in app.live.hint, timeout=PATIENCE_MS)

    assert app.window.currentWidget() is app.live
    assert app.live.notice == ""
    assert app.live.shutter.isEnabled()


def test_the_live_picture_follows_the_size_of_the_window(
    open_app: OpenApp, qtbot: QtBot
) -> None:
    app = open_app()
    qtbot.waitUntil(lambda: app.bridge.matched == 1, timeout=PATIENCE_MS)

    app.window.resize(960, 540)

    def fits() -> bool:
        room = app.live.view.room_px()
        return app.live.view.picture_rect().height() == min(room.toTuple())

    qtbot.waitUntil(fits, timeout=PATIENCE_MS)


def test_escape_ends_the_run(packs: Path, settings: Settings, qtbot: QtBot) -> None:
    before = {n: signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM)}
    application = open_application()
    app = App(settings, open_library(packs), DemoVisitor())
    QTimer.singleShot(300, lambda: qtbot.keyClick(app.window, Qt.Key.Key_Escape))
    try:
        assert app.run(application) == 0
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

    assert not app.window.isVisible()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
def test_a_termination_closes_it_cleanly(packs: Path, tmp_path: Path) -> None:
    log = tmp_path / "state" / "Vernissage" / "log" / "vernissage.jsonl"
    picture = str(packs / "pack" / "lady.png")
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [
            sys.executable,
            "-m",
            "kiosk",
            "run",
            "--source",
            "demo",
            "--painting",
            picture,
        ],
        env=os.environ | {"XDG_STATE_HOME": str(tmp_path / "state")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        deadline_s = time.monotonic() + 15.0
        while not (log.is_file() and "is open" in log.read_text(encoding="utf-8")):
            assert process.poll() is None
            assert time.monotonic() < deadline_s
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=10.0)
    finally:
        process.kill()

    assert process.returncode == 0
    assert output == b"", output.decode()
    assert "is closed" in log.read_text(encoding="utf-8")


def test_without_a_screen_the_visit_is_painted(
    packs: Path,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(kiosk.tour, "SIZES_PX", {"portrait": (270, 480)})
    monkeypatch.setattr(kiosk.tour, "LIVELY_AFTER_S", 0.2)
    monkeypatch.setattr(kiosk.tour, "open_library", lambda: open_library(packs))

    paths = kiosk.tour.paint_visit(settings, tmp_path / "out", ".png")

    assert [path.name for path in paths] == [
        "portrait-choose.png",
        "portrait-live.png",
        "portrait-result.png",
    ]
    pictures = [read_image(path) for path in paths]
    for picture in pictures:
        assert picture.shape == (480, 270, 3)
    assert not np.array_equal(pictures[0], pictures[1])
    assert not np.array_equal(pictures[1], pictures[2])


def _shows_nobody(app: App) -> bool:
    """Whether the picture on the wall is the painting, bit for bit."""
    plain, shown = app.bridge.plain(), app.live.view._shown
    return plain is not None and shown is not None and plain.image == shown.image


def _touch(widget: QWidget) -> None:
    """Touch the middle of a widget on a real touch screen as Qt sees it."""
    finger, window = QTest.createTouchDevice(), widget.window()
    place = widget.mapTo(window, QPoint(widget.width() // 2, widget.height() // 2))
    QTest.touchEvent(window, finger).press(0, place, window).commit()
    QTest.qWait(60)
    QTest.touchEvent(window, finger).release(0, place, window).commit()
