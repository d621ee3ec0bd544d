"""``kiosk packs schema``: what a pack.toml may say, for editors and programs.

``assets/schema/pack.schema.json`` is what it tells.
"""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "schema",
        help="show the JSON schema of a pack.toml",
        description="Shows the JSON schema of a pack.toml; it is always JSON.",
    )
    add_json(parser)


def run(_arguments: argparse.Namespace) -> int:
    """Show the schema."""
    from kiosk.output import say_json
    from kiosk.packs.schema import json_schema

    say_json(json_schema())
    return 0
