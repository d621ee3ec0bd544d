"""Looks for anything of a visitor that is still there."""

import gc
import sys
import threading
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import ModuleType

from kiosk.app import App
from kiosk.backstage import PIN_FILE
from kiosk.easel import FinishedPortrait
from kiosk.handover.dispatch import FOLDER as OUTBOX_FOLDER
from kiosk.handover.document import Kept
from kiosk.handover.outbox_file import ENDING, LIST_NAME
from kiosk.handover.sealing import MAGIC, Document
from kiosk.log import LAST
from kiosk.places import CONFIG_NAME
from kiosk.privacy.marks.certificate import FILE_NAME as SIGNING_NAME
from kiosk.storage.database import FILE_NAME
from kiosk.visit.visitor import Visitor
from pipeline.guidance import Guidance
from pipeline.live import LivePicture, Shot, Sight
from pipeline.manner import Memory
from pipeline.runner import ENGINE_THREADS
from pipeline.status import State
from pipeline.types import Frame, TrackedFace

KINDS = (
    Frame,
    Shot,
    Sight,
    TrackedFace,
    Memory,
    LivePicture,
    Guidance,
    FinishedPortrait,
    Kept,
    Document,
)
"""Everything that is made from a visitor and shows them, wherever it may lie."""
HARMLESS_FILES = frozenset(
    {
        PIN_FILE,
        CONFIG_NAME,
        SIGNING_NAME,
        *(
            name + end
            for name in (FILE_NAME, LIST_NAME)
            for end in ("", "-wal", "-shm")
        ),
    }
)


class Traces:
    """Looks into memory, screens and files of a kiosk.

    Args:
        app: The kiosk.
        folder: Where it writes.
    """

    def __init__(self, app: App, folder: Path) -> None:
        self._app, self._folder = app, folder

    def left(self) -> list[str]:
        """What is left of visitors, in words; nothing while all is wiped."""
        return [
            *self._in_memory(),
            *self._in_threads(),
            *self._on_screens(),
            *self._in_files(),
        ]

    def _in_memory(self) -> Iterable[str]:
        for kind, count in made_from_visitors([self._app, uncaught()]).items():
            yield f"{count} {kind} in memory"
        visitor, nobody = self._app.controller.visitor, Visitor()
        for name in ("painting", "portrait", "token", "portraits_taken"):
            if getattr(visitor, name) != getattr(nobody, name):
                yield f"the visitor's {name}"
        bridge = self._app.bridge
        if bridge.matched or bridge.faces:
            yield "faces in the newest picture"
        if bridge.glimpse is not None:
            yield "a camera picture"
        if self._app.dispatch.in_hand:
            yield "a portrait that is not sealed yet"

    def _in_threads(self) -> Iterable[str]:
        for thread in threading.enumerate():
            # What it holds cannot be seen from outside, so it must be gone.
            if thread.name in ENGINE_THREADS:
                yield f"the thread {thread.name}"
        bridge = self._app.bridge
        if bridge.status.state not in (State.STOPPED, State.FAILED):
            yield f"the engine is {bridge.status.state}"

    def _on_screens(self) -> Iterable[str]:
        stage = self._app.stage
        for name, empty in (
            ("the living portrait", stage.live.view.picture_rect().isEmpty()),
            ("the small camera picture", stage.live.glimpse.empty),
            ("the pose guide", stage.live.guide.shown is None),
            ("the result", stage.result.picture.picture_rect().isEmpty()),
            ("the original", stage.result.original.picture_rect().isEmpty()),
            ("the portrait to keep", stage.handover.picture.picture_rect().isEmpty()),
            ("the QR code", stage.handover.qr.modules == 0),
            ("the code to type", not stage.handover.code),
        ):
            if not empty:
                yield f"{name} on a screen"

    def _in_files(self) -> Iterable[str]:
        for path in sorted(self._folder.rglob("*")):
            if path.is_file() and not _is_harmless(path):
                yield f"the file {path.name}"


def _is_harmless(path: Path) -> bool:
    """Whether a file cannot show a visitor: a known name, or a sealed picture."""
    if path.suffix == ENDING:
        with suppress(FileNotFoundError):  # it was fetched in this moment
            return (
                path.parent.name == OUTBOX_FOLDER
                and path.open("rb").read(len(MAGIC)) == MAGIC
            )
        return True
    return path.name in HARMLESS_FILES


def made_from_visitors(root: object) -> Counter[str]:
    """Count what is made from visitors among all that can be reached from an object.

    Follows every reference of every object, private ones and those in closures too. The
    list of all objects of the process would be simpler, but holds on to tuples that
    other threads are about to fill, which breaks them.

    Args:
        root: Where to begin.
    """
    found: Counter[str] = Counter()
    everywhere = {id(vars(module)) for module in list(sys.modules.values())}
    waiting, known = [root], {id(root)}
    while waiting:
        thing = waiting.pop()
        if type(thing) in KINDS and not _shows_nobody(thing):
            found[type(thing).__name__] += 1
        for other in gc.get_referents(thing):
            if id(other) in known or id(other) in everywhere:
                continue
            known.add(id(other))
            if not isinstance(other, type | ModuleType):
                waiting.append(other)
    return found


def uncaught() -> list[object]:
    """What the interpreter keeps of the last exception that nobody caught.

    Its traceback holds whatever was in work when it was raised.
    """
    return [getattr(sys, name) for name in LAST if hasattr(sys, name)]


def _shows_nobody(thing: object) -> bool:
    if isinstance(thing, LivePicture):
        return not thing.faces and thing.glimpse_bgra is None
    return isinstance(thing, Guidance) and thing.visitor is None
