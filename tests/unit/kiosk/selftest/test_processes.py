"""Processes that the kiosk starts of itself."""

import sys
from pathlib import Path

import pytest

from kiosk import program
from kiosk.errors import KioskError
from kiosk.selftest.processes import check_measuring, check_probe


def test_qt_is_asked_in_a_process_of_its_own(tmp_path: Path) -> None:
    assert "offscreen" in check_probe(tmp_path)


def test_the_processor_is_measured_in_one(tmp_path: Path) -> None:
    assert check_measuring(tmp_path).endswith(" ms")


def test_one_that_fails_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = [sys.executable, "-c", "raise SystemExit('no plugin')"]
    monkeypatch.setattr(program, "command", lambda *_: failing)
    with pytest.raises(KioskError, match=r"Qt does not start\. no plugin"):
        check_probe(tmp_path)
