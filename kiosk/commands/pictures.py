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
            "Plays a visit of the demo visitor in the real window, high and wide, and "
            "hangs the visitor's portrait in every painting on one sheet. Needs no "
            "screen. The pictures in the README are made by it."
        ),
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="where they go"
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the pictures and tell where they are."""
    import tempfile

    from kiosk.config import Settings, configured_diagonal_in
    from kiosk.output import say
    from kiosk.packs.library import open_library
    from kiosk.sheet import demo_in_all, paint_sheet
    from kiosk.tour import paint_visit
    from pipeline.images import write_image

    with tempfile.TemporaryDirectory() as elsewhere:
        settings = Settings(
            source=None,
            painting=None,
            engine="mesh",
            windowed=True,
            save_folder=Path(elsewhere) / "Pictures" / "Vernissage",
            diagonal_in=configured_diagonal_in(),
        )
        for path in paint_visit(settings, arguments.out, ".jpg"):
            say(str(path))
    sheet = arguments.out / SHEET_NAME
    write_image(sheet, paint_sheet(demo_in_all(open_library().paintings)))
    say(str(sheet))
    return 0
