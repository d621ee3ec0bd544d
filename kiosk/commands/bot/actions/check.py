"""``kiosk bot check``: whether everything that the service stands on works."""

import argparse
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    actions.add_parser(
        "check",
        help="try token, database and blobs",
        description=(
            "Asks Telegram for the bot's name, opens the database, and writes, reads "
            "and deletes a blob. The exit code is 2 if anything fails."
        ),
    )


def run(_arguments: argparse.Namespace) -> int:
    """Try everything."""
    from kiosk.bot.trial import try_everything
    from kiosk.output import complain, say
    from kiosk.settings.read import load_settings

    failed = False
    for topic, found, mistake in try_everything(load_settings().settings):
        if mistake:
            failed = True
            complain(f"{topic}: {mistake}")
        else:
            say(f"{topic}: {found}")
    return 2 if failed else 0
