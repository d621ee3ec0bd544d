"""Commands that are folders of actions, such as ``kiosk packs install``.

Every module in such a folder is an action named like the module, ``_`` being ``-``, and
offers ``add_action(actions)`` and ``run(arguments) -> int``.
"""

import argparse
import importlib
import pkgutil
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Parser


def add_actions(parser: "Parser", folder: str) -> None:
    """Describe the arguments of every action.

    Args:
        parser: The command's.
        folder: Name of the package that the actions are in.
    """
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for action in modules_in(importlib.import_module(folder)):
        action.add_action(actions)


def run_action(folder: str, arguments: argparse.Namespace) -> int:
    """Do the action that was asked for.

    Args:
        folder: Name of the package that the actions are in.
        arguments: Parsed by what :func:`add_actions` described.

    Returns:
        The exit code.
    """
    name = arguments.action.replace("-", "_")
    return int(importlib.import_module(f"{folder}.{name}").run(arguments))


def add_json(parser: "Parser") -> None:
    """Let a command or an action tell its result as JSON."""
    parser.add_argument("--json", action="store_true", help="tell it as JSON")


def modules_in(package: ModuleType) -> list[ModuleType]:
    """All modules of a package, by name."""
    names = sorted(found.name for found in pkgutil.iter_modules(package.__path__))
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]
