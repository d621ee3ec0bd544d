"""``kiosk bot``: the service that hands pictures over, and the kiosks that it serves.

Every module in ``actions`` is an action named like the module, ``_`` being ``-``, and
offers ``add_action(actions)`` and ``run(arguments) -> int``.
"""

import argparse
import importlib
import pkgutil
from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from kiosk.commands.bot import actions

if TYPE_CHECKING:
    from kiosk.bot.database import Database
    from kiosk.cli import Parser, Subparsers

    Actions: TypeAlias = Subparsers

Result = TypeVar("Result")


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "bot",
        help="run the Telegram bot that hands pictures over, and invite kiosks",
        description=(
            "One bot serves many kiosks. Its token is set only where it runs: "
            "bot.token in the settings."
        ),
    )
    offered = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for action in _actions():
        action.add_action(offered)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions."""
    name = arguments.action.replace("-", "_")
    return int(importlib.import_module(f"{actions.__name__}.{name}").run(arguments))


def add_json(parser: "Parser") -> None:
    """Let an action tell its result as JSON."""
    parser.add_argument("--json", action="store_true", help="tell it as JSON")


def in_database(work: "Callable[[Database], Awaitable[Result]]") -> Result:
    """Do something in the service's database, beside the service itself.

    Args:
        work: Gets the database.

    Raises:
        BotError: If the database cannot be used.
        SettingsError: If a setting is wrong.
    """
    import asyncio

    from kiosk.bot.database import Database
    from kiosk.bot.premises import premises_of
    from kiosk.bot.process import new_loop
    from kiosk.bot.upgrade import upgrade
    from kiosk.settings.read import load_settings

    url = premises_of(load_settings().settings).database
    upgrade(url)

    async def worked() -> Result:
        database = Database(url)
        try:
            return await work(database)
        finally:
            await database.close()

    with asyncio.Runner(loop_factory=new_loop) as runner:
        return runner.run(worked())


def _actions() -> list[ModuleType]:
    names = sorted(found.name for found in pkgutil.iter_modules(actions.__path__))
    return [importlib.import_module(f"{actions.__name__}.{name}") for name in names]
