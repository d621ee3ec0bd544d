import shutil

import numpy as np
import pytest
from PySide6.QtCore import QObject

import kiosk.visit.recovery
from kiosk.easel import Easel
from kiosk.failures import ErrorKind
from kiosk.flow import State
from kiosk.packs.library import open_library
from kiosk.tasks import Tasks
from kiosk.visit.recovery import (
    FIRST_TRY_S,
    LONGEST_WAIT_S,
    LOOK_EVERY_S,
    TRUSTED_AFTER_S,
    Delays,
    RecoveryWatch,
    check_any,
    source_trouble,
)
from pipeline.errors import EngineError, ModelError
from pipeline.images import write_image
from pipeline.sources.cameras import Camera

CAMERAS = [Camera(0, "Front"), Camera(2, "Logitech Brio")]
OTHERS = set(State) - {State.ATTRACT, State.OUT_OF_ORDER, State.STAFF}


class World:
    """What the watch looks at, and when."""

    def __init__(self):
        self.now_s, self.trouble, self.error = 100.0, "", None
        self.looks = self.checks = 0

    def clock(self):
        return self.now_s

    def source(self):
        self.looks += 1
        return self.trouble

    def check(self):
        self.checks += 1
        if self.error is not None:
            raise self.error


@pytest.fixture
def world():
    return World()


@pytest.fixture
def watch(qapp, world, qtbot):
    parent, tasks = QObject(), Tasks()
    watch = RecoveryWatch(world.source, world.check, tasks, parent, world.clock)

    def settle():
        qtbot.waitUntil(lambda: not watch._looking)

    watch.settle = settle
    yield watch
    tasks.close()


def waits_of(delays, failures, step_s=0.5):
    """How long it takes from each failure to the next try, each try failing."""
    now_s, waits = 0.0, []
    for _ in range(failures):
        delays.fail(now_s)
        began_s = now_s
        while not delays.due(now_s):
            now_s += step_s
        waits.append(now_s - began_s)
    return waits


def test_tries_come_at_growing_distances_but_never_end():
    waits = waits_of(Delays(), 9)
    assert waits[:3] == [FIRST_TRY_S, 2 * FIRST_TRY_S, 4 * FIRST_TRY_S]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT_S


def test_after_a_good_while_the_first_delay_counts_again():
    delays = Delays()
    waits_of(delays, 3)
    later_s = 10_000.0
    delays.fail(later_s)
    assert not delays.due(later_s + FIRST_TRY_S - 0.1)
    assert delays.due(later_s + FIRST_TRY_S)


def test_a_failure_soon_after_a_recovery_is_met_with_a_longer_delay():
    delays = Delays()
    delays.fail(0.0)
    assert delays.due(FIRST_TRY_S)
    soon_s = FIRST_TRY_S + TRUSTED_AFTER_S / 2
    delays.fail(soon_s)
    assert not delays.due(soon_s + FIRST_TRY_S)


def test_between_visits_the_source_alone_is_looked_for(watch, world, qtbot):
    world.now_s += LOOK_EVERY_S - 0.1
    watch.look(State.ATTRACT)
    assert not watch._looking
    world.now_s += 0.1
    with qtbot.assertNotEmitted(watch.found_trouble):
        watch.look(State.ATTRACT)
        watch.look(State.ATTRACT)
        watch.settle()
    assert (world.looks, world.checks) == (1, 0)


def test_a_missing_source_is_told(watch, world, qtbot):
    world.trouble = "The camera is not connected."
    world.now_s += LOOK_EVERY_S
    with qtbot.waitSignal(watch.found_trouble) as told:
        watch.look(State.ATTRACT)
    assert told.args == ["The camera is not connected.", ErrorKind.CAMERA]


@pytest.mark.parametrize("state", sorted(OTHERS))
def test_nobody_is_disturbed(watch, world, state):
    world.now_s += 3600.0
    watch.look(state)
    assert not watch._looking


def test_what_staff_leave_is_tried_at_once(watch, world, qtbot):
    for _ in range(5):
        watch.fail()
    watch.hasten()
    with qtbot.waitSignal(watch.recovered):
        watch.look(State.OUT_OF_ORDER)


@pytest.mark.parametrize("state", [State.ATTRACT, State.STAFF])
def test_a_source_that_is_there_is_told_too(watch, world, qtbot, state):
    world.now_s += LOOK_EVERY_S
    with qtbot.waitSignal(watch.found_source):
        watch.look(state)


