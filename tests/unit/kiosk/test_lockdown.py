import logging
import threading
import time
from pathlib import Path

import pytest

from kiosk.lockdown import AwakeScreen


@pytest.fixture(autouse=True)
def _no_services(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let no screen saver of the person who runs the tests be found."""
    nobody = f"unix:path={tmp_path / 'nobody'}"
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", nobody)
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "yes")


def wait_for_a_record(caplog: pytest.LogCaptureFixture) -> logging.LogRecord:
    deadline_s = time.monotonic() + 10.0
    while not caplog.records:
        assert time.monotonic() < deadline_s
        time.sleep(0.01)
    return caplog.records[0]


def awake_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "awake"]


def test_where_nothing_answers_the_log_says_so_in_one_line(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    awake = AwakeScreen()
    awake.start()
    record = wait_for_a_record(caplog)
    awake.stop()

    assert "by hand" in record.getMessage()
    assert len(caplog.records) == 1
    assert awake_threads() == []


def test_where_a_service_answers_the_screen_is_kept_on(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WAKEPY_FORCE_FAILURE")
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")
    caplog.set_level(logging.INFO)
    awake = AwakeScreen()
    awake.start()
    record = wait_for_a_record(caplog)

    assert record.getMessage() == "the screen is kept on"
    assert len(awake_threads()) == 1
    awake.stop()
    assert awake_threads() == []


def test_starting_costs_the_gui_nothing() -> None:
    awake = AwakeScreen()
    started_s = time.monotonic()
    awake.start()
    passed_s = time.monotonic() - started_s
    awake.stop()

    assert passed_s < 0.05


def test_it_can_be_started_and_stopped_in_any_order() -> None:
    awake = AwakeScreen()
    awake.stop()
    awake.start()
    awake.start()
    assert len(awake_threads()) == 1
    awake.stop()
    awake.stop()
    awake.start()
    assert len(awake_threads()) == 1
    awake.stop()
    assert awake_threads() == []
