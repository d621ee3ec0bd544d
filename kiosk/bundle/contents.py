"""What belongs into the built program, and what does not."""

import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Final, TypeAlias

Entry: TypeAlias = tuple[str, str, str]
"""A line of PyInstaller's lists: name in the program, path here, kind."""

ROOT: Final = Path(__file__).resolve().parents[2]
PROGRAM: Final = "kiosk"
FOLDER: Final = "vernissage"
INSIDE: Final = "_internal"
"""The folder beside the program that holds all it needs."""

SHIPPED: Final = (
    "LICENSE",
    "POLICY.md",
    "assets/bot/words.toml",
    "assets/consent/*.toml",
    "assets/fonts/*.ttf",
    "assets/models/*.binarypb",
    "assets/models/*.onnx",
    "assets/models/models.toml",
    "assets/privacy/*.toml",
    "assets/report/*.j2",
    "assets/translations/*.qm",
    "kiosk/bot/revisions/env.py",
    "kiosk/bot/revisions/versions/*.py",
    "museum_targets/masterpieces.toml",
    "museum_targets/studio/*",
)
"""Files of ours that the program reads. Alembic finds its steps as files."""

LIBRARIES_FILES: Final = {"skimage": ("data/astronaut.png",)}
"""Files of Python packages that we read ourselves: the demonstration visitor."""

HIDDEN: Final = (
    "aiosqlite",
    "psycopg_binary",
    "skimage.color",
    "skimage.metrics",
    "skimage.transform",
    "sqlalchemy.dialects.postgresql.psycopg",
    "sqlalchemy.dialects.sqlite.aiosqlite",
)
"""Modules that are only named while the program runs."""

LEFT_OUT: Final = (
    "IPython",
    "MySQLdb",
    "PyQt5",
    "PyQt6",
    "imageio",
    "insightface.app.mask_renderer",
    "insightface.app.person",
    "insightface.app.person_analysis",
    "insightface.app.privateframe",
    "insightface.commands",
    "insightface.gui",
    "insightface.thirdparty.face3d",
    "insightface_privateframe_bootstrap",
    "kiosk.launch.environment",
    "kiosk.launch.start",
    "matplotlib",
    "networkx",
    "onnx.backend.test",
    "onnx.reference",
    "onnxruntime.quantization",
    "onnxruntime.tools",
    "onnxruntime.transformers",
    "pandas",
    "psycopg2",
    "pydantic.mypy",
    "pysqlite2",
    "sklearn",
    "sympy",
    "tifffile",
    "tkinter",
    "torch",
)
"""Modules that libraries would take where they find them, and that we never run. What
packages for developers bring stays out anyway."""

AS_FILES: Final = (
    "PySide6",
    "certifi",
    "psycopg",
    "psycopg_binary",
    "shiboken6",
    "telegram",
    "tqdm",
)
"""Python packages whose licence lets everybody exchange them (LGPL, MPL): they lie in
the program's folder as plain source files and are run from there."""

_OTHERS: Final = ("kiosk.bundle", "kiosk.bot.revisions.")
"""Ours that the program does not load: what builds it, what Alembic runs as files."""

_UNUSED: Final = (
    "PySide6/Qt/plugins/networkinformation/*",
    "PySide6/Qt/plugins/platforms/*vkkhr*",
    "PySide6/Qt/plugins/platforms/*minimal*",
    "PySide6/Qt/plugins/platforms/*vnc*",
    "PySide6/Qt/plugins/platformthemes/*gtk*",  # would bring GTK along
    "PySide6/Qt/plugins/tls/*",
    "PySide6/Qt/translations/*",
    "PySide6/plugins/networkinformation/*",  # on Windows without the folder Qt
    "PySide6/plugins/platforms/*minimal*",
    "PySide6/plugins/tls/*",
    "PySide6/translations/*",
    "*/__pycache__/*",
    "boto3/examples/*",
    "cv2/qt/*",  # fonts and plugins of windows that OpenCV never opens here
)
_CLOUD_DATA: Final = "botocore/data/"
_CLOUD_SERVICES: Final = ("s3", "sso", "sso-oidc", "sts")
"""Of Amazon's 400 services: the store, and what finds the credentials for it."""


def our_files(root: Path = ROOT) -> list[tuple[str, str]]:
    """List the files of `SHIPPED` as PyInstaller wants them: path, folder.

    Raises:
        FileNotFoundError: If a pattern finds nothing.
    """
    found: list[tuple[str, str]] = []
    for pattern in SHIPPED:
        paths = sorted(path for path in root.glob(pattern) if path.is_file())
        if not paths:
            raise FileNotFoundError(f"There is no {pattern} to be shipped.")
        found += [
            (str(path), path.parent.relative_to(root).as_posix()) for path in paths
        ]
    return found


def our_modules(root: Path = ROOT) -> list[str]:
    """List every module of the application: commands are found while it runs."""
    return [
        *HIDDEN,
        *(name for package in ("kiosk", "pipeline") for name in _below(root, package)),
    ]


def used(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out the files of libraries that the program never reads."""
    return [entry for entry in entries if _is_used(entry[0].replace(os.sep, "/"))]


def _below(root: Path, package: str) -> Iterator[str]:
    for path in sorted((root / package).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        if (
            name not in LEFT_OUT
            and not name.startswith(_OTHERS)
            and parts[-1] != "__main__"
        ):
            yield name


def _is_used(name: str) -> bool:
    if name.startswith(_CLOUD_DATA):
        service, _, file = name.removeprefix(_CLOUD_DATA).partition("/")
        return not file or service in _CLOUD_SERVICES
    return not any(fnmatch(name, pattern) for pattern in _UNUSED)
