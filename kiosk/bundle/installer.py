"""Finds Inno Setup and lets it make the installer for Windows."""

import os
import shutil
from pathlib import Path
from typing import Final

from kiosk import __version__
from kiosk.bundle.contents import ROOT
from kiosk.bundle.icon import ICON

SCRIPT: Final = ROOT / "kiosk" / "bundle" / "windows" / "vernissage.iss"
_COMPILER: Final = "ISCC.exe"
_USUAL: Final = Path("Inno Setup 6") / _COMPILER


def find_compiler() -> Path | None:
    """Inno Setup's compiler: on the path, or where it installs itself."""
    found = shutil.which(_COMPILER)
    if found:
        return Path(found)
    for name in ("ProgramFiles(x86)", "ProgramFiles", "LOCALAPPDATA"):
        folder = os.environ.get(name)
        if not folder:
            continue
        for place in (Path(folder) / _USUAL, Path(folder) / "Programs" / _USUAL):
            if place.is_file():
                return place
    return None


def compile_command(compiler: Path, built: Path) -> list[str]:
    """What makes the installer; it lies beside the built program's folder afterwards.

    Args:
        compiler: From `find_compiler`.
        built: The built program's folder.
    """
    return [
        str(compiler),
        "/Qp",
        f"/DVersion={__version__}",
        f"/DBuilt={built.absolute()}",
        f"/DIcon={ICON}",
        str(SCRIPT),
    ]
