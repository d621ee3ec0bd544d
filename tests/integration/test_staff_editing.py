"""Staff correct a painting on the kiosk itself, and visitors see it at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint

from kiosk.current import CurrentSettings
from kiosk.flow import Event, State
from kiosk.packs.stock import Stock
from kiosk.packs.store import PackStore
from kiosk.rehearsal.house import House
from kiosk.rehearsal.staff_round import PIN
from kiosk.rehearsal.walk import Walk
from kiosk.screens.editor import Mood
from pipeline.sources.demo import DemoVisitor
from tests.sitters import write_sitters


def test_a_corrected_face_hangs_without_a_restart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path / "home"))
    builtin = tmp_path / "builtin"
    builtin.mkdir()
    write_sitters(builtin)
    store = PackStore(tmp_path / "packs")
    store.install(builtin / "pack")
    stock = Stock(store, builtin)
    settings = CurrentSettings.usual(tmp_path / "settings.toml")
    house = House(
        settings,
        stock.open(),
        tmp_path,
        (720, 1280),
        staff_pin=PIN,
        source=DemoVisitor(),
        stock=stock,
    )
    with house:
        app, walk = house.app, Walk(house)
        screen, editor = app.editing.room.screen, app.editing.room.editor
        walk.reach(State.ATTRACT)
        walk.staff_door()
        walk.type_pin(PIN)
        walk.reach(State.STAFF)
        walk.tap(app.stage.staff.paintings.line("pack/lady").edit)
        assert app.window.currentWidget() is screen
        house.until(
            lambda: (
                editor.session is not None and screen.canvas.chosen_face is not None
            ),
            "the face",
        )
        screen.canvas.fit()
        chin = screen.canvas.viewport.to_view(screen.canvas.chosen_face.points.at(152))
        start = screen.canvas.mapTo(app.window, chin.toPoint())
        walk.fingers.press(start)
        walk.fingers.move(start + QPoint(0, 12))
        walk.fingers.release(start + QPoint(0, 12))
        house.until(lambda: screen.save.isEnabled(), "something to save")
        walk.tap(screen.save)
        house.until(lambda: screen.mood is Mood.EDITING, "the saving")
        house.until(
            lambda: bool(app.exhibition.all[0].faces), "the painting on the wall"
        )
        assert set(app.exhibition.all[0].faces[0].moved) == {152}

        app.controller.handle(Event.TIMED_OUT)

        assert editor.session is None
        assert app.window.currentWidget() is app.stage.attract
        assert not app.editing.room.bridge.running
