"""``kiosk run``: the kiosk itself."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Subparsers
    from kiosk.config import Settings

PICTURES_FOLDER = "vernissage-pictures"


def add_parser(subparsers: "Subparsers") -> None:
    """Describe the command's arguments."""
    parser = subparsers.add_parser(
        "run",
        help="open the kiosk",
        description=(
            "Opens the kiosk over the whole screen; Escape leaves it. Where there is "
            "no screen, a demonstration visit is painted into picture files instead."
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
        default="any",
        metavar="NAME",
        help="for a camera that misbehaves: v4l2, dshow, msmf or avfoundation",
    )
    parser.add_argument(
        "--painting",
        metavar="PAINTING",
        help="the painting to begin with: pack/painting or a picture file",
    )
    parser.add_argument(
        "--engine", choices=("mesh",), default="mesh", help="how faces are painted"
    )
    parser.add_argument(
        "--save-to",
        type=Path,
        metavar="DIR",
        help=(
            "where portraits are kept (default: Vernissage among your pictures, or "
            "with the other picture files where there is no screen)"
        ),
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
    from kiosk.log import log_to_file, log_uncaught
    from kiosk.qt import screen_is_usable

    # First of all, while the process has a single thread.
    usable = screen_is_usable()
    log_to_file()
    log_uncaught()
    settings = _settings(arguments, usable=usable)
    return _open(settings) if usable else _paint(settings, arguments.out)


def _open(settings: "Settings") -> int:
    from kiosk.app import App, choose_source
    from kiosk.packs.library import open_library
    from kiosk.qt import open_application

    application = open_application()
    source, no_camera = choose_source(settings.source, settings.camera_backend)
    app = App(settings, open_library(), source, no_camera=no_camera)
    return app.run(application)


def _paint(settings: "Settings", folder: Path) -> int:
    from kiosk.output import say
    from kiosk.tour import paint_visit

    say(
        "No screen can be used here, so a demonstration visit is painted into pictures."
    )
    for path in paint_visit(settings, folder, ".png"):
        say(str(path))
    return 0


def _settings(arguments: argparse.Namespace, *, usable: bool) -> "Settings":
    from kiosk.config import Settings, configured_diagonal_in, default_save_folder

    usual = default_save_folder() if usable else arguments.out
    return Settings(
        source=arguments.source,
        camera_backend=arguments.camera_backend,
        painting=arguments.painting,
        engine=arguments.engine,
        windowed=arguments.windowed,
        save_folder=arguments.save_to or usual,
        diagonal_in=configured_diagonal_in(),
    )
