import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.rehearsal.figures import Figures


def test_a_few_visits_leave_nothing(
    capsys: pytest.CaptureFixture[str], own_logging: None
) -> None:
    wanted = "--visits 3 --seed 4 --speed 30 --size 540x960 --json"

    code = main(["simulate", *wanted.split()])

    told = json.loads(capsys.readouterr().out)
    assert told["visits"] >= 3
    ends = ("completed", "abandoned", "declined", "left", "failed")
    assert sum(told[name] for name in ends) == told["visits"]
    assert (told["wiped"], told["left_over"], told["out_of_order"]) == (3, 0, 0)
    assert code == (1 if told["errors"] else 0)
    assert told["rss_mb_end"] > 0.0
    assert 0.0 <= told["ui_stall_ms"]["p95"] <= told["ui_stall_ms"]["max"]


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["--visits", "0"],
        ["--visits", "many"],
        ["--visits", "5", "--speed", "0"],
        ["--visits", "5", "--speed", "nan"],
        ["--visits", "5", "--seed", "x"],
        ["--visits", "5", "--size", "1080"],
        ["--visits", "5", "--size", "9x9"],
    ],
)
def test_what_makes_no_sense_is_refused(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["simulate", *wrong])

    assert left.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_source_that_is_not_there_is_refused(
    capsys: pytest.CaptureFixture[str], own_logging: None
) -> None:
    assert main(["simulate", "--visits", "1", "--source", "no-film.mp4"]) == 2
    assert "no-film.mp4" in capsys.readouterr().err


def test_anything_that_went_wrong_is_not_good() -> None:
    assert Figures(visits=3, wiped=3).good
    for name in ("errors", "left_over", "out_of_order", "failed"):
        assert not Figures(**{name: 1}).good


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_an_interruption_leaves_no_folder(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kiosk", "simulate", "--visits", "9", "--speed", "30"],
        env=os.environ | {"TMPDIR": str(tmp_path)},
        cwd=Path(__file__).resolve().parents[4],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    deadline_s = time.monotonic() + 30.0
    while not list(tmp_path.glob("*/sessions.sqlite")):
        assert process.poll() is None
        assert time.monotonic() < deadline_s
        time.sleep(0.1)
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)

    assert process.wait(20.0) == 130
    assert list(tmp_path.iterdir()) == []
