import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.theme import measure, px_per_mm
from kiosk.widgets.stepper import Stepper

METRICS = measure(1080, 1920, px_per_mm((1080, 1920), 32))


@pytest.fixture
def stepper(dressed, qtbot: QtBot) -> Stepper:
    stepper = Stepper(None)
    qtbot.addWidget(stepper)
    stepper.set_range(1, 10)
    stepper.set_value(3)
    stepper.apply_metrics(METRICS)
    stepper.show()
    return stepper


def test_touches_and_keys_step(stepper: Stepper) -> None:
    told = []
    stepper.value_chosen.connect(told.append)
    QTest.mouseClick(stepper.more, Qt.MouseButton.LeftButton)
    QTest.keyClick(stepper.less, Qt.Key.Key_Space)

    assert told == [4, 3]


def test_limits_hold_and_the_focus_stays(stepper: Stepper, qtbot: QtBot) -> None:
    stepper.set_value(2)
    stepper.less.setFocus()
    QTest.keyClick(stepper.less, Qt.Key.Key_Space)

    assert stepper.value == 1
    assert not stepper.less.isEnabled()
    assert stepper.focusWidget() is stepper.more
    stepper.set_value(99)
    assert stepper.value == 10
    assert not stepper.more.isEnabled()


def test_setting_a_value_tells_nothing(stepper: Stepper) -> None:
    told = []
    stepper.value_chosen.connect(told.append)
    stepper.set_value(7)
    stepper.set_range(1, 5)

    assert stepper.value == 5
    assert told == []


def test_a_held_button_goes_on_and_tells_at_the_end(
    stepper: Stepper, qtbot: QtBot
) -> None:
    told = []
    stepper.value_chosen.connect(told.append)
    stepper.more.setAutoRepeatDelay(10)
    stepper.more.setAutoRepeatInterval(10)
    QTest.mousePress(stepper.more, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stepper.value >= 6)
    assert told == []

    QTest.mouseRelease(stepper.more, Qt.MouseButton.LeftButton)
    assert told
    assert told[-1] == stepper.value


def test_words_follow_and_have_room(stepper: Stepper) -> None:
    narrow = stepper.width()
    stepper.set_words(lambda n: "without any limit at all" if n == 1 else str(n))
    stepper.apply_metrics(METRICS)

    assert stepper.width() > narrow
    stepper.set_value(1)
    assert stepper.accessibleDescription() == "without any limit at all"
    for button in (stepper.less, stepper.more):
        assert min(button.size().toTuple()) >= METRICS.touch_px
        assert stepper.rect().contains(button.geometry())
