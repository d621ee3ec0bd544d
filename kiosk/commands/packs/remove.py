"""``kiosk packs remove``: an installed pack is taken away."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "remove",
        help="take an installed pack away",
        description=(
            "Takes all versions of an installed pack away. A pack that came with the "
            "kiosk can only be disabled."
        ),
    )
    parser.add_argument("id", metavar="ID", help="as 'kiosk packs list' shows it")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Take the pack away."""
    from kiosk.errors import PackError
    from kiosk.output import say, say_json
    from kiosk.packs.library import find_pack
    from kiosk.packs.store import usual_store

    store = usual_store()
    listed = find_pack(arguments.id, store)
    if not listed.installed:
        raise PackError(
            f"The pack '{arguments.id}' came with the kiosk. Hide it with 'kiosk packs "
            f"disable {arguments.id}' instead."
        )
    store.remove(arguments.id)
    if arguments.json:
        say_json({"removed": arguments.id})
    elif listed.replaces_builtin:
        say(f"{arguments.id} is removed; the built-in pack is shown in its place.")
    else:
        say(f"{arguments.id} is removed.")
    return 0
