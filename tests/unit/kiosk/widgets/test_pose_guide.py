from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import GOLD
from kiosk.widgets.pose_guide import GuideShown, PoseGuide

SIDE = 180
APART = GuideShown((20.0, 0.0, 0.0), (-20.0, 0.0, 0.0), 0.1, 0.0)
ALIKE = GuideShown((20.0, 0.0, 0.0), (20.0, 0.0, 0.0), 1.0, 0.0)


@pytest.fixture
def parent(dressed: QApplication, qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(300, 300)
    parent.setStyleSheet("background: black;")
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def guide(parent: QWidget) -> PoseGuide:
    guide = PoseGuide(parent)
    guide.setGeometry(20, 20, SIDE, SIDE)
    parent.show()
    return guide


def test_it_is_there_only_when_there_is_something_to_show(guide: PoseGuide) -> None:
    assert not guide.isVisible()
    guide.show_guide(APART)
    assert guide.isVisible()
    guide.show_guide(None)
    assert not guide.isVisible()
    assert guide.shown is None


def test_two_heads_become_one(guide: PoseGuide) -> None:
    guide.show_guide(APART)
    apart = _count(guide, _is_light)
    guide.show_guide(ALIKE)

    assert apart > 300
    assert _count(guide, _is_light) == 0  # the visitor's head is gold now, too


def test_without_a_visitor_only_the_painted_head_is_drawn(guide: PoseGuide) -> None:
    guide.show_guide(replace(APART, visitor=None))

    assert _count(guide, _is_light) == 0
    assert _count(guide, _is_gold) > 300


def test_the_ring_fills_while_the_pose_is_held(guide: PoseGuide) -> None:
    amounts = []
    for held in (0.0, 0.25, 0.5, 1.0, 7.0):
        guide.show_guide(replace(ALIKE, held=held))
        amounts.append(_count(guide, _is_gold))

    assert amounts[0] < amounts[1] < amounts[2] < amounts[3] == amounts[4]


def test_only_its_own_place_is_painted_anew(guide: PoseGuide, qtbot: QtBot) -> None:
    painted = []

    class Listener(QWidget):
        def paintEvent(self, event) -> None:
            painted.append(event.rect())

    below = Listener(guide.parentWidget())
    below.setGeometry(guide.parentWidget().rect())
    below.lower()
    below.show()
    guide.show_guide(APART)
    qtbot.waitUntil(lambda: bool(painted))
    QApplication.processEvents()
    painted.clear()
    guide.show_guide(ALIKE)
    qtbot.waitUntil(lambda: bool(painted))

    assert all(guide.geometry().contains(place) for place in painted)


def test_it_keeps_its_name_after_a_change_of_language(guide: PoseGuide) -> None:
    guide.setAccessibleName("")
    QApplication.sendEvent(guide, QEvent(QEvent.Type.LanguageChange))

    assert guide.accessibleName()


def _is_light(red: int, green: int, blue: int) -> bool:
    return blue > 180 and red > 200 and green > 200


def _is_gold(red: int, green: int, blue: int) -> bool:
    return red > 180 and blue < 150 and abs(blue - GOLD.blue()) < 40


def _count(widget: QWidget, wanted: Callable[[int, int, int], bool]) -> int:
    image: QImage = widget.grab().toImage()
    colours = (
        image.pixelColor(x, y).getRgb()[:3]
        for x in range(image.width())
        for y in range(image.height())
    )
    return sum(wanted(*colour) for colour in colours)
