import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.theme import measure, sans
from kiosk.widgets.advice import AdvicePlate

ALL = ("step_in", "come_closer", "step_back", "look_here", "too_dark")


@pytest.fixture
def parent(dressed: QApplication, qtbot: QtBot) -> QWidget:
    parent = QWidget()
    parent.resize(1000, 800)
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def plate(parent: QWidget) -> AdvicePlate:
    plate = AdvicePlate(parent)
    plate.apply_metrics(measure(1080, 1920, 2.7), 700)
    parent.show()
    return plate


def test_it_shows_all_it_is_given_and_grows(plate: AdvicePlate) -> None:
    heights = []
    for number in range(1, len(ALL) + 1):
        plate.advise(ALL[:number])
        heights.append(plate.height())

    assert plate.ids == ALL
    assert heights == sorted(set(heights))


def test_it_goes_when_there_is_nothing_to_say(plate: AdvicePlate) -> None:
    plate.advise(["look_here"])
    assert plate.isVisible()
    assert plate.accessibleName() == "Look this way"
    plate.advise(())
    assert not plate.isVisible()


def test_it_goes_when_the_next_painting_has_room_for_one(plate: AdvicePlate) -> None:
    plate.advise(["bring_somebody"], room=2)
    assert plate.isVisible()
    assert "2" in plate.accessibleName()

    plate.advise((), room=1)

    assert not plate.isVisible()
    assert plate.ids == ()


def test_it_says_for_how_many_the_next_painting_has_room(plate: AdvicePlate) -> None:
    plate.advise(["bring_somebody"], room=2)
    plate.advise(["bring_somebody"], room=3)
    assert "3" in plate.accessibleName()


def test_what_it_does_not_know_it_passes_over(plate: AdvicePlate) -> None:
    plate.advise(["fly", "step_back"])

    assert plate.ids == ("step_back",)


@pytest.mark.parametrize("name", ALL)
def test_each_has_a_sign_of_its_own(plate: AdvicePlate, name: str) -> None:
    def sign(of: str):
        plate.advise([of])
        image = plate.grab().toImage()
        return image.copy(0, 0, image.height(), image.height())

    assert all(sign(name) != sign(other) for other in ALL if other != name)


@pytest.mark.parametrize("room", [700, 420, 320])
def test_words_take_another_line_where_they_must(plate: AdvicePlate, room: int) -> None:
    plate.apply_metrics(measure(1080, 1920, 2.7), room)
    plate.advise(ALL)

    assert plate.width() <= room + 2
    font = QFontMetrics(sans(plate._text_px))
    for lines in plate._rows():
        assert not any(line.endswith("…") for line in lines)
        widest = max(font.horizontalAdvance(line) for line in lines)
        assert plate._words_left_px() + widest <= plate.width()
