"""A kiosk without a screen, in a folder of its own."""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap

from kiosk.app import App, Premises
from kiosk.backstage import PIN_FILE
from kiosk.bot.child import BotChild
from kiosk.current import CurrentSettings
from kiosk.errors import KioskError
from kiosk.packs.library import Library
from kiosk.packs.stock import Stock
from kiosk.qt import open_application
from kiosk.staff.facts import Rank
from kiosk.staff.pins import PinStore
from pipeline.sources.base import FrameSource
from pipeline.sources.named import named_source
from pipeline.types import ImageBgr, SizePx

logger = logging.getLogger(__name__)

PATIENCE_S = 60.0
GLANCE_MS = 10


class House:
    """Opens the real application offscreen; use it as a context.

    Pictures go to a service on this computer, or nowhere.

    Args:
        settings: How to run; without a source the demo visitor comes.
        library: The paintings.
        folder: For what the kiosk writes.
        size_px: Width and height of the window.
        speed: How fast the visit's clock runs.
        staff_pin: The owner's PIN; None leaves the staff area shut.
        source: Stands in for the one that the settings name.
        public: Whether to begin as on the very first start, with choosing a PIN.
        stock: The packs of the library, if they may change while it is open.
        bot: The service to be run beside it.
    """

    def __init__(
        self,
        settings: CurrentSettings,
        library: Library,
        folder: Path,
        size_px: SizePx,
        *,
        speed: float = 1.0,
        staff_pin: str | None = None,
        source: FrameSource | None = None,
        public: bool = False,
        stock: Stock | None = None,
        bot: BotChild | None = None,
    ) -> None:
        application = open_application(offscreen=True)
        camera = settings.now.camera
        named = camera.source or "demo"
        if staff_pin is not None:
            PinStore(folder / PIN_FILE).set_pin(Rank.OWNER, staff_pin)
        self._interrupted = False
        self.app = App(
            application,
            settings,
            library,
            source or named_source(named, backend=camera.backend),
            Premises(folder, size_px, speed, public=public, sends=False),
            stock,
            bot,
            no_camera=camera.source is None,
        )

    def __enter__(self) -> Self:
        """Open the kiosk."""
        self.app.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the kiosk for good."""
        self.app.dismantle()

    def interrupt(self) -> None:
        """Raise KeyboardInterrupt out of the next or the running wait.

        For a signal's handler: raised in a slot of Qt, it would be lost.
        """
        self._interrupted = True

    def wait(self, seconds: float) -> None:
        """Let the kiosk run."""
        end_s = time.monotonic() + seconds
        self._run_until(lambda: time.monotonic() >= end_s)

    def watch(self, happened: Callable[[], bool], most_s: float) -> bool:
        """Let the kiosk run until something has happened, but not for long.

        Args:
            happened: Tells.
            most_s: Longest wait.

        Returns:
            Whether it has.
        """
        end_s = time.monotonic() + most_s
        self._run_until(lambda: happened() or time.monotonic() > end_s)
        return happened()

    def until(
        self, happened: Callable[[], bool], what: str, patience_s: float = PATIENCE_S
    ) -> None:
        """Let the kiosk run until something has happened.

        Args:
            happened: Tells.
            what: In a word, for the complaint.
            patience_s: Longest wait.

        Raises:
            KioskError: If it does not happen.
        """
        if not self.watch(happened, patience_s):
            state = self.app.controller.state
            error = self.app.bridge.status.error
            raise KioskError(
                f"The visit does not get on: waiting for '{what}' in the state "
                f"'{state}'. {error}".rstrip()
            )

    def picture(self) -> ImageBgr:
        """The window as it is now."""
        return bgr_of(self.app.window.grab())

    def _run_until(self, over: Callable[[], bool]) -> None:
        loop = QEventLoop()
        glance = QTimer()
        glance.setTimerType(Qt.TimerType.PreciseTimer)
        glance.timeout.connect(
            lambda: loop.quit() if over() or self._interrupted else None
        )
        glance.start(GLANCE_MS)
        if not over():
            loop.exec()
        if self._interrupted:
            raise KeyboardInterrupt


def bgr_of(pixmap: QPixmap) -> ImageBgr:
    """Copy a pixmap into an image of the engine's kind."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    width, height = image.width(), image.height()
    bgrx = np.frombuffer(image.constBits(), np.uint8).reshape(
        height, image.bytesPerLine() // 4, 4
    )
    return np.ascontiguousarray(bgrx[:, :width, :3])
