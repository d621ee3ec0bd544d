"""``kiosk packs export``: a pack as a zip file, for another kiosk."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "export",
        help="write a pack as a zip file",
        description="Writes a pack as a zip file that another kiosk can install.",
    )
    parser.add_argument("id", metavar="ID", help="as 'kiosk packs list' shows it")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help="default: ID-VERSION.zip in the folder where you are",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Write the zip file and tell where it is."""
    from kiosk.output import say, say_json
    from kiosk.packs.export import pack_up
    from kiosk.packs.library import find_pack
    from kiosk.packs.store import usual_store

    pack = find_pack(arguments.id, usual_store()).pack
    target = arguments.out or Path(f"{pack.id}-{pack.version}.zip")
    pack_up(pack.folder, target)
    if arguments.json:
        say_json({"exported": pack.id, "file": str(target)})
    else:
        say(str(target))
    return 0
