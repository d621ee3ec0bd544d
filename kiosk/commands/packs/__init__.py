"""``kiosk packs``: what paintings there are, and how new ones come in.

Every module in this package is an action named like the module and offers
``add_action(actions)`` and ``run(arguments) -> int``.
"""

import argparse
import importlib
import pkgutil
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from kiosk.cli import Parser, Subparsers

    Actions: TypeAlias = Subparsers


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
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for action in _actions():
        action.add_action(actions)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions."""
    action = importlib.import_module(f"{__name__}.{arguments.action}")
    return int(action.run(arguments))


def add_json(parser: "Parser") -> None:
    """Let an action tell its result as JSON."""
    parser.add_argument("--json", action="store_true", help="tell it as JSON")


def _actions() -> list[ModuleType]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}") for name in names]
