from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from kiosk.trouble import LOST_AT_MOST_S, STARTING_AT_MOST_S, Trouble, TroubleWatch
from pipeline.status import State, Status
from pipeline.types import SourceInfo


class FakeBridge:
    """Says what it is told to say."""

    def __init__(self) -> None:
        self.state = State.RUNNING
        self.error = "Front is gone."
        self.notice = ""

    @property
    def status(self) -> Status:
        info = SourceInfo("camera", "Front", (640, 480), 30.0)
        return Status(self.state, info, error=self.error, notice=self.notice)


@pytest.fixture
def bridge() -> FakeBridge:
    return FakeBridge()


@pytest.fixture
def clock() -> list[float]:
    return [100.0]


@pytest.fixture
def watch(bridge: FakeBridge, clock: list[float], qapp) -> Iterator[TroubleWatch]:
    parent = QObject()
    yield TroubleWatch(bridge, parent, lambda: clock[0])
    parent.deleteLater()


@pytest.mark.parametrize("state", [State.RUNNING, State.STOPPED])
def test_all_is_well(watch: TroubleWatch, bridge: FakeBridge, state: State) -> None:
    bridge.state = state
    assert watch.look() == Trouble()


def test_a_lost_camera_is_waited_for_and_then_given_up(
    watch: TroubleWatch, bridge: FakeBridge, clock: list[float]
) -> None:
    bridge.state = State.WAITING_FOR_SOURCE
    trouble = watch.look()
    assert "camera" in trouble.notice
    assert (trouble.busy, trouble.failure) == (True, "")

    clock[0] += LOST_AT_MOST_S
    assert watch.look().failure == ""
    clock[0] += 0.1
    assert watch.look().failure == "Front is gone."


def test_a_camera_that_came_back_is_waited_for_anew(
    watch: TroubleWatch, bridge: FakeBridge, clock: list[float]
) -> None:
    bridge.state = State.WAITING_FOR_SOURCE
    watch.look()
    clock[0] += LOST_AT_MOST_S - 1.0
    bridge.state = State.RUNNING
    assert watch.look() == Trouble()
    bridge.state = State.WAITING_FOR_SOURCE
    watch.look()
    clock[0] += LOST_AT_MOST_S - 1.0
    assert watch.look().failure == ""


@pytest.mark.parametrize("state", [State.WAITING_FOR_SOURCE, State.STARTING])
def test_what_one_visitor_waited_is_not_held_against_the_next(
    watch: TroubleWatch, bridge: FakeBridge, clock: list[float], state: State
) -> None:
    bridge.state = state
    watch.look()
    clock[0] += 600.0

    watch.begin()

    assert watch.look().failure == ""
    clock[0] += STARTING_AT_MOST_S + 0.1
    assert watch.look().failure != ""


def test_starting_asks_for_patience_but_not_for_ever(
    watch: TroubleWatch, bridge: FakeBridge, clock: list[float]
) -> None:
    bridge.state = State.STARTING
    trouble = watch.look()
    assert trouble.notice
    assert trouble.busy

    clock[0] += STARTING_AT_MOST_S + 0.1
    assert watch.look().failure == "Front is gone."


def test_a_failed_engine_is_a_failure_at_once(
    watch: TroubleWatch, bridge: FakeBridge
) -> None:
    bridge.state, bridge.error = State.FAILED, "The model broke."
    assert watch.look() == Trouble(failure="The model broke.")


@pytest.mark.parametrize(
    ("state", "after_s"),
    [
        (State.FAILED, 0.0),
        (State.WAITING_FOR_SOURCE, LOST_AT_MOST_S + 0.1),
        (State.STARTING, STARTING_AT_MOST_S + 0.1),
    ],
)
def test_a_failure_without_words_still_has_some(
    watch: TroubleWatch,
    bridge: FakeBridge,
    clock: list[float],
    state: State,
    after_s: float,
) -> None:
    bridge.state, bridge.error = state, ""
    watch.look()
    clock[0] += after_s
    assert watch.look().failure.endswith(".")


def test_a_black_camera_is_said_until_it_sees_again(
    watch: TroubleWatch, bridge: FakeBridge
) -> None:
    bridge.notice = "The camera 'Front' sends black pictures."
    trouble = watch.look()
    assert "tell the staff" in trouble.notice
    assert "Front" not in trouble.notice
    assert (trouble.busy, trouble.failure) == (False, "")

    bridge.notice = ""
    assert watch.look() == Trouble()
