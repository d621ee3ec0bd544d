"""``kiosk packs order``: which packs come first."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "order",
        help="say which packs come first",
        description=(
            "Puts the named packs first, in this order; the others follow. Without "
            "names the usual order is back: installed packs, then built-in ones."
        ),
    )
    parser.add_argument("ids", metavar="ID", nargs="*", help="packs, the first first")
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Put packs in order."""
    from kiosk.output import say, say_json
    from kiosk.packs.library import find_pack, list_packs
    from kiosk.packs.store import usual_store

    store = usual_store()
    for pack_id in arguments.ids:
        find_pack(pack_id, store)
    store.order(tuple(arguments.ids))
    ids = [one.pack.id for one in list_packs(store)]
    if arguments.json:
        say_json({"order": ids})
    else:
        say(", ".join(ids))
    return 0
