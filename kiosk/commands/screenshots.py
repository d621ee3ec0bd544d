"""``kiosk screenshots``: every screen of the kiosk as a picture file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Subparsers

BOTH_SIZES = ((1080, 1920), (1920, 1080))
SMALLEST_PX = 320
LARGEST_PX = 8000
SMALLEST_DIAGONAL_IN = 5.0
LARGEST_DIAGONAL_IN = 150.0


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "screenshots",
        help="every screen of the kiosk as a picture",
        description=(
            "Opens the real kiosk where nobody sees it, lets the demo visitor walk "
            "through a visit and the staff area, and keeps a picture of every screen."
        ),
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="where they go"
    )
    parser.add_argument(
        "--size",
        type=_size,
        metavar="WxH",
        help="of the window in pixels (default: both 1080x1920 and 1920x1080)",
    )
    parser.add_argument(
        "--language",
        choices=("en", "ru", "de", "fr", "es"),
        default="en",
        help="what the kiosk speaks (default: en)",
    )
    parser.add_argument(
        "--diagonal-in",
        type=_diagonal_in,
        metavar="N",
        help="the screen's diagonal in inches (default: 32)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Make the pictures and tell where they are."""
    from kiosk.output import say
    from kiosk.rehearsal.screenshots import paint_screens

    sizes = (arguments.size,) if arguments.size else BOTH_SIZES
    for size_px in sizes:
        for path in paint_screens(
            arguments.out, size_px, arguments.language, arguments.diagonal_in
        ):
            say(str(path))
    return 0


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.casefold().partition("x")
    if width.isdecimal() and height.isdecimal():
        size = int(width), int(height)
        if all(SMALLEST_PX <= side <= LARGEST_PX for side in size):
            return size
    raise argparse.ArgumentTypeError(
        f"'{text}' must be like 1080x1920, each side from {SMALLEST_PX} to {LARGEST_PX}"
    )


def _diagonal_in(text: str) -> float:
    try:
        inches = float(text)
    except ValueError:
        inches = 0.0
    if SMALLEST_DIAGONAL_IN <= inches <= LARGEST_DIAGONAL_IN:
        return inches
    raise argparse.ArgumentTypeError(
        f"'{text}' must be from {SMALLEST_DIAGONAL_IN:.0f} to "
        f"{LARGEST_DIAGONAL_IN:.0f} inches"
    )
