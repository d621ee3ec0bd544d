"""Which painting is touched, on the real screens with the real engine."""

from dataclasses import replace

from kiosk.flow import Event, State
from kiosk.packs.library import Library
from tests.visiting import IDLE_S


def test_a_card_touched_too_late_changes_nothing(house):
    house.stage.choose.painting_chosen.emit("pack/lord")
    assert house.state is State.ATTRACT
    assert house.controller.visitor.painting is None
    assert house.hanging.wanted.key == "pack/lady"


def mark_lord(house, age=16):
    """Give one of the two paintings an age note, as its pack would."""
    pack = house.library.packs[0]
    marked = tuple(
        replace(one, from_age=age) if one.id == "lord" else one
        for one in pack.paintings
    )
    house.exhibition.restock(Library((replace(pack, paintings=marked),)))
    house.controller.arrange()


def test_a_painting_with_an_age_note_asks_before_anybody_is_in_it(house):
    mark_lord(house)
    house.agree()
    house.stage.choose.painting_chosen.emit("pack/lord")
    assert house.state is State.AGE
    assert house.hanging.wanted.key == "pack/lady"
    house.stage.age.other.click()
    assert house.state is State.CHOOSE
    assert house.controller.visitor.painting is None
    house.stage.choose.painting_chosen.emit("pack/lord")
    house.stage.age.confirm.click()
    assert house.state is State.LIVE
    assert house.controller.visitor.painting.key == "pack/lord"
    house.stage.live.painting_chosen.emit("pack/lady")
    house.stage.live.painting_chosen.emit("pack/lord")
    assert (house.state, house.hanging.wanted.key) == (State.LIVE, "pack/lord")
    house.controller.handle(Event.LEFT)
    assert house.controller.visitor.least_age == 0
    assert house.hanging.wanted.key == "pack/lady"


def test_nobody_swipes_into_a_painting_with_an_age_note(house):
    mark_lord(house)
    house.live("pack/lady")
    house.stage.live.stepped.emit(1)
    assert house.hanging.wanted.key == "pack/lady"
    house.stage.live.painting_chosen.emit("pack/lord")
    assert house.state is State.AGE
    assert house.stage.live.gallery.chosen == "pack/lady"
    assert house.stage.live.view.picture_rect().isEmpty()
    house.stage.age.confirm.click()
    house.stage.live.stepped.emit(1)
    house.stage.live.stepped.emit(1)
    assert house.hanging.wanted.key == "pack/lord"


def test_a_card_with_an_age_note_waits_until_the_count_is_over(house):
    mark_lord(house)
    house.live("pack/lady")
    house.count()
    house.stage.live.painting_chosen.emit("pack/lord")
    assert house.state is State.COUNTDOWN
    assert house.hanging.wanted.key == "pack/lady"
    assert house.stage.live.gallery.chosen == "pack/lady"


def test_who_walks_away_from_the_question_of_age_is_forgotten(house):
    mark_lord(house)
    house.agree()
    house.stage.choose.painting_chosen.emit("pack/lord")
    house.wait(IDLE_S + 0.1)
    assert house.state is State.ATTRACT
    assert house.left() == []
