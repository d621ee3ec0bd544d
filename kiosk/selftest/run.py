"""Runs all checks, one after the other, in a home of their own."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kiosk.selftest.databases import check_bot, check_log
from kiosk.selftest.home import own_home
from kiosk.selftest.parts import (
    check_fonts,
    check_insightface,
    check_models,
    check_packs,
    check_words,
)
from kiosk.selftest.processes import (
    check_bot_process,
    check_measuring,
    check_probe,
)
from kiosk.selftest.visit import check_figures, check_marks, check_visit

Check = Callable[[Path], str]
"""Gets a folder of its own; says what it found, or raises whatever stops it."""

CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "models": check_models,
        "insightface": check_insightface,
        "paintings": check_packs,
        "words": check_words,
        "typefaces": check_fonts,
        "session log": check_log,
        "bot database": check_bot,
        "visit": check_visit,
        "marks": check_marks,
        "figures": check_figures,
        "probe": check_probe,
        "measuring": check_measuring,
        "bot": check_bot_process,
    }
)
"""By subject, in their order: marks and figures are those of the visit."""


@dataclass(frozen=True, slots=True)
class Result:
    """What came of one check.

    Attributes:
        subject: What was tried.
        good: Whether it works.
        words: What was found, or what is wrong.
        took_s: How long it took.
    """

    subject: str
    good: bool
    words: str
    took_s: float


def selftest(
    tell: Callable[[Result], None], checks: Mapping[str, Check] = CHECKS
) -> tuple[Result, ...]:
    """Try everything out, offscreen, without camera and network.

    Args:
        tell: Told of each result as it comes.
        checks: What to try, by subject.

    Returns:
        All results, in their order.
    """
    results = []
    with own_home() as home:
        for subject, check in checks.items():
            folder = home / "checks" / subject
            folder.mkdir(parents=True)
            result = _tried(subject, check, folder)
            tell(result)
            results.append(result)
    return tuple(results)


def _tried(subject: str, check: Check, folder: Path) -> Result:
    began_s = time.monotonic()
    try:
        words, good = check(folder), True
    except Exception as error:  # noqa: BLE001 (a part that lacks fails in any way)
        words, good = f"{type(error).__name__}: {error}", False
    return Result(subject, good, words, round(time.monotonic() - began_s, 2))
