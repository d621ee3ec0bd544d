import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure
from kiosk.widgets.touch_hint import TouchHint


@pytest.fixture
def owner(dressed, qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.resize(1000, 400)
    owner.show()
    return owner


@pytest.fixture
def hint(owner: QWidget) -> TouchHint:
    hint = TouchHint(owner)
    hint.setText("Berühren Sie den Bildschirm")
    hint.show()
    return hint


@pytest.mark.parametrize("px_per_mm", [1.0, 2.7, 4.2, 8.0])
def test_is_large_enough_for_a_finger(hint: TouchHint, px_per_mm: float) -> None:
    metrics = measure(1080, 1920, px_per_mm)
    hint.apply_metrics(metrics, 984)

    assert min(hint.width(), hint.height()) >= metrics.touch_px


@pytest.mark.parametrize("room_px", [984, 520, 450])
def test_all_words_fit_beside_the_sign(hint: TouchHint, room_px: int) -> None:
    hint.apply_metrics(measure(1080, 1920, 4.0), room_px)

    words_px = QFontMetrics(hint._set_in).horizontalAdvance(hint.text())
    assert hint._words_left_px() + words_px <= hint.width() <= room_px


def test_answers_the_press_and_the_keyboard(hint: TouchHint, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hint.pressed):
        qtbot.mousePress(hint, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(hint, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(hint.pressed):
        qtbot.keyPress(hint, Qt.Key.Key_Space)


def test_the_keyboard_is_seen(hint: TouchHint) -> None:
    hint.apply_metrics(measure(1080, 1920, 2.7), 984)
    hint.clearFocus()
    unseen = hint.grab().toImage()
    hint.setFocus(Qt.FocusReason.OtherFocusReason)
    assert hint.grab().toImage() == unseen
    hint.clearFocus()
    hint.setFocus(Qt.FocusReason.TabFocusReason)
    assert hint.grab().toImage() != unseen
