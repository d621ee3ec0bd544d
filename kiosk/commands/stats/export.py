"""``kiosk stats export``: figures as spreadsheets, reports and data."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.stats.given import (
    add_range,
    bot_of,
    log_of,
    period_of,
    settings_in_force,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.cli import Subparsers
    from kiosk.report.export import Order

FORMATS = ("csv", "xlsx", "json", "html", "pdf")
LANGUAGES = ("en", "ru", "de", "fr", "es")


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "export",
        help="write the figures of a range into a file",
        description=(
            "Writes a workbook with charts (xlsx), a report to print (pdf, html), "
            "everything as data (json), or one file a table in a folder (csv). Written "
            "whole or not at all."
        ),
    )
    add_range(parser)
    parser.add_argument(
        "--format", required=True, choices=FORMATS, help="what is written"
    )
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="PATH",
        help="the file, which is replaced; for csv a new or empty folder",
    )
    parser.add_argument(
        "--language",
        choices=LANGUAGES,
        help="of headings and numbers in xlsx, html and pdf (default: the kiosk's)",
    )
    parser.add_argument(
        "--visits",
        action="store_true",
        help="csv: also every single visit, under its random number",
    )
    parser.add_argument("--json", action="store_true", help="tell the result as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Write and tell."""
    from kiosk.errors import SettingsError
    from kiosk.output import complain, say, say_json
    from kiosk.qt import open_application
    from kiosk.report.export import Format, export

    if arguments.visits and arguments.format != "csv":
        raise SettingsError("--visits goes with --format csv only.")
    open_application(offscreen=True)
    order = _order(arguments)
    path: Path = arguments.out
    figures = export(order, {Format(arguments.format): path}, _by_tenths(complain))
    if arguments.json:
        say_json(
            {
                "file": str(path),
                "format": arguments.format,
                "from": figures.period.first.isoformat(),
                "to": figures.period.last.isoformat(),
                "visits": figures.measures["visits"],
            }
        )
    else:
        say(f"Written: {path}")
    return 0


def _order(arguments: argparse.Namespace) -> "Order":
    from kiosk.language import Languages
    from kiosk.packs.library import open_library
    from kiosk.report.export import Order
    from kiosk.report.thumbnails import pictures_of
    from kiosk.report.words import ReportWords

    settings = settings_in_force()
    language = arguments.language or settings.visit.language
    period = period_of(arguments)
    log, bot = log_of(arguments, settings), bot_of(arguments, settings)
    library = open_library()
    titles = {one.key: one.title(language) for one in library.paintings}
    languages = Languages(language, LANGUAGES)
    languages.reset()
    wording = ReportWords().wording(settings.venue.name, titles, period, language)
    languages.close()
    drawn = arguments.format in ("html", "pdf")
    pictures = pictures_of(library.paintings) if drawn else {}
    return Order(log, period, bot, wording, pictures, arguments.visits)


def _by_tenths(tell: "Callable[[str], None]") -> "Callable[[float], None]":
    """Tell how much is done, ten times at most."""
    told = 0

    def progress(done: float) -> None:
        nonlocal told
        tenths = int(10.0 * done)
        if tenths > told:
            told = tenths
            tell(f"{10 * tenths} %")

    return progress
