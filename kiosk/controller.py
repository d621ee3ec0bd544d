"""What happens when: choices, the shutter, the result and things that go wrong."""

import logging
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from kiosk.bridge import LOST, Bridge, image_of
from kiosk.easel import Easel, FinishedPortrait
from kiosk.errors import KioskError
from kiosk.packs.manifest import PackPainting
from kiosk.saving import words_for_place
from kiosk.screens.live import LiveScreen
from kiosk.screens.result import ResultScreen
from kiosk.tasks import Tasks
from kiosk.trouble import TroubleWatch
from kiosk.widgets.portrait import Shown
from pipeline.errors import EngineError, NoFaceError
from pipeline.live import LivePortrait
from pipeline.types import ImageBgra

logger = logging.getLogger(__name__)

LOOK_MS = 200
RESIZED_AFTER_MS = 200
MESSAGE_MS = 5000


class Controller(QObject):
    """Leads a visitor from painting to portrait and back.

    Args:
        live: The screen with the living portrait.
        result: The screen with the finished one.
        bridge: The running engine.
        easel: Prepares paintings and paints portraits.
        tasks: Does slow things.
        paintings: What can be chosen, at least one.
    """

    result_wanted = Signal()
    """The finished portrait is ready to be shown."""
    live_wanted = Signal()
    """The visitor goes on."""

    def __init__(
        self,
        live: LiveScreen,
        result: ResultScreen,
        bridge: Bridge,
        easel: Easel,
        tasks: Tasks,
        paintings: tuple[PackPainting, ...],
    ) -> None:
        super().__init__()
        self._live, self._result = live, result
        self._bridge, self._easel, self._tasks = bridge, easel, tasks
        self._paintings = {painting.key: painting for painting in paintings}
        self._wanted = paintings[0]
        self._hanging: PackPainting | None = None
        self._unusable: set[str] = set()
        self._stuck = ""
        self._series = 0
        self._finishing = False
        self._watch = TroubleWatch(bridge, self)
        self._look = _timer(self, LOOK_MS, self._on_look)
        self._resized = _timer(self, RESIZED_AFTER_MS, self._on_resized, once=True)
        self._message = _timer(self, MESSAGE_MS, self._on_look, once=True)
        live.painting_chosen.connect(self.choose)
        live.shutter_pressed.connect(self.take)
        live.room_changed.connect(lambda _room: self._resized.start())
        result.again_pressed.connect(self.go_on)

    @property
    def hanging(self) -> str | None:
        """The key of the painting in which the visitor lives now."""
        return self._hanging.key if self._hanging else None

    @property
    def finishing(self) -> bool:
        """Whether a portrait is being painted or shown."""
        return self._finishing

    def start(self, key: str) -> None:
        """Show the first painting, then bring it to life."""
        self._wanted = self._paintings[key]
        self._live.show_chosen(key)
        self._live.set_ready(ready=False)
        self._live.view.start()
        self._tasks.run(
            partial(self._easel.plain, self._wanted, self._room()),
            self._on_plain,
            partial(self._on_not_shown, key),
        )
        for painting in self._paintings.values():
            self._tasks.run(
                partial(self._easel.thumbnail, painting),
                partial(self._on_thumbnail, painting.key),
                partial(self._on_not_shown, painting.key),
            )
        self._prepare()
        self._look.start()

    def choose(self, key: str) -> None:
        """Hang another painting; the old one stays until the new one is ready."""
        if self._finishing or key == self._wanted.key:
            return
        self._message.stop()
        self._live.set_hint("")
        self._choose(key)

    def step(self, by: int) -> None:
        """Hang the next (1) or the previous (-1) painting."""
        keys = list(self._paintings)
        self.choose(keys[(keys.index(self._wanted.key) + by) % len(keys)])

    def take(self) -> None:
        """Answer the shutter: hold still, paint the portrait, show it."""
        if self._finishing or self._hanging is None or not self._bridge.running:
            return
        burst = self._bridge.burst()
        if not burst or not self._bridge.matched:
            self._say(self.tr("Look into the camera and touch again"))
            return
        self._finishing = True
        self._bridge.rest(resting=True)
        self._live.view.flash()
        self._live.view.rest(resting=True)
        self._show_ready()
        self._live.set_hint("")
        self._live.set_notice(self.tr("Painting your portrait…"), busy=True)
        self._tasks.run(
            # The result hangs in the very place of the live portrait.
            partial(self._easel.finish, burst, self._hanging, self._room()),
            self._on_finished,
            self._on_not_finished,
        )

    def go_on(self) -> None:
        """Leave the result and live on."""
        self._bridge.rest(resting=False)
        self._show_nobody()
        self._live.view.start()
        self._live.set_notice("")
        self._finishing = False
        self._show_ready()
        self._result.forget()
        self.live_wanted.emit()

    def stop(self) -> None:
        """End everything in order: timers, threads, what was seen."""
        for timer in (self._look, self._resized, self._message):
            timer.stop()
        self._live.view.stop()
        self._tasks.close()
        self._bridge.stop()
        self._live.view.forget()
        self._result.forget()

    def _choose(self, key: str) -> None:
        self._stuck = ""
        self._wanted = self._paintings[key]
        self._live.show_chosen(key)
        self._prepare()

    def _prepare(self) -> None:
        choice, room = self._wanted, self._room()

        def work() -> LivePortrait | None:
            # Whoever leafs quickly only waits for the painting they stop at.
            if choice is not self._wanted:
                return None
            return self._easel.prepare(choice, room)

        self._tasks.run(
            work,
            partial(self._on_prepared, choice),
            partial(self._on_not_prepared, choice),
        )

    def _on_prepared(self, choice: PackPainting, portrait: LivePortrait | None) -> None:
        if portrait is None or choice is not self._wanted:
            return
        self._series += 1
        self._hanging = choice
        self._bridge.hang(portrait, self._series)
        self._show_ready()

    def _on_not_prepared(self, choice: PackPainting, error: Exception) -> None:
        sentence = _sentence(error) or self.tr("This painting cannot be used.")
        self._unusable.add(choice.key)
        if choice is not self._wanted:
            return
        if self._hanging is not None:
            self._wanted = self._hanging
            self._live.show_chosen(self._hanging.key)
            self._say(sentence)
            return
        others = [key for key in self._paintings if key not in self._unusable]
        if others:
            self._say(sentence)
            self._choose(others[0])
        else:
            self._stuck = sentence

    def _on_plain(self, bgra: ImageBgra) -> None:
        if self._hanging is None:
            self._live.view.show_picture(Shown(image_of(bgra), self._series, bgra))

    def _on_thumbnail(self, key: str, bgra: ImageBgra) -> None:
        self._live.set_thumbnail(key, image_of(bgra).copy())

    def _on_not_shown(self, key: str, error: Exception) -> None:
        fields = {"painting": key, "error": type(error).__name__}
        logger.warning("a painting cannot be shown", extra={"fields": fields})

    def _on_finished(self, finished: FinishedPortrait) -> None:
        self._live.view.stop()
        self._live.view.rest(resting=False)
        self._show_nobody()
        self._live.set_notice("")
        image = image_of(finished.bgra).copy()
        place = self.tr("Kept in %s") % words_for_place(finished.path)
        self._result.show_portrait(image, place)
        self.result_wanted.emit()

    def _on_not_finished(self, error: Exception) -> None:
        self.go_on()
        if isinstance(error, NoFaceError):
            self._say(self.tr("Look into the camera and touch again"))
            return
        fields = {"error": type(error).__name__}
        logger.error("a portrait was not finished", extra={"fields": fields})
        self._say(_sentence(error) or self.tr("That did not work. Please try again."))

    def _on_look(self) -> None:
        if self._bridge.status.state in LOST:
            self._bridge.forget()
        self._show_ready()
        if self._finishing or self._message.isActive():
            return
        if self._stuck:
            self._live.set_notice(self._stuck)
            return
        trouble = self._watch.look()
        self._live.set_notice(trouble.notice, busy=trouble.busy)
        self._live.set_hint(trouble.hint)

    def _on_resized(self) -> None:
        if self._hanging is not None:
            self._prepare()

    def _show_ready(self) -> None:
        """Let the shutter work while a portrait could be taken."""
        hangs, free = self._hanging is not None, not self._finishing
        self._live.set_ready(ready=hangs and free and self._bridge.running)

    def _show_nobody(self) -> None:
        """Take the visitor off the wall at once."""
        plain = self._bridge.plain()
        if plain is not None:
            self._live.view.show_picture(plain)

    def _say(self, sentence: str) -> None:
        self._live.set_hint(sentence)
        self._message.start()

    def _room(self) -> tuple[int, int]:
        room: QSize = self._live.view.room_px()
        return room.width(), room.height()


def _sentence(error: Exception) -> str:
    """What an expected failure says; unexpected ones are logged and say nothing."""
    if isinstance(error, EngineError | KioskError):
        return str(error)
    logger.error("unexpected failure", exc_info=error)
    return ""


def _timer(
    parent: QObject, wait_ms: int, slot: Callable[[], None], *, once: bool = False
) -> QTimer:
    timer = QTimer(parent)
    timer.setInterval(wait_ms)
    timer.setSingleShot(once)
    timer.timeout.connect(slot)
    return timer
