"""The only meeting point of the engine's threads and Qt.

The engine's threads ask this object whose portrait they look for and paint; the GUI
thread polls it for the newest picture on a timer of its own. No signal is queued for a
frame.
"""

import threading
import time
from dataclasses import dataclass

from PySide6.QtGui import QImage

from kiosk.widgets.portrait import Shown
from pipeline.guidance import Guidance
from pipeline.life import Life
from pipeline.live import Burst, LivePicture, LivePortrait, Sight
from pipeline.runner import Runner
from pipeline.sources.base import FrameSource
from pipeline.status import State, Status
from pipeline.types import Frame, ImageBgra, TrackedFace

SCREEN_FIRST_S = 0.12
"""Beside the engine a screen takes so long to come up on two slow cores, twice what it
needs alone."""
LOST = (State.WAITING_FOR_SOURCE, State.FAILED)
"""States in which nobody can be seen."""


@dataclass(frozen=True, slots=True, eq=False)
class _Hung:
    """The portrait that hangs on the wall.

    Attributes:
        portrait: Renders it.
        series: Marks its pictures.
        plain: The painting with nobody in it.
    """

    portrait: LivePortrait
    series: int
    plain: LivePicture


@dataclass(frozen=True, slots=True, eq=False)
class _Looked:
    """What was seen in a frame, on its way to the painting it was looked at for."""

    hung: _Hung
    sight: Sight


@dataclass(slots=True, eq=False)
class _Rendered:
    """A picture on its way to the window; can be wiped wherever it is."""

    hung: _Hung
    picture: LivePicture

    def wipe(self) -> None:
        self.picture = self.hung.plain


