import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from kiosk.log import PlainFormatter
from kiosk.trouble import TroubleWatch
from pipeline.status import State, Status
from pipeline.types import SourceInfo


class FakeBridge:
    """Says what it is told to say."""

    def __init__(self) -> None:
        self.state = State.RUNNING
        self.kind = "camera"
        self.alone_s = 0.0
        self.notice = ""
        self.restarts = 0

    @property
    def status(self) -> Status:
        info = SourceInfo(self.kind, "Front", (640, 480), 30.0)
        error = "holiday.mp4 broke"
        return Status(self.state, info, error=error, notice=self.notice)

    def faceless_s(self) -> float:
        return self.alone_s

    def restart(self) -> None:
        self.restarts += 1


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


def test_all_is_well(watch: TroubleWatch) -> None:
    trouble = watch.look()

    assert (trouble.notice, trouble.hint, trouble.busy) == ("", "", False)


def test_nobody_there_is_a_hint_after_a_while(
    watch: TroubleWatch, bridge: FakeBridge
) -> None:
    bridge.alone_s = 0.5
    assert watch.look().hint == ""

    bridge.alone_s = 2.0
    assert "in front of the camera" in watch.look().hint
    assert watch.look().notice == ""


@pytest.mark.parametrize(
    ("kind", "word"),
    [("camera", "camera"), ("clip", "film"), ("demo", "demonstration")],
)
def test_a_lost_source_is_said_in_its_own_words(
    watch: TroubleWatch, bridge: FakeBridge, kind: str, word: str
) -> None:
    bridge.state, bridge.kind, bridge.alone_s = State.WAITING_FOR_SOURCE, kind, 9.0

    trouble = watch.look()

    assert word in trouble.notice
    assert trouble.busy
    assert trouble.hint == ""


def test_a_black_camera_is_said_until_it_sees_again(
    watch: TroubleWatch, bridge: FakeBridge
) -> None:
    bridge.notice, bridge.alone_s = "The camera 'Front' sends black pictures.", 9.0
    trouble = watch.look()
    assert (trouble.notice, trouble.hint, trouble.busy) == (bridge.notice, "", False)

    bridge.notice = ""
    assert watch.look().notice == ""


def test_starting_asks_for_patience(watch: TroubleWatch, bridge: FakeBridge) -> None:
    bridge.state = State.STARTING
    assert watch.look().busy

    bridge.state = State.STOPPED
    assert watch.look().notice == ""


def test_a_failed_engine_is_restarted_with_growing_delays(
    watch: TroubleWatch, bridge: FakeBridge, clock: list[float]
) -> None:
    bridge.state = State.FAILED
    restarted_at = []
    for _ in range(400):
        before = bridge.restarts
        assert "Out of order" in watch.look().notice
        if bridge.restarts > before:
            restarted_at.append(clock[0])
        clock[0] += 0.5

    gaps = [b - a for a, b in itertools.pairwise(restarted_at)]
    assert gaps == sorted(gaps)
    assert gaps[0] >= 2.0
    assert max(gaps) <= 62.0


def test_the_log_hears_of_a_failure_but_of_no_file(
    watch: TroubleWatch, bridge: FakeBridge, caplog: pytest.LogCaptureFixture
) -> None:
    bridge.state, bridge.kind = State.FAILED, "clip"

    watch.look()

    (record,) = caplog.records
    assert record.fields == {"source": "clip"}
    assert "holiday" not in PlainFormatter().format(record)


def test_delays_are_short_again_after_a_recovery(
    watch: TroubleWatch, bridge: FakeBridge, clock: list[float]
) -> None:
    def seconds_to_restart() -> float:
        bridge.state, before, start_s = State.FAILED, bridge.restarts, clock[0]
        while bridge.restarts == before:
            watch.look()
            clock[0] += 0.5
        return clock[0] - start_s

    first = seconds_to_restart()
    second = seconds_to_restart()
    bridge.state = State.RUNNING
    watch.look()

    assert second > first
    assert seconds_to_restart() == first
