"""The composition root: builds everything, connects it and takes it down in order."""

import logging
import signal

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from kiosk.bridge import Bridge
from kiosk.config import Settings
from kiosk.controller import Controller
from kiosk.easel import Easel
from kiosk.errors import PackError
from kiosk.packs.library import Library
from kiosk.packs.manifest import PackPainting
from kiosk.screens.live import LiveScreen
from kiosk.screens.result import ResultScreen
from kiosk.tasks import Tasks
from kiosk.theme import px_per_mm, screen_px_per_mm
from kiosk.widgets.card import CardText
from kiosk.window import KioskWindow
from pipeline.images import read_image
from pipeline.sources.base import FrameSource
from pipeline.sources.cameras import list_cameras
from pipeline.sources.named import named_source

logger = logging.getLogger(__name__)

LISTEN_MS = 200
GLANCE_PIXELS = 100_000
"""Enough to find out whether a file is a picture."""


class App(QObject):
    """The kiosk.

    Args:
        settings: How to run.
        library: The paintings.
        source: Where the visitor comes from.
        no_camera: Whether the demo visitor stands in because there is no camera.

    Raises:
        PackError: If there is no painting, or not the one that was asked for.
        ImageUnreadableError: If the one that was asked for is no picture.
    """

    def __init__(
        self,
        settings: Settings,
        library: Library,
        source: FrameSource,
        *,
        no_camera: bool = False,
    ) -> None:
        super().__init__()
        paintings, first = choose_paintings(library, settings.painting)
        self.window = KioskWindow(windowed=settings.windowed)
        self._size_px = settings.size_px
        if settings.size_px is None:
            scale = screen_px_per_mm(self.window.screen(), settings.diagonal_in)
        else:
            scale = px_per_mm(settings.size_px, settings.diagonal_in)
        self.bridge = Bridge(source)
        self.live = LiveScreen(self.bridge.pull, scale)
        self.result = ResultScreen(scale)
        self.window.addWidget(self.live)
        self.window.addWidget(self.result)
        easel = Easel(settings.engine, settings.save_folder)
        self.controller = Controller(
            self.live, self.result, self.bridge, easel, Tasks(self), paintings
        )
        self._first = first
        self.live.set_paintings([card_text(painting) for painting in paintings])
        if no_camera:
            self.live.set_status(
                self.tr("Demonstration: no\N{NO-BREAK SPACE}camera is connected")
            )
        self._connect()

    def start(self) -> None:
        """Show the window and begin."""
        self.window.open(self._size_px)
        self.controller.start(self._first.key)
        logger.info("the kiosk is open")

    def stop(self) -> None:
        """Take everything down; harmless when repeated."""
        self.controller.stop()
        self.window.hide()
        logger.info("the kiosk is closed")

    def run(self, application: QApplication) -> int:
        """Open the kiosk and stay until it is closed.

        Returns:
            The exit code.
        """
        # Python only hears signals while Python code runs.
        listen = QTimer(self)
        listen.timeout.connect(lambda: None)
        listen.start(LISTEN_MS)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda _number, _stack: self._leave_soon())
        self.window.closed.connect(self._leave_soon)
        self.start()
        try:
            return application.exec()
        finally:
            self.stop()

    def _leave_soon(self) -> None:
        """End the run, even if it has not quite begun."""
        QTimer.singleShot(0, QApplication.quit)

    def _connect(self) -> None:
        self.controller.result_wanted.connect(
            lambda: self.window.setCurrentWidget(self.result)
        )
        self.controller.live_wanted.connect(
            lambda: self.window.setCurrentWidget(self.live)
        )
        self.window.step_wanted.connect(self._on_step_wanted)
        self.window.shutter_wanted.connect(self._on_shutter_wanted)

    def _on_step_wanted(self, by: int) -> None:
        if self.window.currentWidget() is self.live:
            self.controller.step(by)

    def _on_shutter_wanted(self) -> None:
        if self.window.currentWidget() is self.live:
            self.live.shutter.click()
        else:
            self.result.again.click()


def choose_source(
    spec: str | None, camera_backend: str = "any"
) -> tuple[FrameSource, bool]:
    """Open the source that was asked for, or find one.

    Args:
        spec: What :func:`pipeline.sources.named.named_source` understands, or None for
            the first camera and, where there is none, the demo visitor.
        camera_backend: What OpenCV uses for a camera.

    Returns:
        The source, and whether the demo visitor stands in for a missing camera.
    """
    if spec is not None:
        return named_source(spec, backend=camera_backend), False
    if list_cameras():
        return named_source("camera", backend=camera_backend), False
    return named_source("demo"), True


def choose_paintings(
    library: Library, wanted: str | None
) -> tuple[tuple[PackPainting, ...], PackPainting]:
    """All paintings to offer, and the one to begin with.

    Raises:
        PackError: If there is none, or not the one that is wanted.
        ImageUnreadableError: If the one that is wanted is no picture.
    """
    paintings = library.paintings
    if wanted is None:
        if not paintings:
            raise PackError(
                "There are no paintings: put a pack into museum_targets or name a "
                "picture file with --painting."
            )
        return paintings, paintings[0]
    first = library.find(wanted)
    read_image(first.image, max_pixels=GLANCE_PIXELS)
    if first not in paintings:
        paintings = (first, *paintings)
    return paintings, first


def card_text(painting: PackPainting) -> CardText:
    """What a painting's card says."""
    return CardText(painting.key, painting.title(), painting.artist(), painting.year)
