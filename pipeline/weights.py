"""Finds the model files and makes sure that they are the ones we ship.

Nothing is ever downloaded: the files lie in ``assets/models`` beside the packages, and
``assets/models/models.toml`` holds the size and SHA-256 of each.
"""

import functools
import hashlib
import tomllib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from pipeline.errors import ModelAlteredError, ModelMissingError

_RESTORE = (
    "Restore the folder assets/models from the release or run `git checkout -- "
    "assets/models`."
)


class Model(Enum):
    """The models, by their name in ``models.toml``."""

    YUNET = "yunet"
    MESH_468 = "mesh_468"
    MESH_478 = "mesh_478"
    BLENDSHAPES = "blendshapes"
    SELFIE = "selfie"
    SFACE = "sface"
    FACE_GEOMETRY = "face_geometry"


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """What the manifest says of one model.

    Attributes:
        file: Name of the file in the models' folder.
        purpose: What it is for, in a few words.
        licence: SPDX name of its licence.
        size_bytes: Its exact size.
        sha256: Its digest in hexadecimal.
    """

    file: str
    purpose: str
    licence: str
    size_bytes: int
    sha256: str


def models_folder() -> Path:
    """Return ``assets/models`` next to the packages, in a frozen bundle too."""
    return Path(__file__).resolve().parents[1] / "assets" / "models"


@functools.cache
def manifest(folder: Path | None = None) -> dict[Model, ModelEntry]:
    """Read the list of models.

    Args:
        folder: Where the models are; our own folder if None.

    Raises:
        ModelMissingError: If the list is not there.
        ModelAlteredError: If it cannot be understood.
    """
    path = (folder or models_folder()) / "models.toml"
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["model"]
        found = {str(entry["name"]): _entry(entry) for entry in entries}
        return {model: found[model.value] for model in Model}
    except OSError as error:
        raise ModelMissingError(
            f"The list of models, {path.name}, is missing. {_RESTORE}"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelAlteredError(
            f"The list of models, {path.name}, is damaged. {_RESTORE}"
        ) from error


@functools.cache
def model_path(model: Model, folder: Path | None = None) -> Path:
    """Find a model file and check it, once per process.

    Args:
        model: Which one.
        folder: Where the models are; our own folder if None.

    Raises:
        ModelMissingError: If the file is not there or cannot be read.
        ModelAlteredError: If its size or SHA-256 is not the shipped one.
    """
    entry = manifest(folder)[model]
    path = (folder or models_folder()) / entry.file
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelMissingError(
            f"The model {entry.file} ({entry.purpose}) is missing or unreadable. "
            f"{_RESTORE}"
        ) from error
    intact = len(content) == entry.size_bytes
    if not intact or hashlib.sha256(content).hexdigest() != entry.sha256:
        raise ModelAlteredError(
            f"The model {entry.file} ({entry.purpose}) is not the one that Vernissage "
            f"ships. {_RESTORE}"
        )
    return path


def _entry(table: dict[str, object]) -> ModelEntry:
    return ModelEntry(
        file=str(table["file"]),
        purpose=str(table["purpose"]),
        licence=str(table["licence"]),
        size_bytes=int(str(table["size_bytes"])),
        sha256=str(table["sha256"]),
    )
