"""``kiosk models add``: bring models of your own."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.actions import add_json

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "add",
        help="copy models of your own into the kiosk's folder",
        description=(
            "Copies a swapper, or a folder or zip file such as buffalo_l, into the "
            "folder of models. What is damaged, incomplete or of another kind is "
            "refused with the reason, and nothing is left half-copied."
        ),
    )
    parser.add_argument(
        "path", type=Path, metavar="PATH", help="a model, a folder or a zip file"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Copy them and say what came."""
    from kiosk.engines import models_folder
    from kiosk.models.adding import add_models
    from kiosk.output import say, say_json
    from kiosk.settings.read import load_or_default

    settings = load_or_default()[0].settings
    folder = models_folder(settings)
    added = add_models(arguments.path, folder)
    if arguments.json:
        say_json(
            {
                "folder": str(folder),
                "added": [
                    {
                        "file": one.path.relative_to(folder).as_posix(),
                        "kind": str(one.kind),
                        "sha256": one.sha256,
                    }
                    for one in added.files
                ],
                "known": list(added.known),
                "left_out": list(added.left_out),
            }
        )
        return 0
    for one in added.files:
        say(f"added: {one.path.relative_to(folder).as_posix()} ({one.kind})")
    for name in added.known:
        say(f"there already: {name}")
    for name in added.left_out:
        say(f"left out, of no use to the kiosk: {name}")
    if not settings.engine.licence.strip():
        say(
            "InsightFace's models are for research that earns nothing, unless you hold "
            "a licence. Until you state yours in engine.licence they are not used."
        )
    return 0
