import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.theme import measure, px_per_mm
from kiosk.widgets.choice import Choice

METRICS = measure(1080, 1920, px_per_mm((1080, 1920), 32))
LONG = "rtsp://museum-camera-2.local:8554/entrance/hall/stream/of/the/second/camera"


@pytest.fixture
def choice(dressed, qtbot: QtBot) -> Choice:
    choice = Choice(None)
    qtbot.addWidget(choice)
    choice.set_options([("one", "One at a time"), ("all", "All"), ("", LONG)])
    choice.choose("one")
    choice.arrange(500, METRICS)
    choice.show()
    return choice


def test_a_touch_chooses_and_tells_once(choice: Choice) -> None:
    told = []
    choice.value_chosen.connect(told.append)
    QTest.mouseClick(choice.chip("all"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(choice.chip("all"), Qt.MouseButton.LeftButton)
    QTest.keyClick(choice.chip(""), Qt.Key.Key_Space)

    assert told == ["all", ""]
    assert choice.chosen == ""


def test_choosing_by_hand_of_the_kiosk_tells_nothing(choice: Choice) -> None:
    told = []
    choice.value_chosen.connect(told.append)
    choice.choose("all")
    choice.choose("unknown")

    assert choice.chosen == "all"
    assert told == []


def test_other_options_keep_what_was_chosen(choice: Choice) -> None:
    choice.choose("all")
    choice.set_options([("all", "Alle"), ("off", "Keine")])

    assert choice.chosen == "all"
    assert choice.chip("all").accessibleName() == "Alle"


def test_chips_are_large_apart_and_say_everything(choice: Choice) -> None:
    places = [choice.chip(value).geometry() for value in ("one", "all", "")]

    for number, place in enumerate(places):
        assert min(place.width(), place.height()) >= METRICS.touch_px
        assert choice.rect().contains(place)
        assert place.right() <= 500
        assert not any(place.intersects(other) for other in places[:number])
    said = "".join(choice.chip("").lines()).replace("\u200b", "")
    assert said == LONG


def test_the_chosen_chip_differs_by_its_dot(choice: Choice) -> None:
    chip = choice.chip("one")
    chosen = chip.grab().toImage()
    choice.choose("all")

    assert chip.grab().toImage() != chosen
