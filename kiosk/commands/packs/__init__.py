"""``kiosk packs``: what paintings there are, and how new ones come in.

Every module in this package is an action; see :mod:`kiosk.actions`.
"""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_actions, run_action

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "packs",
        help="list, check, install and arrange packs of paintings",
        description=(
            "A pack is a folder, or a zip file of one, with pictures and a pack.toml "
            "that says what they are. A kiosk that runs takes every change up by "
            "itself, between two visits."
        ),
    )
    add_actions(parser, __name__)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions."""
    return run_action(__name__, arguments)
