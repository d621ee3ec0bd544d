"""``kiosk bot``: the service that hands pictures over, and the kiosks that it serves.

Every module in ``actions`` is an action; see :mod:`kiosk.actions`.
"""

import argparse
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from kiosk.actions import add_actions, run_action
from kiosk.commands.bot import actions

if TYPE_CHECKING:
    from kiosk.bot.database import Database
    from kiosk.cli import Subparsers

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
    add_actions(parser, actions.__name__)


def run(arguments: argparse.Namespace) -> int:
    """Do one of the actions."""
    return run_action(actions.__name__, arguments)


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
