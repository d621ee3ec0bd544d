import numpy as np
import pytest
from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QStackedWidget

import kiosk.exhibition
from kiosk.bridge import Bridge
from kiosk.easel import Easel
from kiosk.exhibition import Exhibition
from kiosk.packs.library import open_library
from kiosk.stage import Stage
from kiosk.tasks import Tasks
from kiosk.thumbnail_shelf import ThumbnailShelf
from kiosk.thumbnails import Thumbnails
from kiosk.visit.hall import Hall
from pipeline.images import write_image
from pipeline.sources.demo import DemoVisitor
from tests.sitters import write_sitters

SIZE = QSize(540, 960)


@pytest.fixture
def packs(tmp_path):
    return write_sitters(tmp_path)


@pytest.fixture
def make_hall(dressed, qtbot, packs):
    parent, tasks = QObject(), Tasks()

    def make():
        window = QStackedWidget()
        qtbot.addWidget(window)
        stage = Stage(window, Bridge(DemoVisitor()), 2.0)
        exhibition = Exhibition(open_library(packs), None)
        thumbnails = Thumbnails(ThumbnailShelf(packs / "small"), tasks, parent)
        hall = Hall(exhibition, stage, Easel(), thumbnails, tasks, parent)
        hall.stage, hall.exhibition = stage, exhibition
        hall.exhibits = []

        def show(exhibits):
            hall.exhibits = list(exhibits)

        stage.attract.set_exhibits = show
        return hall

    def settle():
        for _ in range(6):  # each thumbnail is asked for when the one before is there
            done = []
            tasks.run(lambda: True, done.append, done.append)
            qtbot.waitUntil(lambda done=done: bool(done), timeout=10_000)

    make.settle = settle
    yield make
    tasks.close()


@pytest.fixture
def hall(make_hall):
    hall = make_hall()
    hall.settle = make_hall.settle
    fit(hall, SIZE)
    hall.speak("en")
    hall.settle()
    return hall


def fit(hall, size):
    """Give the window another size."""
    hall.stage.fit(size)
    hall.fit()


def titles(hall):
    return [exhibit.title for exhibit in hall.exhibits]


def test_every_screen_gets_its_pictures(hall):
    assert hall.complete
    assert titles(hall) == ["A lady", "A lord"]
    assert hall.exhibits[0].origin == "Somebody, 1650"
    for exhibit in hall.exhibits:
        assert exhibit.image.size() == hall.stage.attract.room_px


def test_another_language_names_everything_anew(hall):
    hall.speak("de")
    assert titles(hall) == ["Eine Dame", "A lord"]
    assert hall.complete


def test_another_order_and_a_hidden_painting(hall):
    hall.exhibition.arrange(("pack/lord",), ())
    hall.arrange()
    assert titles(hall) == ["A lord", "A lady"]
    hall.exhibition.arrange((), ("pack/lord",))
    hall.arrange()
    assert titles(hall) == ["A lady"]
    assert hall.complete
    hall.exhibition.arrange((), ())
    hall.arrange()
    assert titles(hall) == ["A lady", "A lord"]
    assert hall.complete


def test_another_size_reads_the_large_pictures_again(hall):
    fit(hall, SIZE)
    assert hall.complete
    fit(hall, QSize(300, 500))
    assert not hall.complete
    fit(hall, QSize(200, 400))
    hall.settle()
    room = hall.stage.attract.room_px
    assert {one.image.size().toTuple() for one in hall.exhibits} == {room.toTuple()}
    assert hall.complete


def test_only_so_many_large_pictures_wait(make_hall, monkeypatch):
    monkeypatch.setattr(kiosk.exhibition, "MOST_EXHIBITS", 1)
    hall = make_hall()
    fit(hall, SIZE)
    hall.speak("en")
    make_hall.settle()
    assert titles(hall) == ["A lady"]
    assert hall.complete


def test_a_picture_that_cannot_be_read_is_logged_without_its_place(
    make_hall, packs, caplog
):
    (packs / "pack" / "lord.png").write_text("no picture")
    hall = make_hall()
    fit(hall, SIZE)
    hall.speak("en")
    make_hall.settle()
    assert titles(hall) == ["A lady"]
    told = [one.fields for one in caplog.records if "cannot be shown" in one.message]
    assert told[0] == {"painting": "pack/lord", "error": "ImageUnreadableError"}
    assert str(packs) not in caplog.text


def test_a_window_of_no_size_asks_for_nothing(make_hall, packs, caplog):
    write_image(packs / "pack" / "lady.png", np.full((30, 20, 3), 9, np.uint8))
    hall = make_hall()
    hall.speak("en")
    make_hall.settle()
    assert hall.exhibits == []
    assert caplog.records == []
