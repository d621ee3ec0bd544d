"""The painting under the fingers: drag points, mark a face, paint the mask."""

import math

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QWidget

from kiosk.widgets.retouch.hand import Hand
from kiosk.widgets.retouch.shown import Tool
from kiosk.widgets.retouch.surface import Surface

TAP_SHARE = 0.1
"""A finger that moves less than this of its width has tapped."""
BUTTON_STEP = 1.5


class Canvas(Surface):
    """Lets people work on a painting; it changes nothing by itself.

    All places it tells are in pixels of the painting at full size.

    Args:
        parent: The screen.
    """

    point_dragged = Signal(int, QPointF)
    """A point of the chosen face is being dragged: which, and where to."""
    point_dropped = Signal(int, QPointF)
    """It was let go there."""
    drag_cancelled = Signal()
    """It shall stay where it was."""
    face_touched = Signal(int)
    """Somebody touched a face."""
    mark_set = Signal(QPointF)
    """A place of a new face was marked."""
    stroke_drawn = Signal(object)
    """A stroke was painted: its places."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offset = QPointF()
        self._pressed_at = QPointF()
        self._last = QPointF()
        self.hand = Hand(self)
        self.hand.pressed.connect(self._on_pressed)
        self.hand.moved.connect(self._on_moved)
        self.hand.released.connect(self._on_released)
        self.hand.cancelled.connect(self._on_cancelled)
        self.hand.zoomed.connect(self._on_zoomed)

    def zoom_in(self) -> None:
        """See it larger."""
        self._on_zoomed(BUTTON_STEP, QPointF(self.rect().center()), QPointF())

    def zoom_out(self) -> None:
        """See more of it."""
        self._on_zoomed(1 / BUTTON_STEP, QPointF(self.rect().center()), QPointF())

    def _on_pressed(self, place: QPointF) -> None:
        self._pressed_at = self._last = place
        if self._marks is not None:
            self._aim = place
        elif self._tool is Tool.MASK:
            self._stroke = [place]
        elif self._tool is Tool.POINTS:
            self._grab(place)
        self.update()

    def _on_moved(self, place: QPointF) -> None:
        step, self._last = place - self._last, place
        if self._stroke:
            self._stroke.append(place)
        elif self._aim is not None:
            self._aim = place + self._offset
            if self._held is not None:
                at = self.viewport.to_picture(self._aim)
                self.point_dragged.emit(self._held, at)
        elif not self._is_tap(place):
            self.viewport.pan(step)
            self.look_elsewhere()
        self.update()

    def _on_released(self, place: QPointF) -> None:
        stroke, held, aim = self._stroke, self._held, self._aim
        self.let_go()
        self._offset = QPointF()
        if stroke:
            places = [self.viewport.to_picture(at) for at in stroke]
            self.stroke_drawn.emit([(at.x(), at.y()) for at in places])
        elif aim is None:
            if self._is_tap(place):
                self._touch_face(place)
        elif held is None:
            self.mark_set.emit(self.viewport.to_picture(aim))
        elif self._is_tap(place):
            self.drag_cancelled.emit()
        else:
            self.point_dropped.emit(held, self.viewport.to_picture(aim))

    def _on_cancelled(self) -> None:
        held = self._held
        self.let_go()
        self._offset = QPointF()
        if held is not None:
            self.drag_cancelled.emit()

    def _on_zoomed(self, factor: float, at: QPointF, by: QPointF) -> None:
        self.viewport.pan(by)
        self.viewport.zoom(factor, at)
        self.look_elsewhere()

    def _grab(self, place: QPointF) -> None:
        """Take the point nearest to the finger; the finger may be beside it."""
        face = self.chosen_face
        if face is None:
            return
        nearest_px = self._touch_px / 2
        for index in self.handles:
            away = self.viewport.to_view(face.points.at(index)) - place
            away_px = math.hypot(away.x(), away.y())
            if away_px < nearest_px:
                nearest_px, self._held, self._offset = away_px, index, away
        if self._held is not None:
            self._aim = place + self._offset

    def _touch_face(self, place: QPointF) -> None:
        at = self.viewport.to_picture(place)
        for index, face in enumerate(self._faces):
            if face.points.boundingRect().contains(at):
                self.face_touched.emit(index)
                return

    def _is_tap(self, place: QPointF) -> bool:
        way = place - self._pressed_at
        return math.hypot(way.x(), way.y()) < TAP_SHARE * self._touch_px
