"""``kiosk packs new``: a folder of pictures and a spreadsheet become a pack."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.packs.making.draft import Draft
    from kiosk.packs.making.writing import Made, PackHead
    from kiosk.packs.problems import Problem


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "new",
        help="make a pack of a folder of pictures and a spreadsheet of titles",
        description=(
            "Makes a pack of a folder of pictures and, where there is one, a "
            "spreadsheet with a row for each: file, title, artist, year, museum, "
            "inventory number, credit line, description, category, rights, licensed "
            "until, source, valid from, valid until, from age. Headings may be "
            "English, German, French, Spanish or Russian, and title:de is the German "
            "title. What does not match "
            "is said with its row. Nothing is overwritten. The exit code is 1 if a row "
            "or picture was left out."
        ),
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="of the pictures")
    parser.add_argument(
        "--titles",
        type=Path,
        metavar="FILE",
        help="a CSV file or an Excel workbook; default: titles from file names",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="DIR",
        help="the pack's folder; default: named after its id, where you are",
    )
    parser.add_argument("--id", metavar="ID", help="the pack's id")
    parser.add_argument(
        "--title", metavar="TEXT", help="the pack's title; default: the folder's name"
    )
    parser.add_argument(
        "--publisher", default="", metavar="TEXT", help="who makes the pack"
    )
    parser.add_argument(
        "--licence",
        metavar="TEXT",
        help="under which the pack may be passed on; default: all rights reserved",
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Make the pack and tell what came of it."""
    from kiosk.output import Counter, say_json
    from kiosk.packs.making.draft import draft_pack
    from kiosk.packs.making.writing import write_pack

    draft = draft_pack(arguments.folder, arguments.titles)
    head = _head(arguments)
    tell = Counter("copying pictures")
    made = write_pack(draft, head, arguments.out or Path(head.id), tell)
    problems = (*draft.problems, *made.problems)
    if arguments.json:
        say_json(_values(draft, head, made, problems))
    else:
        _say(draft, made, problems)
    return int(bool(draft.rows_left or made.problems))


def _head(arguments: argparse.Namespace) -> "PackHead":
    from kiosk.packs.making.writing import DEFAULT_LICENCE, head_for

    return head_for(
        arguments.folder,
        pack_id=arguments.id,
        title=arguments.title,
        publisher=arguments.publisher,
        licence=arguments.licence or DEFAULT_LICENCE,
    )


def _say(draft: "Draft", made: "Made", problems: "tuple[Problem, ...]") -> None:
    from kiosk.output import say

    for problem in problems:
        say(f"{problem.severity}: {problem.line()}")
    told = f"{made.folder}: paintings {made.paintings}, told of by the spreadsheet "
    told += f"{draft.with_row}, rows without a picture {draft.rows_left}."
    say(told)
    say(f"Next: kiosk packs check {made.folder}; kiosk packs install {made.folder}")


def _values(
    draft: "Draft", head: "PackHead", made: "Made", problems: "tuple[Problem, ...]"
) -> dict[str, object]:
    return {
        "made": str(made.folder),
        "id": head.id,
        "title": head.title,
        "paintings": made.paintings,
        "with_row": draft.with_row,
        "rows_left": draft.rows_left,
        "problems": [problem.values() for problem in problems],
    }
