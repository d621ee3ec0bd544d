"""Finds out where every file of the built program comes from."""

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.metadata import Distribution, distributions, packages_distributions
from pathlib import Path
from typing import Final

from kiosk.bundle.contents import ROOT, Entry

PACKER: Final = frozenset({"pyinstaller", "pyinstaller-hooks-contrib"})
"""What packs the program leaves its own start in it."""
_METADATA: Final = frozenset({"METADATA", "entry_points.txt"})
_LOCKED: Final = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==", re.MULTILINE)


def developers_modules() -> list[str]:
    """Modules of all packages here that no kiosk needs: tools, and what tests use."""
    needed = locked()
    return [
        module
        for module, packages in packages_distributions().items()
        if needed.isdisjoint(map(plain, packages)) and module.isidentifier()
    ]


class Kind(StrEnum):
    """Who a file is from."""

    OURS = "ours"
    PACKAGE = "package"
    PYTHON = "python"
    SYSTEM = "system"
    RUNTIME = "microsoft"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where files come from.

    Attributes:
        kind: Who they are from.
        name: The Python package or the system's package; empty for others.
    """

    kind: Kind
    name: str = ""


class StrangeFileError(Exception):
    """A file is in the program that nobody answers for; the message names it."""


def plain(name: str) -> str:
    """A package's name as all indices compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock: Path = ROOT / "requirements.lock") -> frozenset[str]:
    """Names of all packages that a kiosk may need."""
    return frozenset(map(plain, _LOCKED.findall(lock.read_text(encoding="utf-8"))))


class Origins:
    """Knows the files of this environment.

    Args:
        packages: The packages in it.
        project: Our folder.
    """

    def __init__(
        self,
        packages: Iterable[Distribution] | None = None,
        project: Path = ROOT,
    ) -> None:
        self._owner: dict[str, str] = {}
        self.packages: dict[str, Distribution] = {}
        for package in distributions() if packages is None else packages:
            name = plain(package.metadata["Name"])
            self.packages.setdefault(name, package)
            place = _real(str(package.locate_file("")))
            for file in package.files or ():
                path = os.path.normpath(os.path.join(place, file))  # noqa: PTH118 (quick)
                self._owner[os.path.normcase(path)] = name
        self._project = _real(str(project))
        self._python = _python_places()

    def of(self, path: str) -> Origin:
        """Where a file comes from.

        Args:
            path: Here, as it is packed.

        Raises:
            StrangeFileError: If nobody knows.
        """
        real = _real(path)
        if owner := self._owner.get(real):
            return Origin(Kind.PACKAGE, owner)
        if _is_in(real, self._python):
            return Origin(Kind.PYTHON)
        installed = _is_in(real, (_real(sys.prefix),))  # but of no package
        if _is_in(real, (self._project,)) and not installed:
            return Origin(Kind.OURS)
        if sys.platform == "win32":
            if _is_in(real, (_real(os.environ["SYSTEMROOT"]),)):
                return Origin(Kind.RUNTIME)
        elif package := debian_package(real):
            return Origin(Kind.SYSTEM, package)
        raise StrangeFileError(
            f"Nobody answers for {Path(path).name} in the program. Build it on Debian, "
            "Ubuntu or Windows, with the environment of ./start, or leave the file out "
            "in kiosk/bundle/contents.py."
        )

    def all_of(self, entries: Iterable[Entry]) -> Mapping[Origin, list[str]]:
        """Sort a program's files by where they come from.

        Raises:
            StrangeFileError: If nobody answers for one, or a package is in it that no
                kiosk needs.
        """
        found: dict[Origin, list[str]] = {}
        for name, path, _ in entries:
            if path and Path(path).is_file():
                found.setdefault(self.of(path), []).append(name)
        allowed = locked() | PACKER
        for origin in sorted(found):
            if origin.kind is Kind.PACKAGE and origin.name not in allowed:
                raise StrangeFileError(
                    f"The package {origin.name} came into the program and is not in "
                    "requirements.lock: leave it out in kiosk/bundle/contents.py."
                )
        return found

    def metadata_of(self, origins: Iterable[Origin]) -> list[Entry]:
        """What packages say of themselves: some of them look it up while they run.

        Args:
            origins: Of what is in the program.
        """
        entries: list[Entry] = []
        for origin in sorted(origins):
            if origin.kind is not Kind.PACKAGE or origin.name in PACKER:
                continue
            package = self.packages[origin.name]
            for file in package.files or ():
                if file.parent.suffix == ".dist-info" and file.name in _METADATA:
                    path = str(package.locate_file(file))
                    entries.append((str(Path(file)), path, "DATA"))
        return entries


@cache
def debian_package(path: str) -> str:
    """The Debian package that a file is from; empty if none is known."""
    names = [path, path.removeprefix("/usr")] if path.startswith("/usr") else [path]
    for name in names:
        try:
            done = subprocess.run(  # noqa: S603 (our own arguments)
                ["dpkg", "-S", name],  # noqa: S607 (Debian's)
                capture_output=True,
                text=True,
                check=False,
            )
        except OSError:
            return ""
        if done.returncode == 0:
            return done.stdout.partition(": ")[0].partition(":")[0].split(",")[0]
    return ""


def _python_places() -> tuple[str, ...]:
    here = {"platbase": sys.base_exec_prefix}  # not the environment's
    places = {
        sysconfig.get_path("stdlib"),
        sysconfig.get_path("platstdlib", vars=here),
    }
    if sys.platform == "win32":
        places.add(sys.base_prefix)
    else:
        library = sysconfig.get_config_var("INSTSONAME") or ""
        places.add(os.path.join(sysconfig.get_config_var("LIBDIR") or "", library))  # noqa: PTH118 (no part may be dropped)
    return tuple(_real(place) for place in places if place)


def _is_in(path: str, places: Iterable[str]) -> bool:
    return any(
        path == one or path.startswith(one.rstrip(os.sep) + os.sep) for one in places
    )


def _real(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))
