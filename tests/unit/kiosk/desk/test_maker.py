"""A pack is made of a folder of pictures by touch, whole or not at all."""

import shutil

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from kiosk.desk.maker import Maker
from kiosk.language import Languages
from kiosk.packs.making import writing
from kiosk.settings.kinds import LANGUAGES
from kiosk.staff.facts import Condition
from kiosk.tasks import Tasks
from kiosk.widgets.keyboard import Special
from pipeline.images import read_image, write_image

LIST = "file;title;artist;year\nlady;The lady;Anna Ebert;1884\nlost;The lost one;;\n"


def touch(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(depot, sitters, tmp_path, monkeypatch):
    """A stick with one face, one wall and a list, and who makes packs of it."""
    monkeypatch.setenv("VERNISSAGE_HOME", str(tmp_path / "home"))
    depot.folder = tmp_path / "STICK" / "Town_museum"
    depot.folder.mkdir(parents=True)
    face = read_image(sitters / "pack" / "lady.png")
    write_image(depot.folder / "lady.png", cv2.resize(face, None, fx=2, fy=2))
    write_image(depot.folder / "wall.png", np.full((400, 300, 3), 90, np.uint8))
    (depot.folder / "list.csv").write_text(LIST)
    owner, tasks = QObject(), Tasks()
    pages = depot.screen.pack_pages
    depot.made_in = tmp_path / "home" / "making"
    languages = Languages("en", LANGUAGES, owner)
    depot.maker = Maker(pages, depot.stock, languages, depot.made_in, tasks, owner)
    depot.parcels.making_wanted.connect(depot.maker.open)
    depot.page = pages.making
    depot.sticks.append(depot.folder.parent)
    depot.screen.show()
    yield depot
    depot.maker.end()
    tasks.close()


def find(desk):
    """Touch the folder on the page of what was found; wait for its draft."""
    touch(desk.screen.paintings.bring)
    desk.parcels.look()
    desk.until(lambda: str(desk.folder) in desk.bring.paths)
    touch(desk.bring.line(str(desk.folder)).install)
    desk.until(lambda: bool(desk.page.names))


def make(desk):
    touch(desk.page.make)
    desk.until(lambda: not desk.page.report.isHidden())
    return desk.page.report._report


def files(desk):
    return sorted(path.name for path in desk.folder.rglob("*"))


def test_a_pack_is_drafted_named_made_and_installed_by_touch(desk):
    before = files(desk)
    find(desk)
    line = desk.page.drafts.line("lady.png")
    assert (line.row.title, line.row.origin) == ("The lady", "Anna Ebert, 1884")
    assert "no row in the spreadsheet" in desk.page.drafts.line("wall.png").row.note
    (problem,) = desk.page._facts.problems
    assert problem.where == "list.csv, row 3"
    desk.until(lambda: line.thumb.complete)

    assert desk.page.plate.title == "Town museum"
    touch(desk.page.plate.line)
    for _ in range(12):
        touch(desk.page.plate.keyboard.key(Special.ERASE))
    assert not desk.page.make.isEnabled()
    for letter in "abc":
        touch(desk.page.plate.keyboard.key(letter))
    touch(desk.page.plate.keyboard.key(Special.ENTER))
    assert desk.page.plate.title == "Abc"
    assert desk.page.plate.keyboard.isHidden()
    assert desk.page.plate._remark.text() == "Its id: abc"

    installed = []
    desk.maker.installed.connect(lambda: installed.append(True))
    report = make(desk)
    assert (report.installed, report.title, report.paintings) == (True, "Abc", 2)
    assert installed == [True]
    assert [one.pack.id for one in desk.store.list()] == ["abc"]
    assert files(desk) == before
    assert not desk.made_in.exists()
    assert desk.page.names == ["wall.png", "lady.png"]
    wall, lady = (desk.page.drafts.line(name) for name in desk.page.names)
    assert "No face was found" in wall.row.note
    assert (wall.row.condition, lady.row.condition) == (
        Condition.BAD,
        Condition.GOOD,
    )

    asked = []
    desk.screen.edit_wanted.connect(asked.append)
    assert lady.edit.isHidden()
    touch(wall.edit)
    assert asked == []
    desk.maker.show_hung(["abc/wall"])
    touch(wall.edit)
    assert asked == ["abc/wall"]


def test_the_way_back_loses_nothing_and_another_list_is_taken(desk):
    (desk.folder / "other.csv").write_text("file;title\nwall;A wall\n")
    find(desk)
    touch(desk.page.sheets.chip(str(desk.folder / "other.csv")))
    desk.until(lambda: "wall.png" in desk.page.names)
    assert desk.page.drafts.line("wall.png").row.title == "A wall"
    touch(desk.page.plate.line)
    touch(desk.page.plate.keyboard.key("x"))
    touch(desk.page.back)
    assert desk.bring.isVisible()

    touch(desk.bring.line(str(desk.folder)).install)
    desk.until(lambda: bool(desk.page.names))
    assert desk.page.plate.title == "Town museumx"
    assert desk.page.sheets.chosen == str(desk.folder / "other.csv")
    touch(desk.page.sheets.chip(""))
    desk.until(lambda: bool(desk.page.names))
    assert desk.page.drafts.line("wall.png").row.title == "Wall"


def test_what_cannot_be_read_is_said_beside_it_and_left_out(desk):
    (desk.folder / "torn.jpg").write_bytes(b"\xff\xd8\xff and no more")
    (desk.folder / "a\u202e\n<b>.png").write_bytes(b"")
    find(desk)
    line = desk.page.drafts.line("torn.jpg")
    desk.until(lambda: line.row.condition is Condition.BAD)
    report = make(desk)
    assert (report.installed, report.paintings) == (True, 2)
    assert "torn.jpg" in [problem.where for problem in report.problems]
    assert all(problem.cure for problem in report.problems)


def test_a_stick_that_is_pulled_half_way_leaves_nothing(desk, monkeypatch):
    find(desk)
    copy = shutil.copyfile

    def pulled(source, target):
        copy(source, target)
        shutil.rmtree(desk.folder)

    monkeypatch.setattr(writing.shutil, "copyfile", pulled)
    report = make(desk)
    assert "Leave the stick in" in report.sentence
    assert desk.store.list() == ()
    assert not desk.made_in.exists()
    assert desk.page.make.isEnabled()


def test_a_full_disk_is_said_and_a_maker_can_be_stopped(desk, monkeypatch):
    find(desk)
    usage = shutil.disk_usage(desk.folder)
    with monkeypatch.context() as full:
        full.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
        assert "no room" in make(desk).sentence
    measure = writing.measure

    def slow(path):
        desk.page.cancelled.emit()
        return measure(path)

    monkeypatch.setattr(writing, "measure", slow)
    touch(desk.page.make)
    desk.until(lambda: desk.page.make.isVisible())
    assert desk.page.report.isHidden()
    assert desk.store.list() == ()


def test_a_folder_that_is_emptied_meanwhile_is_said(desk):
    find(desk)
    for picture in desk.folder.glob("*.png"):
        picture.unlink()
    touch(desk.page.sheets.chip(""))
    desk.until(lambda: "no pictures" in desk.page._sentence.text())
    assert not desk.page.make.isEnabled()


def test_five_hundred_pictures_are_listed_on_sheets(desk):
    for number in range(500):
        name = desk.folder / f"{number:03}.png"
        cv2.imwrite(str(name), np.full((4, 3, 3), number % 250, np.uint8))
    find(desk)
    assert len(desk.page.names) == 502
    assert len(desk.page.drafts.lines) == 20
    touch(desk.page.drafts.turner.next)
    line = desk.page.drafts.line("018.png")
    desk.until(lambda: line.thumb.complete)


def test_a_pack_of_that_id_is_told_before_it_is_replaced(desk, pack_on_stick):
    desk.store.install(pack_on_stick("guest"))
    find(desk)
    desk.page.plate.title_changed.emit("Guest")
    assert "takes its place" in desk.page.plate._remark.text()
