from pathlib import Path

from kiosk.staff.observed import Pace, free_bytes, pace_between
from pipeline.status import State, Status
from pipeline.timing import Percentiles
from pipeline.types import SourceInfo

WEBCAM = SourceInfo("camera", "Webcam", (1280, 720), 30.0)
RUNNING = Status(State.RUNNING, WEBCAM, latency_ms=Percentiles(18.0, 30.0))


def test_the_pace_is_measured_between_two_looks() -> None:
    before = Status(State.RUNNING, WEBCAM, 100, 90, 10)
    after = Status(State.RUNNING, WEBCAM, 160, 120, 40)

    assert pace_between(before, after, 2.0) == Pace(30.0, 15.0, 0.5)
    assert pace_between(before, before, 2.0) == Pace(0.0, 0.0, 0.0)


def test_there_is_no_pace_across_a_new_start() -> None:
    before = Status(State.RUNNING, WEBCAM, 100, 90, 10)

    assert pace_between(before, Status(State.RUNNING, WEBCAM, 3, 3), 2.0) is None
    assert pace_between(before, Status(State.STOPPED, WEBCAM, 160, 120), 2.0) is None
    assert pace_between(before, before, 0.0) is None


def test_free_space_is_told_even_of_a_folder_to_come(tmp_path: Path) -> None:
    assert (free_bytes(tmp_path / "not" / "yet") or 0) > 0
    assert free_bytes(Path("a\0b")) is None
