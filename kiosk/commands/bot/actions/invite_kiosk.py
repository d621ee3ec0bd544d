"""``kiosk bot invite-kiosk``: a key for one more kiosk, shown once."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json
from kiosk.commands.bot import in_database

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "invite-kiosk",
        help="make a key for one more kiosk",
        description=(
            "Prints what that kiosk needs in its settings. The key is shown this once; "
            "only its digest is kept."
        ),
    )
    parser.add_argument("name", metavar="NAME", help="what you call the kiosk")
    parser.add_argument(
        "--service",
        metavar="URL",
        default="",
        help="where that kiosk reaches the service (default: from the settings)",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make the key."""
    import time

    from kiosk.bot.addresses import is_local, kiosks_address
    from kiosk.bot.invitation import checked_name, new_key
    from kiosk.bot.keys import invite
    from kiosk.output import complain, say, say_json
    from kiosk.settings.read import load_settings

    name, key = checked_name(arguments.name), new_key()
    address = arguments.service or kiosks_address(load_settings().settings.bot)
    in_database(lambda database: invite(database, name, key, time.time()))
    if arguments.json:
        say_json({"kiosk": name, "service": address, "key": key})
        return 0
    say(f"Put this into the settings of the kiosk '{name}':")
    say(f'\n[handover]\nservice = "{address}"\nkey = "{key}"\n')
    say("The key is not shown again. 'kiosk bot revoke' takes it away.")
    if is_local(address):
        complain(
            "That address is for this computer only. For others put an HTTPS proxy in "
            "front of the service and give its address: --service https://..."
        )
    return 0
