"""The real ./start with a make-believe environment, so that nothing is installed."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="start.cmd is there")

# What stands in for the environment's Python: says how it was called.
PYTHON = """#!/bin/sh
echo "folder=$(pwd -P)"
echo "path=$PYTHONPATH"
echo "venv=${VIRTUAL_ENV:-none}"
for argument in "$@"; do echo "<$argument>"; done
exit 7
"""


@pytest.fixture
def project(tmp_path):
    """A copy of the start script, far from home, its environment ready."""
    folder = tmp_path / "a clone with späces"
    shutil.copytree(ROOT / "kiosk" / "launch", folder / "kiosk" / "launch")
    shutil.copy(ROOT / "kiosk" / "__init__.py", folder / "kiosk")
    shutil.copy(ROOT / "start", folder)
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(PYTHON)
    python.chmod(0o755)
    for kind, name in {
        "run": "requirements.lock",
        "dev": "requirements-dev.lock",
    }.items():
        (folder / name).write_text(kind)
        digest = hashlib.sha256(kind.encode()).hexdigest()
        (folder / ".venv" / f"installed-{kind}").write_text(digest)
    return folder


def start(project, *arguments, cwd=None, **variables):
    return subprocess.run(  # noqa: S603 (the script under test)
        [project / "start", *arguments],
        cwd=cwd or project,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_arguments_and_exit_code_go_through(project):
    done = start(project, "swap", "my photo.jpg", "$HOME", "*", "")
    assert done.returncode == 7
    assert done.stdout.splitlines()[3:] == [
        *("<-s>", "<-m>", "<kiosk>"),
        *("<swap>", "<my photo.jpg>", "<$HOME>", "<*>", "<>"),
    ]
    assert done.stderr == ""


def test_files_are_named_from_where_the_user_is(project, tmp_path):
    done = start(project, "swap", cwd=tmp_path)
    assert f"folder={tmp_path}" in done.stdout


def test_tests_run_in_the_project(project, tmp_path):
    done = start(project, "test", "-x", cwd=tmp_path)
    assert f"folder={project}" in done.stdout
    assert done.stdout.splitlines()[-3:] == ["<-m>", "<pytest>", "<-x>"]


def test_another_environment_does_not_leak_in(project, tmp_path):
    (tmp_path / "kiosk.py").write_text("raise SystemExit('the wrong kiosk')")
    done = start(
        project,
        "swap",
        cwd=tmp_path,
        PYTHONPATH=str(tmp_path),
        PYTHONHOME="",
        VIRTUAL_ENV="/elsewhere",
    )
    assert f"path={project}\n" in done.stdout
    assert "venv=none" in done.stdout


def test_it_may_be_started_through_a_link(project, tmp_path):
    link = tmp_path / "bin" / "vernissage"
    link.parent.mkdir()
    link.symlink_to(project / "start")
    done = subprocess.run([link, "swap"], capture_output=True, text=True, check=False)  # noqa: S603 (the script under test)
    assert f"path={project}\n" in done.stdout


def test_it_works_without_a_home(project):
    assert start(project, "swap", HOME="/nonexistent").returncode == 7


def test_a_computer_without_python_gets_advice(project, tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("dirname", "readlink", "cat", "sh"):
        (tools / name).symlink_to(shutil.which(name))
    done = start(project, "swap", PATH=str(tools))
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert "apt-get install python3" in done.stderr


def test_an_old_python_is_passed_over(project, tmp_path):
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("dirname", "readlink", "cat", "sh"):
        (tools / name).symlink_to(shutil.which(name))
    old = tools / "python3.13"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    (tools / "python3").symlink_to(sys.executable)
    assert start(project, "swap", PATH=f"{tools}:/usr/bin:/bin").returncode == 7


def test_help_is_told_without_an_environment(project):
    shutil.rmtree(project / ".venv")
    done = start(project, "--help")
    assert done.returncode == 0
    assert "./start test" in done.stdout
    assert not (project / ".venv").exists()
