"""Keeps finished portraits as files."""

from datetime import datetime
from pathlib import Path

from kiosk.errors import SavingError
from pipeline.errors import EngineError
from pipeline.images import write_image
from pipeline.types import ImageBgr

MOST_OF_A_SECOND = 100


def save_portrait(bgr: ImageBgr, folder: Path, painting_key: str) -> Path:
    """Write a portrait, whole or not at all, under a name with date and painting.

    Args:
        bgr: The portrait.
        folder: Made if it is not there.
        painting_key: ``pack/painting``.

    Returns:
        The file.

    Raises:
        SavingError: If it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _free_path(folder, painting_key.replace("/", "-"))
        write_image(path, bgr)
    except OSError as error:
        raise SavingError(
            f"The folder '{folder}' for portraits cannot be used: {error.strerror}."
        ) from error
    except EngineError as error:
        raise SavingError(f"The portrait cannot be kept: {error}") from error
    return path


def words_for_place(path: Path) -> str:
    """Say in few words where a file lies: the last two folders, then its name."""
    folders = [folder for folder in path.parent.parts if folder != path.anchor]
    return f"{'/'.join(folders[-2:])}\n{path.name}"


def _free_path(folder: Path, painting: str) -> Path:
    moment = datetime.now().astimezone().strftime("%Y-%m-%d_%H-%M-%S")
    for number in range(1, MOST_OF_A_SECOND):
        ending = "" if number == 1 else f"_{number}"
        path = folder / f"{moment}_{painting}{ending}.jpg"
        if not path.exists():
            return path
    raise SavingError("Too many portraits were finished in the same second.")
