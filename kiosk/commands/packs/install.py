"""``kiosk packs install``: a pack comes in."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.commands.packs import add_json

if TYPE_CHECKING:
    from kiosk.commands.packs import Actions
    from kiosk.packs.problems import Problem


def add_action(actions: "Actions") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "install",
        help="check a pack and show it to visitors",
        description=(
            "Checks a pack and puts it in force; the kiosk shows it from its next "
            "start. The version before is kept, so that 'rollback' can go back to it."
        ),
    )
    parser.add_argument(
        "path", type=Path, metavar="PATH", help="a folder or a zip file"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Install the pack."""
    from kiosk.commands.packs.list import line_of, values_of
    from kiosk.output import say, say_json
    from kiosk.packs.arrival import source_at
    from kiosk.packs.library import find_pack
    from kiosk.packs.problems import UnfitPackError
    from kiosk.packs.store import usual_store

    store = usual_store()
    try:
        installed = store.install(source_at(arguments.path))
    except UnfitPackError as error:
        return _refused(error.problems, as_json=arguments.json)
    listed = find_pack(installed.pack.id, store)
    if arguments.json:
        warnings = [problem.values() for problem in installed.warnings]
        say_json({"installed": values_of(listed), "problems": warnings})
        return 0
    for problem in installed.warnings:
        say(f"{problem.severity}: {problem.line()}")
    say(line_of(listed))
    return 0


def _refused(problems: "tuple[Problem, ...]", *, as_json: bool) -> int:
    from kiosk.output import complain, say_json

    if as_json:
        values = [problem.values() for problem in problems]
        say_json({"installed": None, "problems": values})
        return 2
    for problem in problems:
        complain(f"{problem.severity}: {problem.line()}")
    complain("The pack is not installed; everything is as it was.")
    return 2
