import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kiosk.errors import PackError
from kiosk.packs.editing.saving import FolderHome
from kiosk.screens.editor import Mood
from kiosk.screens.editor_panels.look import CAMERA, NOBODY
from kiosk.staff.facts import Condition
from kiosk.widgets.retouch.shown import Tool
from pipeline.errors import ImageUnreadableError

MOUTH = 61
CHIN = 152


def test_a_dragged_point_bends_the_mesh_and_what_is_lived_in(studio) -> None:
    studio.open()
    before = studio.session.looked.prepared.faces[0].points_px
    assert studio.canvas.chosen_face is not None
    assert studio.session.now.faces == ()

    start, by = studio.place_of(MOUTH), QPoint(-6, 4)
    studio.drag(start, by, drop=False)
    bent = studio.canvas.chosen_face.points
    assert studio.session.now.faces == ()  # the finger is still down
    left = Qt.MouseButton.LeftButton
    QTest.mouseRelease(studio.canvas, left, pos=start + by)
    studio.settle()

    after = studio.session.looked.prepared.faces[0].points_px
    way = after[MOUTH, :2] - before[MOUTH, :2]
    scale = studio.canvas.viewport.scale
    assert way == pytest.approx((-6 / scale, 4 / scale), abs=2 / scale)
    assert np.abs(after[10] - before[10]).max() < 6  # the forehead stays
    assert bent.at(MOUTH).x() < before[MOUTH, 0]
    assert set(studio.session.now.faces[0].moved) == {MOUTH}
    studio.until(lambda: studio.room.bridge.matched == 1)


def test_undo_and_redo_lead_back_and_forth(studio) -> None:
    studio.open()
    studio.drag(studio.place_of(CHIN), QPoint(0, 12))
    studio.settle()
    moved = studio.session.now

    studio.screen.undo.click()
    studio.settle()
    assert studio.session.now.faces == ()
    assert not studio.screen.save.isEnabled()
    studio.screen.redo.click()
    studio.settle()

    assert studio.session.now == moved
    assert studio.screen.save.isEnabled()
    studio.screen.points.back.click()
    assert studio.session.now.faces[0].moved == {}


def test_five_touches_make_a_face_and_it_can_go_again(studio) -> None:
    studio.open()
    looked = studio.session.looked.prepared.seen[0].key_points_px
    studio.screen.tabs.tab(Tool.FACES).click()
    studio.screen.faces.add.click()

    for x, y in looked:
        studio.touch(x, y)
    studio.settle()

    assert len(studio.session.now.faces) == 2
    assert studio.session.chosen == 1
    new = studio.session.looked.prepared.seen[1]
    assert new.key_points_px == pytest.approx(looked, abs=3)
    studio.screen.faces.swappable.click()
    assert not studio.session.now.faces[1].swappable
    studio.screen.faces.earlier.click()
    assert not studio.session.now.faces[0].swappable
    studio.settle()
    studio.screen.faces.remove.click()
    studio.settle()
    assert [face.swappable for face in studio.session.now.faces] == [True]
    assert not studio.screen.faces.remove.isVisible()


def test_a_painted_mask_keeps_the_painting_in_front(studio) -> None:
    studio.open()
    face = studio.session.looked.prepared.faces[0]
    before = face.occlusion.shown.mean()
    studio.screen.tabs.tab(Tool.MASK).click()
    studio.screen.cover.sizes.choose("large")
    studio.screen.cover.brush_changed.emit()

    studio.drag(studio.place_of(MOUTH), QPoint(30, 0))
    studio.settle()

    after = studio.session.looked.prepared.faces[0].occlusion.shown.mean()
    assert after < before - 0.005
    studio.screen.cover.blank.click()
    studio.settle()
    back = studio.session.looked.prepared.faces[0].occlusion.shown.mean()
    assert back == pytest.approx(before, abs=1e-3)


