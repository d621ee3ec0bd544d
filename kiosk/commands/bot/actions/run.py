"""``kiosk bot run``: the service, until it is told to end."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "run",
        help="run the bot and the service for kiosks",
        description=(
            "Runs until Ctrl+C. A kiosk with bot.token runs it by itself; give this "
            "command where the bot has a computer of its own."
        ),
    )
    parser.add_argument("--beside", action="store_true", help=argparse.SUPPRESS)


def run(arguments: argparse.Namespace) -> int:
    """Run the service."""
    from kiosk.bot.process import serve
    from kiosk.settings.read import load_settings

    return serve(load_settings().settings, beside=arguments.beside)
