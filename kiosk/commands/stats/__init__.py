"""``kiosk stats``: figures of visits, on the screen and in files.

Every module in this package but :mod:`kiosk.commands.stats.given` is an action named
like the module and offers ``add_action(actions)`` and ``run(arguments) -> int``.
"""

import argparse
from typing import TYPE_CHECKING

from kiosk.commands.stats import export, measures, merge, show

if TYPE_CHECKING:
    from kiosk.cli import Subparsers

ACTIONS = {"show": show, "export": export, "merge": merge, "measures": measures}


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "stats",
        help="figures: how many came, what they liked, how the kiosk ran",
        description=(
            "Reads the session log, which knows no person, and never writes it. A "
            "kiosk may run meanwhile."
        ),
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for action in ACTIONS.values():
        action.add_action(actions)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions."""
    return int(ACTIONS[arguments.action].run(arguments))
