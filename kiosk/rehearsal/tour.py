"""A demonstration visit in the real window, painted into picture files.

For machines without a screen, and for the pictures in the README.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from kiosk.current import CurrentSettings
from kiosk.errors import SavingError
from kiosk.flow import State
from kiosk.packs.library import Library, open_library
from kiosk.rehearsal.house import House
from kiosk.rehearsal.retouching import Retouching
from kiosk.rehearsal.staff_round import PIN
from kiosk.rehearsal.walk import Walk
from pipeline.images import write_image
from pipeline.types import ImageBgr, SizePx

SIZES_PX: dict[str, SizePx] = {"portrait": (1080, 1920), "landscape": (1920, 1080)}

EDITOR_PX: SizePx = (1280, 720)


def paint_visit(settings: CurrentSettings, folder: Path, suffix: str) -> list[Path]:
    """Play a visit in a high and in a wide window.

    Args:
        settings: As for the kiosk; without a source the demo visitor comes.
        folder: Where the pictures go; made if it is not there.
        suffix: ``.png`` or ``.jpg``.

    Returns:
        The window while it invites, asks, offers, lives and shows the result, for each
        size.

    Raises:
        KioskError: If there are no paintings, the folder cannot be used or the visit
            does not get on.
        EngineError: If the engine or the source cannot be used.
    """
    make_folder(folder)
    library = open_library()
    paths: list[Path] = []
    for number, (name, size_px) in enumerate(SIZES_PX.items()):
        for state, picture in _play(settings, library, size_px, number):
            path = folder / f"{name}-{state}{suffix}"
            write_image(path, picture)
            paths.append(path)
    return paths


def paint_editor(settings: CurrentSettings, folder: Path, suffix: str) -> list[Path]:
    """Let staff correct a painting in a wide window.

    Args:
        settings: As for the kiosk.
        folder: Where the pictures go; made if it is not there.
        suffix: ``.png`` or ``.jpg``.

    Returns:
        The editor with each of its tools.

    Raises:
        KioskError: If the folder cannot be used or the editor does not answer.
        EngineError: If the engine cannot be used.
    """
    make_folder(folder)
    paths: list[Path] = []
    with (
        tempfile.TemporaryDirectory() as own,
        House(settings, open_library(), Path(own), EDITOR_PX, staff_pin=PIN) as house,
    ):
        walk = Walk(house)
        walk.reach(State.ATTRACT)
        walk.staff_door()
        walk.type_pin(PIN)
        walk.reach(State.STAFF)
        for name, picture in Retouching(house, walk).pictures():
            path = folder / f"{name}{suffix}"
            write_image(path, picture)
            paths.append(path)
    return paths


def make_folder(folder: Path) -> None:
    """Make a folder for pictures.

    Raises:
        SavingError: If it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SavingError(
            f"The folder '{folder}' cannot be made: {error.strerror}."
        ) from error


def _play(
    settings: CurrentSettings, library: Library, size_px: SizePx, number: int
) -> Iterator[tuple[str, ImageBgr]]:
    with (
        tempfile.TemporaryDirectory() as own,
        House(settings, library, Path(own), size_px) as house,
    ):
        walk = Walk(house)
        house.until(lambda: house.app.complete, "the paintings")
        house.wait(1.0)
        yield "attract", house.picture()
        walk.begin()
        yield "consent", house.picture()
        walk.agree()
        house.wait(0.5)
        yield "choose", house.picture()
        shown = house.app.exhibition.shown
        asked = settings.now.visit.painting
        first = house.app.exhibition.first
        walk.choose(first.key if asked else shown[number % len(shown)].key)
        yield "live", walk.live_picture()
        walk.shoot()
        house.wait(0.5)
        yield "result", house.picture()
