"""``kiosk stats show``: figures at the terminal."""

import argparse
from typing import TYPE_CHECKING

from kiosk.commands.stats.given import (
    add_range,
    bot_of,
    log_of,
    period_of,
    settings_in_force,
)

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.stats.figures import Figures

GAP = "  "


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "show",
        help="show the figures of a range",
        description=(
            "Shows the measures of a range beside those of as many days before, or "
            "one of the tables. 'stats measures' says what each is."
        ),
    )
    add_range(parser)
    parser.add_argument(
        "--table", metavar="NAME", help="a table instead, such as weeks or paintings"
    )
    parser.add_argument("--json", action="store_true", help="tell all of it as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Compute and tell."""
    from kiosk.errors import SettingsError
    from kiosk.output import say, say_json
    from kiosk.stats.catalogue import TABLES
    from kiosk.stats.figures import EVERYTHING, Wanted, read_figures
    from kiosk.stats.formats.json import as_json

    named = {table.name: table for table in TABLES}
    wanted = EVERYTHING if arguments.json else Wanted(tables=())
    if arguments.table is not None:
        if arguments.table not in named:
            raise SettingsError(
                f"There is no table {arguments.table!r}. There are: {', '.join(named)}."
            )
        if not arguments.json:
            wanted = Wanted((), (named[arguments.table],))
    settings = settings_in_force()
    figures = read_figures(
        log_of(arguments, settings),
        period_of(arguments),
        bot_of(arguments, settings),
        wanted,
    )
    if arguments.json:
        say_json(as_json(figures))
        return 0
    say(f"{figures.period.first} to {figures.period.last}")
    lines = (
        _summary(figures)
        if arguments.table is None
        else _table(figures, arguments.table)
    )
    for line in _aligned(lines):
        say(line)
    if figures.odd_visits:
        say(
            f"Visits dated before 2020 or after today, because the clock was wrong: "
            f"{figures.odd_visits}. They are in none of these figures."
        )
    return 0


def _summary(figures: "Figures") -> list[list[str]]:
    from kiosk.stats.catalogue import MEASURES
    from kiosk.stats.formats.text import change_of, text_of

    lines = [["", "value", f"{figures.period.days} days before", "change"]]
    for measure in MEASURES:
        if measure.name in figures.unavailable:
            lines.append([measure.name, "not available", "", ""])
            continue
        now, before = figures.measures[measure.name], figures.before[measure.name]
        lines.append(
            [
                measure.name,
                text_of(now, measure.kind),
                text_of(before, measure.kind),
                change_of(now, before),
            ]
        )
    return lines


def _table(figures: "Figures", name: str) -> list[list[str]]:
    from kiosk.stats.catalogue import TABLES
    from kiosk.stats.formats.text import text_of

    if name in figures.unavailable:
        return [["not available: there is no database of the bot"]]
    (table,) = (one for one in TABLES if one.name == name)
    heads = [column.name for column in table.columns]
    kinds = [column.kind for column in table.columns]
    rows = [
        [text_of(value, kind) for value, kind in zip(row, kinds, strict=True)]
        for row in figures.tables[name]
    ]
    return [heads, *rows]


def _aligned(lines: list[list[str]]) -> list[str]:
    """Columns beneath each other: words at the left, all others at the right."""
    widths = [
        max(len(line[column]) for line in lines) for column in range(len(lines[0]))
    ]
    return [
        GAP.join(
            text.ljust(width) if column == 0 else text.rjust(width)
            for column, (text, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
