"""What several actions are given: a range, a session log, the bot's database."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Parser
    from kiosk.settings.schema import Settings
    from kiosk.stats.bot import BotDatabase
    from kiosk.stats.period import Period


def add_range(parser: "Parser") -> None:
    """Let an action be given a range and where figures come from."""
    parser.add_argument(
        "--from",
        dest="first",
        metavar="DAY",
        help="first day, such as 2026-11-01 (default: four weeks up to the last)",
    )
    parser.add_argument(
        "--to", dest="last", metavar="DAY", help="last day (default: today)"
    )
    parser.add_argument(
        "--database",
        type=Path,
        metavar="FILE",
        help="a session log (default: this kiosk's)",
    )
    parser.add_argument(
        "--bot",
        metavar="DATABASE",
        help=(
            "the bot's database, for people who come back: a file or "
            "postgresql://… (default: as in the settings)"
        ),
    )


def period_of(arguments: argparse.Namespace) -> "Period":
    """The range that was asked for.

    Raises:
        SettingsError: If that is no range.
    """
    from kiosk.stats.period import chosen_period

    today = datetime.now().astimezone().date()
    return chosen_period(arguments.first, arguments.last, today)


def settings_in_force() -> "Settings":
    """The settings in force; mistakes in them do not matter to figures."""
    from kiosk.settings.read import load_or_default

    return load_or_default()[0].settings


def log_of(arguments: argparse.Namespace, settings: "Settings") -> Path:
    """The session log that was asked for."""
    from kiosk.storage.database import FILE_NAME

    if arguments.database is not None:
        return Path(arguments.database)
    return _folder(settings) / FILE_NAME


def bot_of(arguments: argparse.Namespace, settings: "Settings") -> "BotDatabase | None":
    """The bot's database that was asked for, or the configured one.

    With another kiosk's log this kiosk's bot is not asked.
    """
    from kiosk.stats.bot import BotDatabase, known_database

    if arguments.bot is not None:
        return BotDatabase(arguments.bot, asked_for=True)
    if arguments.database is not None:
        return None
    return known_database(settings, _folder(settings))


def _folder(settings: "Settings") -> Path:
    from kiosk.places import data_folder

    return settings.storage.folder or data_folder()
