"""``kiosk packs rollback``: the version before comes back."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "rollback",
        help="put a pack's version before in force",
        description=("Puts the version before in force; doing it twice undoes it."),
    )
    parser.add_argument("id", metavar="ID", help="as 'kiosk packs list' shows it")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Go back to the version before."""
    from kiosk.commands.packs.list import line_of, values_of
    from kiosk.output import say, say_json
    from kiosk.packs.library import find_pack
    from kiosk.packs.store import usual_store

    store = usual_store()
    store.rollback(arguments.id)
    listed = find_pack(arguments.id, store)
    if arguments.json:
        say_json(values_of(listed))
    else:
        say(line_of(listed))
    return 0
