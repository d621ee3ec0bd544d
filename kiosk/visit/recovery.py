"""Out of order: when to try again, and whether it would help."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from kiosk.easel import Easel
from kiosk.failures import ErrorKind
from kiosk.flow import State
from kiosk.packs.manifest import PackPainting
from kiosk.tasks import Tasks
from kiosk.visit.hanging import sentence_of
from pipeline.errors import EngineError, SourceError
from pipeline.sources.cameras import cameras_are_listed, choose_camera, known_cameras
from pipeline.sources.named import named_source

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 5.0
"""Between visits the source is looked for so often; no frame is read."""
FIRST_TRY_S = 5.0
LONGEST_WAIT_S = 120.0
TRUSTED_AFTER_S = 120.0
"""Without a failure for so long, the next one is met with the first delay again."""


@dataclass(slots=True)
class Delays:
    """Growing delays between tries; all times are seconds of one clock."""

    _wait_s: float = FIRST_TRY_S
    _next_s: float = 0.0
    _failed_s: float = float("-inf")

    def fail(self, now_s: float) -> None:
        """Note a failure."""
        if now_s - self._failed_s > TRUSTED_AFTER_S + self._wait_s:
            self._wait_s = FIRST_TRY_S
        self._failed_s = now_s
        self._next_s = now_s + self._wait_s
        self._wait_s = min(2.0 * self._wait_s, LONGEST_WAIT_S)

    def hasten(self, now_s: float) -> None:
        """Make the next try due."""
        self._next_s = min(self._next_s, now_s)

    def due(self, now_s: float) -> bool:
        """Whether it is time for a try."""
        return now_s >= self._next_s


class RecoveryWatch(QObject):
    """Looks whether the kiosk could serve a visitor, while there is none.

    Args:
        source_trouble: Says why the source could not be opened, or nothing.
        check_engine: Raises what is wrong with engine and paintings.
        tasks: Does both.
        parent: Its owner.
        now_s: Real seconds.
        camera_missed: Whether the demo visitor stands in for a missing camera.
    """

    found_trouble = Signal(str, ErrorKind)
    """The next visitor could not be served; carries a sentence for staff."""
    found_source = Signal()
    """Nothing speaks against the source."""
    camera_found = Signal()
    """A camera is there that could take the demo visitor's place."""
    recovered = Signal()
    """The next visitor can be served again."""

    def __init__(
        self,
        source_trouble: Callable[[], str],
        check_engine: Callable[[], object],
        tasks: Tasks,
        parent: QObject,
        now_s: Callable[[], float] = time.monotonic,
        *,
        camera_missed: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self._camera_missed = camera_missed
        self._source_trouble, self._check_engine = source_trouble, check_engine
        self._tasks, self._now_s = tasks, now_s
        self._delays = Delays()
        self._looking = False
        self._look_s = now_s() + LOOK_EVERY_S

    def fail(self) -> None:
        """Note a failure; the next try comes after a while."""
        self._delays.fail(self._now_s())

    def hasten(self) -> None:
        """Try at the next look: it was not tried for a while."""
        self._look_s = self._now_s()
        self._delays.hasten(self._now_s())

    def look(self, state: State) -> None:
        """Begin a look if it is time for one."""
        now_s = self._now_s()
        if self._looking or now_s < self._look_s:
            return
        if state in (State.ATTRACT, State.STAFF):
            self._begin(self._source_trouble, self._on_glance)
            if state is State.ATTRACT and self._camera_missed():
                self._tasks.run(camera_is_there, self._on_camera, self._on_no_camera)
        elif state is State.OUT_OF_ORDER and self._delays.due(now_s):
            self._begin(self._try, self._on_tried)

    def _begin(self, work: Callable[[], str], done: Callable[[str], None]) -> None:
        self._looking = True
        self._tasks.run(work, done, partial(self._on_odd, done))

    def _try(self) -> str:
        trouble = self._source_trouble()
        if not trouble:
            self._check_engine()
        return trouble

    def _on_odd(self, done: Callable[[str], None], error: Exception) -> None:
        done(sentence_of(error))

    def _on_glance(self, trouble: str) -> None:
        self._rest()
        if trouble:
            self.found_trouble.emit(trouble, ErrorKind.CAMERA)
        else:
            self.found_source.emit()

    def _on_camera(self, there: bool) -> None:
        if there:
            self.camera_found.emit()

    def _on_no_camera(self, error: Exception) -> None:
        fields = {"error": type(error).__name__}
        logger.warning("no camera could be looked for", extra={"fields": fields})

    def _on_tried(self, trouble: str) -> None:
        self._rest()
        if trouble:
            self.fail()
        else:
            self.recovered.emit()

    def _rest(self) -> None:
        self._looking = False
        self._look_s = self._now_s() + LOOK_EVERY_S


def check_any(easel: Easel, paintings: Sequence[PackPainting]) -> None:
    """Find out whether the engine and at least one painting can be used.

    Args:
        easel: Checks them, on the thread of tasks.
        paintings: Tried in turn until one can be used; not empty.

    Raises:
        EngineError: What is wrong with the first one, if none can be used.
    """
    trouble: EngineError | None = None
    for painting in paintings:
        try:
            easel.check(painting)
        except EngineError as error:
            trouble = trouble or error
        else:
            return
    if trouble is not None:
        raise trouble


def camera_is_there() -> bool:
    """Whether a camera is connected, found without touching any.

    Always False where the system does not list its cameras: looking for one would mean
    to open every number in turn.
    """
    return cameras_are_listed() and bool(known_cameras())


def source_trouble(spec: str | None, backend: str) -> str:
    """Why a source could not be opened, as far as can be told without opening it.

    Args:
        spec: As :func:`pipeline.sources.named.named_source` understands it; None for
            the first camera.
        backend: What OpenCV uses for a camera.

    Returns:
        A sentence for staff; empty where nothing speaks against it.
    """
    spec = spec or "camera"
    try:
        named_source(spec, backend=backend)
    except SourceError as error:
        return str(error)
    kind, _, which = spec.strip().partition(":")
    if kind.strip().casefold() != "camera" or not cameras_are_listed():
        return ""
    wanted = int(which) if which.strip().isdecimal() else which.strip() or None
    cameras = known_cameras()
    numbers = {camera.index for camera in cameras}
    found = choose_camera(wanted, cameras)
    if found is None or found.index not in numbers:
        return "The camera is not connected. Check its cable."
    return ""
