"""Portraits that are kept, from the real screen to a service on this computer."""

import pytest

from kiosk.flow import State
from kiosk.handover.progress import Progress
from kiosk.handover.sealing import picture_id
from kiosk.rehearsal.loopback import GOOD_MOOD, Mood
from tests.visiting import says


def test_the_screen_says_how_far_the_picture_has_come(house, service):
    screen = house.stage.handover
    house.meet(service)
    service.mood = Mood(reachable=False)
    house.go(State.HANDOVER)
    token = house.controller.visitor.token
    assert says(screen, "on its way")
    house.until(lambda: house.dispatch.progress is Progress.DELAYED)
    house.wait(0.1)
    assert says(screen, "No connection just now")

    service.mood = GOOD_MOOD
    house.dispatch.wake()
    house.until(lambda: house.dispatch.progress is Progress.READY)
    house.wait(0.1)
    assert says(screen, "ready")
    service.fetch(picture_id(token))
    house.until(lambda: house.dispatch.progress is Progress.FETCHED)
    house.wait(0.1)
    assert says(screen, "is on your phone")
    screen.done.click()
    assert says(house.stage.thanks, "nothing of you remains")


def test_a_picture_that_cannot_be_sent_is_not_promised_any_longer(house, service):
    house.meet(service)
    service.key = "another"
    house.go(State.HANDOVER)
    house.until(lambda: house.dispatch.progress is Progress.LOST)
    house.wait(0.1)

    screen = house.stage.handover
    assert says(screen, "could not be sent")
    assert not screen.code
    assert screen.qr.modules == 0
    assert not screen.picture.picture_rect().isEmpty()
    screen.done.click()
    house.wait(6.1)
    house.go(State.HANDOVER)
    assert says(screen, "cannot send pictures")


@pytest.mark.parametrize("reachable", [True, False])
def test_delete_my_picture_deletes_it_everywhere(house, service, reachable):
    house.meet(service)
    house.go(State.HANDOVER)
    token = house.controller.visitor.token
    house.until(lambda: house.dispatch.progress is Progress.READY)
    if not reachable:
        service.mood = Mood(reachable=False)
        house.dispatch._courier._introduce_s = 0.0
        house.dispatch.wake()
        house.until(lambda: house.dispatch.standing.trouble)
    house.stage.handover.delete.click()

    assert says(house.stage.thanks, "Your picture is deleted.")
    assert says(house.stage.thanks, "as soon as there is a connection") != reachable
    service.mood = GOOD_MOOD
    house.dispatch.wake()
    house.until(lambda: service.states[picture_id(token)] == "deleted")
    assert not service.pictures
    assert not list(house.folder.rglob("*.sealed"))
    assert house.left() == []
