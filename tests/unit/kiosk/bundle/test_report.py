"""Size and start of a built program are measured."""

import json
import os
from pathlib import Path

import pytest

from kiosk.bundle.report import measure


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Answers as the built program does."""
    if os.name == "nt":
        pytest.skip("needs a shell script")
    told = json.dumps({"took_s": 2.5, "whole": False})
    program = tmp_path / "kiosk"
    program.write_text(f"#!/bin/sh\n[ $1 = selftest ] && echo '{told}'\nexit 0\n")
    program.chmod(0o755)
    inside = tmp_path / "_internal" / "library"
    inside.mkdir(parents=True)
    (inside / "large.so").write_bytes(b"\0" * 3_000_000)
    return program


def test_it_is_measured(program: Path) -> None:
    report = measure(program, selftest=True)

    assert report.files == 2
    assert report.size_mb == pytest.approx(3.0, abs=0.1)
    assert report.largest_mb == {"library": 3.0}
    assert report.warm_s > 0.0
    assert (report.selftest_s, report.whole) == (2.5, False)
    lines = "\n".join(report.lines())
    assert "NOT WHOLE" in lines
    assert "library" in lines


def test_the_selftest_is_run_only_if_asked_for(program: Path) -> None:
    report = measure(program, selftest=False)
    assert report.selftest_s is None
    assert report.whole
