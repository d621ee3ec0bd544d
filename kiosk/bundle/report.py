"""Measures the built program: how large it is, how fast it starts, how it does."""

import json
import os
import statistics
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.bundle.contents import INSIDE

_MB: Final = 1_000_000
_LARGEST: Final = 12
_WARM_STARTS: Final = 5


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured.

    Attributes:
        files: How many there are.
        size_mb: Of all, in millions of bytes.
        largest_mb: From the largest things inside to their sizes.
        cold_s: First ``kiosk --version`` with nothing of it in memory; None where the
            system cannot be told to forget files.
        warm_s: Later ones, in the median.
        selftest_s: How long ``kiosk selftest`` took; None if it was not asked for.
        whole: Whether that found everything well.
    """

    files: int
    size_mb: float
    largest_mb: dict[str, float]
    cold_s: float | None
    warm_s: float
    selftest_s: float | None
    whole: bool

    def lines(self) -> Iterator[str]:
        """As people read it."""
        yield f"size          {self.size_mb:.0f} MB in {self.files} files"
        for name, size_mb in self.largest_mb.items():
            yield f"              {size_mb:6.1f} MB  {name}"
        if self.cold_s is not None:
            yield f"first start   {self.cold_s:.2f} s, nothing in memory"
        yield f"later starts  {self.warm_s:.2f} s"
        if self.selftest_s is not None:
            verdict = "whole" if self.whole else "NOT WHOLE"
            yield f"selftest      {self.selftest_s:.0f} s: {verdict}"


def measure(program: Path, *, selftest: bool) -> Report:
    """Measure a built program; run it nowhere but on a machine that is at rest.

    Args:
        program: The file ``kiosk`` in its folder.
        selftest: Whether to run that too.
    """
    sizes = {path: path.stat().st_size for path in _files(program.parent)}
    cold_s = _started_s(program) if _forget(list(sizes)) else None
    warm_s = statistics.median(_started_s(program) for _ in range(_WARM_STARTS))
    selftest_s, whole = _selftest(program) if selftest else (None, True)
    return Report(
        len(sizes),
        sum(sizes.values()) / _MB,
        _largest(program.parent / INSIDE, sizes),
        cold_s,
        warm_s,
        selftest_s,
        whole,
    )


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            yield path


def _largest(folder: Path, sizes: dict[Path, int]) -> dict[str, float]:
    by_name: dict[str, int] = {}
    for path, size in sizes.items():
        if path.is_relative_to(folder):
            name = path.relative_to(folder).parts[0]
            by_name[name] = by_name.get(name, 0) + size
    most = sorted(by_name, key=lambda name: -by_name[name])[:_LARGEST]
    return {name: by_name[name] / _MB for name in most}


def _forget(paths: list[Path]) -> bool:
    """Let the system drop files from its memory; false where it cannot be asked."""
    if not hasattr(os, "posix_fadvise"):
        return False
    for path in paths:
        with path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    return True


def _started_s(program: Path) -> float:
    began_s = time.perf_counter()
    subprocess.run([str(program), "--version"], check=True, capture_output=True)  # noqa: S603 (just built)
    return time.perf_counter() - began_s


def _selftest(program: Path) -> tuple[float, bool]:
    done = subprocess.run(  # noqa: S603 (just built)
        [str(program), "selftest", "--json"],
        stdout=subprocess.PIPE,
        check=False,
    )
    told = json.loads(done.stdout)
    return float(told["took_s"]), bool(told["whole"])
