"""The only meeting point of the engine's threads and Qt.

The render thread asks this object which portrait to render; the GUI thread polls it for
the newest picture on a timer of its own. No signal is queued for a frame.
"""

import time
from dataclasses import dataclass

from PySide6.QtGui import QImage

from kiosk.widgets.portrait import Shown
from pipeline.live import Burst, LivePicture, LivePortrait
from pipeline.runner import Runner
from pipeline.sources.base import FrameSource
from pipeline.status import Status
from pipeline.types import Frame, ImageBgra, TrackedFace


@dataclass(frozen=True, slots=True, eq=False)
class _Hung:
    """The portrait that hangs on the wall, and the number of its series."""

    portrait: LivePortrait
    series: int


@dataclass(frozen=True, slots=True, eq=False)
class _Rendered:
    picture: LivePicture
    series: int


class Bridge:
    """Runs the engine and hands its pictures to the window.

    Everything but the private render function belongs to the GUI thread.

    Args:
        source: Where frames come from.
    """

    def __init__(self, source: FrameSource) -> None:
        self._runner = Runner(source, self._render)
        self._hung: _Hung | None = None
        self._rendering: _Hung | None = None  # render thread only
        self._last: _Rendered | None = None  # render thread only
        self._resting = False
        self._matched = 0
        self._faces: tuple[TrackedFace, ...] = ()
        self._face_seen_s = time.monotonic()

    @property
    def status(self) -> Status:
        """One look at the engine."""
        return self._runner.status

    @property
    def matched(self) -> int:
        """Visitors in painted faces in the newest picture."""
        return self._matched

    @property
    def faces(self) -> tuple[TrackedFace, ...]:
        """Visitors in view in the newest picture, in pixels of the mirrored frame."""
        return self._faces

    def faceless_s(self) -> float:
        """Seconds since the last picture with a visitor in it."""
        return time.monotonic() - self._face_seen_s

    def hang(self, portrait: LivePortrait, series: int) -> None:
        """Show a portrait from the next frame on, and start the engine if needed.

        Args:
            portrait: Belongs to the render thread from now on.
            series: Marks its pictures.
        """
        self._hung = _Hung(portrait, series)
        self._faces = ()
        self._matched = 0
        self._face_seen_s = time.monotonic()
        self._runner.start()

    def burst(self) -> Burst:
        """The frames of the last second that show a visitor; may be empty."""
        return self._hung.portrait.burst() if self._hung else ()

    def rest(self, *, resting: bool) -> None:
        """Stop making pictures and forget what was seen, or go on."""
        self._resting = resting
        if resting and self._hung is not None:
            self._hung.portrait.forget()
            self._faces = ()
            self._matched = 0
        self._face_seen_s = time.monotonic()

    def pull(self) -> Shown | None:
        """Take the newest picture, or None when there is none since the last call."""
        rendered = self._runner.pictures.poll()
        if rendered is None:
            return None
        if self._hung is not None and rendered.series == self._hung.series:
            self._matched = rendered.picture.matched
            self._faces = rendered.picture.faces
        if self._matched:
            self._face_seen_s = time.monotonic()
        bgra = rendered.picture.bgra
        return Shown(image_of(bgra), rendered.series, bgra)

    def restart(self) -> None:
        """Start the engine again after a failure."""
        self._runner.stop()
        self._runner.start()

    def stop(self) -> None:
        """End both threads and forget every frame."""
        self._runner.stop()
        if self._hung is not None:
            self._hung.portrait.forget()
        self._hung = self._rendering = self._last = None

    def _render(self, frame: Frame) -> _Rendered:
        hung = self._hung
        if hung is None:
            raise RuntimeError("the engine was started with nothing to render")
        if self._resting and self._last is not None:
            return self._last
        if self._rendering is not None and self._rendering is not hung:
            self._rendering.portrait.forget()
        self._rendering = hung
        self._last = _Rendered(hung.portrait.render(frame), hung.series)
        return self._last


def image_of(bgra: ImageBgra) -> QImage:
    """Wrap an opaque picture without copying it; the caller keeps the array alive."""
    height, width = bgra.shape[:2]
    return QImage(bgra.data, width, height, bgra.strides[0], QImage.Format.Format_RGB32)
