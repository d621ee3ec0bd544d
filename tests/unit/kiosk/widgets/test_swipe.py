import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.widgets.swipe import Swipe


class Stage:
    """A button on a plain ground; both are watched."""

    def __init__(self, qtbot: QtBot) -> None:
        self.ground = QWidget()
        self.ground.resize(400, 300)
        self.button = QPushButton(self.ground)
        self.button.setGeometry(100, 100, 200, 100)
        self.swipe = Swipe(self.ground)
        self.swipe.set_reach(20, 60)
        self.swipe.watch(self.ground)
        self.swipe.watch(self.button)
        self.steps: list[int] = []
        self.ways: list[int] = []
        self.touches: list[str] = []
        self.swipe.ended.connect(self.steps.append)
        self.swipe.dragged.connect(self.ways.append)
        self.button.clicked.connect(lambda: self.touches.append("touched"))
        qtbot.addWidget(self.ground)
        self.ground.show()

    def drag(self, target: QWidget, by: QPoint) -> None:
        start = target.rect().center()
        QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=start)
        for part in (1, 2, 3, 4):
            QTest.mouseMove(target, start + by * part / 4)
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=start + by)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    return Stage(qtbot)


@pytest.mark.parametrize(("way", "step"), [(-120, 1), (120, -1), (-40, 0), (40, 0)])
def test_a_finger_to_the_left_leads_to_the_next(
    stage: Stage, way: int, step: int
) -> None:
    stage.drag(stage.ground, QPoint(way, 10))

    assert stage.steps == [step]
    assert stage.ways[-1] == way


@pytest.mark.parametrize("way", [QPoint(10, 5), QPoint(60, 120), QPoint(0, -200)])
def test_small_and_steep_ways_are_no_swipes(stage: Stage, way: QPoint) -> None:
    stage.drag(stage.ground, way)

    assert stage.steps == []
    assert stage.ways == []


def test_a_swipe_over_a_button_does_not_touch_it(stage: Stage) -> None:
    stage.drag(stage.button, QPoint(-80, 0))

    assert stage.touches == []
    assert stage.steps == [1]
    assert not stage.button.isDown()


def test_a_touch_stays_a_touch(stage: Stage, qtbot: QtBot) -> None:
    qtbot.mouseClick(stage.button, Qt.MouseButton.LeftButton)
    stage.drag(stage.button, QPoint(8, 3))

    assert len(stage.touches) == 2
    assert stage.steps == []
