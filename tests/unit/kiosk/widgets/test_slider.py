import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure
from kiosk.widgets.slider import Slider


class Slid:
    def __init__(self, qtbot: QtBot) -> None:
        self.ground = QWidget()
        self.ground.resize(500, 100)
        self.slider = Slider(self.ground)
        self.slider.apply_metrics(measure(1080, 1920, 2.7), 500)
        qtbot.addWidget(self.ground)
        self.ground.show()
        self.slid: list[float] = []
        self.settled: list[float] = []
        self.slider.slid.connect(self.slid.append)
        self.slider.settled.connect(self.settled.append)


@pytest.fixture
def slid(qtbot: QtBot, dressed: object) -> Slid:
    return Slid(qtbot)


def test_a_finger_draws_the_knob_along(slid: Slid) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(slid.slider, left, pos=QPoint(250, 38))
    QTest.mouseMove(slid.slider, QPoint(400, 38))
    QTest.mouseMove(slid.slider, QPoint(700, 38))
    QTest.mouseRelease(slid.slider, left, pos=QPoint(700, 38))

    assert slid.slid[0] == pytest.approx(0.5, abs=0.01)
    assert slid.slid[-1] == 1.0
    assert slid.settled == [1.0]


def test_keys_go_in_steps_and_stay_within(slid: Slid) -> None:
    slid.slider.set_value(0.07)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(slid.slider, key)

    assert slid.settled == pytest.approx([0.02, 0.0, 0.05])


def test_setting_a_value_tells_nothing(slid: Slid) -> None:
    slid.slider.set_value(7.0)

    assert slid.slider.value == 1.0
    assert slid.slid == slid.settled == []
    assert slid.slider.accessibleDescription() == "100%"


def test_it_is_as_high_as_a_finger(slid: Slid) -> None:
    assert slid.slider.height() >= measure(1080, 1920, 2.7).touch_px
