"""Runs ``python -m kiosk.bundle``: builds the program for venues."""

import argparse
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.bundle.contents import FOLDER, PROGRAM, ROOT
from kiosk.bundle.installer import compile_command, find_compiler
from kiosk.bundle.report import measure
from kiosk.launch.libraries import Need, missing_libraries
from kiosk.output import complain, say


def main(argv: Sequence[str] | None = None) -> int:
    """Build, and tell how large it became.

    Args:
        argv: Arguments; those of the process by default.

    Returns:
        The exit code: 2 if this computer cannot build it.
    """
    parser = argparse.ArgumentParser(
        prog="./start build",
        description=(
            "Builds the program for venues: a folder with Python and everything else "
            "in it, and the licences of all that."
        ),
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=ROOT / "dist",
        metavar="DIR",
        help=f"where the folder {FOLDER} is made (default: dist)",
    )
    parser.add_argument(
        "--report",
        action="store_true",
        help="measure size and start, and run the program's selftest",
    )
    parser.add_argument(
        "--installer",
        action="store_true",
        help="make the installer too (Windows, with Inno Setup 6.3 or newer)",
    )
    arguments = parser.parse_args(argv)
    for sentence in missing(installer=arguments.installer):
        complain(sentence)
        return 2
    began_s = time.monotonic()
    code = _build(arguments.out.absolute())
    if code:
        return code
    program = arguments.out / FOLDER / _program_name()
    say(f"Built in {time.monotonic() - began_s:.0f} s: {program}")
    if lacking := missing_libraries(list(Need)):
        files = " ".join(one.file for one in lacking)
        say(f"Not in it, as this computer has them not: {files}")
    if arguments.installer and (code := _make_installer(program.parent)):
        return code
    if not arguments.report:
        return 0
    report = measure(program, selftest=True)
    for line in report.lines():
        say(line)
    return 0 if report.whole else 1


def missing(*, installer: bool = False) -> Iterator[str]:
    """Say what this computer lacks for building, and how to get it.

    Args:
        installer: Whether the installer for Windows is to be made too.
    """
    if installer and find_compiler() is None:
        yield (
            "Inno Setup is missing, which makes the installer: install version 6.3 or "
            "newer on Windows, from jrsoftware.org."
        )
    if not sys.platform.startswith("linux"):
        return
    if not sysconfig.get_config_var("Py_ENABLE_SHARED"):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        library = f"libpython{version}.so.1.0"
        folder = Path(sysconfig.get_config_var("LIBDIR") or "/usr/lib")
        if not any(folder.rglob(library)):
            yield (
                "This Python has no shared library, which the program needs. Debian, "
                f"Ubuntu: sudo apt-get install libpython{version}"
            )
    if shutil.which("objdump") is None:
        yield "objdump is missing. Debian, Ubuntu: sudo apt-get install binutils"


def _build(out: Path) -> int:
    command = ["-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    places = ["--distpath", str(out), "--workpath", str(ROOT / "build")]
    return subprocess.call(  # noqa: S603 (our own arguments)
        [sys.executable, *command, *places, str(ROOT / "kiosk.spec")], cwd=ROOT
    )


def _make_installer(built: Path) -> int:
    compiler = find_compiler()
    if compiler is None:
        return 2
    return subprocess.call(compile_command(compiler, built))  # noqa: S603 (our own arguments)


def _program_name() -> str:
    return f"{PROGRAM}.exe" if sys.platform == "win32" else PROGRAM


if __name__ == "__main__":
    sys.exit(main())
