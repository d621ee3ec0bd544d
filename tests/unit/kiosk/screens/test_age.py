import pytest

from kiosk.screens.age import AgeScreen
from kiosk.widgets.card import CardText
from kiosk.widgets.fitted import FittedLabel

JUDITH = CardText("a/judith", "Judith", "", "", from_age=16)


@pytest.fixture
def screen(dressed, qtbot):
    made = AgeScreen(2.7)
    qtbot.addWidget(made)
    made.resize(1080, 1920)
    made.show_painting(JUDITH)
    made.show()
    return made


def test_it_asks_for_the_age_of_the_painting(screen):
    words = [label.text() for label in screen.findChildren(FittedLabel)]
    assert "Judith" in words
    assert any("from the age of 16" in said.replace("\n", " ") for said in words)
    assert screen.confirm.text() == "I am 16 or older"


def test_both_answers_are_told_and_are_equally_large(screen, qtbot):
    with qtbot.waitSignal(screen.confirmed):
        screen.confirm.click()
    with qtbot.waitSignal(screen.other_pressed):
        screen.other.click()
    assert screen.confirm.size() == screen.other.size()
    assert not screen.confirm.geometry().intersects(screen.other.geometry())


def test_another_painting_asks_for_another_age(screen):
    screen.show_painting(CardText("a/b", "B", "", "", from_age=6))
    assert screen.confirm.text() == "I am 6 or older"
