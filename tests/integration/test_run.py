"""The real program in a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.staff.facts import Rank
from kiosk.staff.pins import PinStore
from tests.sitters import write_sitters

PATIENCE_S = 15.0


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the program keeps everything."""
    return tmp_path / "home"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    folder = tmp_path / "packs"
    folder.mkdir()
    return write_sitters(folder)


def kiosk(home: Path, *arguments: str, **variables: str) -> subprocess.Popen[bytes]:
    """Start the program; without a PIN it is not locked."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "kiosk", *arguments],
        env={**os.environ, "VERNISSAGE_HOME": str(home), **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def until_open(process: subprocess.Popen[bytes], home: Path) -> Path:
    """Wait for the line in the log; returns the log's path."""
    deadline_s = time.monotonic() + PATIENCE_S
    while True:
        for log in home.rglob("vernissage.jsonl"):
            if "is open" in log.read_text(encoding="utf-8"):
                return log
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline_s
        time.sleep(0.05)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
@pytest.mark.parametrize("locked", [False, True])
def test_a_termination_closes_it_cleanly(packs: Path, home: Path, locked: bool) -> None:
    if locked:
        PinStore(home / "data" / "pins.json").set_pin(Rank.OWNER, "27493")
    picture = str(packs / "pack" / "lady.png")
    process = kiosk(home, "run", "--source", "demo", "--painting", picture)
    try:
        log = until_open(process, home)
        process.send_signal(signal.SIGTERM)
        output, _ = process.communicate(timeout=PATIENCE_S)
    finally:
        process.kill()

    assert process.returncode == 0
    assert output == b"", output.decode()
    lines = log.read_text(encoding="utf-8").splitlines()
    assert "is closed" in lines[-1]
    assert not [line for line in lines if json.loads(line).get("level") == "ERROR"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_it_opens_again_after_it_was_killed(packs: Path, home: Path) -> None:
    arguments = ("run", "--source", "demo", "--painting", str(packs / "pack/lady.png"))
    process = kiosk(home, *arguments)
    log = until_open(process, home)
    process.kill()
    process.communicate(timeout=PATIENCE_S)
    log.unlink()

    process = kiosk(home, *arguments)
    try:
        until_open(process, home)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE_S)
    finally:
        process.kill()
    assert process.returncode == 0


def test_wrong_settings_are_told_and_it_opens_all_the_same(
    packs: Path, home: Path
) -> None:
    process = kiosk(
        home,
        "run",
        "--source",
        "demo",
        VERNISSAGE_VISIT__COUNTDOWN_S="99",
        VERNISSAGE_VISIT__HINTS="two",
    )
    try:
        log = until_open(process, home)
        process.terminate()
        output, _ = process.communicate(timeout=PATIENCE_S)
    finally:
        process.kill()
    assert b"COUNTDOWN_S" in output
    assert b"HINTS" in output
    assert b"Traceback" not in output
    assert "health page" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["--source", "no-film.mp4"], b"no-film.mp4"),
        (["--painting", "pack/duke"], b"pack/duke"),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_line(
    home: Path, arguments: list[str], word: bytes
) -> None:
    process = kiosk(home, "run", "--source", "demo", *arguments)
    output, _ = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 2
    assert word in output
    assert output.count(b"\n") == 1
