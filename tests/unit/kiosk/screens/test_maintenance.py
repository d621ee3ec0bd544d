import pytest
from pytestqt.qtbot import QtBot

from kiosk.screens.maintenance import MaintenanceScreen
from kiosk.widgets.empty_frame import STILL_STRENGTH


@pytest.fixture
def screen(dressed, qtbot: QtBot) -> MaintenanceScreen:
    screen = MaintenanceScreen(2.7)
    qtbot.addWidget(screen)
    screen.resize(1080, 1920)
    screen.show()
    return screen


def test_says_that_it_is_looked_after(screen: MaintenanceScreen) -> None:
    assert screen.heading.text() == "This kiosk is being looked after."
    assert screen.promise.text() == "It will be open again soon."


def test_says_the_venues_words(screen: MaintenanceScreen) -> None:
    screen.show_words("Back at three.")

    assert screen.heading.text() == "Back at three."


def test_with_reduced_motion_it_is_still(screen: MaintenanceScreen) -> None:
    screen.set_reduced_motion(reduced=True)

    assert screen._frame.strength() == STILL_STRENGTH
