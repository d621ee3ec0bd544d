"""A demonstration visit in the real window, painted into picture files.

For machines without a screen, and for the pictures in the README.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication

from kiosk.app import App
from kiosk.config import Settings
from kiosk.errors import KioskError, SavingError
from kiosk.packs.library import Library, open_library
from kiosk.qt import open_application
from pipeline.images import write_image
from pipeline.sources.named import named_source
from pipeline.types import ImageBgr, SizePx, TrackedFace

logger = logging.getLogger(__name__)

SIZES_PX: dict[str, SizePx] = {"portrait": (1080, 1920), "landscape": (1920, 1080)}
PATIENCE_S = 60.0
EYES = ((159, 145, 33, 133), (386, 374, 263, 362))
"""Points of the mesh at the upper lid, the lower lid and the corners of each eye."""
OPEN_EYE_RATIO = 0.2
LIVELY_AFTER_S = 1.5
"""Long enough for fades to end and the visitor to move."""


def paint_visit(settings: Settings, folder: Path, suffix: str) -> list[Path]:
    """Play a visit in a high and in a wide window.

    Args:
        settings: As for the kiosk; without a source the demo visitor comes.
        folder: Where the pictures go; made if it is not there.
        suffix: ``.png`` or ``.jpg``.

    Returns:
        The window while choosing, living and with the result, and the portrait itself,
        for each size.

    Raises:
        KioskError: If there are no paintings, the folder cannot be used or the visit
            does not get on.
        EngineError: If the engine or the source cannot be used.
    """
    application = open_application(offscreen=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SavingError(
            f"The folder '{folder}' cannot be made: {error.strerror}."
        ) from error
    library = open_library()
    paths: list[Path] = []
    for number, (name, size_px) in enumerate(SIZES_PX.items()):
        visit = replace(settings, windowed=True, size_px=size_px)
        if visit.painting is None and library.paintings:
            several = library.paintings
            visit = replace(visit, painting=several[number % len(several)].key)
        for state, picture in _play(application, visit, library):
            path = folder / f"{name}-{state}{suffix}"
            write_image(path, picture)
            paths.append(path)
    return paths


def _play(
    application: QApplication, settings: Settings, library: Library
) -> list[tuple[str, ImageBgr]]:
    source = named_source(settings.source or "demo", backend=settings.camera_backend)
    app = App(settings, library, source, no_camera=settings.source is None)

    def until(happened: Callable[[], bool]) -> None:
        deadline_s = time.monotonic() + PATIENCE_S
        while not happened():
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.002)
            if time.monotonic() > deadline_s:
                sentence = app.bridge.status.error or app.live.hint or app.live.notice
                raise KioskError(f"The demonstration visit does not get on. {sentence}")

    pictures = []
    app.start()
    try:
        until(lambda: app.live.complete)
        pictures.append(("choose", bgr_of(app.window.grab())))
        until(lambda: app.bridge.matched > 0)
        lively_s = time.monotonic() + LIVELY_AFTER_S
        until(lambda: time.monotonic() > lively_s and _look_good(app.bridge.faces))
        pictures.append(("live", bgr_of(app.window.grab())))
        until(lambda: _taken(app))
        pictures.append(("result", bgr_of(app.window.grab())))
    finally:
        app.stop()
    return pictures


def _taken(app: App) -> bool:
    """Press the shutter until the result is there: a visitor may look away."""
    if not app.controller.finishing:
        app.controller.take()
    return app.window.currentWidget() is app.result


def _look_good(faces: tuple[TrackedFace, ...]) -> bool:
    """Whether somebody is there and all eyes are open."""
    return bool(faces) and all(
        np.linalg.norm(points[upper] - points[lower])
        > OPEN_EYE_RATIO * np.linalg.norm(points[outer] - points[inner])
        for points in (face.mesh.points_px[:, :2] for face in faces)
        for upper, lower, outer, inner in EYES
    )


def bgr_of(pixmap: QPixmap) -> ImageBgr:
    """Copy a pixmap into an image of the engine's kind."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    width, height = image.width(), image.height()
    bgrx = np.frombuffer(image.constBits(), np.uint8).reshape(
        height, image.bytesPerLine() // 4, 4
    )
    return np.ascontiguousarray(bgrx[:, :width, :3])
