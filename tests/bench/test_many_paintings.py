"""What 500 paintings cost, beside the seven that came with the kiosk."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.bench
def test_many_paintings(tmp_path: Path) -> None:
    few, many = (_figures(tmp_path, count) for count in (0, 500))
    for name in few:
        sys.stdout.write(f"{name:20}{few[name]:10.2f}{many[name]:10.2f}\n")

    assert many["start_ms"] - few["start_ms"] < 500.0
    assert many["memory_mb"] - few["memory_mb"] < 150.0
    assert many["turn_work_p95_ms"] < 1000.0 / 60.0
    assert many["turn_fps"] >= 60.0
    assert many["turn_left_out"] < 0.05
    assert many["scroll_work_p95_ms"] < 1000.0 / 60.0
    assert many["switch_ms"] < 150.0


def _figures(folder: Path, count: int) -> dict[str, float]:
    done = subprocess.run(  # noqa: S603 (our own module)
        [sys.executable, "-m", "tests.bench.many_paintings", str(folder), str(count)],
        cwd=PROJECT,
        env={**os.environ, "VERNISSAGE_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        check=True,
        timeout=900,
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures
