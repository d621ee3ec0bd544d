"""``kiosk packs install``: a pack comes in."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.output import Counter
    from kiosk.packs.arrival import Step
    from kiosk.packs.problems import Problem


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "install",
        help="check a pack and show it to visitors",
        description=(
            "Checks a pack, looks for the faces in its paintings and puts it in force; "
            "a kiosk that runs takes it up by itself. The version before is kept, so "
            "that 'rollback' can go back to it."
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
    from kiosk.packs.installing import install_prepared, problems_with
    from kiosk.packs.library import find_pack
    from kiosk.packs.preparations import usual_preparations
    from kiosk.packs.problems import UnfitPackError
    from kiosk.packs.store import usual_store

    store, preparations = usual_store(), usual_preparations()
    source = source_at(arguments.path)
    try:
        installed = install_prepared(store, preparations, source, _Steps())
    except UnfitPackError as error:
        return _refused(error.problems, as_json=arguments.json)
    problems = problems_with(installed, preparations)
    listed = find_pack(installed.pack.id, store)
    if arguments.json:
        values = [problem.values() for problem in problems]
        say_json({"installed": values_of(listed), "problems": values})
        return 0
    for problem in problems:
        say(f"{problem.severity}: {problem.line()}")
    say(line_of(listed))
    return 0


class _Steps:
    """Says how far the installation is."""

    def __init__(self) -> None:
        self._counters: dict[str, Counter] = {}

    def __call__(self, step: "Step", done: int, whole: int) -> None:
        from kiosk.output import Counter

        in_mb = step in {"unpack", "copy"}
        counter = self._counters.setdefault(
            step, Counter(f"{step}, MB" if in_mb else step)
        )
        per = 1_000_000 if in_mb else 1
        counter(done // per, whole // per)


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
