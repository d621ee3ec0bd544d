import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure
from kiosk.widgets.chips import Chips

METRICS = measure(1080, 1920, 2.7)
NAMES = ("Любые", "Возрождение", "Барокко", "Импрессионизм", "Двадцатый век")


@pytest.fixture
def parent(dressed: QApplication, qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(1000, 600)
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def chips(parent: QWidget) -> Chips:
    chips = Chips(parent)
    chips.apply_metrics(METRICS, 600)
    parent.show()
    return chips


def test_a_touch_picks_and_marks(chips: Chips, qtbot: QtBot) -> None:
    chips.offer(NAMES)
    picked = []
    chips.picked.connect(picked.append)
    qtbot.mouseClick(chips.chip(2), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(chips.chip(2), Qt.MouseButton.LeftButton)

    assert picked == [2, 2]
    assert chips.chosen == 2
    assert not chips.chip(0).isChecked()


def test_they_stand_apart_within_the_room(chips: Chips) -> None:
    chips.offer(NAMES)
    places = [chips.chip(number).geometry() for number in range(len(NAMES))]

    assert chips.width() <= 600
    for number, place in enumerate(places):
        words = QFontMetrics(chips.chip(number).font()).horizontalAdvance(NAMES[number])
        assert chips.rect().contains(place)
        assert min(place.width(), place.height()) >= METRICS.touch_px
        assert place.width() > words + METRICS.touch_px // 2
        assert not any(place.intersects(other) for other in places[:number])


def test_the_chosen_one_is_told_by_more_than_colour(chips: Chips) -> None:
    chips.offer(("All", "Old"), 0)
    chosen = chips.chip(0).grab().toImage()
    chips.mark(1)
    other = chips.chip(0).grab().toImage()
    middle = (chosen.width() - 24, chosen.height() // 2)

    assert chosen.pixelColor(*middle).lightness() > 200
    assert other.pixelColor(*middle).lightness() < 120


@pytest.mark.parametrize("names", [(), ("All",)])
def test_without_a_choice_there_are_none(chips: Chips, names: tuple[str, ...]) -> None:
    chips.offer(NAMES)
    chips.offer(names)

    assert not chips.isVisible()


def test_an_endless_name_keeps_within_the_room(chips: Chips) -> None:
    chips.offer(("All", "x" * 200))

    assert chips.chip(1).width() <= 600
