"""``kiosk models``: what paints, whether it can be used, and how more comes in.

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
        "models",
        help="list and check the models that paint, and add your own",
        description=(
            "Models find faces and, for the engines insightface and hybrid, paint "
            "them. Ours come with the kiosk; InsightFace's you bring, with a licence "
            "for them. Nothing is ever fetched."
        ),
    )
    add_actions(parser, __name__)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions."""
    return run_action(__name__, arguments)
