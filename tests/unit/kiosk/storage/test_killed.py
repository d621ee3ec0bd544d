"""A kiosk whose plug is pulled, again and again, at any moment."""

import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from kiosk.storage.database import FILE_NAME
from kiosk.storage.recorder import SessionLog

ROOT = Path(__file__).parents[4]
KILLS = 12
MOST_KILLS = 120
"""A busy machine needs more, until as many visits as kills are written."""
LONGEST_LIFE_S = 0.12
VISITS = """
import sys
from pathlib import Path
from kiosk.storage.recorder import SessionLog
log = SessionLog(Path(sys.argv[1]), engine="mesh", kiosk_version="1")
print("ready", flush=True)
while True:
    log.begin("en")
    for step in ("consent", "choose", "live", "result"):
        log.note(step, "museum/lady")
    log.end("completed")
    if log.flush(5.0):
        print("written", flush=True)
"""


def _live_and_die(folder: Path, life_s: float) -> int:
    """Run a kiosk, kill it, and say how many visits it knew to be written."""
    command = [sys.executable, "-c", VISITS, str(folder)]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as kiosk:
        assert kiosk.stdout is not None
        assert kiosk.stdout.readline() == "ready\n"
        time.sleep(life_s)
        kiosk.kill()
        return kiosk.stdout.read().count("written\n")


def test_a_log_survives_being_killed_at_any_moment(
    tmp_path: Path, make_log: Callable[..., SessionLog]
) -> None:
    chance = random.Random(3)  # noqa: S311 - no secret
    folder = tmp_path / "data"
    written = kills = 0
    while kills < KILLS or written <= KILLS:
        assert kills < MOST_KILLS, "it writes nothing"
        written += _live_and_die(folder, chance.uniform(0.0, LONGEST_LIFE_S))
        kills += 1
    make_log(folder=folder).close()

    with closing(sqlite3.connect(folder / FILE_NAME)) as database:
        ask = database.execute
        assert ask("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert ask("PRAGMA foreign_key_check").fetchall() == []
        outcomes = dict(ask("SELECT outcome, count(*) FROM sessions GROUP BY outcome"))
        whole = ask(
            "SELECT count(*) FROM sessions WHERE outcome = 'completed' AND"
            " (SELECT group_concat(step) FROM steps WHERE session = number)"
            " = 'consent,choose,live,result'"
        ).fetchone()[0]
    assert set(outcomes) <= {"completed", "interrupted"}
    assert whole == outcomes["completed"] >= written
    assert outcomes.get("interrupted", 0) <= kills
    assert not list(folder.glob("*set-aside*"))
