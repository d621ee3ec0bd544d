"""Looks for anything of a visitor that is still there."""

import gc
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from kiosk.app import PIN_FILE, App
from kiosk.easel import FinishedPortrait
from kiosk.places import CONFIG_NAME
from kiosk.storage.database import FILE_NAME
from kiosk.visit.visitor import Visitor
from pipeline.guidance import Guidance
from pipeline.live import LivePicture, Shot
from pipeline.manner import Memory
from pipeline.status import State
from pipeline.types import Frame, TrackedFace

KINDS = (Frame, Shot, TrackedFace, Memory, LivePicture, Guidance, FinishedPortrait)
"""Everything of the engine's that is made from a visitor, wherever it may lie."""
HARMLESS_FILES = frozenset(
    {PIN_FILE, CONFIG_NAME, *(FILE_NAME + end for end in ("", "-wal", "-shm"))}
)


class Traces:
    """Compares a kiosk with how it was before the first visitor.

    Args:
        app: The kiosk.
        folder: Where it writes.
    """

    def __init__(self, app: App, folder: Path) -> None:
        self._app, self._folder = app, folder
        self._before = _living()

    def left(self) -> list[str]:
        """What is left of visitors, in words; nothing while all is wiped."""
        return [*self._in_memory(), *self._on_screens(), *self._in_files()]

    def _in_memory(self) -> Iterable[str]:
        for kind, count in _living().items():
            if count > self._before[kind]:
                yield f"{count - self._before[kind]} {kind} in memory"
        visitor, nobody = self._app.controller.visitor, Visitor()
        for name in ("painting", "portrait", "token", "portraits_taken"):
            if getattr(visitor, name) != getattr(nobody, name):
                yield f"the visitor's {name}"
        bridge = self._app.bridge
        if bridge.matched or bridge.faces:
            yield "faces in the newest picture"
        if bridge.glimpse is not None:
            yield "a camera picture"
        if bridge.status.state is not State.STOPPED:
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
            if path.name not in HARMLESS_FILES:
                yield f"the file {path.name}"


def _living() -> Counter[str]:
    """Count what is made from visitors among all objects of the process."""
    found: Counter[str] = Counter()
    for thing in gc.get_objects():
        if type(thing) in KINDS and not _shows_nobody(thing):
            found[type(thing).__name__] += 1
    return found


def _shows_nobody(thing: object) -> bool:
    if isinstance(thing, LivePicture):
        return not thing.faces and thing.glimpse_bgra is None
    return isinstance(thing, Guidance) and thing.visitor is None