def test_it_recovers_once_source_and_engine_are_well(watch, world, qtbot):
    watch.fail()
    world.now_s += FIRST_TRY_S
    world.trouble = "The camera is not connected."
    with qtbot.assertNotEmitted(watch.recovered):
        watch.look(State.OUT_OF_ORDER)
        watch.settle()
    assert world.checks == 0

    world.trouble, world.error = "", ModelError("The model is damaged.")
    world.now_s += 2 * FIRST_TRY_S
    with qtbot.assertNotEmitted(watch.recovered):
        watch.look(State.OUT_OF_ORDER)
        watch.settle()
    assert world.checks == 1

    world.error = None
    world.now_s += 4 * FIRST_TRY_S
    with qtbot.waitSignal(watch.recovered):
        watch.look(State.OUT_OF_ORDER)


def test_a_look_that_breaks_is_a_trouble_and_not_the_end_of_looking(
    watch, world, qtbot, monkeypatch
):
    def broken():
        raise RuntimeError("on fire")

    monkeypatch.setattr(watch, "_source_trouble", broken)
    world.now_s += LOOK_EVERY_S
    with qtbot.waitSignal(watch.found_trouble) as told:
        watch.look(State.ATTRACT)
    assert "on fire" not in told.args[0]
    monkeypatch.setattr(watch, "_source_trouble", world.source)
    world.now_s += LOOK_EVERY_S
    watch.look(State.ATTRACT)
    watch.settle()
    assert world.looks == 1


@pytest.mark.parametrize(
    ("missed", "cameras", "listed", "told"),
    [
        (True, CAMERAS, True, 1),
        (True, [], True, 0),
        (True, CAMERAS, False, 0),
        (False, CAMERAS, True, 0),
    ],
)
def test_a_camera_that_comes_later_is_found(
    watch, world, monkeypatch, qtbot, missed, cameras, listed, told
):
    monkeypatch.setattr(kiosk.visit.recovery, "known_cameras", lambda: cameras)
    monkeypatch.setattr(kiosk.visit.recovery, "cameras_are_listed", lambda: listed)
    monkeypatch.setattr(watch, "_camera_missed", lambda: missed)
    found = []
    watch.camera_found.connect(lambda: found.append("found"))
    for state in (State.STAFF, State.ATTRACT):
        world.now_s += LOOK_EVERY_S
        watch.look(state)
        watch.settle()
    done = []
    watch._tasks.run(lambda: True, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert len(found) == told


WALL = np.full((300, 200, 3), 99, np.uint8)


@pytest.fixture
def damaged(sitters, tmp_path):
    """A pack of two whose first painting shows nobody."""
    packs = tmp_path / "packs"
    shutil.copytree(sitters, packs)
    write_image(packs / "pack" / "lady.png", WALL)
    return packs


def test_one_damaged_painting_does_not_keep_the_kiosk_out_of_order(damaged):
    paintings = open_library(damaged).paintings
    easel = Easel()
    with pytest.raises(EngineError):
        easel.check(paintings[0])
    check_any(easel, paintings)


def test_when_no_painting_can_be_used_the_first_ones_trouble_is_told(damaged):
    (damaged / "pack" / "lord.png").write_text("no picture")
    with pytest.raises(EngineError, match="face"):
        check_any(Easel(), open_library(damaged).paintings)


@pytest.mark.parametrize(
    ("spec", "cameras", "well"),
    [
        ("demo", [], True),
        (None, CAMERAS, True),
        (None, [], False),
        ("camera", CAMERAS, True),
        ("camera", [], False),
        ("camera:2", CAMERAS, True),
        ("camera:1", CAMERAS, False),
        ("camera:Brio", CAMERAS, True),
        (" Camera : brio ", CAMERAS, True),
        ("camera:Nobody", CAMERAS, False),
        ("no-film.mp4", CAMERAS, False),
    ],
)
def test_a_source_is_looked_for_without_touching_it(monkeypatch, spec, cameras, well):
    monkeypatch.setattr(kiosk.visit.recovery, "known_cameras", lambda: cameras)
    trouble = source_trouble(spec, "any")
    assert (trouble == "") is well
    assert well or trouble.endswith(".")


def test_a_film_that_is_there_is_no_trouble(tmp_path):
    film = tmp_path / "film.mp4"
    film.touch()
    assert source_trouble(str(film), "any") == ""
