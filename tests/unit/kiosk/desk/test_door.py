"""PINs typed on the real pad, checked by the real store."""

import pytest
from PySide6.QtCore import QObject

from kiosk.desk.door import Door
from kiosk.screens.pin import PinScreen
from kiosk.screens.setup import SetupScreen
from kiosk.staff.facts import Rank
from kiosk.staff.pins import FIRST_WAIT_S, FREE_TRIES, PinFlaw, PinStore
from kiosk.tasks import Tasks
from kiosk.widgets.pin_pad import DONE

OWNER, STAFF = "58261", "7034"
PATIENCE_MS = 5000


@pytest.fixture
def clock():
    return [5000.0]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "pins.json"


@pytest.fixture
def make_door(dressed, qtbot, path, clock):
    parent, tasks = QObject(), Tasks()

    def make():
        pins = PinStore(path, lambda: clock[0], lambda: clock[0])
        pin, setup = PinScreen(2.0), SetupScreen(2.0)
        for screen in (pin, setup):
            qtbot.addWidget(screen)
            screen.resize(540, 960)
        door = Door(pins, pin, setup, tasks, parent)
        door._wait.setInterval(10)
        door.pins, door.pin, door.setup, door.tasks = pins, pin, setup, tasks
        return door

    yield make
    tasks.close()


@pytest.fixture
def door(make_door, path, clock):
    pins = PinStore(path, lambda: clock[0], lambda: clock[0])
    pins.set_pin(Rank.OWNER, OWNER)
    pins.set_pin(Rank.STAFF, STAFF)
    door = make_door()
    door.pin.show()
    door.approach()
    return door


def type_pin(pad, pin):
    for digit in pin:
        pad.key(digit).click()
    pad.key(DONE).click()


def settle(door, qtbot):
    """Wait until everything that was asked for is done."""
    done = []
    door.tasks.run(lambda: True, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE_MS)


@pytest.mark.parametrize(("pin", "rank"), [(OWNER, Rank.OWNER), (STAFF, Rank.STAFF)])
def test_a_right_pin_opens_and_tells_whose_it_is(door, qtbot, pin, rank):
    with qtbot.waitSignal(door.opened, timeout=PATIENCE_MS) as told:
        type_pin(door.pin.pad, pin)
    assert told.args == [rank]


def test_a_wrong_pin_is_said_and_the_next_may_be_typed(door, qtbot, caplog):
    with qtbot.assertNotEmitted(door.opened):
        type_pin(door.pin.pad, "1111")
        settle(door, qtbot)
    assert "wrong" in door.pin._words.text().lower()
    assert door.pin.pad.isEnabled()
    assert "1111" not in caplog.text
    with qtbot.waitSignal(door.opened, timeout=PATIENCE_MS):
        type_pin(door.pin.pad, OWNER)


def test_after_some_wrong_ones_everybody_waits_and_then_not(door, qtbot, clock):
    for _ in range(FREE_TRIES):
        type_pin(door.pin.pad, "1111")
        settle(door, qtbot)
    assert not door.pin.pad.isEnabled()
    assert "6" in door.pin._words.text()
    clock[0] += FIRST_WAIT_S - 1.5
    qtbot.waitUntil(lambda: "2" in door.pin._words.text())
    clock[0] += 1.6
    qtbot.waitUntil(door.pin.pad.isEnabled)
    with qtbot.waitSignal(door.opened, timeout=PATIENCE_MS):
        type_pin(door.pin.pad, OWNER)


def test_going_away_and_coming_back_does_not_end_the_wait(door, qtbot):
    for _ in range(FREE_TRIES):
        type_pin(door.pin.pad, "1111")
        settle(door, qtbot)
    door.approach()
    assert not door.pin.pad.isEnabled()


def test_without_a_pin_the_door_is_closed_and_says_why(make_door):
    door = make_door()
    assert (door.ajar, door.guarded) == (True, False)
    door.approach()
    assert door.pin.pad.isHidden()
    assert "asks for it when it starts" in door.pin._words.text()


def test_a_damaged_file_closes_the_door_and_says_what_to_do(make_door, path):
    path.write_text("rubbish")
    door = make_door()
    assert (door.ajar, door.guarded) == (False, False)
    door.approach()
    assert door.pin.pad.isHidden()
    assert "Delete the file" in door.pin._words.text()


def test_the_first_pin_is_in_force_at_once(make_door, qtbot, path):
    door = make_door()
    door.setup.show()
    pad = door.setup.new_pin.pad
    with qtbot.waitSignal(door.set_up, timeout=PATIENCE_MS):
        type_pin(pad, OWNER)
        type_pin(pad, OWNER)
    assert (door.ajar, door.guarded) == (False, True)
    assert OWNER not in path.read_text(encoding="utf-8")
    door.approach()
    with qtbot.waitSignal(door.opened, timeout=PATIENCE_MS) as told:
        type_pin(door.pin.pad, OWNER)
    assert told.args == [Rank.OWNER]


def test_a_first_pin_that_anybody_would_try_is_refused_with_a_reason(make_door, qtbot):
    door = make_door()
    door.setup.show()
    with qtbot.assertNotEmitted(door.set_up):
        door.setup.pin_chosen.emit("1234")
        settle(door, qtbot)
    assert "Anybody would try" in door.setup.new_pin._refusal
    assert door.ajar


def test_a_first_pin_that_cannot_be_kept_is_said(make_door, qtbot, path):
    door = make_door()
    path.mkdir()
    with qtbot.assertNotEmitted(door.set_up):
        door.setup.pin_chosen.emit(OWNER)
        settle(door, qtbot)
    assert "cannot be kept" in door.setup.new_pin._refusal
    assert door.ajar


def test_nobody_sets_a_first_pin_where_there_is_one(door, qtbot):
    with qtbot.assertNotEmitted(door.set_up):
        door.setup.pin_chosen.emit("90817")
        settle(door, qtbot)
    assert door.pins.check("90817") is None
    assert door.pins.check(OWNER) is Rank.OWNER


def test_every_flaw_has_words(make_door):
    door = make_door()
    words = [door.words_for(flaw) for flaw in PinFlaw]
    assert all(words)
    assert len(set(words)) == len(words)


def test_a_pin_that_could_not_be_checked_opens_nothing(door, qtbot, monkeypatch):
    def broken(_pin):
        raise OSError("on fire")

    monkeypatch.setattr(door.pins, "check", broken)
    with qtbot.assertNotEmitted(door.opened):
        type_pin(door.pin.pad, OWNER)
        settle(door, qtbot)
    assert "wrong" in door.pin._words.text().lower()


def test_a_late_answer_opens_nothing_for_whoever_came_next(door, qtbot):
    opened = []
    door.opened.connect(opened.append)
    type_pin(door.pin.pad, OWNER)
    assert not door.pin.pad.isEnabled()

    door.approach()

    assert door.pin.pad.isEnabled()
    settle(door, qtbot)
    assert opened == []
