"""``kiosk bot kiosks``: which kiosks may bring pictures."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json
from kiosk.commands.bot import in_database

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "kiosks",
        help="list the kiosks that were invited",
        description="Lists all kiosks with their pictures of the last 30 days.",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """List the kiosks."""
    from dataclasses import asdict
    from datetime import datetime

    from kiosk.bot.keys import kiosks
    from kiosk.output import say, say_json

    found = in_database(kiosks)
    if arguments.json:
        say_json({"kiosks": [asdict(kiosk) for kiosk in found]})
        return 0
    if not found:
        say("No kiosk was invited yet: kiosk bot invite-kiosk NAME")
    for kiosk in found:
        since = datetime.fromtimestamp(kiosk.invited_at).astimezone()
        key = "key taken away" if kiosk.revoked else f"invited {since:%Y-%m-%d}"
        say(
            f"{kiosk.name:24} {key}; pictures waiting: {kiosk.waiting}, "
            f"handed over: {kiosk.delivered}"
        )
    return 0
