"""The program calls itself in the same way, from source and built."""

import subprocess
import sys
from pathlib import Path

import pytest

import kiosk
from kiosk import program

KIOSK = Path(kiosk.__file__).parent


def test_it_calls_itself_from_source(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 (ourselves)
        program.command("--version"),
        cwd=program.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == f"Vernissage {kiosk.__version__}\n"
    assert not program.is_built()


def test_it_calls_itself_where_it_is_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/vernissage/kiosk")

    assert program.is_built()
    assert program.command("bot", "run") == ["/opt/vernissage/kiosk", "bot", "run"]


def test_what_came_with_it_is_found() -> None:
    assert program.shipped("assets/fonts").is_dir()
    assert program.shipped("POLICY.md").is_file()


def test_nothing_else_knows_how_it_was_built() -> None:
    """One place tells: others would be forgotten when it changes."""
    tells = ("_MEIPASS", '"frozen"', '"-m", "kiosk')
    knowing = {
        path.relative_to(KIOSK).as_posix()
        for path in KIOSK.rglob("*.py")
        if any(word in path.read_text(encoding="utf-8") for word in tells)
    }

    assert knowing == {"launch/start.py", "program.py"}
