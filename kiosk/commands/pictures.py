"""``kiosk pictures``: the pictures that show what the kiosk looks like."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Subparsers

SHEET_NAME = "sheet.jpg"


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "pictures",
        help="make pictures of the window and of every painting with the demo visitor",
        description=(
            "Plays a visit of the demo visitor in the real window, high and wide, lets "
            "staff correct a painting, and hangs the visitor's portrait in every "
            "painting on one sheet. Needs no screen. The pictures in the README are "
            "made by it."
        ),
    )
    parser.add_argument(
        "--packs",
        action="store_true",
        help="show instead how a pack is made, installed and chosen from",
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="where they go"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the pictures and tell where they are."""
    from kiosk.current import CurrentSettings
    from kiosk.output import say
    from kiosk.pack_story import paint_story
    from kiosk.packs.library import open_library
    from kiosk.rehearsal.tour import paint_editor, paint_visit
    from kiosk.sheet import demo_in_all, paint_sheet
    from pipeline.images import write_image

    if arguments.packs:
        for path in paint_story(arguments.out):
            say(str(path))
        return 0
    settings = CurrentSettings.usual(arguments.out / "settings.toml")
    for path in paint_visit(settings, arguments.out, ".jpg"):
        say(str(path))
    for path in paint_editor(settings, arguments.out, ".jpg"):
        say(str(path))
    sheet = arguments.out / SHEET_NAME
    write_image(sheet, paint_sheet(demo_in_all(open_library().paintings)))
    say(str(sheet))
    return 0
