"""``kiosk selftest``: whether the program is whole."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.selftest.run import Result


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "selftest",
        help="try out whether the program is whole",
        description=(
            "Opens every model, pack and database, plays a demonstration visit up to "
            "the sealed portrait and starts each process that the kiosk starts, "
            "without screen, camera and network, in a folder of its own that is "
            "removed in the end. 'kiosk doctor' looks at the computer; this looks at "
            "the program. The exit code is 1 if a part does not work."
        ),
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Try everything and tell what came of it."""
    from dataclasses import asdict

    from kiosk import __version__
    from kiosk.output import say, say_json
    from kiosk.program import is_built
    from kiosk.selftest.run import selftest

    results = selftest(_ignore if arguments.json else _tell)
    whole = all(one.good for one in results)
    took_s = sum(one.took_s for one in results)
    if arguments.json:
        say_json(
            {
                "version": __version__,
                "built": is_built(),
                "whole": whole,
                "took_s": round(took_s, 2),
                "checks": [asdict(one) for one in results],
            }
        )
    else:
        verdict = "is whole" if whole else "is NOT whole"
        say(f"Vernissage {__version__} {verdict}; tried out in {took_s:.0f} s.")
    return 0 if whole else 1


def _tell(result: "Result") -> None:
    from kiosk.output import say

    word = "ok" if result.good else "FAILED"
    words = " ".join(result.words.split())
    say(f"{word:8}{result.subject:14}{words} ({result.took_s:.1f} s)")


def _ignore(_result: "Result") -> None:
    """Everything is told at the end."""
