"""``kiosk stats merge``: the session logs of several kiosks in one file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "merge",
        help="put the session logs of several kiosks into one file",
        description=(
            "Copies session logs into a new file, each visit once, however often and "
            "in however many copies it is given. 'show' and 'export' read the new file "
            "with --database. The logs are only read."
        ),
    )
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="a session log; its name, or its folder's, becomes the kiosk's",
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help="the new file"
    )
    parser.add_argument("--json", action="store_true", help="tell the result as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Merge and tell."""
    from kiosk.output import complain, say, say_json
    from kiosk.stats.merge import merge

    merged = merge(arguments.files, arguments.out, complain)
    if arguments.json:
        say_json(
            {
                "file": str(arguments.out),
                "kiosks": merged.kiosks,
                "visits": merged.visits,
                "given_more_than_once": merged.repeated,
            }
        )
    else:
        say(
            f"Written: {arguments.out}, with {merged.visits} visits of "
            f"{merged.kiosks} kiosks; {merged.repeated} were given more than once."
        )
    return 0
