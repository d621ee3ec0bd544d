"""``kiosk bot revoke``: a kiosk's key holds no more."""

import argparse
from typing import TYPE_CHECKING

from kiosk.commands.bot import in_database

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "revoke",
        help="take a kiosk's key away",
        description=(
            "At once the kiosk can bring nothing more. What it brought can still be "
            "collected; invited again under the same name it has its pictures back."
        ),
    )
    parser.add_argument("name", metavar="NAME", help="as 'kiosk bot kiosks' shows it")


def run(arguments: argparse.Namespace) -> int:
    """Take the key away."""
    import time

    from kiosk.bot.keys import revoke
    from kiosk.output import say

    in_database(lambda database: revoke(database, arguments.name, time.time()))
    say(f"The key of the kiosk '{arguments.name}' holds no more.")
    return 0
