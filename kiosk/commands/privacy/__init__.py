"""``kiosk privacy``: what the kiosk keeps, for how long, and what is asked of visitors.

Every module in this package is an action named like the module and offers
``add_action(actions)`` and ``run(arguments) -> int``.
"""

import argparse
import importlib
import pkgutil
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "privacy",
        help="list what is kept, take away what is too old, write a DPIA",
        description="What the kiosk keeps, for how long, and what it refuses.",
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for action in _actions():
        action.add_action(actions)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions."""
    action = importlib.import_module(f"{__name__}.{arguments.action}")
    return int(action.run(arguments))


def _actions() -> list[ModuleType]:
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return [importlib.import_module(f"{__name__}.{name}") for name in names]
