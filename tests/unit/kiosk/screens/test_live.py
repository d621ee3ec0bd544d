from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from kiosk.screens.live import LiveScreen
from kiosk.theme import px_per_mm
from kiosk.widgets.card import CardText
from kiosk.widgets.portrait import Shown

TEXTS = [
    CardText("old/lady", "A Lady", "Somebody", "1650"),
    CardText("old/lord", "A Lord", "Nobody", ""),
]
SIZES = [(1080, 1920), (1920, 1080), (1280, 720)]


@pytest.fixture(params=SIZES, ids=str)
def screen(request: pytest.FixtureRequest, dressed, qtbot: QtBot) -> LiveScreen:
    size = request.param
    screen = LiveScreen(lambda: None, px_per_mm(size, 32))
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.set_paintings(TEXTS)
    screen.show()
    return screen


def test_the_shutter_tells_and_can_be_put_out_of_use(
    screen: LiveScreen, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.shutter_pressed):
        qtbot.mouseClick(screen.shutter, Qt.MouseButton.LeftButton)

    screen.set_ready(ready=False)
    with qtbot.assertNotEmitted(screen.shutter_pressed, wait=20):
        qtbot.mouseClick(screen.shutter, Qt.MouseButton.LeftButton)


def test_the_chosen_painting_is_marked_and_labelled(screen: LiveScreen) -> None:
    screen.show_chosen("old/lord")

    assert screen.gallery.chosen == "old/lord"
    assert screen.label.accessibleName() == "A Lord, Nobody"


def test_it_is_complete_with_a_painting_and_all_cards(
    screen: LiveScreen, plain_image: Callable[[int, int, str], QImage]
) -> None:
    for key in ("old/lady", "old/lord"):
        screen.set_thumbnail(key, plain_image(30, 40, "red"))
    assert not screen.complete

    screen.view.show_picture(Shown(plain_image(300, 400, "red"), 1))
    assert screen.complete


def test_words_lie_inside_the_picture_and_come_and_go(
    screen: LiveScreen, plain_image: Callable[[int, int, str], QImage]
) -> None:
    screen.view.show_picture(Shown(plain_image(400, 500, "red"), 1))
    inside = screen.view.picture_rect().translated(screen.view.pos())

    screen.set_hint("Step in front of the camera")
    screen.set_notice("The camera does not answer. It will go on by itself.", busy=True)

    assert (screen.hint, screen.notice) != ("", "")
    for notice in (screen._hint, screen._notice):
        assert notice.isVisible()
        assert inside.contains(notice.geometry())

    screen.set_hint("")
    screen.set_notice("")
    assert not screen._hint.isVisible()
    assert not screen._notice.isVisible()


def test_a_busy_notice_moves(screen: LiveScreen, qtbot: QtBot) -> None:
    screen.set_notice("Painting your portrait…", busy=True)
    before = screen._notice.grab().toImage()

    qtbot.waitUntil(lambda: screen._notice.grab().toImage() != before)
    screen.set_notice("")
