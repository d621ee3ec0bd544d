"""``kiosk doctor``: what is wrong with this computer and what to do."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.doctor import Finding


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "doctor",
        help="say what is wrong with this computer and what to do",
        description=(
            "Looks at models, providers, cameras, display, fonts, disk and versions. "
            "The exit code is 1 if something keeps the kiosk from working."
        ),
    )
    add_json(parser)
    parser.add_argument("--probe", action="store_true", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """Look at everything and tell what was found."""
    from kiosk.doctor import State, run_doctor
    from kiosk.output import say_json

    if arguments.probe:
        return _probe()
    findings = run_doctor()
    healthy = all(one.state is not State.BAD for one in findings)
    if arguments.json:
        listed = [
            {
                "subject": one.subject,
                "state": one.state.value,
                "fact": one.fact,
                "remedy": one.remedy,
            }
            for one in findings
        ]
        say_json({"healthy": healthy, "findings": listed})
    else:
        _tell(findings, healthy=healthy)
    return 0 if healthy else 1


def _probe() -> int:
    """Be the process of its own that `kiosk.doctor` asks what Qt finds."""
    from kiosk.output import say_json
    from kiosk.probe import probe

    say_json({**probe()})
    return 0


def _tell(findings: list["Finding"], *, healthy: bool) -> None:
    from kiosk.output import say

    for one in findings:
        say(f"{one.state.value:5}{one.subject:21}{one.fact}")
        for line in one.remedy.splitlines():
            say(f"{'':26}-> {line}")
    say("The kiosk can work here." if healthy else "The kiosk cannot work here yet.")
