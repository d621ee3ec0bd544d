import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.theme import measure, px_per_mm
from kiosk.widgets.switch import Switch

METRICS = measure(1080, 1920, px_per_mm((1080, 1920), 32))


@pytest.fixture
def switch(dressed, qtbot: QtBot) -> Switch:
    switch = Switch(None)
    qtbot.addWidget(switch)
    switch.apply_metrics(METRICS)
    switch.show()
    return switch


def test_a_touch_and_a_key_switch(switch: Switch) -> None:
    told = []
    switch.clicked.connect(lambda on: told.append(on))
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    QTest.keyClick(switch, Qt.Key.Key_Space)

    assert told == [True, False]


def test_on_is_seen_without_colour(switch: Switch) -> None:
    off = _left_half_is_brighter(switch)
    switch.setChecked(True)
    image = switch.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    on = image.pixelColor(image.width() // 4, image.height() // 2).red()

    assert off
    knob = image.width() - round(0.36 * image.height())
    assert on - image.pixelColor(knob, image.height() // 2 - 12).red() > 60


def test_a_finger_hits_it(switch: Switch) -> None:
    assert min(switch.size().toTuple()) >= METRICS.touch_px


def _left_half_is_brighter(switch: Switch) -> bool:
    image = switch.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    y, quarter = image.height() // 2, image.height() // 3
    left = max(image.pixelColor(x, y).red() for x in range(12, quarter + 12))
    right = max(
        image.pixelColor(image.width() - x, y).red() for x in range(20, quarter + 20)
    )
    return left > right + 60
