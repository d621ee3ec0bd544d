from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.widgets.portrait import SMALLEST_ROOM_PX, PortraitView, Shown

PlainImage = Callable[[int, int, str], QImage]
PLACE = QRect(150, 150, 400, 300)
FRAME_PX = 20


class Stage:
    """A view on a plain black parent, fed from a list."""

    def __init__(self, qtbot: QtBot) -> None:
        self.queue: list[Shown] = []
        self.parent = QWidget()
        self.parent.resize(700, 600)
        self.parent.setStyleSheet("background: black;")
        qtbot.addWidget(self.parent)
        self.view = PortraitView(self._pull, self.parent)
        self.view.hang(PLACE, FRAME_PX)
        self.parent.show()

    def _pull(self) -> Shown | None:
        return self.queue.pop(0) if self.queue else None

    def colour(self, x: int, y: int) -> QColor:
        return self.parent.grab().toImage().pixelColor(x, y)


@pytest.fixture
def stage(dressed, qtbot: QtBot) -> Stage:
    return Stage(qtbot)


def test_pictures_get_the_room_inside_the_frame(stage: Stage) -> None:
    assert stage.view.room_px() == QSize(360, 260)


@pytest.mark.parametrize("place", [QRect(0, 0, 1, 2000), QRect(0, 0, 900, 1)])
def test_asks_for_no_picture_too_small_for_a_face(stage: Stage, place: QRect) -> None:
    stage.view.hang(place, FRAME_PX)

    room = stage.view.room_px()
    assert min(room.width(), room.height()) == SMALLEST_ROOM_PX


def test_tells_when_the_room_changes(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.view.room_changed) as told:
        stage.view.hang(QRect(150, 150, 300, 200), 10)

    assert told.args == [QSize(280, 180)]


def test_draws_the_newest_picture_pixel_for_pixel(
    stage: Stage, qtbot: QtBot, plain_image: PlainImage
) -> None:
    first, second = plain_image(200, 260, "red"), plain_image(200, 260, "red")
    second.setPixelColor(3, 5, QColor("lime"))
    stage.view.start()
    stage.queue += [Shown(first, 1), Shown(second, 1)]
    qtbot.waitUntil(lambda: not stage.queue)
    stage.view.stop()

    drawn = stage.view.picture_rect().translated(stage.view.pos())
    assert drawn == QRect(250, 170, 200, 260)
    assert stage.colour(253, 175) == QColor("lime")
    assert stage.colour(254, 175) == QColor("red")
    assert stage.colour(449, 429) == QColor("red")
    assert stage.colour(451, 431) != QColor("red")


def test_a_new_painting_fades_in(
    stage: Stage, qtbot: QtBot, plain_image: PlainImage
) -> None:
    stage.view.show_picture(Shown(plain_image(360, 260, "red"), 1))
    stage.view.start()
    stage.view.show_picture(Shown(plain_image(260, 260, "blue"), 2))

    between = stage.colour(350, 300)
    qtbot.waitUntil(lambda: stage.colour(350, 300) == QColor("blue"), timeout=3000)
    stage.view.stop()

    assert between.red() > 100
    assert stage.colour(180, 300).red() < 100  # where only the old one reached


def test_the_same_painting_does_not_fade(stage: Stage, plain_image: PlainImage) -> None:
    stage.view.show_picture(Shown(plain_image(360, 260, "red"), 1))
    stage.view.show_picture(Shown(plain_image(360, 260, "blue"), 1))

    assert stage.colour(350, 300) == QColor("blue")


def test_at_rest_the_picture_is_darker_and_stays(
    stage: Stage, qtbot: QtBot, plain_image: PlainImage
) -> None:
    stage.view.show_picture(Shown(plain_image(360, 260, "red"), 1))
    stage.view.start()
    stage.view.rest(resting=True)
    stage.queue.append(Shown(plain_image(360, 260, "blue"), 1))
    qtbot.wait(60)

    assert len(stage.queue) == 1
    assert 80 < stage.colour(350, 300).red() < 200

    stage.view.rest(resting=False)
    qtbot.waitUntil(lambda: stage.colour(350, 300) == QColor("blue"))
    stage.view.stop()


def test_the_shutter_is_answered_with_light_that_goes(
    stage: Stage, qtbot: QtBot, plain_image: PlainImage
) -> None:
    stage.view.show_picture(Shown(plain_image(360, 260, "red"), 1))
    stage.view.start()
    stage.view.flash()

    assert stage.colour(350, 300).green() > 100
    qtbot.waitUntil(lambda: stage.colour(350, 300) == QColor("red"), timeout=3000)
    stage.view.stop()


def test_forgetting_leaves_nothing_to_see(
    stage: Stage, plain_image: PlainImage
) -> None:
    stage.view.show_picture(Shown(plain_image(360, 260, "red"), 1))
    stage.view.forget()

    assert stage.view.picture_rect().isEmpty()
    assert stage.colour(350, 300) == QColor("black")
