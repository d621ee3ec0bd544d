"""For how many visitors paintings have room is found out while nobody is there."""

import shutil
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject

from kiosk.exhibition import Exhibition
from kiosk.packs.library import open_library, packs_folder
from kiosk.packs.report import FaceReport, Report
from kiosk.tasks import Tasks
from kiosk.visit import headcount as module
from kiosk.visit.headcount import Headcount
from pipeline.errors import ModelError

FACE = FaceReport(0.5, True, ())


class FakeEasel:
    """Knows some paintings, and finds two faces in each other one."""

    def __init__(self, known):
        self._known = known
        self.looked_at = []

    def known(self, painting):
        return self._known.get(painting.id)

    def report(self, painting):
        self.looked_at.append(painting.id)
        return Report((FACE, FACE), ())


@pytest.fixture
def exhibition(tmp_path):
    folder = tmp_path / "packs" / "small"
    folder.mkdir(parents=True)
    text = 'id = "small"\ntitle = "Small"\n'
    for name in ("lady", "pair", "gold"):
        shutil.copy(packs_folder() / "studio" / f"{name}.jpg", folder)
        text += f'[[paintings]]\nid = "{name}"\nimage = "{name}.jpg"\ntitle = "x"\n'
    (folder / "pack.toml").write_text(text)
    return Exhibition(open_library(tmp_path / "packs"), None)


@pytest.fixture
def make(qapp, qtbot, exhibition, monkeypatch):
    monkeypatch.setattr(module, "LOOK_EVERY_MS", 10)
    owner = QObject()
    tasks = Tasks(owner)
    quiet = SimpleNamespace(now=True)

    def build(easel):
        return Headcount(exhibition, easel, tasks, lambda: quiet.now, owner), quiet

    yield build
    tasks.close()


def rooms(exhibition):
    return {card.key: card.room for card in exhibition.cards("en")}


def test_what_is_known_is_told_at_once_and_the_rest_in_peace(make, exhibition, qtbot):
    easel = FakeEasel({"lady": Report((FACE,), ()), "pair": Report((FACE,) * 3, ())})
    headcount, quiet = make(easel)
    quiet.now = False
    with qtbot.waitSignal(headcount.counted):
        headcount.count()
    assert rooms(exhibition) == {"small/lady": 1, "small/pair": 3, "small/gold": 1}
    qtbot.wait(200)
    assert easel.looked_at == [], "somebody is there"
    assert not headcount.complete
    quiet.now = True
    qtbot.waitUntil(lambda: headcount.complete)
    assert easel.looked_at == ["gold"]
    assert rooms(exhibition)["small/gold"] == 2


def test_a_painting_for_nobody_is_not_shown_but_staff_see_it(make, exhibition, qtbot):
    headcount, _ = make(FakeEasel({}))
    headcount.note("small/pair", 0)
    assert list(rooms(exhibition)) == ["small/lady", "small/gold"]
    assert [row.usable for row in exhibition.rows("en")] == [True, False, True]
    assert [row.shown for row in exhibition.rows("en")] == [True, True, True]
    headcount.note("small/pair", 2)
    assert rooms(exhibition)["small/pair"] == 2


def test_if_there_is_room_in_none_all_are_shown(make, exhibition):
    headcount, _ = make(FakeEasel({}))
    for painting in exhibition.all:
        headcount.note(painting.key, 0)
    assert len(exhibition.shown) == 3


def test_models_that_fail_end_it_quietly(make, exhibition, qtbot):
    easel = FakeEasel({})

    def fail(painting):
        raise ModelError("broken")

    easel.report = fail
    headcount, _ = make(easel)
    headcount.count()
    qtbot.waitUntil(lambda: headcount.complete)
    assert set(rooms(exhibition).values()) == {1}