class Bridge:
    """Runs the engine and hands its pictures to the window.

    No frame is read but between ``open`` and ``close``. Everything but the private
    functions that look and paint belongs to the GUI thread, which never waits for a
    frame in work: forgetting only notes the time, and what comes of frames from before
    that time is thrown away by the engine's threads themselves.

    Args:
        source: Where frames come from.
    """

    def __init__(self, source: FrameSource) -> None:
        self._runner = self._runner_of(source)
        self._hung: _Hung | None = None
        self._lock = threading.Lock()
        self._at_work: _Hung | None = None  # under the lock
        self._last: _Rendered | None = None  # under the lock
        self._due: _Rendered | None = None
        self._plain_pulled = False
        self._resting = False
        self._since_s = 0.0  # frames from before it are of nobody's concern any more
        self._seen: LivePicture | None = None

    @property
    def status(self) -> Status:
        """One look at the engine."""
        return self._runner.status

    @property
    def running(self) -> bool:
        """Whether frames come and pictures are made of them."""
        return self.status.state is State.RUNNING

    @property
    def matched(self) -> int:
        """Visitors in painted faces in the newest picture."""
        return self._seen.matched if self._seen else 0

    @property
    def faces(self) -> tuple[TrackedFace, ...]:
        """Visitors in view in the newest picture, in pixels of the mirrored frame."""
        return self._seen.faces if self._seen else ()

    @property
    def guidance(self) -> Guidance | None:
        """What would make the newest picture better; None while nobody looks."""
        return self._seen.guidance if self._seen else None

    @property
    def life(self) -> Life:
        """Whether those in the newest picture are alive."""
        return self._seen.life if self._seen else Life.UNKNOWN

    @property
    def glimpse(self) -> QImage | None:
        """The newest camera picture, small, with pixels of its own; None if unseen."""
        if self._seen is None or self._seen.glimpse_bgra is None:
            return None
        return image_of(self._seen.glimpse_bgra).copy()

    def watch(self, source: FrameSource) -> None:
        """Take another source from the next opening on; closes the old one."""
        self.close()
        self._runner = self._runner_of(source)

    def open(self) -> None:
        """Begin to read frames: the visitor has agreed."""
        self._since_s = time.monotonic()
        self._resting = False
        self._runner.start()

    def close(self) -> None:
        """Read no more frames and forget all of them, without waiting for a driver."""
        self._runner.end()
        self.rest(resting=True)

    def give_way(self) -> None:
        """Leave the processor to a screen that comes up, until it is painted."""
        self._runner.give_way(SCREEN_FIRST_S)

    def hang(self, portrait: LivePortrait, series: int) -> None:
        """Show a portrait from the next frame on.

        Where no frames come the painting is shown with nobody in it.

        Args:
            portrait: Belongs to the engine's threads from now on.
            series: Marks its pictures.
        """
        hung = _Hung(portrait, series, portrait.plain())
        self._hung = hung
        self._see_nobody()
        self._plain_pulled = False
        self._due = None if self.running else _Rendered(hung, hung.plain)

    def burst(self) -> Burst:
        """The frames of the last second that show a visitor; may be empty."""
        if self._hung is None or self._resting or not self.running:
            return ()
        shots = self._hung.portrait.burst()
        return tuple(shot for shot in shots if shot.frame.time_s > self._since_s)

    def rest(self, *, resting: bool) -> None:
        """Make no pictures and forget who was seen, or go on."""
        self._resting = resting
        if resting:
            self.forget()

    def forget(self) -> None:
        """Forget who was seen, down to the picture on its way to the window.

        Never waits: what a frame in work leaves behind is forgotten as soon as it ends.
        The next picture is the painting with nobody in it.
        """
        with self._lock:
            self._since_s = time.monotonic()
            hung, last = self._at_work, self._last
            self._at_work = self._last = None
            if last is not None:
                last.wipe()
        if hung is not None:
            hung.portrait.forget()
        self._runner.pictures.poll()
        if self._hung is not None and not self._plain_pulled:
            self._due = _Rendered(self._hung, self._hung.plain)
        self._see_nobody()

    def pull(self) -> Shown | None:
        """Take the newest picture, or None when there is none since the last call."""
        rendered = self._runner.pictures.poll()
        if rendered is None or rendered.hung is self._hung:
            rendered, self._due = rendered or self._due, None
        if rendered is None:
            return None
        if rendered.hung is self._hung:
            self._seen = rendered.picture
        self._plain_pulled = rendered.picture is rendered.hung.plain
        return _shown(rendered)

    def stop(self) -> None:
        """End the engine's threads and forget every frame."""
        self._runner.stop()
        self.rest(resting=True)
        self._hung = self._due = None
        self._resting = False

    def _see_nobody(self) -> None:
        self._seen = None

    def _runner_of(self, source: FrameSource) -> Runner[_Rendered | None]:
        return Runner(source, self._paint, look=self._look)

    def _look(self, frame: Frame) -> _Looked | None:
        with self._lock:
            hung, before = self._hung, self._at_work
            if hung is None or self._resting or frame.time_s <= self._since_s:
                return None
            self._at_work = hung
        if before is not None and before is not hung:
            before.portrait.forget()
        looked = _Looked(hung, hung.portrait.look(frame))
        with self._lock:
            if self._concerns(looked):
                return looked
        hung.portrait.forget()
        return None

    def _paint(self, looked: _Looked) -> _Rendered | None:
        hung = looked.hung
        with self._lock:
            if self._resting or not self._concerns(looked):
                return None
            if self.status.state in LOST:
                return _Rendered(hung, hung.plain)
        rendered = _Rendered(hung, hung.portrait.paint(looked.sight))
        with self._lock:
            if self._concerns(looked):
                self._last = rendered
                return rendered
        hung.portrait.forget()
        return None

    def _concerns(self, looked: _Looked) -> bool:
        """Whether nobody was forgotten and nothing else hung since; under the lock."""
        is_new = looked.sight.frame.time_s > self._since_s
        return is_new and self._at_work is looked.hung


def _shown(rendered: _Rendered) -> Shown:
    bgra = rendered.picture.bgra
    return Shown(image_of(bgra), rendered.hung.series, bgra)


def image_of(bgra: ImageBgra) -> QImage:
    """Wrap an opaque picture without copying it; the caller keeps the array alive."""
    height, width = bgra.shape[:2]
    return QImage(bgra.data, width, height, bgra.strides[0], QImage.Format.Format_RGB32)
