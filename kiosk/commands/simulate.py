"""``kiosk simulate``: the real kiosk with random visitors, as a soak test."""

import argparse
import math
import signal
import sys
from typing import TYPE_CHECKING

from kiosk.output import complain, say, say_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.rehearsal.figures import Figures
    from kiosk.rehearsal.house import House

DEFAULT_SIZE_PX = (1080, 1920)
SIDES_PX = (320, 8000)
MOST_VISITS = 1_000_000
FASTEST = 100.0


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "simulate",
        help="let random visitors use the kiosk, and see whether it forgets them all",
        description=(
            "Opens the real kiosk without a screen, in a folder of its own that is "
            "removed in the end, and touches it as visitors, children and staff do. "
            "Tells how the visits ended, what of a visitor was left over, memory, and "
            "for how long the window did not answer. Leaves with 1 if anything went "
            "wrong."
        ),
    )
    parser.add_argument(
        "--visits",
        type=_visits,
        required=True,
        metavar="N",
        help="how many visitors come",
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=0,
        metavar="S",
        help="the same seed, the same whims (default: 0)",
    )
    parser.add_argument(
        "--speed",
        type=_speed,
        default=1.0,
        metavar="X",
        help="how fast time-outs and countdown pass, 1 to 100 (default: 1)",
    )
    parser.add_argument(
        "--source",
        default="demo",
        metavar="SOURCE",
        help="demo, camera, camera:N, camera:NAME or a film file (default: demo)",
    )
    parser.add_argument(
        "--size",
        type=_size_px,
        default=DEFAULT_SIZE_PX,
        metavar="WxH",
        help="size of the window (default: 1080x1920)",
    )
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(arguments: argparse.Namespace) -> int:
    """Simulate and tell."""
    from kiosk.log import log_uncaught
    from kiosk.packs.library import open_library
    from kiosk.rehearsal.figures import Wanted
    from kiosk.rehearsal.simulation import simulate

    wanted = Wanted(
        arguments.visits,
        arguments.seed,
        arguments.speed,
        arguments.source,
        arguments.size,
    )
    hooks = sys.excepthook
    handlers = {
        number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)
    }
    log_uncaught()
    try:
        figures = simulate(
            wanted,
            open_library(),
            lambda done: complain(f"{done} of {wanted.visits} visits"),
            _interruptible,
        )
    finally:
        sys.excepthook = hooks
        for number, handler in handlers.items():
            signal.signal(number, handler)
    if arguments.json:
        say_json(figures.as_dict())
    else:
        tell(figures)
    return 0 if figures.good else 1


def tell(figures: "Figures") -> None:
    """Print the figures for people, one line each."""
    for name, value in figures.as_dict().items():
        if isinstance(value, dict):
            value = "  ".join(f"{inner} {count}" for inner, count in value.items())
        elif isinstance(value, list):
            value = ", ".join(value)
        elif value is None:
            value = "unknown"
        say(f"{name:16}{value}")


def _interruptible(house: "House") -> None:
    """Leave in order when somebody wants the program to end."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _stack: house.interrupt())


def _visits(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MOST_VISITS):
        raise argparse.ArgumentTypeError(f"{text!r} is not between 1 and {MOST_VISITS}")
    return int(text)


def _speed(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 1.0 <= value <= FASTEST:
        raise argparse.ArgumentTypeError(f"{text!r} is not between 1 and {FASTEST:g}")
    return value


def _size_px(text: str) -> tuple[int, int]:
    width, _, height = text.casefold().partition("x")
    if all(side.isascii() and side.isdigit() for side in (width, height)):
        size = int(width[:6]), int(height[:6])
        if all(SIDES_PX[0] <= side <= SIDES_PX[1] for side in size):
            return size
    least, most = SIDES_PX
    raise argparse.ArgumentTypeError(
        f"{text!r} must be like 1080x1920, each side from {least} to {most}"
    )
