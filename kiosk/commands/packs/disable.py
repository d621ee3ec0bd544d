"""``kiosk packs disable``: visitors do not see a pack, which stays."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "disable",
        help="hide a pack without removing it",
        description=(
            "Hides a pack without removing it, also one that came with the kiosk."
        ),
    )
    parser.add_argument("id", metavar="ID", help="as 'kiosk packs list' shows it")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Hide the pack."""
    from kiosk.commands.packs.list import line_of, values_of
    from kiosk.output import say, say_json
    from kiosk.packs.library import find_pack
    from kiosk.packs.store import usual_store

    store = usual_store()
    find_pack(arguments.id, store)
    store.disable(arguments.id)
    listed = find_pack(arguments.id, store)
    if arguments.json:
        say_json(values_of(listed))
    else:
        say(line_of(listed))
    return 0
