"""``kiosk models check``: whether the engine that is chosen can paint."""

import argparse
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "check",
        help="say whether the models of the chosen engine can be used",
        description=(
            "Opens every model that the chosen engine uses, lets it compute a known "
            "picture and says what is wrong. The exit code is 1 if something that is "
            "chosen cannot be used as it should."
        ),
    )
    parser.add_argument(
        "--measure",
        action="store_true",
        help="measure anew what models run best on, after a new driver, say",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Say what is wrong."""
    from kiosk.commands.models.list import values_of
    from kiosk.models.inspection import look_through
    from kiosk.output import say, say_json
    from kiosk.settings.read import load_or_default

    seen = look_through(load_or_default()[0].settings, anew=arguments.measure)
    if arguments.json:
        say_json(values_of(seen))
    else:
        for problem in seen.problems:
            say(problem)
        for row in seen.rows:
            if row.problem and row.problem not in seen.problems:
                say(f"Not used: {row.problem}")
        if not seen.problems:
            say(f"The engine {seen.engine} has all models that it needs; they compute.")
    return int(bool(seen.problems))
