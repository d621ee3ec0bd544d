"""``kiosk stats measures``: what every figure is, in words and SQL."""

import argparse
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "measures",
        help="say what every figure is, in words and SQL",
        description=(
            "Lists every measure, table and column by its name, which stays the same, "
            "and the topics that the session log counts visits by."
        ),
    )
    parser.add_argument(
        "--sql", action="store_true", help="also the SQL that computes each"
    )
    parser.add_argument("--json", action="store_true", help="tell all of it as JSON")


def run(arguments: argparse.Namespace) -> int:
    """List them."""
    from kiosk.output import say, say_json
    from kiosk.stats.catalogue import MEASURES, TABLES
    from kiosk.stats.raw import VISITS
    from kiosk.storage.topics import PICKUP_TOPICS, TOPICS

    tables, topics = (*TABLES, VISITS), (*TOPICS, *PICKUP_TOPICS)
    if arguments.json:
        say_json(
            {
                "measures": [
                    {"name": one.name, "words": one.words, "sql": dedent(one.sql)}
                    for one in MEASURES
                ],
                "tables": [
                    {
                        "name": one.name,
                        "words": one.words,
                        "columns": {
                            column.name: column.words for column in one.columns
                        },
                        "sql": dedent(one.sql),
                    }
                    for one in tables
                ],
                "topics": [
                    {"name": one.name, "words": one.words, "sql": dedent(one.sql)}
                    for one in topics
                ],
            }
        )
        return 0
    for heading, listed in (
        ("Measures", MEASURES),
        ("Tables", tables),
        ("Topics by which the session log counts visits", topics),
    ):
        say(f"{heading}\n")
        for one in listed:
            say(f"  {one.name}: {one.words}")
            for column in getattr(one, "columns", ()):
                say(f"    {column.name}: {column.words}")
            if arguments.sql:
                say("\n".join(f"      {line.strip()}" for line in one.sql.splitlines()))
        say("")
    return 0
