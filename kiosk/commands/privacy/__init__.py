"""``kiosk privacy``: what the kiosk keeps, for how long, and what is asked of visitors.

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
        "privacy",
        help="list what is kept, take away what is too old, write a DPIA",
        description="What the kiosk keeps, for how long, and what it refuses.",
    )
    add_actions(parser, __name__)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions."""
    return run_action(__name__, arguments)
