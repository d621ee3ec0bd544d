"""``kiosk privacy dpia``: a data protection impact assessment of this very kiosk."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiosk.cli import Subparsers


def add_action(actions: "Subparsers") -> None:
    """Describe the action's arguments."""
    parser = actions.add_parser(
        "dpia",
        help="write a data protection impact assessment, filled from the settings",
        description=(
            "Writes a template for a data protection impact assessment in which "
            "everything that the settings tell is filled in. It is English, and no "
            "legal advice."
        ),
    )
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="FILE",
        help="a .md or .html file that is not there yet",
    )


def run(arguments: argparse.Namespace) -> int:
    """Fill it in and write it."""
    from kiosk.errors import KioskError
    from kiosk.output import say
    from kiosk.privacy.dpia import ENDINGS, as_html, as_markdown, fill_dpia
    from kiosk.settings.read import load_settings

    out: Path = arguments.out
    if out.suffix.lower() not in ENDINGS:
        raise KioskError(f"The name of the file must end in {' or '.join(ENDINGS)}.")
    sections = fill_dpia(load_settings().settings)
    is_page = out.suffix.lower() == ".html"
    text = as_html(sections) if is_page else as_markdown(sections)
    try:
        with out.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise KioskError(f"{out} is there already. Name another file.") from error
    except OSError as error:
        reason = error.strerror or "the disk refuses"
        raise KioskError(f"{out} cannot be written: {reason}.") from error
    say(str(out))
    return 0
