"""Leaves out libraries of the system that only what was left out needed."""

import re
import subprocess
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from kiosk.bundle.contents import Entry

Needs: TypeAlias = Callable[[str], Iterable[str]]
"""From a library's path to the names of those that it asks the system's loader for."""

_NEEDED: Final = re.compile(r"NEEDED\s+(\S+)")


def without_orphans(
    before: Sequence[Entry], kept: Sequence[Entry], needs: Needs
) -> list[Entry]:
    """Drop what nothing needs any more, again and again.

    Args:
        before: All binaries that were found.
        kept: Those that are still wanted.
        needs: Tells what a library needs.

    Returns:
        Those of ``kept`` that are asked for, or that nobody ever asked for by name:
        modules, plugins and what is opened by hand.
    """
    asked = {name: set(needs(path)) for name, path, _ in before}
    ever = set().union(*asked.values()) if asked else set()
    left = list(kept)
    while True:
        now = set().union(*(asked[name] for name, _, _ in left)) if left else set()
        fewer = [entry for entry in left if entry[0] in now or entry[0] not in ever]
        if len(fewer) == len(left):
            return left
        left = fewer


def needs_of_elf(path: str) -> list[str]:
    """What a library of Linux asks for; nothing for any other file."""
    done = subprocess.run(  # noqa: S603 (our own arguments)
        ["objdump", "-p", path],  # noqa: S607 (binutils', which building needs)
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    return _NEEDED.findall(done.stdout)
