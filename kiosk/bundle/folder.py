"""Adds to the built program's folder what people look for beside it."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from kiosk.bundle.contents import ROOT
from kiosk.bundle.licence_folder import write_licences
from kiosk.bundle.licences import Part

DEPLOY: Final = "deploy"
READ_ME: Final = "README.txt"


def finish(place: Path, parts: Sequence[Part], root: Path = ROOT) -> None:
    """Add licences, the files for a venue's computer, and a word on what is what.

    Args:
        place: The program's folder.
        parts: What is in it, with its licences.
        root: Our folder.
    """
    write_licences(parts, place)
    source = root / "assets" / DEPLOY
    projects = shutil.ignore_patterns("*.pyw")  # starts the project, not the program
    shutil.copytree(source, place / DEPLOY, ignore=projects, dirs_exist_ok=True)
    shutil.copyfile(root / "kiosk" / "bundle" / "readme.txt", place / READ_ME)
