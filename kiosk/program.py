"""The program itself: what came with it, and how it calls itself once more.

It runs out of the project's folder, or built by ``kiosk.spec`` into a folder with a
program ``kiosk`` and everything that belongs to it, Python included. Whoever needs a
file that is shipped, or another process of ours, asks here and need not know which.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""Beside our packages; in a built program the folder that stands for it."""


def is_built() -> bool:
    """Whether this is the built program rather than Python with our packages."""
    return bool(getattr(sys, "frozen", False))


def shipped(name: str) -> Path:
    """The path of a file or folder that came with the program.

    Args:
        name: As in the project, with ``/``: ``assets/fonts``.
    """
    return ROOT / name


def command(*arguments: str) -> list[str]:
    """What to start for another process of ours; its working folder is `ROOT`.

    Args:
        *arguments: As after ``kiosk`` at a terminal.
    """
    ours = [sys.executable] if is_built() else [sys.executable, "-m", "kiosk"]
    return [*ours, *arguments]
