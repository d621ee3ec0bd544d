"""``kiosk models``: what paints, whether it can be used, and how more comes in.

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
        "models",
        help="list and check the models that paint, and add your own",
        description=(
            "Models find faces and, for the engines insightface and hybrid, paint "
            "them. Ours come with the kiosk; InsightFace's you bring, with a licence "
            "for them. Nothing is ever fetched."
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
