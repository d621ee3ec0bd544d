"""Visits that end in the middle: the power is cut at random, and nothing may be left.

``CRASHES=70 ./start test -m bench tests/bench/test_crashes.py -s`` takes half an hour
or more, with about three visits each; without the variable there are three crashes.
"""

import contextlib
import os
import random
import re
import sqlite3
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.privacy.audit import audit
from kiosk.privacy.places import Folders
from kiosk.privacy.purge import purge
from kiosk.privacy.regions import Retention
from kiosk.rehearsal.outcomes import outcomes_in
from kiosk.storage.database import FILE_NAME

ROOT = Path(__file__).resolve().parents[2]
CRASHES = int(os.environ.get("CRASHES", "3"))
PATIENCE_S, LONGEST_S = 120.0, 20.0
PICTURE = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff[\xdb\xe0-\xef]|RIFF....WEBP", re.S
)
KEEP = Retention(log_days=30, sessions_days=365)


def crash_in_a_visit(home: Path, whims: random.Random) -> Path:
    """Let visitors come, and end the process by force somewhere in a visit.

    Returns:
        The folder with what it has written.
    """
    environ = os.environ | {"TMPDIR": str(home), "QT_QPA_PLATFORM": "offscreen"}
    seed = str(whims.randrange(10**6))
    command = [sys.executable, "-m", "kiosk", "simulate", "--visits", "1000"]
    kiosk = subprocess.Popen(  # noqa: S603 (our own program)
        [*command, "--seed", seed, "--speed", "10"],
        env=environ,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until_s = time.monotonic() + PATIENCE_S
    while not visited(home):
        assert time.monotonic() < until_s
        time.sleep(0.5)
    time.sleep(whims.uniform(0.0, LONGEST_S))
    kiosk.kill()
    kiosk.wait()
    return next(path for path in home.iterdir() if path.is_dir())


def visited(home: Path) -> int:
    """How many visits the kiosk in a folder has noted."""
    logs = home.glob(f"*/{FILE_NAME}")
    with contextlib.suppress(sqlite3.Error):  # it is just being made
        return sum(sum(outcomes_in(log.parent).values()) for log in logs)
    return 0


@pytest.mark.bench
def test_after_crashes_nothing_is_too_old_and_no_picture_is_left(
    tmp_path: Path,
) -> None:
    whims, visits = random.Random(26), 0  # noqa: S311 (no secret)
    for number in range(CRASHES):
        home = tmp_path / str(number)
        home.mkdir()
        data = crash_in_a_visit(home, whims)

        folders = Folders(home / "none", data, home / "none", home / "none")
        visits += visited(home)
        now = datetime.now(UTC)
        purge(folders, KEEP, now)
        assert [one for one in audit(folders, KEEP, now) if one.wrong] == []
        for path in data.rglob("*"):
            if path.is_file() and "outbox" not in path.parts:
                assert PICTURE.search(path.read_bytes()) is None, path
                assert path.stat().st_size < 2_000_000, path
    print(f"{visits} visits, {CRASHES} of them cut off")  # noqa: T201 (a bench tells)
