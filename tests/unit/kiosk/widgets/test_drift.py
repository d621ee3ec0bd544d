from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.widgets import drift
from kiosk.widgets.drift import DriftView
from kiosk.widgets.exhibit import Exhibit

PlainImage = Callable[[int, int, str], QImage]
WALL = QColor("#201010")
HOLD_MS = 300


@pytest.fixture
def owner(dressed, qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(120, 200)
    return owner


@pytest.fixture
def view(owner: QWidget, monkeypatch: pytest.MonkeyPatch) -> DriftView:
    monkeypatch.setattr(drift, "HOLD_MS", HOLD_MS)
    monkeypatch.setattr(drift, "FADE_MS", 90)
    monkeypatch.setattr(drift, "FRAME_MS", 10)
    view = DriftView(owner)
    wall = QPixmap(120, 180)
    wall.fill(WALL)
    view.stand(QRect(0, 0, 120, 180), wall, QRect(10, 10, 100, 120), 4, 60)
    owner.show()
    return view


@pytest.fixture
def exhibits(plain_image: PlainImage) -> list[Exhibit]:
    return [
        Exhibit(plain_image(160, 200, colour), colour, "")
        for colour in ("red", "lime", "blue")
    ]


def _middle(view: DriftView) -> QColor:
    return view.grab().toImage().pixelColor(60, 50)


def test_without_exhibits_there_is_the_wall(view: DriftView) -> None:
    view.start()

    assert _middle(view) == WALL
    assert not view.moving


def test_shows_all_one_after_the_other_and_begins_again(
    view: DriftView, exhibits: list[Exhibit], qtbot: QtBot
) -> None:
    shown: list[int] = []
    view.shown.connect(shown.append)
    view.set_exhibits(exhibits)
    view.start()

    qtbot.waitUntil(lambda: len(shown) > 4, timeout=5000)
    assert shown[:5] == [0, 1, 2, 0, 1]


def test_an_exhibit_comes_softly(
    view: DriftView, exhibits: list[Exhibit], qtbot: QtBot
) -> None:
    shares: list[float] = []
    view.fading.connect(shares.append)
    view.set_exhibits(exhibits[:1])
    view.start()
    assert _middle(view).red() < 200

    qtbot.waitUntil(lambda: shares[-1] == 1.0)
    assert shares == sorted(shares)
    assert _middle(view) == QColor("red")


def test_it_moves_while_it_is_seen_and_started(
    view: DriftView, owner: QWidget, exhibits: list[Exhibit]
) -> None:
    view.set_exhibits(exhibits)
    assert not view.moving
    view.start()
    assert view.moving
    owner.hide()
    assert not view.moving
    owner.show()
    assert view.moving
    view.stop()
    assert not view.moving
    view.set_exhibits(exhibits)
    assert not view.moving


def test_one_exhibit_drifts_there_and_back(
    view: DriftView, plain_image: PlainImage, qtbot: QtBot
) -> None:
    image = plain_image(1600, 2000, "red")
    painter = QPainter(image)
    painter.fillRect(0, 0, 800, 2000, QColor("lime"))
    painter.end()
    shown: list[int] = []
    view.shown.connect(shown.append)
    view.set_exhibits([Exhibit(image, "", "")])
    view.start()
    ways: list[float] = []
    view._timer.timeout.connect(lambda: ways.append(view._way()))

    qtbot.wait(round(2.6 * HOLD_MS))
    assert shown == [0]
    assert view.moving
    assert max(ways) > 0.9
    steps = [abs(b - a) for a, b in pairwise(ways)]
    assert max(steps) < 0.5  # it turns back; it does not jump back
    assert ways.index(max(ways)) < len(ways) - 5


def test_frames_differ_while_it_drifts(
    view: DriftView, exhibits: list[Exhibit], qtbot: QtBot
) -> None:
    image = exhibits[0].image
    painter = QPainter(image)
    for x in range(0, 160, 8):
        painter.fillRect(x, 0, 4, 200, QColor("white"))
    painter.end()
    view.set_exhibits([Exhibit(image, "", "")])
    view.start()
    qtbot.waitUntil(lambda: view._before is None)
    first = view.grab().toImage()
    qtbot.wait(HOLD_MS // 3)

    assert view.grab().toImage() != first


def test_reduced_motion_only_changes_paintings(
    view: DriftView, exhibits: list[Exhibit], qtbot: QtBot
) -> None:
    view.set_reduced_motion(reduced=True)
    shown: list[int] = []
    view.shown.connect(shown.append)
    view.set_exhibits(exhibits)
    view.start()
    qtbot.waitUntil(lambda: view._before is None)
    ticks: list[None] = []
    view._timer.timeout.connect(lambda: ticks.append(None))
    still = view.grab().toImage()
    qtbot.wait(HOLD_MS // 3)
    assert view.grab().toImage() == still
    assert not ticks

    qtbot.waitUntil(lambda: shown == [0, 1], timeout=3000)


def test_dissolves_into_the_wall(
    view: DriftView, exhibits: list[Exhibit], qtbot: QtBot
) -> None:
    view.set_exhibits(exhibits[:1])
    view.start()
    qtbot.waitUntil(lambda: view._before is None)

    picture = view.grab().toImage()
    reds = [picture.pixelColor(60, y).red() for y in range(100, 180)]
    assert reds[0] == 255
    assert reds == sorted(reds, reverse=True)
    assert abs(reds[-1] - WALL.red()) < 12


def test_a_wide_painting_hangs_framed_on_the_wall(
    view: DriftView, plain_image: PlainImage, qtbot: QtBot
) -> None:
    view.set_exhibits([Exhibit(plain_image(300, 150, "red"), "", "")])
    view.start()
    qtbot.waitUntil(lambda: view._before is None)

    picture = view.grab().toImage()
    assert picture.pixelColor(60, 70) == QColor("red")
    assert picture.pixelColor(2, 2) == WALL


def test_an_empty_image_is_passed_over(
    view: DriftView, exhibits: list[Exhibit], qtbot: QtBot
) -> None:
    view.set_exhibits([Exhibit(QImage(), "", ""), exhibits[2]])
    view.start()
    qtbot.waitUntil(lambda: view._before is None)

    assert _middle(view) == QColor("blue")


def test_a_slow_machine_gets_fewer_frames(
    view: DriftView, exhibits: list[Exhibit], qtbot: QtBot
) -> None:
    view.set_exhibits(exhibits[:1])
    view.start()
    qtbot.waitUntil(lambda: view._before is None)
    view._frame_cost_ms = 20.0
    view._run()

    assert view._timer.interval() >= 50
