"""``kiosk run``: the kiosk itself."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.output import complain, say

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.current import CurrentSettings

PICTURES_FOLDER = "vernissage-pictures"


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "run",
        help="open the kiosk",
        description=(
            "Opens the kiosk over the whole screen. Staff leave it with their PIN; "
            "until one is set, Escape does. Where there is no screen, a demonstration "
            "visit is painted into picture files instead. What is given here goes "
            "before the settings file."
        ),
    )
    parser.add_argument(
        "--windowed", action="store_true", help="a plain window on the desk"
    )
    parser.add_argument(
        "--source",
        metavar="SOURCE",
        help=(
            "demo, camera, camera:N, camera:NAME or a film file (default: the first "
            "camera, or the demo visitor where there is none)"
        ),
    )
    parser.add_argument(
        "--camera-backend",
        metavar="NAME",
        help="for a camera that misbehaves: v4l2, dshow, msmf or avfoundation",
    )
    parser.add_argument(
        "--painting",
        metavar="PAINTING",
        help="the painting to begin with: pack/painting or a picture file",
    )
    parser.add_argument(
        "--engine",
        choices=("mesh", "insightface", "hybrid"),
        help="how faces are painted",
    )
    parser.add_argument(
        "--out",
        type=Path,
        default=Path(PICTURES_FOLDER),
        metavar="DIR",
        help=f"for picture files where there is no screen (default: {PICTURES_FOLDER})",
    )


def run(arguments: argparse.Namespace) -> int:
    """Open the kiosk, or paint a visit where there is no screen."""
    from kiosk.log import log_to_file
    from kiosk.qt import screen_is_usable

    # First of all, while the process has a single thread.
    usable = screen_is_usable()
    log_to_file()
    settings = current_settings(arguments)
    if settings.mistakes:
        complain(settings.mistakes)
    return _open(settings) if usable else _paint(settings, arguments.out)


def current_settings(arguments: argparse.Namespace) -> "CurrentSettings":
    """The settings in force, with what the command line says before them."""
    from kiosk.current import CurrentSettings
    from kiosk.settings.read import load_or_default

    said = {
        ("camera", "source"): arguments.source,
        ("camera", "backend"): arguments.camera_backend,
        ("engine", "name"): arguments.engine,
        ("screen", "windowed"): arguments.windowed or None,
        ("visit", "painting"): arguments.painting,
    }
    given = {name: value for name, value in said.items() if value is not None}
    loaded, mistakes = load_or_default()
    return CurrentSettings(loaded, mistakes, given)


def _open(settings: "CurrentSettings") -> int:
    from kiosk.app import App, Premises
    from kiosk.bot.child import BotChild
    from kiosk.packs.stock import Stock
    from kiosk.packs.store import usual_store
    from kiosk.places import data_folder
    from kiosk.qt import open_application
    from kiosk.sources import choose_source

    application = open_application()
    camera = settings.now.camera
    source, no_camera = choose_source(camera.source, camera.backend)
    premises = Premises(settings.now.storage.folder or data_folder())
    stock, bot = Stock(usual_store()), settings.now.bot
    return App(
        application,
        settings,
        stock.open(),
        source,
        premises,
        stock,
        BotChild(bot) if bot.token.get_secret_value() else None,
        no_camera=no_camera,
    ).run()


def _paint(settings: "CurrentSettings", folder: Path) -> int:
    from kiosk.rehearsal.tour import paint_visit

    say(
        "No screen can be used here, so a demonstration visit is painted into pictures."
    )
    for path in paint_visit(settings, folder, ".png"):
        say(str(path))
    return 0