def test_saving_writes_and_a_second_opening_finds_it(studio) -> None:
    studio.open()
    studio.drag(studio.place_of(CHIN), QPoint(0, 10))
    slider = studio.screen.look.complexion
    studio.screen.tabs.tab(Tool.LOOK).click()
    middle = QPoint(slider.width() // 2, slider.height() // 2)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=middle)
    studio.settle()

    studio.save()

    assert studio.saved == ["pack"]
    assert not studio.screen.save.isEnabled()
    painting = studio.home.open().paintings[0]
    assert painting.complexion == pytest.approx(0.5, abs=0.02)
    assert set(painting.faces[0].moved) == {CHIN}
    studio.screen.close_button.click()
    assert studio.closed == [True]
    studio.open()
    assert studio.session.now.faces == painting.faces


def test_leaving_with_unsaved_changes_asks(studio) -> None:
    studio.open()
    studio.screen.look.complexion_slid.emit(0.9)
    studio.screen.look.settled.emit()

    studio.screen.close_button.click()
    assert studio.screen.mood is Mood.ASKING
    studio.screen.leaving.stay.click()
    assert studio.screen.mood is Mood.EDITING
    studio.screen.close_button.click()
    studio.screen.leaving.save.click()
    studio.until(lambda: studio.closed == [True])

    assert studio.home.open().paintings[0].complexion == 0.9
    assert studio.editor.session is None


def test_dropped_changes_are_gone(studio) -> None:
    studio.open()
    before = (studio.home.folder / "pack.toml").read_bytes()
    studio.screen.look.shape_slid.emit(0.1)
    studio.screen.look.settled.emit()
    studio.screen.close_button.click()
    studio.screen.leaving.drop.click()

    assert studio.closed == [True]
    assert (studio.home.folder / "pack.toml").read_bytes() == before
    studio.open()
    assert studio.session.now.shape is None


def test_who_is_called_away_finds_the_changes_again(studio) -> None:
    studio.open()
    studio.screen.look.shape_slid.emit(0.1)
    studio.screen.look.settled.emit()
    studio.room.leave()
    assert studio.editor.session is None
    assert studio.room.bridge.faces == ()

    studio.open()

    assert studio.session.now.shape == 0.1
    assert studio.session.history.unsaved


def test_a_disk_that_refuses_keeps_the_changes(studio, monkeypatch) -> None:
    studio.open()
    studio.screen.look.shape_slid.emit(0.1)
    studio.screen.look.settled.emit()

    def refuse(*_given: object) -> None:
        raise PackError("The disk is full. Make room on it and try again.")

    monkeypatch.setattr(FolderHome, "save", refuse)
    studio.save()

    assert studio.session.history.unsaved
    assert studio.screen.save.isEnabled()
    assert "full" in studio.screen._said.text()


def test_a_painting_that_cannot_be_read_is_told(studio) -> None:
    choice = studio.home.open().paintings[0]
    choice.image.write_bytes(b"no picture")
    studio.room.open(choice, "Broken", studio.home)

    studio.until(lambda: "lady.png" in studio.screen._said.text())
    assert studio.screen.mood is Mood.BUSY
    studio.screen.close_button.click()
    assert studio.closed == [True]


def test_a_face_that_vanishes_leaves_words_instead_of_a_visitor(studio) -> None:
    studio.open()
    studio.screen.faces.swappable_switched.emit(False)
    studio.settle()

    assert not studio.screen.live.isVisible()
    assert studio.screen._nobody.isVisible()
    assert studio.screen.verdict._sign.condition is Condition.BAD


def test_the_camera_is_on_only_while_it_is_chosen(studio, monkeypatch) -> None:
    opened: list[str] = []

    def source(spec: str, **_given: object) -> object:
        opened.append(spec)
        raise ImageUnreadableError("There is no camera.")

    studio.open()
    assert not studio.screen.on_air.isVisible()
    studio.screen.look.visitors.chip(NOBODY).click()
    studio.settle()
    assert not studio.room.bridge.running
    monkeypatch.setattr("kiosk.desk.editing.room.named_source", source)
    studio.screen.look.visitors.chip(CAMERA).click()

    assert opened == ["camera"]
    assert studio.screen._said.text() == "There is no camera."
    assert not studio.screen.on_air.isVisible()
    assert studio.screen.look.visitors.chosen == NOBODY
