import logging

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.theme import measure, px_per_mm
from kiosk.widgets.new_pin import NewPin
from kiosk.widgets.pin_pad import DELETE, DONE, ORDER, PinPad

METRICS = measure(1080, 1920, px_per_mm((1080, 1920), 32))


@pytest.fixture
def pad(dressed, qtbot: QtBot) -> PinPad:
    pad = PinPad(None)
    qtbot.addWidget(pad)
    pad.apply_metrics(METRICS, QSize(600, 700))
    with qtbot.waitActive(pad):
        pad.show()
    pad.setFocus(Qt.FocusReason.OtherFocusReason)
    return pad


@pytest.fixture
def new_pin(dressed, qtbot: QtBot) -> NewPin:
    new_pin = NewPin(None)
    qtbot.addWidget(new_pin)
    new_pin.arrange(QSize(600, 800), METRICS)
    new_pin.ask("Whose?")
    new_pin.show()
    return new_pin


def test_touched_keys_make_a_pin(pad: PinPad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pad.entered) as told:
        _touch(pad, "9075")

    assert told.args == ["9075"]


def test_a_keyboard_makes_a_pin(pad: PinPad, qtbot: QtBot) -> None:
    QTest.keyClicks(pad, "12399")
    QTest.keyClick(pad, Qt.Key.Key_Backspace)
    QTest.keyClicks(pad, "x4 ")

    with qtbot.waitSignal(pad.entered) as told:
        QTest.keyClick(pad, Qt.Key.Key_Enter)

    assert told.args == ["12394"]


def test_digits_reach_the_pad_from_a_key_with_the_focus(
    pad: PinPad, qtbot: QtBot
) -> None:
    QTest.keyClicks(pad.key("5"), "4711")

    with qtbot.waitSignal(pad.entered) as told:
        QTest.keyClick(pad.key("5"), Qt.Key.Key_Return)

    assert told.args == ["4711"]


def test_too_few_digits_are_no_pin_and_more_than_eight_are_left_out(
    pad: PinPad, qtbot: QtBot
) -> None:
    told = []
    pad.entered.connect(told.append)
    QTest.keyClicks(pad, "123")
    QTest.keyClick(pad, Qt.Key.Key_Return)
    QTest.mouseClick(pad.key(DONE), Qt.MouseButton.LeftButton)
    assert told == []

    QTest.keyClicks(pad, "4567899999")
    QTest.keyClick(pad, Qt.Key.Key_Return)
    assert told == ["12345678"]


def test_nothing_is_left_after_a_pin(pad: PinPad) -> None:
    empty = pad.grab().toImage()
    _touch(pad, "4711")

    assert pad.grab().toImage() == empty
    assert not pad.key(DONE).isEnabled()


def test_clearing_forgets(pad: PinPad) -> None:
    told = []
    pad.entered.connect(told.append)
    QTest.keyClicks(pad, "4711")
    pad.clear()
    QTest.keyClick(pad, Qt.Key.Key_Return)

    assert told == []


def test_hiding_forgets(pad: PinPad, new_pin: NewPin) -> None:
    told = []
    pad.entered.connect(told.append)
    new_pin.chosen.connect(told.append)
    QTest.keyClicks(pad, "4711")
    _touch(new_pin.pad, "4711")
    for hidden in (pad, new_pin):
        hidden.hide()
        hidden.show()
    QTest.keyClick(pad, Qt.Key.Key_Return)
    _touch(new_pin.pad, "4711")

    assert told == []


def test_the_picture_tells_how_many_digits_but_never_which(pad: PinPad) -> None:
    QTest.keyClicks(pad, "12345")
    five = pad.grab().toImage()
    pad.clear()
    QTest.keyClicks(pad, "98765")
    assert pad.grab().toImage() == five

    QTest.keyClicks(pad, "1")
    assert pad.grab().toImage() != five


def test_the_pin_is_nowhere_to_be_read(
    pad: PinPad, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        QTest.keyClicks(pad, "4711")

    said = pad.accessibleName() + pad.accessibleDescription() + pad.toolTip()
    assert "4711" not in said + caplog.text
    assert pad.accessibleDescription() == "Digits entered: 4"


def test_a_disabled_pad_takes_nothing(pad: PinPad) -> None:
    told = []
    pad.entered.connect(told.append)
    pad.setEnabled(False)
    seven = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7"
    )
    assert not any(pad.take_key(seven) for _ in range(4))
    _touch(pad, "4711")
    pad.setEnabled(True)
    QTest.keyClick(pad, Qt.Key.Key_Return)

    assert told == []


@pytest.mark.parametrize("room", [(600, 900), (200, 100), (5000, 5000)], ids=str)
def test_keys_are_large_enough_apart_and_named(
    pad: PinPad, room: tuple[int, int]
) -> None:
    pad.apply_metrics(METRICS, QSize(*room))
    places = [pad.key(name).geometry() for name in ORDER]

    for number, place in enumerate(places):
        assert min(place.width(), place.height()) >= METRICS.touch_px
        assert pad.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:number])
    assert all(pad.key(name).accessibleName() for name in ORDER)


def test_delete_takes_the_last_digit_away(pad: PinPad, qtbot: QtBot) -> None:
    assert not pad.key(DELETE).isEnabled()
    QTest.keyClicks(pad, "47119")
    QTest.mouseClick(pad.key(DELETE), Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(pad.entered) as told:
        QTest.mouseClick(pad.key(DONE), Qt.MouseButton.LeftButton)

    assert told.args == ["4711"]


def test_the_same_pin_twice_is_chosen(new_pin: NewPin, qtbot: QtBot) -> None:
    _touch(new_pin.pad, "4711")
    assert "Enter the same PIN again" in _words(new_pin)

    with qtbot.waitSignal(new_pin.chosen) as told:
        _touch(new_pin.pad, "4711")

    assert told.args == ["4711"]
    assert "Whose?" in _words(new_pin)


def test_two_that_differ_begin_anew(new_pin: NewPin) -> None:
    told = []
    new_pin.chosen.connect(told.append)
    _touch(new_pin.pad, "4711")
    _touch(new_pin.pad, "4712")

    assert "The two were not the same. Please begin again." in _words(new_pin)
    assert "Whose?" in _words(new_pin)
    _touch(new_pin.pad, "4712")
    assert told == []
    _touch(new_pin.pad, "4712")
    assert told == ["4712"]


def test_a_refusal_is_said_until_the_next_pin(new_pin: NewPin) -> None:
    new_pin.refuse("Too easy to guess.")
    assert "Too easy to guess." in _words(new_pin)

    _touch(new_pin.pad, "4711")
    assert "Too easy to guess." not in _words(new_pin)


def test_resetting_forgets_the_first_of_the_two(new_pin: NewPin) -> None:
    told = []
    new_pin.chosen.connect(told.append)
    _touch(new_pin.pad, "4711")
    new_pin.reset()
    _touch(new_pin.pad, "4711")

    assert told == []


def _touch(pad: PinPad, pin: str) -> None:
    for name in (*pin, DONE):
        QTest.mouseClick(pad.key(name), Qt.MouseButton.LeftButton)


def _words(new_pin: NewPin) -> list[str]:
    return [new_pin._asks.text(), new_pin._note.text()]
