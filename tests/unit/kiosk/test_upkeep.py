"""What is done now and then."""

import gc
import socket

import pytest
from PySide6.QtCore import QObject

from kiosk.upkeep import SETTLING_MS, Upkeep


@pytest.fixture
def parent(qapp):
    return QObject()


def test_the_collector_is_spared_once_everything_is_there(parent, qtbot):
    there = []
    upkeep = Upkeep(lambda: None, lambda: bool(there), parent)
    before = gc.get_freeze_count()
    upkeep.begin()
    qtbot.wait(2 * SETTLING_MS)
    assert gc.get_freeze_count() == before
    there.append(1)
    qtbot.waitUntil(lambda: gc.get_freeze_count() > before, timeout=8 * SETTLING_MS)
    upkeep.end()
    assert gc.get_freeze_count() == 0
    upkeep.end()


def test_it_beats_while_the_kiosk_stands_open(parent, qtbot, monkeypatch):
    monkeypatch.setattr("kiosk.upkeep.BEAT_S", 0.01)
    beats = []
    upkeep = Upkeep(lambda: beats.append(1), lambda: True, parent)
    qtbot.wait(50)
    assert not beats
    upkeep.begin()
    qtbot.waitUntil(lambda: len(beats) > 2, timeout=5000)
    upkeep.end()
    counted = len(beats)
    qtbot.wait(50)
    assert len(beats) == counted


def test_systemd_hears_that_it_is_ready_lives_and_stops(
    parent, qtbot, monkeypatch, tmp_path
):
    address = tmp_path / "notify"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ear:
        ear.bind(str(address))
        ear.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(address))
        monkeypatch.setenv("WATCHDOG_USEC", "60000")
        monkeypatch.delenv("WATCHDOG_PID", raising=False)
        upkeep = Upkeep(lambda: None, lambda: True, parent)
        upkeep.tell_ready()
        heard = []

        def hear():
            try:
                heard.append(ear.recv(200).decode())
            except BlockingIOError:
                return False
            return sum("WATCHDOG" in one for one in heard) > 1

        qtbot.waitUntil(hear, timeout=5000)
        upkeep.tell_stopping()
        qtbot.waitUntil(lambda: hear() or "STOPPING=1" in heard, timeout=5000)
        upkeep.end()
    assert "READY=1" in heard[0]
