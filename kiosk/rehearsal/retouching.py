"""Staff who correct a painting in the editor, for pictures of it."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF

from kiosk.errors import KioskError
from kiosk.flow import State
from kiosk.rehearsal.house import House
from kiosk.rehearsal.walk import Walk, look_good
from kiosk.widgets.retouch.shown import Tool
from pipeline.types import ImageBgr

STEADY_S = 0.8
"""Looking at the painting and the next living picture take no longer."""
MOUTH_CORNER, TEMPLE, FOREHEAD = 291, 103, 332
PULL_PX = QPoint(9, 7)
STEPS = 5
BLINK_S = 2.0
"""Nobody keeps their eyes shut any longer."""


class Retouching:
    """Works on the first painting, from the staff's list of paintings.

    Args:
        house: The kiosk, with the staff area open.
        walk: The hand.
    """

    def __init__(self, house: House, walk: Walk) -> None:
        self._house, self._walk = house, walk
        self._screen = house.app.editing.room.screen
        self._editor = house.app.editing.room.editor

    def pictures(self) -> Iterator[tuple[str, ImageBgr]]:
        """Correct a point, look at faces, paint a mask, change the look, leave.

        Yields:
            A name and the window for each.

        Raises:
            KioskError: If the editor does not answer.
        """
        walk, screen, app = self._walk, self._screen, self._house.app
        walk.tap(app.stage.staff.paintings.line(app.exhibition.shown[0].key).edit)
        self._house.until(lambda: screen.canvas.chosen_face is not None, "the face")
        self._settle()
        yield "editor", self._house.picture()
        walk.tap(screen.whole)
        self._settle()
        start = self._place_of(MOUTH_CORNER)
        self._draw(start, start + PULL_PX)
        self._house.wait(STEADY_S)
        yield "editor-points", self._house.picture()
        walk.fingers.release(start + PULL_PX)
        self._settle()
        walk.tap(screen.tabs.tab(Tool.FACES))
        self._settle()
        yield "editor-faces", self._house.picture()
        walk.tap(screen.tabs.tab(Tool.MASK))
        start, end = self._place_of(TEMPLE), self._place_of(FOREHEAD)
        self._draw(start, end)
        walk.fingers.release(end)
        self._settle()
        yield "editor-mask", self._house.picture()
        walk.tap(screen.tabs.tab(Tool.LOOK))
        self._settle()
        yield "editor-look", self._house.picture()
        walk.tap(screen.close_button)
        self._settle()
        yield "editor-leaving", self._house.picture()
        walk.tap(screen.leaving.drop)
        walk.reach(State.STAFF)

    def _settle(self) -> None:
        """Wait until the editor shows what was done."""
        self._house.until(lambda: self._editor.settled, "the editor")
        self._house.wait(STEADY_S)
        bridge = self._house.app.editing.room.bridge
        self._house.watch(lambda: look_good(bridge.faces), BLINK_S)

    def _place_of(self, point: int) -> QPoint:
        canvas = self._screen.canvas
        face = canvas.chosen_face
        if face is None:
            raise KioskError("The editor shows no face.")
        at: QPointF = canvas.viewport.to_view(face.points.at(point))
        return canvas.mapTo(self._house.app.window, at.toPoint())

    def _draw(self, start: QPoint, end: QPoint) -> None:
        fingers = self._walk.fingers
        fingers.press(start)
        for step in range(1, STEPS + 1):
            fingers.move(start + (end - start) * (step / STEPS))
