"""The settings of one run, checked before anything starts. No Qt here."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_pictures_path

from kiosk.errors import SettingsError

DIAGONAL_VARIABLE = "VERNISSAGE_SCREEN_INCHES"
SMALLEST_DIAGONAL_IN = 5.0
LARGEST_DIAGONAL_IN = 150.0


@dataclass(frozen=True, slots=True)
class Settings:
    """How the kiosk runs.

    Attributes:
        source: As :func:`pipeline.sources.named.named_source` understands it, or None
            for the first camera and, where there is none, the built-in demo visitor.
        painting: Painting to begin with: ``pack/painting``, a picture file, or None for
            the first one.
        engine: Name of the engine.
        windowed: A normal window instead of the full screen.
        save_folder: Where finished portraits are kept.
        diagonal_in: The screen's diagonal in inches, or None to believe the screen.
        size_px: Width and height of a window that stands for a screen which is not
            there; None for a real screen.
        camera_backend: What OpenCV uses for a camera; ``any`` lets it choose.
    """

    source: str | None
    painting: str | None
    engine: str
    windowed: bool
    save_folder: Path
    diagonal_in: float | None
    size_px: tuple[int, int] | None = None
    camera_backend: str = "any"


def default_save_folder() -> Path:
    """The folder ``Vernissage`` among the user's pictures."""
    return user_pictures_path() / "Vernissage"


def configured_diagonal_in() -> float | None:
    """The screen's diagonal from the environment, in inches.

    Raises:
        SettingsError: If it is no sensible number.
    """
    text = os.environ.get(DIAGONAL_VARIABLE, "").strip()
    if not text:
        return None
    try:
        inches = float(text)
    except ValueError:
        inches = 0.0
    if not SMALLEST_DIAGONAL_IN <= inches <= LARGEST_DIAGONAL_IN:
        raise SettingsError(
            f"{DIAGONAL_VARIABLE} must be the screen's diagonal in inches, from "
            f"{SMALLEST_DIAGONAL_IN:.0f} to {LARGEST_DIAGONAL_IN:.0f}, not '{text}'."
        )
    return inches
