from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kiosk.screens.live import LiveScreen
from kiosk.screens.result import ResultScreen
from kiosk.theme import px_per_mm

PlainImage = Callable[[int, int, str], QImage]
SIZES = [(1080, 1920), (1920, 1080), (1280, 720)]


@pytest.fixture(params=SIZES, ids=str)
def screen(request: pytest.FixtureRequest, dressed, qtbot: QtBot) -> ResultScreen:
    size = request.param
    screen = ResultScreen(px_per_mm(size, 32))
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    return screen


def test_shows_the_portrait_and_where_it_is(
    screen: ResultScreen, plain_image: PlainImage
) -> None:
    screen.show_portrait(plain_image(200, 300, "#3060f0"), "Kept in Pictures")

    middle = screen.view.picture_rect().translated(screen.view.pos()).center()
    assert screen.grab().toImage().pixelColor(middle) == QColor("#3060f0")
    assert "Kept in Pictures" in _words(screen)


def test_the_portrait_hangs_where_it_lived(screen: ResultScreen, qtbot: QtBot) -> None:
    live = LiveScreen(lambda: None, screen._px_per_mm)
    qtbot.addWidget(live)
    live.resize(screen.size())
    live.show()

    assert live.view.geometry() == screen.view.geometry()
    assert live.view.room_px() == screen.view.room_px()


def test_a_portrait_made_for_a_larger_window_is_shown_whole(
    screen: ResultScreen, plain_image: PlainImage
) -> None:
    screen.show_portrait(plain_image(1500, 1500, "#3060f0"), "")
    room = screen.view.room_px()

    shown = screen.view.picture_rect().size()
    assert shown == shown.boundedTo(room)
    assert shown == QSize(min(room.toTuple()), min(room.toTuple()))


def test_again_tells(screen: ResultScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.again_pressed):
        qtbot.mouseClick(screen.again, Qt.MouseButton.LeftButton)


def test_no_words_are_cut_off(screen: ResultScreen) -> None:
    place = "Pictures/Vernissage\n2026-11-22_18-50-12_studio-gentleman_2.jpg"
    screen.show_portrait(QImage(10, 10, QImage.Format.Format_RGB32), place)

    for label in screen.findChildren(QLabel):
        assert label.heightForWidth(label.width()) <= label.height()
        assert screen.rect().contains(label.geometry())
    assert screen.rect().contains(screen.again.geometry())


def test_forgetting_leaves_nothing(
    screen: ResultScreen, plain_image: PlainImage
) -> None:
    screen.show_portrait(plain_image(200, 300, "red"), "Kept in Pictures")
    screen.forget()

    assert screen.view.picture_rect().isEmpty()
    assert "Kept in Pictures" not in _words(screen)


def _words(screen: ResultScreen) -> list[str]:
    return [label.text() for label in screen.findChildren(QLabel)]
