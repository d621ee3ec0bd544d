"""``kiosk privacy policy``: what the product refuses."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    actions.add_parser(
        "policy",
        help="print what the product refuses to do",
        description="Prints POLICY.md.",
    )


def run(_arguments: argparse.Namespace) -> int:
    """Print the page."""
    from kiosk.errors import KioskError
    from kiosk.output import say
    from kiosk.program import shipped

    path = shipped("POLICY.md")
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise KioskError(
            "POLICY.md cannot be read: restore it from the release."
        ) from error
    say(text.rstrip())
    return 0
