"""What ``./start`` does: prepares the environment and runs a command in it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from kiosk.launch.environment import (
    Environment,
    EnvironmentFailedError,
    Kind,
    choose_environment,
)
from kiosk.launch.libraries import Need, advice, missing_libraries, screen_needs

HELP = """\
./start                open the kiosk
./start COMMAND ...    run another command of the kiosk, such as doctor or swap
./start test [ARGS]    run the tests; ARGS go to pytest
./start check          run the linters, the type checker and the import contracts
./start build [ARGS]   build the program for venues, which needs no Python
./start --help         say this and, once installed, list the kiosk's commands

The first start installs what is needed into the folder .venv: it takes a few minutes
and a network connection. Later starts need neither.
"""

_PROJECT = Path(__file__).resolve().parents[2]
_FAILED = 1
_FOR_DEVELOPERS = ("test", "check", "build")
_OFF_SCREEN = ("build", "pictures", "screenshots", "selftest", "simulate", "test")
_HELP_WORDS = ("-h", "--help", "help")
ALL_TESTS = ("-n", "logical", "--maxprocesses", "4", "--dist", "worksteal")
_CHECKS = (
    ["-m", "ruff", "check", "."],
    ["-m", "ruff", "format", "--check", "."],
    ["-m", "mypy"],
    ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
)


def main(arguments: Sequence[str], project: Path = _PROJECT) -> int:
    """Run one command; on most systems this process becomes that command.

    Args:
        arguments: What was given to ``./start``.
        project: Folder of the project.

    Returns:
        The exit code.
    """
    given = list(arguments) or ["run"]
    kind = Kind.DEV if given[0] in _FOR_DEVELOPERS else Kind.RUN
    try:
        environment = choose_environment(project, kind)
        if given[0] in _HELP_WORDS:
            return _help(environment)
        missing = missing_libraries(needs_of(given))
        if missing:
            _say(advice(missing))
            return _FAILED
        _prepare(environment, kind)
    except (EnvironmentFailedError, OSError) as error:
        _say(str(error))
        return _FAILED
    except KeyboardInterrupt:
        return 130
    if given[0] == "check":
        return max(_call(environment, step) for step in _CHECKS)
    if given[0] == "test":
        os.chdir(project)
        return _become(environment, ["-m", "pytest", *(given[1:] or ALL_TESTS)])
    if given[0] == "build":
        return _become(environment, ["-m", "kiosk.bundle", *given[1:]])
    return _become(environment, ["-m", "kiosk", *given])


def needs_of(given: Sequence[str]) -> set[Need]:
    """Tell what a command needs of the system.

    Args:
        given: The command and its arguments.
    """
    if given[0] in ("doctor", "check") or given[0].startswith("-"):
        return set()
    if given[0] in _OFF_SCREEN:
        return {Need.PICTURES, Need.WINDOW}
    if given[0] == "run":
        return {Need.PICTURES} | screen_needs()
    return {Need.PICTURES}


def _help(environment: Environment) -> int:
    sys.stdout.write(HELP + "\n")
    sys.stdout.flush()
    if environment.is_ready(Kind.RUN):
        return _become(environment, ["-m", "kiosk", "--help"])
    return 0


def _prepare(environment: Environment, kind: Kind) -> None:
    if environment.is_ready(kind):
        return
    _say(f"Installing into {environment.folder}: once, it takes a few minutes ...")
    started_s = time.monotonic()
    environment.prepare(kind)
    _say(f"Installed in {time.monotonic() - started_s:.0f} s.")


def _variables(environment: Environment) -> dict[str, str]:
    """Return the variables for the command: only our own modules, ours first."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    }
    return kept | {"PYTHONPATH": str(environment.project), "PYTHONSAFEPATH": "1"}


def _call(environment: Environment, step: list[str]) -> int:
    command = [str(environment.python), "-s", *step]
    return subprocess.call(  # noqa: S603 (the arguments are the user's own)
        command, env=_variables(environment), cwd=environment.project
    )


def _become(environment: Environment, step: list[str]) -> NoReturn:
    command = [str(environment.python), "-s", *step]
    variables = _variables(environment)
    if sys.platform == "win32":
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Control-C is the command's
        sys.exit(subprocess.call(command, env=variables))  # noqa: S603 (the user's own)
    os.execve(command[0], command, variables)  # noqa: S606 (no shell is wanted)


def _say(text: str) -> None:
    """Print to standard error: standard output belongs to the command."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()
